import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';

/** `all` own level, counties and zones each, `own` the own level where the others report themselves, `none` the whole as one. */
export type FormParts = (typeof FORM_PARTS)[number];
export const FORM_PARTS = ['all', 'own', 'none'] as const;

/** Which return is wanted. */
export interface FormRequest {
  readonly scheme: Scheme;
  readonly bureau: Region;
  readonly period: Period;
  readonly forms: readonly Form[];
  /** Of which parts of a city or province the summary asks. */
  readonly parts: FormParts;
  /** Codes of those parts that it is left at; all when not given. */
  readonly regions?: readonly string[];
  /** Ids of columns that the ledger goes without. */
  readonly without?: readonly string[];
}
