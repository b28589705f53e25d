import { type Decimal, toNumber } from '../decimal/decimal.ts';
import type { ComparedFigure } from '../model/compilation.ts';
import type { Indicator } from '../scheme/scheme.ts';
import type { ReportFigure } from './model.ts';

/** Figures by region, then indicator. */
export type FigureIndex = ReadonlyMap<string, ReadonlyMap<string, ComparedFigure>>;

export function indexFigures(figures: readonly ComparedFigure[]): FigureIndex {
  const index = new Map<string, Map<string, ComparedFigure>>();
  for (const figure of figures) {
    const ofRegion = index.get(figure.region);
    if (ofRegion) ofRegion.set(figure.indicator, figure);
    else index.set(figure.region, new Map([[figure.indicator, figure]]));
  }
  return index;
}

/** Where each figure stands among those of the report. */
export type FigurePlaces = ReadonlyMap<ComparedFigure, number>;

export function figurePlaces(figures: readonly ComparedFigure[]): FigurePlaces {
  return new Map(figures.map((figure, at) => [figure, at]));
}

/** The figure of a region and indicator, or null when the run holds none. */
export function figureOf(index: FigureIndex, region: string, indicator: string): ComparedFigure | null {
  return index.get(region)?.get(indicator) ?? null;
}

/** The nearest JSON number of an exact decimal; null stays null. */
export function numberOrNull(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}

/** A figure with the keys and order of `report.json`. */
export function reportFigure(figure: ComparedFigure, indicator: Indicator): ReportFigure {
  return {
    region: figure.region,
    indicator: figure.indicator,
    task: indicator.task,
    unit: indicator.unit,
    value: numberOrNull(figure.value),
    basis: figure.basis,
    complete: figure.complete,
    lacks: figure.lacks,
    reason: figure.reason,
    ytd: numberOrNull(figure.ytd),
    previous: numberOrNull(figure.previous),
    qoq: numberOrNull(figure.qoq),
    yearAgo: numberOrNull(figure.yearAgo),
    yoy: numberOrNull(figure.yoy),
    ytdYearAgo: numberOrNull(figure.ytdYearAgo),
    ytdYoy: numberOrNull(figure.ytdYoy),
    comparedWithout: {
      qoq: figure.comparedWithout.qoq,
      yoy: figure.comparedWithout.yoy,
      ytdYoy: figure.comparedWithout.ytdYoy,
    },
    ytdLacks: figure.ytdLacks,
    readable: figure.readable,
  };
}
