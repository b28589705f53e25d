import type { TableColumn } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { joined, type ReadColumns } from './columns.ts';
import type { HeaderText } from './header-text.ts';
import type { LineColumn, LinePart } from './line-columns.ts';
import { spanOf } from './measure.ts';

/** What is known of a file once all its sheets are read; null where nothing tells it. */
export interface Told {
  readonly sender: string | null;
  readonly period: Period | null;
}

/** The columns of a transposed table, with the headers that seem to name a region and name none. */
export interface LineMeanings extends ReadColumns {
  readonly regionsUnknown: readonly HeaderText[];
}

interface Meant {
  readonly meaning: string | null;
  readonly yearToDate: boolean;
  readonly state: 'known' | 'aside' | 'unknown' | 'regionUnknown';
}

const ASIDE: Meant = { meaning: null, yearToDate: false, state: 'aside' };
const UNKNOWN: Meant = { meaning: null, yearToDate: false, state: 'unknown' };

/**
 * Says of each column of a transposed table which region and span its figures are of; the first of two wins. `figures`
 * are the columns that hold numbers.
 */
export function lineMeanings(part: LinePart, figures: ReadonlySet<number>, told: Told, scheme: Scheme): LineMeanings {
  const byRegion = part.some(({ measure }) => measure?.region != null);
  const meant = part.map((column) => meaningOf(column, byRegion, told, scheme));
  const taken = new Map<string, LineColumn>();
  const twice: ReadColumns['twice'][number][] = [];
  const columns = part.map((column, at): TableColumn => {
    const { meaning, yearToDate } = meant[at] ?? UNKNOWN;
    const field = `${meaning} ${yearToDate}`;
    const kept = column.measure === null || meaning === null ? undefined : taken.get(field);
    if (kept) twice.push({ column, id: meaning ?? '', kept });
    else taken.set(field, column);
    return {
      column: column.column,
      header: joined(column.levels),
      meaning: kept ? null : meaning,
      unit: column.measure?.unit ?? null,
      yearToDate: !kept && yearToDate,
    };
  });
  // Figures between those of regions are a region's too, whatever their header says.
  const isRegion = ({ column }: LineColumn) => byRegion && figures.has(column);
  const unknown = part.filter((column, at) => meant[at]?.state === 'unknown' && !isRegion(column));
  const regionsUnknown = part.filter((column, at) => {
    return meant[at]?.state === 'regionUnknown' || (meant[at]?.state === 'unknown' && isRegion(column));
  });
  return { columns, twice, unknown, byCells: [], regionsUnknown: told.sender === null ? [] : regionsUnknown };
}

function meaningOf({ field, measure, levels }: LineColumn, byRegion: boolean, told: Told, scheme: Scheme): Meant {
  if (measure === null) return field === null && levels.length > 0 ? UNKNOWN : { ...ASIDE, meaning: field };
  const span = spanOf(measure, told.period, scheme);
  if (span === null) return UNKNOWN;
  if (span === 'other') return ASIDE;
  const yearToDate = span === 'ytd';
  if (measure.region !== null) {
    const match = findRegion(regionIndex(scheme), measure.region, told.sender);
    if (match.kind !== 'region') return { ...UNKNOWN, state: 'regionUnknown' };
    return { meaning: match.region.code, yearToDate, state: 'known' };
  }
  // Beside regions a total adds them up; alone it is what the others (months, kinds) make together.
  if (measure.total && byRegion) return { meaning: 'total', yearToDate, state: 'known' };
  return { meaning: span, yearToDate, state: 'known' };
}
