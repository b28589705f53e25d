import type { SummaryCell } from '../model/filed-return.ts';
import type { TotalledTable } from '../model/totalled-table.ts';
import { regionIndex } from '../scheme/regions.ts';
import { wordSets } from '../scheme/words.ts';
import type { NormaliseContext } from './context.ts';
import { type FigureColumn, figureColumns, type IndicatorLine, indicatorLines } from './line-fields.ts';
import { remark } from './reading.ts';
import { regionBlanks } from './region-blanks.ts';
import { counted, type RowRegion, summaryRegions } from './region-finder.ts';
import { type Noted, rowNotes } from './row-notes.ts';
import type { SummaryRows } from './summary-table.ts';
import { rowReader, tableRows } from './table-rows.ts';
import type { TableView } from './table-view.ts';
import { transposedTotals } from './transposed-totals.ts';

/** What a transposed summary says, and its total columns to check. */
export type TransposedRows = Pick<SummaryRows, 'summary' | 'summaryRows' | 'summarySetAside'> & {
  readonly totalled: readonly TotalledTable[];
};

/** Reads a summary whose rows are indicators and whose columns are spans or regions. */
export function readTransposedTable(view: TableView, context: NormaliseContext): Noted<TransposedRows> {
  const { scheme, sender } = context;
  const home = view.table.region ?? sender;
  const lines = indicatorLines(view, scheme);
  const figures = figureColumns(view, home, scheme);
  const notes = rowNotes(view, context);
  const inside = figures.filter((figure) => mayCount(figure, view, context, notes.add));
  const read = rowReader(
    view.sheet.grid,
    figures.map(({ column }) => ({ column, spread: false })),
  );
  const rows = Array.from(tableRows(view.sheet, view.table, 'data'), read);
  const nobody: RowRegion | null = view.table.nobody ? NOBODY : null;
  const places = new Map(
    [...lines.values()].map((line) => [line.row, lineRegion(line, view, context, notes.add) ?? nobody]),
  );
  const offered = offeredKeys(lines.values(), inside, places);
  const blanks = regionBlanks();
  const summary: SummaryCell[] = [];
  for (const row of rows) {
    const line = lines.get(row.number);
    const place = places.get(row.number);
    if (line === undefined || place?.setAside) continue;
    const { indicator } = line;
    for (const figure of inside) {
      if (figure.region === null) continue;
      const { column } = figure;
      const region = regionFor(figure, place) ?? home;
      const yearToDate = line.yearToDate || figure.yearToDate;
      const cell = row.cells[figures.indexOf(figure)];
      const { value, state, remarks } = line.readerFor(figure)(cell);
      const besideOther = yearToDate && offered.has(keyOf(region, indicator.id, false));
      const isMissing = state === 'blank' && indicator.tier === 'core' && !besideOther;
      const noted = { row: row.number, column, cell, region, about: { indicator: indicator.id } };
      blanks.take(column, { isBlank: state === 'blank', isWanted: isMissing, remarks, at: noted });
      const at = { table: view.index, row: row.number, column };
      summary.push({ ...at, region, indicator: indicator.id, yearToDate, value, state });
    }
  }
  const at = (column: number) => ({ row: view.table.headerRows[1], column });
  blanks.noteLines(notes, at, scheme);
  blanks.noteCells(notes);
  const placed = rows.map(({ number }) => ({ table: view.index, row: number, place: places.get(number) }));
  const summaryRows = placed.flatMap(({ table, row, place }) =>
    place?.setAside ? [] : [{ table, row, region: place?.region ?? home }],
  );
  const summarySetAside = placed.flatMap(({ table, row, place }) =>
    place?.setAside ? [{ table, row, reason: place.setAside }] : [],
  );
  const totalled = transposedTotals(view, rows, lines, figures);
  const value = { summary, summaryRows, summarySetAside, totalled };
  return { value, told: notes.size(), findings: notes.findings() };
}

/** A row of a part of the sender that nobody knows. */
const NOBODY: RowRegion = { region: null, setAside: 'noRegion', remark: null, column: null };

/** The region that a row names beside its indicator, with what is to be said of it; null when it names none. */
function lineRegion(
  { row, regions }: IndicatorLine,
  { table }: TableView,
  { scheme, sender }: NormaliseContext,
  note: ReturnType<typeof rowNotes>['add'],
): RowRegion | null {
  if (regions === null) return null;
  const { nilMarks, ofWhich } = wordSets(scheme);
  const scope = { index: regionIndex(scheme), sender, home: table.region ?? sender, nilMarks, ofWhich };
  const { city = '', county = '', region_code = '' } = regions.texts;
  const found = summaryRegions(scope, true)({ city, county, region_code });
  const columnOf = (field: string | null) => table.columns.find(({ meaning }) => meaning === field)?.column ?? null;
  const at = { row, cell: undefined, region: found.region, about: {} };
  if (regions.filled !== null) note([remark('REGION_FILLED', {})], { ...at, column: regions.filled });
  if (found.remark !== null) note([found.remark], { ...at, column: columnOf(found.column) });
  return found;
}

/** The region of a cell: that of its column, else that of its row; null for a total over regions. */
function regionFor({ region, ofRegion }: FigureColumn, place: RowRegion | null | undefined): string | null {
  return region === null || ofRegion ? region : (place?.region ?? region);
}

/** A region elsewhere is said once, at its header. */
function mayCount(
  { region, column }: FigureColumn,
  { table }: TableView,
  { scheme, sender }: NormaliseContext,
  note: ReturnType<typeof rowNotes>['add'],
): boolean {
  if (region === null) return true;
  const found = counted(region, null, (code) => code, { index: regionIndex(scheme), sender });
  if (found.remark === null) return true;
  note([found.remark], { row: table.headerRows[1], column, cell: undefined, region, about: {} });
  return false;
}

/** What the table has a cell for: a blank year to date beside a cell of the period is not missed. */
function offeredKeys(
  lines: Iterable<IndicatorLine>,
  figures: readonly FigureColumn[],
  places: ReadonlyMap<number, RowRegion | null>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { row, indicator, yearToDate } of lines) {
    for (const figure of figures) {
      const region = regionFor(figure, places.get(row));
      if (region !== null) keys.add(keyOf(region, indicator.id, yearToDate || figure.yearToDate));
    }
  }
  return keys;
}

function keyOf(region: string, indicator: string, yearToDate: boolean): string {
  return `${region} ${indicator} ${yearToDate}`;
}
