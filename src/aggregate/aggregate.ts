import type { Figure } from '../model/compilation.ts';
import type { Finding } from '../model/finding.ts';
import { holdingValue, isHolding, type Part, type PartsByIndicator, type PeriodParts } from '../model/holding.ts';
import type { Staged } from '../model/staged.ts';
import { isWithin } from '../scheme/regions.ts';
import type { Indicator, Region, Scheme } from '../scheme/scheme.ts';
import { cityCountyFindings } from './city-county.ts';
import { type Asked, type Basics, isUnit, type KnownParts, regionPart } from './region-part.ts';

/** The figures of a period, and all that is known of its regions for comparing it. */
export interface Aggregated {
  readonly figures: readonly Figure[];
  readonly parts: PeriodParts;
  /** Region codes of which every indicator is a figure, with a value or without. */
  readonly shown: ReadonlySet<string>;
}

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
export function aggregate(scheme: Scheme, scope: Scope, basics: Basics): Staged<Aggregated> {
  const sent = scheme.regions.filter(({ code, parent }) => parent === scope.area && basics.returns.has(code));
  const shown = new Set([scope.area, ...scope.roster, ...sent.map(({ code }) => code)]);
  const questions = scheme.indicators.map((indicator) => questionsOf(indicator, basics));
  const findings: Finding[] = [];
  for (const region of scheme.regions) {
    if (!isWithin(basics.regions, region.code, scope.area)) continue;
    for (const { indicator, value, yearToDate } of questions) {
      regionPart(region, indicator, value.asked, value.parts);
      regionPart(region, indicator, yearToDate.asked, yearToDate.parts);
      if (!isUnit(region)) findings.push(...cityCountyFindings(region, indicator, value.asked, value.parts));
    }
  }
  const value = new Map(questions.map(({ indicator, value: { parts } }) => [indicator.id, parts]));
  const yearToDate = new Map(questions.map(({ indicator, yearToDate: { parts } }) => [indicator.id, parts]));
  const figures = figuresOf(value, shown, scheme);
  return { value: { figures, parts: { value, yearToDate }, shown }, findings };
}

/** What is asked of every region about an indicator, and what was found. */
interface Questions {
  readonly indicator: Indicator;
  readonly value: { readonly asked: Asked; readonly parts: KnownParts };
  readonly yearToDate: Questions['value'];
}

function questionsOf(indicator: Indicator, basics: Basics): Questions {
  const ofPeriod: KnownParts = new Map();
  // In the first period of a year, and for what stands at a day, the year to date is the period.
  const ofYear: KnownParts = basics.isFirst || indicator.kind === 'stock' ? ofPeriod : new Map();
  return {
    indicator,
    value: { asked: { ...basics, span: 'period', ofPeriod }, parts: ofPeriod },
    yearToDate: { asked: { ...basics, span: 'yearToDate', ofPeriod }, parts: ofYear },
  };
}

/** What is known of regions as figures: all indicators of those that are `shown`, of others what has a value. */
export function figuresOf(parts: PartsByIndicator, shown: ReadonlySet<string>, scheme: Scheme): readonly Figure[] {
  const order = new Map(scheme.regions.map(({ code, order: place }) => [code, place]));
  return scheme.regions.flatMap((region) =>
    scheme.indicators.flatMap((indicator) => {
      const part = parts.get(indicator.id)?.get(region.code);
      if (part === undefined || !(shown.has(region.code) || isHolding(part))) return [];
      return [toFigure(region, indicator, part, order)];
    }),
  );
}

function toFigure(region: Region, indicator: Indicator, part: Part, order: ReadonlyMap<string, number>): Figure {
  const { code } = region;
  const { id } = indicator;
  if (!isHolding(part)) {
    const readable = part !== 'unreadable';
    return {
      region: code,
      indicator: id,
      value: null,
      reason: part,
      basis: null,
      complete: false,
      readable,
      lacks: [],
    };
  }
  return {
    region: code,
    indicator: id,
    value: holdingValue(part),
    reason: null,
    basis: part.basis,
    complete: part.complete,
    readable: part.readable,
    lacks: inOrder(part.lacks, order),
  };
}

/** Codes of regions in the customary order. */
function inOrder(codes: readonly string[], order: ReadonlyMap<string, number>): readonly string[] {
  return codes.length < 2 ? codes : codes.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
