import type { FiledReturn, SummaryCell } from '../model/filed-return.ts';
import { regionIndex } from '../scheme/regions.ts';
import { wordSets } from '../scheme/words.ts';
import type { NormaliseContext } from './context.ts';
import { cellOf } from './field.ts';
import { type RegionBlanks, regionBlanks } from './region-blanks.ts';
import { readRegion } from './region-cells.ts';
import { regionFiller } from './region-fill.ts';
import { summaryRegions } from './region-finder.ts';
import { type Noted, rowNotes } from './row-notes.ts';
import type { RegionColumn } from './row-region.ts';
import { type IndicatorField, summaryColumns } from './summary-columns.ts';
import { rowReader, type TableRow, tableRows } from './table-rows.ts';
import type { TableView } from './table-view.ts';

/** What the rows of a summary table say. */
export type SummaryRows = Pick<FiledReturn, 'summary' | 'summaryRows' | 'summarySetAside'> & {
  /** Region of each data row, also of those that do not count; null when it cannot be told. */
  readonly regions: ReadonlyMap<number, string | null>;
};

/** Reads the region rows of a summary table: a cell for every indicator column, the blank ones too. */
export function readSummaryTable(
  view: TableView,
  context: NormaliseContext,
  groupwise: ReadonlySet<RegionColumn>,
): Noted<SummaryRows> {
  const { scheme, sender } = context;
  const columns = summaryColumns(view, scheme);
  const readRow = rowReader(view.sheet.grid, columns.slots);
  const indexes = [...tableRows(view.sheet, view.table, 'data')];
  const home = view.table.region ?? sender;
  const { nilMarks, ofWhich } = wordSets(scheme);
  const scope = { index: regionIndex(scheme), sender, home, nilMarks, ofWhich };
  const regionOf = summaryRegions(scope, indexes.length === 1);
  const notes = rowNotes(view, context);
  const fill = regionFiller(view, columns.regions, groupwise);
  const regions = new Map<number, string | null>();
  const blanks = regionBlanks();
  const summary: SummaryCell[] = [];
  const summaryRows: SummaryRows['summaryRows'][number][] = [];
  const summarySetAside: SummaryRows['summarySetAside'][number][] = [];
  for (const index of indexes) {
    // The file is not counted; what else is wrong is not asked.
    if (notes.isFull()) break;
    const filled = fill(readRow(index));
    const { row } = filled;
    const { region, setAside } = readRegion(filled, columns.regions, regionOf, notes);
    regions.set(row.number, region);
    const at = { table: view.index, row: row.number };
    // What a row says that does not count is not judged.
    if (region === null || setAside !== null || (view.table.nobody && region === home)) {
      summarySetAside.push({ ...at, reason: setAside ?? 'noRegion' });
      continue;
    }
    summaryRows.push({ ...at, region });
    for (const field of columns.indicators) summary.push({ ...at, ...readIndicator(row, region, field, blanks) });
    blanks.noteCells(notes);
  }
  blanks.noteLines(notes, (row) => ({ row, column: null }), scheme);
  const value = { summary, summaryRows, summarySetAside, regions };
  return { value, told: notes.size(), findings: notes.findings() };
}

function readIndicator(
  row: TableRow,
  region: string,
  field: IndicatorField,
  blanks: RegionBlanks,
): Omit<SummaryCell, 'table' | 'row'> {
  const { id: indicator, column, yearToDate } = field;
  const cell = cellOf(row, field);
  const { value, state, remarks } = field.read(cell);
  const noted = { row: row.number, column, cell, region, about: { indicator } };
  const isBlank = state === 'blank';
  blanks.take(row.number, { isBlank, isWanted: isBlank && field.required, remarks, at: noted });
  return { region, indicator, yearToDate, value, state, column };
}
