import type { Figure } from '../model/compilation.ts';
import type { Finding } from '../model/finding.ts';
import type { Staged } from '../model/staged.ts';
import { isWithin } from '../scheme/regions.ts';
import type { Indicator, Region, Scheme } from '../scheme/scheme.ts';
import { cityCountyFindings } from './city-county.ts';
import { holdingValue, isHolding, type Part } from './holding.ts';
import { type Basics, isUnit, type KnownParts, regionPart } from './region-part.ts';

/** Which regions figures are made for. */
export interface Scope {
  readonly area: string;
  readonly roster: readonly string[];
}

/**
 * The figures of the area, of each roster bureau, of each unit of the area that reported without being due (a
 * province's own level: what its forms cannot give is not unreported), and of every other region below that has a
 * value; the area first, then regions in customary order, each with its indicators in scheme order. Findings: totals
 * that differ from their parts.
 */
export function aggregate(scheme: Scheme, scope: Scope, basics: Basics): Staged<readonly Figure[]> {
  const sent = scheme.regions.filter(({ code, parent }) => parent === scope.area && basics.returns.has(code));
  const always = new Set([scope.area, ...scope.roster, ...sent.map(({ code }) => code)]);
  const known = new Map(scheme.indicators.map(({ id }): [string, KnownParts] => [id, new Map()]));
  const order = new Map(scheme.regions.map(({ code, order: place }) => [code, place]));
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const region of scheme.regions) {
    if (!isWithin(basics.regions, region.code, scope.area)) continue;
    for (const indicator of scheme.indicators) {
      const parts = known.get(indicator.id) ?? new Map();
      const part = regionPart(region, indicator, basics, parts);
      if (always.has(region.code) || isHolding(part)) figures.push(toFigure(region, indicator, part, order));
      if (!isUnit(region)) findings.push(...cityCountyFindings(region, indicator, basics, parts));
    }
  }
  return { value: figures, findings };
}

function toFigure(region: Region, indicator: Indicator, part: Part, order: ReadonlyMap<string, number>): Figure {
  const key = { region: region.code, indicator: indicator.id };
  if (!isHolding(part)) return { ...key, value: null, reason: part, basis: null, complete: false, lacks: [] };
  const place = (code: string) => order.get(code) ?? 0;
  return {
    ...key,
    value: holdingValue(part),
    reason: null,
    basis: part.basis,
    complete: part.complete,
    lacks: part.lacks.toSorted((a, b) => place(a) - place(b)),
  };
}
