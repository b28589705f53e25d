import type { Narrative, NarrativeBlock } from '../model/narrative.ts';
import { maskNumbers } from '../text/personal-numbers.ts';

/** Keys of the narrative whose texts are blocks, and those that hold a single line. */
export const BLOCK_KEYS = ['cases', 'problems', 'nextSteps'] as const satisfies readonly (keyof Narrative)[];
export const LINE_KEYS = ['documentNumber', 'issuer'] as const satisfies readonly (keyof Narrative)[];
export const NARRATIVE_KEYS: readonly (keyof Narrative)[] = [...BLOCK_KEYS, ...LINE_KEYS, 'date'];

/** A text as one line, telephone and identity numbers masked; null when nothing is left. */
export function lineOf(text: string): string | null {
  return maskNumbers(text.replace(/\s+/gu, ' ').trim()) || null;
}

/** Every line of the texts that is not blank as a paragraph of its own, or each text as a point of a list. */
export function blockOf(list: boolean, texts: readonly string[]): NarrativeBlock {
  const parts = list ? texts : texts.flatMap((text) => text.split(/\r\n|[\n\r\u2028\u2029]/u));
  const said = parts.flatMap((text) => lineOf(text) ?? []);
  return { list: list && said.length > 0, texts: said };
}
