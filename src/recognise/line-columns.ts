import { headerDictionary } from '../scheme/dictionary.ts';
import type { Column, ColumnType, Scheme } from '../scheme/scheme.ts';
import { joined } from './columns.ts';
import { readHeader } from './header-meaning.ts';
import type { HeaderText } from './header-text.ts';
import { labelKind } from './labels.ts';
import { type Measure, readMeasure, saysFigures } from './measure.ts';

/** A column of a table whose rows are indicators. */
export interface LineColumn extends HeaderText {
  /** `indicator` holds the names of rows, `unit` their units, a column id something else; null what is unknown. */
  readonly field: string | null;
  /** What its figures are; null when it holds none or its header does not say which. */
  readonly measure: Measure | null;
}

/** Names of rows with the figures beside them; a table may have two such halves side by side. */
export type LinePart = readonly LineColumn[];

/**
 * Parts the columns of a header into tables: names of rows, then their figures, then perhaps names again. `names` are
 * the columns that hold indicators.
 */
export function lineParts(
  headers: readonly HeaderText[],
  names: ReadonlySet<number>,
  scheme: Scheme,
): readonly LinePart[] {
  const types = new Map(scheme.columns.map(({ id, type }) => [id, type]));
  const parts: LineColumn[][] = [[]];
  const all = withNames(headers, names);
  // A header merged over two columns, or standing there once more, heads names in both.
  const heads = new Set(all.flatMap(({ column, levels }) => (names.has(column) ? [joined(levels)] : [])));
  for (const header of all) {
    const text = joined(header.levels);
    const column = lineColumn(header, names.has(header.column) || (text !== '' && heads.has(text)), scheme);
    const part = parts.at(-1) ?? [];
    const begins = column.field === 'indicator' && part.some(({ measure }) => measure !== null);
    if (begins) parts.push([...part.splice(numbersFrom(part, types)), column]);
    else part.push(column);
  }
  const whole: LineColumn[][] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last === undefined || isWhole(part)) whole.push([...part]);
    else last.push(...part.map((column) => ({ ...column, field: null, measure: null })));
  }
  return whole;
}

/** Names beside figures that are compiled; names beside anything else are columns like others. */
export function isWhole(part: LinePart): boolean {
  const hasFigures = part.some(({ measure }) => measure !== null && measure.span !== 'other');
  return hasFigures && part.some(({ field }) => field === 'indicator');
}

/** Where the last columns of a part begin that number the rows of the next one. */
function numbersFrom(part: LinePart, types: ReadonlyMap<string, ColumnType>): number {
  const isNumbering = (type: ColumnType | undefined) => type === 'ignore' || type === 'task';
  let from = part.length;
  while (isNumbering(types.get(part[from - 1]?.field ?? ''))) from--;
  return from;
}

/** A column of names may have no header of its own. */
function withNames(headers: readonly HeaderText[], names: ReadonlySet<number>): readonly HeaderText[] {
  const known = new Set(headers.map(({ column }) => column));
  const row = headers[0]?.row ?? 0;
  const bare = [...names].flatMap((column) => (known.has(column) ? [] : [{ column, levels: [], row }]));
  return [...headers, ...bare].sort((a, b) => a.column - b.column);
}

function lineColumn(header: HeaderText, isName: boolean, scheme: Scheme): LineColumn {
  if (isName) return { ...header, field: 'indicator', measure: null };
  const measure = readMeasure(header.levels, scheme);
  if (saysFigures(measure)) return { ...header, field: null, measure };
  if (labelKind(header.levels.at(-1) ?? '', scheme) === 'unit') return { ...header, field: 'unit', measure: null };
  return { ...header, field: asideField(header.levels, scheme), measure: null };
}

/**
 * Numbers, tasks, regions, remarks, people and what the form works out by itself stand beside the names of rows as they
 * do in other tables.
 */
function asideField(levels: readonly string[], scheme: Scheme): string | null {
  const ids = (['ledger', 'summary'] as const).flatMap((form) => {
    const [meaning] = readHeader(levels, headerDictionary(scheme, form), scheme).meanings;
    return meaning?.id ?? [];
  });
  const isAside = ({ type, forms }: Column) => type === 'task' || forms.includes('summary');
  return ids.find((id) => scheme.columns.some((column) => column.id === id && isAside(column))) ?? null;
}
