import type { LineRegions, TableLine } from '../model/recognised.ts';
import { countPower } from '../scheme/count-unit.ts';
import type { Indicator, Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { joined } from './columns.ts';
import { namedIndicator } from './indicator-text.ts';
import type { LinePart } from './line-columns.ts';
import { lineRegions } from './line-regions.ts';
import { isTotal } from './row-marks.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';

/** A row of a transposed table as read. */
export interface ReadLine extends TableLine {
  /** Index of the grid's row. */
  readonly index: number;
  /** Column of its name. */
  readonly column: number;
  /** The row that has its indicator already; null when none has. */
  readonly kept: ReadLine | null;
}

interface Draft {
  readonly index: number;
  readonly column: number;
  readonly levels: readonly string[];
  /** Something stands in a column of figures. */
  readonly filled: boolean;
  readonly unit: string | null;
  readonly regions: LineRegions | null;
}

/**
 * The rows of a part from one index to another that name an indicator, or stand beside figures under another name.
 *
 * Of two rows that name one indicator, of one region where there are columns of them, the first with figures counts; a
 * name without any is then a heading. Rows of a total over regions name none.
 */
export function readLines(
  view: SheetView,
  part: LinePart,
  from: number,
  to: number,
  scheme: Scheme,
): readonly ReadLine[] {
  let whole: Indicator | null = null;
  const lines: { draft: Draft; line: Omit<ReadLine, 'kept'>; key: string }[] = [];
  for (const draft of drafts(view, part, from, to, scheme)) {
    if (isOfTotal(draft.regions, scheme)) continue;
    const named = namedIndicator(draft.levels, whole, scheme);
    if (named === null && !draft.filled) continue;
    if (named?.indicator.parent === null) whole = named.indicator;
    const line = {
      index: draft.index,
      column: draft.column,
      row: rowNumber(view, draft.index),
      label: joined(draft.levels),
      meaning: named?.indicator.id ?? null,
      yearToDate: named?.yearToDate ?? false,
      unit: draft.unit ?? named?.unit ?? null,
      regions: draft.regions,
    };
    const region = Object.values(draft.regions?.texts ?? {}).map(matchKey);
    lines.push({ draft, line, key: [line.meaning, line.yearToDate, ...region].join(' ') });
  }
  const filled = new Set(lines.filter(({ draft }) => draft.filled).map(({ key }) => key));
  const kept = new Map<string, ReadLine>();
  return lines.flatMap(({ draft, line, key }): readonly ReadLine[] => {
    if (line.meaning === null) return [{ ...line, kept: null }];
    if (!draft.filled && filled.has(key)) return [];
    const first = kept.get(key);
    if (first) return [{ ...line, meaning: null, kept: first }];
    const own = { ...line, kept: null };
    kept.set(key, own);
    return [own];
  });
}

function drafts(view: SheetView, part: LinePart, from: number, to: number, scheme: Scheme): readonly Draft[] {
  const names = new Set(part.flatMap(({ column, field }) => (field === 'indicator' ? [column] : [])));
  const figures = new Set(part.flatMap(({ column, measure }) => (measure === null ? [] : [column])));
  const units = new Set(part.flatMap(({ column, field }) => (field === 'unit' ? [column] : [])));
  const regionsOf = lineRegions(view, part, scheme);
  const merged = new Map<number, { readonly bottom: number; readonly text: string }>();
  const found: Draft[] = [];
  for (let index = from; index < to; index++) {
    const own = new Map<number, string>();
    let filled = false;
    let unit: string | null = null;
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      const column = columnAt(view, at);
      const blank = kindAt(view, at) === 'text' && view.keyAt(at) === '';
      if (blank) continue;
      if (names.has(column)) own.set(column, textAt(view, at));
      else if (figures.has(column)) filled = true;
      else if (units.has(column)) unit = unitIn(textAt(view, at), scheme);
    }
    mergeDown(view, index, own, merged);
    const levels = levelsOf(names, own, merged, rowNumber(view, index), filled);
    const column = [...own.keys()].at(-1) ?? [...names][0] ?? 0;
    const regions = regionsOf(index);
    if (levels.length > 0) found.push({ index, column, levels: withoutTotal(levels, scheme), filled, unit, regions });
  }
  return found;
}

function isOfTotal(regions: LineRegions | null, scheme: Scheme): boolean {
  return regions !== null && Object.values(regions.texts).some((text) => isTotal(matchKey(text), scheme));
}

type Merged = Map<number, { readonly bottom: number; readonly text: string }>;

/** Remembers the names of a row that are merged over the rows below it. */
function mergeDown(view: SheetView, index: number, own: ReadonlyMap<number, string>, merged: Merged): void {
  for (const { left, top, bottom } of view.merges.get(rowNumber(view, index)) ?? []) {
    const text = own.get(left);
    if (text !== undefined && bottom > top) merged.set(left, { bottom, text });
  }
}

/** The names of a row from left to right; one merged from above names it when something of its own stands there too. */
function levelsOf(
  names: ReadonlySet<number>,
  own: ReadonlyMap<number, string>,
  merged: Merged,
  row: number,
  filled: boolean,
): readonly string[] {
  if (own.size === 0 && !filled) return [];
  return [...names].flatMap((column) => {
    const above = merged.get(column);
    const text = own.get(column) ?? (above && above.bottom >= row ? above.text : '');
    return text.trim() === '' ? [] : [text];
  });
}

/** 合计 beside a name is that name's own row, above those of its parts. */
function withoutTotal(levels: readonly string[], scheme: Scheme): readonly string[] {
  const [last = ''] = levels.slice(-1);
  return levels.length > 1 && isTotal(matchKey(last), scheme) ? levels.slice(0, -1) : levels;
}

function unitIn(text: string, scheme: Scheme): string | null {
  const { moneyUnits, countUnits } = wordSets(scheme);
  const key = matchKey(text);
  return moneyUnits.has(key) || countPower(key, countUnits) !== null ? text.trim() : null;
}
