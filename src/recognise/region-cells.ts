import type { Form, TableColumn } from '../model/recognised.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
import type { ReadColumns } from './columns.ts';
import type { HeaderBlock } from './header-block.ts';
import type { HeaderText } from './header-text.ts';
import { namesRegion } from './measure.ts';
import { isTotal } from './row-marks.ts';
import { columnAt, rowStart, type SheetView, textAt } from './sheet-view.ts';

/** Region columns that their cells tell and not their header: column number → id of the field. */
export type RegionCells = ReadonlyMap<number, string>;

const NONE: RegionCells = new Map();
/** So many rows below the header are looked at. */
const ROWS = 200;

/**
 * The region columns that the cells below a header tell: of a summary that has none, the first column before its
 * figures that holds names of regions, whatever its header (单位, 项目, or nothing); and the second of two columns
 * under one header for regions (地区 over 惠州市 | 惠城区).
 */
export function regionCells(
  view: SheetView,
  header: HeaderBlock,
  read: ReadColumns,
  form: Form | 'unknown',
  scheme: Scheme,
): RegionCells {
  const fields = scheme.columns.filter(({ type }) => type === 'region').map(({ id }) => id);
  const known = read.columns.filter(({ meaning }) => meaning !== null && fields.includes(meaning));
  const [last] = known.slice(-1);
  const beside = read.twice.find(
    ({ column, id, kept }) => fields.includes(id) && kept.column + 1 === column.column && sameLevels(column, kept),
  );
  if (beside && last?.meaning === CITY && known.length === 1) {
    const told = toldBy(view, header, beside.column.column, read.columns, scheme);
    return told === null ? NONE : new Map([[beside.column.column, COUNTY]]);
  }
  if (form !== 'summary' || known.length > 0) return NONE;
  const first = firstFigures(read.columns, scheme);
  for (let column = 1; column < first; column++) {
    const own = read.columns.find((one) => one.column === column);
    if (own !== undefined && own.meaning !== null) continue;
    const told = toldBy(view, header, column, read.columns, scheme);
    if (told !== null) return new Map([[column, told]]);
  }
  return NONE;
}

const CITY = 'city';
const COUNTY = 'county';

function sameLevels(a: HeaderText, b: HeaderText): boolean {
  return a.levels.join('\n') === b.levels.join('\n');
}

/** The first column of an indicator. */
function firstFigures(columns: readonly TableColumn[], scheme: Scheme): number {
  const indicators = new Set(scheme.indicators.map(({ id }) => id));
  return columns.find(({ meaning }) => indicators.has(meaning ?? ''))?.column ?? 0;
}

/** Whether most names beside figures are those of regions, and of which; null when they are not. */
function toldBy(
  view: SheetView,
  header: HeaderBlock,
  column: number,
  columns: readonly TableColumn[],
  scheme: Scheme,
): string | null {
  const figures = new Set(columns.flatMap((one) => (one.meaning === null ? [] : [one.column])));
  let cities = 0;
  let others = 0;
  let strange = 0;
  const end = Math.min(view.rows, header.last + 1 + ROWS);
  for (let index = header.last + 1; index < end; index++) {
    let text = '';
    let filled = false;
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      if (columnAt(view, at) === column) text = textAt(view, at);
      else filled ||= columnAt(view, at) > column && figures.has(columnAt(view, at));
    }
    const key = nameIn(text, scheme);
    if (!filled || key === '' || isTotal(key, scheme)) continue;
    const match = findRegion(regionIndex(scheme), key, null);
    if (match.kind === 'region' && match.region.level === 'city') cities++;
    else if (namesRegion(key, scheme)) others++;
    else strange++;
  }
  if (cities + others <= strange) return null;
  return cities > others ? CITY : COUNTY;
}

/** The name behind its number and `其中：`. */
function nameIn(text: string, scheme: Scheme): string {
  const key = withoutNumbering(matchKey(text));
  const colon = key.indexOf(':');
  return colon > 0 && wordSets(scheme).ofWhich.has(key.slice(0, colon)) ? key.slice(colon + 1) : key;
}
