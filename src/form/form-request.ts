import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';

/** Which return is wanted. */
export interface FormRequest {
  readonly scheme: Scheme;
  readonly bureau: Region;
  readonly period: Period;
  readonly forms: readonly Form[];
  /**
   * Whether the summary asks for each part of a city or province (own level, counties, zones) or for the bureau as a
   * whole.
   */
  readonly byPart: boolean;
}

/** Changes whenever cells of the form move or mean something else. */
export const FORM_VERSION = 1;

/** The mark that stands on every sheet of entries: `guangdong-six-tasks/1/1`. */
export function formMark({ id, version }: Pick<Scheme, 'id' | 'version'>): string {
  return `${id}/${version}/${FORM_VERSION}`;
}
