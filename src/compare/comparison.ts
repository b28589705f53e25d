import type { BureauReturn } from '../model/bureau-return.ts';
import type { PeriodParts } from '../model/holding.ts';
import type { Indicator, Scheme } from '../scheme/scheme.ts';

/** What a period is compared with; null where nothing is known of it. */
export interface Bases {
  readonly previous: PeriodParts | null;
  readonly yearAgo: PeriodParts | null;
}

/** All that the checks against other periods and bureaus look at. */
export interface Comparison {
  readonly returns: ReadonlyMap<string, BureauReturn>;
  /** Region codes of the bureaus that are due. */
  readonly roster: readonly string[];
  readonly parts: PeriodParts;
  readonly bases: Bases;
  readonly scheme: Scheme;
  /** The period is the first of its year. */
  readonly isFirst: boolean;
}

/** Indicators that add up over periods. */
export function flows({ indicators }: Scheme): readonly Indicator[] {
  return indicators.filter(({ kind }) => kind === 'flow');
}
