import { whole, ZERO } from '../decimal/decimal.ts';
import { type CellContent, gridRow } from '../model/grid.ts';
import { ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import type { PartRow, ShownNumber, TotalCell, TotalledTable, TotalRow } from '../model/totalled-table.ts';
import { isWithin, regionIndex } from '../scheme/regions.ts';
import { wordSets } from '../scheme/words.ts';
import { cellText } from './cell-text.ts';
import type { NormaliseContext } from './context.ts';
import type { NumberReading } from './number-cell.ts';
import { blockRows, type TableBlock } from './table-blocks.ts';
import { columnRange, rowReader, rowsBetween } from './table-rows.ts';
import { type TotalLabel, totalLabel } from './total-label.ts';
import { type TotalledField, totalledFields } from './totalled-fields.ts';

/** What is known of a data row beside its numbers. */
type RowFacts = (row: number) => Pick<PartRow, 'region' | 'repeats'>;

/**
 * The total rows of a table with the rows that they may cover; null when it has none.
 *
 * Nothing is said about them here: what a total says is no figure, and whether it is right is for the check. `facts`
 * is asked only when there are totals.
 */
export function readTotals(block: TableBlock, facts: () => RowFacts, context: NormaliseContext): TotalledTable | null {
  const [view] = block.views;
  const { sheet, table, file } = view;
  const rows = [...rowsBetween(sheet, table, block.rows, 'total')];
  if (rows.length === 0) return null;
  const fields = totalledFields(view, context.scheme);
  const read = rowReader(
    sheet.grid,
    fields.map(({ column }) => ({ column, spread: false })),
  );
  const totals = rows.flatMap((index) => {
    const label = labelIn(block, index, context);
    if (label === 'ofWhich') return [];
    const { number, cells } = read(index);
    return [{ row: number, ...extent(label, context), cells: fields.map((field, at) => totalCell(field, cells[at])) }];
  });
  if (totals.length === 0) return null;
  const factsOf = facts();
  // In a ledger blanks are the rule and add nothing; in a summary nobody knows what belongs there.
  const blank = table.form === 'ledger' ? NOTHING : null;
  return {
    file,
    sheet: sheet.grid.sheet,
    form: table.form === 'ledger' ? 'ledger' : 'summary',
    transposed: false,
    table: view.index,
    columns: fields.map(({ column, id, yearToDate, counts }) => ({ column, id, yearToDate, counts })),
    parts: blockRows(block).map((index) => {
      const { number, cells } = read(index);
      return { row: number, ...factsOf(number), values: fields.map((field, at) => part(field, cells[at], blank)) };
    }),
    totals,
    pages: rowsOf(block, 'header'),
    sections: sectionRows(block),
  };
}

const NOTHING: ShownNumber = { value: ZERO, step: whole(1), exact: true };

function part({ read }: TotalledField, cell: CellContent | undefined, blank: ShownNumber | null): ShownNumber | null {
  const reading = read(cell);
  return reading.state === 'blank' ? blank : reading.shown;
}

function totalCell({ read }: TotalledField, cell: CellContent | undefined): TotalCell | null {
  const { state, shown }: NumberReading = read(cell);
  return cell === undefined || state === 'blank' ? null : { state, shown, raw: cell.text };
}

/** A total's word stands in one of the first texts: 序号 and region may stand before it. */
const LABEL_WITHIN = 4;

function labelIn({ views }: TableBlock, index: number, context: NormaliseContext): TotalLabel | 'ofWhich' {
  const [{ sheet, table }] = views;
  const [, right] = columnRange(table);
  const texts = gridRow(sheet.grid, index)
    .cells.filter(({ kind, column }) => kind === 'text' && column <= right)
    .map(cellText)
    .filter((text) => text !== '');
  for (const text of texts.slice(0, LABEL_WITHIN)) {
    const label = totalLabel(text, context.scheme, context.sender);
    if (label !== null) return label;
  }
  return { word: '', scope: null };
}

/** Whether a label means the whole table, or the rows of some regions. */
function extent({ word, scope }: TotalLabel, { scheme, sender }: NormaliseContext): Omit<TotalRow, 'row' | 'cells'> {
  const grand =
    scope === null
      ? wordSets(scheme).grandTotals.has(word)
      : scope.some((code) => isWithin(regionIndex(scheme), sender, code));
  return { word, grand, scope };
}

function rowsOf({ views: [{ sheet }], rows: [first, last] }: TableBlock, rowClass: RowClass): readonly number[] {
  const code = ROW_CLASSES.indexOf(rowClass);
  return [...sheet.grid.rowNumbers].filter((row, at) => row >= first && row <= last && sheet.classes[at] === code);
}

/** The title above each section but the first. */
function sectionRows(block: TableBlock): readonly number[] {
  const titles = rowsOf(block, 'title');
  return block.views.slice(1).flatMap(({ table }) => {
    const first = table.dataRows?.[0];
    return first === undefined ? [] : (titles.findLast((row) => row < first) ?? first);
  });
}
