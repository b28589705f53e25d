import { createHash } from 'node:crypto';
import { isTemplate, partialName } from './template-source.ts';

/** Beside copies: the built-in texts that they were made of, so that later changes can be told. */
export const BASE_FOLDER = '.builtin';

/** Version of the data that templates are given: `schemaVersion` of the report. */
const DATA_VERSION = 1;

const HEADER = /^(?:\{\{!--|\/\*) huizong (\S+) (\d+) sha256:([0-9a-f]{64}) (?:--\}\}|\*\/)\n/;

/** How a file of the user's stands to the built-in template of its name. */
export interface CopyState {
  /** `own`: not made by `template eject`, or there is no such built-in template. */
  readonly kind: 'own' | 'copy';
  /** The copy was changed. */
  readonly edited: boolean;
  /** The built-in template was changed since the copy was made. */
  readonly stale: boolean;
}

/** A built-in template as a copy that knows what it is a copy of. */
export function copyOf(name: string, text: string): string {
  return `${headerOf(name, text)}\n${text}`;
}

/** The first line of a copy of this text. */
export function headerOf(name: string, text: string): string {
  const facts = `huizong ${partialName(name)} ${DATA_VERSION} sha256:${hashOf(text)}`;
  return isTemplate(name) ? `{{!-- ${facts} --}}` : `/* ${facts} */`;
}

/** How a file with the text stands to the built-in template; null for none of its name. */
export function copyState(written: string, builtin: string | null): CopyState {
  const [header = '', , version, hash] = HEADER.exec(written) ?? [];
  if (builtin === null || header === '') return { kind: 'own', edited: true, stale: false };
  return {
    kind: 'copy',
    edited: hashOf(written.slice(header.length)) !== hash,
    stale: hash !== hashOf(builtin) || version !== String(DATA_VERSION),
  };
}

/** Whether a text is what the copy was made of. */
export function isBaseOf(written: string, base: string): boolean {
  return HEADER.exec(written)?.[3] === hashOf(base);
}

/** Comments of a style sheet would stand in the report; those of templates do not. */
export function withoutCssHeader(text: string): string {
  return text.replace(HEADER, '');
}

/** The SHA-256 of a text, in hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
