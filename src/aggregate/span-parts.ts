import { isHolding, type Part, type PartsByIndicator, together } from '../model/holding.ts';
import type { IndicatorKind, Scheme } from '../scheme/scheme.ts';

/**
 * What is known of a span from the values of the periods within it, in the order of time: flows add, part by part, as far
 * as every period is known; stocks are those of the last; associations are never added over periods.
 */
export function spanParts(periods: readonly PartsByIndicator[], scheme: Scheme): PartsByIndicator {
  return new Map(
    scheme.indicators.map(({ id, kind }) => {
      const found = periods.map((parts) => parts.get(id) ?? new Map<string, Part>());
      const known = new Map<string, Part>();
      for (const { code } of scheme.regions) spanPart(code, found, kind, known);
      return [id, known] as const;
    }),
  );
}

type Parts = ReadonlyMap<string, Part>;

function spanPart(
  region: string,
  periods: readonly Parts[],
  kind: IndicatorKind,
  known: Map<string, Part>,
): Part | null {
  const before = known.get(region);
  if (before !== undefined) return before;
  const own = periods.flatMap((parts) => parts.get(region) ?? []);
  const last = own.at(-1);
  if (last === undefined || own.length < periods.length) return null;
  const part = kind === 'stock' ? last : kind === 'distinct' ? 'notInForm' : sum(own, periods, known);
  known.set(region, part);
  return part;
}

/** Sums of parts are made again from the sums of the parts; what was told as one number adds as one. */
function sum(own: readonly Part[], periods: readonly Parts[], known: Map<string, Part>): Part {
  const holdings = own.filter(isHolding);
  const reason = own.find((part) => !isHolding(part));
  if (reason !== undefined && holdings.length === 0) return reason;
  const addends = holdings.flatMap((one) => one.addends ?? []);
  if (holdings.some((one) => one.addends === null)) return reason ?? together(holdings, []);
  const regions = [...new Set(addends)];
  const parts = regions.map((code) => ({ code, part: spanPart(code, periods, 'flow', known) }));
  const whole = parts.flatMap(({ code, part }) => (part !== null && isHolding(part) ? [{ code, part }] : []));
  if (whole.length === 0) return reason ?? 'notReported';
  const lacks = regions.filter((code) => !whole.some((one) => one.code === code));
  const missing = holdings.flatMap((one) => one.lacks);
  return together(
    whole.map(({ part }) => part),
    [...missing, ...lacks],
    whole.map(({ code }) => code),
  );
}
