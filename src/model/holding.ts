import { add, type Decimal, whole, ZERO } from '../decimal/decimal.ts';
import type { Basis, NullReason } from './compilation.ts';

/** What a region holds of one indicator: an exact sum, and for `distinct` the set of associations beside it. */
export interface Holding {
  readonly sum: Decimal;
  readonly members: ReadonlySet<string> | null;
  readonly basis: Basis;
  /** It lacks nothing, and all of it could be read. */
  readonly complete: boolean;
  /** False when something that was sent could not be read. */
  readonly readable: boolean;
  readonly lacks: readonly string[];
  /** The regions whose holdings were added, when it is a sum of parts; null when it was told as one number. */
  readonly addends: readonly string[] | null;
}

/** What is known by indicator and region. */
export type PartsByIndicator = ReadonlyMap<string, ReadonlyMap<string, Part>>;

/** What is known of a period: its own values, and those since the start of its year. */
export interface PeriodParts {
  readonly value: PartsByIndicator;
  readonly yearToDate: PartsByIndicator;
}

/** Either a holding, or the reason why there is none. */
export type Part = Holding | NullReason;

export function isHolding(part: Part): part is Holding {
  return typeof part !== 'string';
}

/** A number stated in a summary form. */
export function stated(value: Decimal): Holding {
  return { sum: value, members: null, basis: 'summary', complete: true, readable: true, lacks: [], addends: null };
}

/** The value a holding stands for. */
export function holdingValue({ sum, members }: Holding): Decimal {
  return add(sum, whole(members?.size ?? 0));
}

/** The value of a part that lacks nothing; null for any other. */
export function wholeValue(part: Part | undefined): Decimal | null {
  return part !== undefined && isHolding(part) && part.complete ? holdingValue(part) : null;
}

/**
 * Disjoint holdings together: numbers add, sets of associations unite, so that one association active
 * in two places counts once. `lacks` names further parts that are missing, `addends` the regions that hold them.
 */
export function together(
  holdings: readonly Holding[],
  lacks: readonly string[],
  addends: readonly string[] | null = null,
): Holding {
  let sum = ZERO;
  let members: Set<string> | null = null;
  for (const holding of holdings) {
    sum = add(sum, holding.sum);
    if (holding.members === null) continue;
    members ??= new Set();
    for (const member of holding.members) members.add(member);
  }
  const allLacks = [...new Set([...holdings.flatMap((holding) => holding.lacks), ...lacks])];
  return {
    sum,
    members,
    basis: commonBasis(holdings),
    complete: allLacks.length === 0 && holdings.every(({ complete }) => complete),
    readable: holdings.every(({ readable }) => readable),
    lacks: allLacks,
    addends,
  };
}

function commonBasis(holdings: readonly Holding[]): Basis {
  const bases = new Set(holdings.map(({ basis }) => basis));
  const [only] = bases;
  return bases.size === 1 && only !== undefined ? only : 'mixed';
}
