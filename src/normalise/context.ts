import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';

/** What a file is normalised with. */
export interface NormaliseContext {
  readonly scheme: Scheme;
  /** Region code of the bureau that sent the file. */
  readonly sender: string;
  readonly period: Period;
  /** Different things that may be wrong in it; `MOST_FINDINGS` when left out. */
  readonly most?: number;
}
