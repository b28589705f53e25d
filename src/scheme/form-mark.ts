import type { Scheme } from './scheme.ts';

/** Changes whenever cells of the standard form move or mean something else. */
const FORM_VERSION = 1;

/** Which form of which scheme a sheet is. */
export interface FormMark {
  readonly scheme: string;
  readonly version: string;
}

const MARK = /^([a-z][a-z0-9-]*)\/(.+)\/\d+$/;

/** The mark that stands on every sheet of the standard form: `guangdong-six-tasks/1/1`. */
export function formMark({ id, version }: Pick<Scheme, 'id' | 'version'>): string {
  return `${id}/${version}/${FORM_VERSION}`;
}

/** What a mark says; null for the number that any other form has (民统1表). */
export function parseFormMark(text: string): FormMark | null {
  const [, scheme, version] = MARK.exec(text.trim()) ?? [];
  return scheme === undefined || version === undefined ? null : { scheme, version };
}
