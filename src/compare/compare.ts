import type { Decimal } from '../decimal/decimal.ts';
import type { ComparedFigure, Figure } from '../model/compilation.ts';
import type { Period } from '../period/period.ts';
import type { IndicatorKind, Scheme } from '../scheme/scheme.ts';

const NOT_COMPARED = {
  previous: null,
  qoq: null,
  yearAgo: null,
  yoy: null,
  ytdYearAgo: null,
  ytdYoy: null,
  comparedWithout: { qoq: [], yoy: [], ytdYoy: [] },
} as const;

/** Sets each figure beside its year to date and its bases; earlier periods that are not known leave nulls. */
export function compare(figures: readonly Figure[], period: Period, scheme: Scheme): readonly ComparedFigure[] {
  const kinds = new Map(scheme.indicators.map(({ id, kind }) => [id, kind]));
  return figures.map((figure) => ({
    ...figure,
    ...NOT_COMPARED,
    ytd: yearToDate(figure, kinds.get(figure.indicator) ?? 'flow', period),
  }));
}

/** A stock stands as at the period's end; in the first period of a year the others are the period's own. */
function yearToDate(figure: Figure, kind: IndicatorKind, period: Period): Decimal | null {
  return kind === 'stock' || period.number === 1 ? figure.value : null;
}
