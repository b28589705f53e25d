import { type Holding, isHolding, type Part, type PartsByIndicator, together } from '../model/holding.ts';
import type { IndicatorKind, Scheme } from '../scheme/scheme.ts';
import { mayBeSilent } from './region-part.ts';

/**
 * What is known of a span from the values of the periods within it, in the order of time: flows add, part by part, as far
 * as every period is known; stocks are those of the last; associations are never added over periods.
 */
export function spanParts(periods: readonly PartsByIndicator[], scheme: Scheme): PartsByIndicator {
  return new Map(
    scheme.indicators.map(({ id, kind }) => {
      const found = periods.map((parts) => parts.get(id) ?? new Map<string, Part>());
      const known = new Map<string, Part>();
      const span = { found, kind, mayBeSilent: notMissed(found, scheme) };
      for (const { code } of scheme.regions) spanPart(code, span, known);
      return [id, known] as const;
    }),
  );
}

type Parts = ReadonlyMap<string, Part>;

interface Span {
  readonly found: readonly Parts[];
  readonly kind: IndicatorKind;
  /** Regions whose silence in a period only says that there was nothing. */
  readonly mayBeSilent: ReadonlySet<string>;
}

/** Parts that add to a sum without being missed, where every period tells that sum and none lacks them in it. */
function notMissed(periods: readonly Parts[], { regions }: Scheme): ReadonlySet<string> {
  const missed = new Set(
    periods.flatMap((of) => [...of.values()].flatMap((part) => (isHolding(part) ? part.lacks : []))),
  );
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const codes = regions.flatMap((region) => {
    const parent = byCode.get(region.parent ?? '');
    if (parent === undefined || !mayBeSilent(region, parent)) return [];
    const sums = periods.flatMap((of) => of.get(parent.code) ?? []);
    return sums.every(isHolding) ? [region.code] : [];
  });
  return new Set(codes.filter((code) => !missed.has(code)));
}

function spanPart(region: string, span: Span, known: Map<string, Part>): Part | null {
  const before = known.get(region);
  if (before !== undefined) return before;
  const { found, kind } = span;
  const own = found.flatMap((parts) => parts.get(region) ?? []);
  const last = own.at(-1);
  if (last === undefined || own.length < found.length) return null;
  const part = kind === 'stock' ? last : kind === 'distinct' ? 'notInForm' : sum(region, own, span, known);
  known.set(region, part);
  return part;
}

/** Whether a region was told in a period as the sum of all of its parts of which something is known there. */
function isSumOf(regions: readonly string[], { addends }: Holding, of: Parts | undefined): boolean {
  return (
    addends !== null && regions.every((code) => addends.includes(code) || !isHolding(of?.get(code) ?? 'notReported'))
  );
}

/** Sums of parts are made again from the sums of the parts; what was told as one number adds as one. */
function sum(region: string, own: readonly Part[], span: Span, known: Map<string, Part>): Part {
  const holdings = own.filter(isHolding);
  const reason = own.find((part) => !isHolding(part));
  if (reason !== undefined && (holdings.length === 0 || !span.mayBeSilent.has(region))) return reason;
  const regions = [...new Set(holdings.flatMap((one) => one.addends ?? []))];
  if (own.some((one, at) => isHolding(one) && !isSumOf(regions, one, span.found[at]))) return together(holdings, []);
  const parts = regions.map((code) => ({ code, part: spanPart(code, span, known) }));
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
