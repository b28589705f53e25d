import type { Decimal } from '../decimal/decimal.ts';
import type { ActivityPacker } from '../model/activity-packer.ts';
import type { Activity } from '../model/filed-return.ts';
import type { Column } from '../scheme/scheme.ts';
import { associationKey } from '../text/association-key.ts';
import { matchKey } from '../text/match-key.ts';
import { brokenCell, cellText, cellWord } from './cell-text.ts';
import type { NormaliseContext } from './context.ts';
import type { Days } from './date-cell.ts';
import { cellOf, type Field } from './field.ts';
import { knownRows } from './known-rows.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import { NO_REMARKS, type Reading, type Remark, remark } from './reading.ts';
import { readRegion } from './region-cells.ts';
import { type FilledRow, regionFiller } from './region-fill.ts';
import type { RowRegion } from './region-finder.ts';
import { type RowNotes, rowNotes, type Told } from './row-notes.ts';
import type { RegionColumn } from './row-region.ts';
import { hasMergedRows, rowReader, type TableRow, tableRows } from './table-rows.ts';
import type { TableView } from './table-view.ts';

/**
 * Reads the rows of a ledger table into `packer`.
 *
 * `lacking` are number and yes/no columns that other tables of the file have and this one lacks: what its rows would
 * add is not known. `groupwise` region columns are written once for the rows below.
 */
export function readLedgerTable(
  view: TableView,
  context: NormaliseContext,
  columns: LedgerColumns,
  lacking: readonly string[],
  groupwise: ReadonlySet<RegionColumn>,
  packer: ActivityPacker,
): Told {
  const { grid } = view.sheet;
  const notes = rowNotes(view, context);
  const readRow = rowReader(grid, columns.slots);
  const read = { view, columns, notes, lacking };
  const fill = regionFiller(view, columns.regions, groupwise);
  // A row to which cells of others speak is not told by its own.
  const isSpread = groupwise.size > 0 || hasMergedRows(view.sheet, view.table, columns.slots);
  const known = isSpread ? null : knownRows(grid, columns, packer);
  for (const index of tableRows(view.sheet, view.table, 'data')) {
    // The file is not counted; what else is wrong is not asked.
    if (notes.isFull()) break;
    if (known?.add(index)) continue;
    const times = notes.times();
    packer.add(activityOf(fill(readRow(index)), read));
    if (notes.times() === times) known?.keep(index);
  }
  return { told: notes.size(), findings: notes.findings() };
}

interface LedgerReading {
  readonly view: TableView;
  readonly columns: LedgerColumns;
  readonly notes: RowNotes;
  readonly lacking: readonly string[];
}

/** Notes remarks about a field of the row at hand. */
type Note = (field: Field, remarks: readonly Remark[]) => void;

const ROW_EMPTY = [remark('ROW_EMPTY', {})];
const TASK_MISSING = [remark('TASK_MISSING', {})];
const TYPE_MISSING = [remark('ACTIVITY_TYPE_MISSING', {})];
const DATE_MISSING = [remark('DATE_MISSING', {})];

function activityOf(filled: FilledRow, { view, columns, notes, lacking }: LedgerReading): Activity {
  const { row } = filled;
  const { region, setAside } =
    registeredRegion(row, columns, notes) ?? readRegion(filled, columns.regions, columns.regionOf, notes);
  const isEmpty = saysNothing(row, columns);
  if (isEmpty) notes.add(ROW_EMPTY, { row: row.number, column: null, cell: undefined, region, about: {} });
  // Of an empty row it is not said of every cell that it is blank.
  const note: Note = (field, remarks) => {
    if (remarks.length === 0 || isEmpty) return;
    const { column, id } = field;
    notes.add(remarks, { row: row.number, column, cell: cellOf(row, field), region, about: { column: id } });
  };
  const task = taskOf(row, columns, view.table.task, note);
  const type = typeOf(row, columns, task, note);
  const { start, end } = daysOf(row, columns, note);
  const name = textOf(row, columns.association, columns);
  // Where the row does not count for its region, its registrar is not held against it.
  const code = creditCodeOf(row, columns, setAside === null ? region : null, note);
  noteBlanks(row, columns, type, note);
  const { flags, doubtful } = flagsOf(row, columns, note);
  const { numbers, defects } = numbersOf(row, columns, type, note);
  return {
    table: view.index,
    row: row.number,
    region,
    task,
    type,
    association: code ?? associationKey(name),
    associationName: name,
    title: textOf(row, columns.title, columns),
    venue: textOf(row, columns.venue, columns),
    start,
    end,
    part: partOf(row, columns, note),
    numbers,
    defects: joined(lacking, doubtful, defects),
    flags,
    setAside: task === null ? 'noTask' : setAside,
  };
}

/** Nothing stands in the row but where and for what it is, though the table asks for more. */
function saysNothing({ cells }: TableRow, columns: LedgerColumns): boolean {
  // The first cell that says something ends the search, in most rows the first at all.
  for (let slot = 0; slot < cells.length; slot++) {
    const cell = cells[slot];
    if (cell !== undefined && !isPlace(slot, columns) && matchKey(cell.text) !== '') return false;
  }
  return columns.slots.filter(({ column }, slot) => column !== null && !isPlace(slot, columns)).length > 1;
}

/** Whether a slot tells where and for what a row is. */
function isPlace(slot: number, { regions: { city, county, region_code: code }, task }: LedgerColumns): boolean {
  return slot === city.slot || slot === county.slot || slot === code.slot || slot === task.slot;
}

/** The region by the registering authority, where the scheme counts by it and the row names one. */
function registeredRegion(
  row: TableRow,
  { authority, registeredIn }: LedgerColumns,
  notes: RowNotes,
): RowRegion | null {
  if (registeredIn === null) return null;
  const cell = cellOf(row, authority);
  const found = registeredIn(cellText(cell));
  if (found === null || found.remark === null) return found;
  const { region } = found;
  notes.add([found.remark], {
    row: row.number,
    column: authority.column,
    cell,
    region,
    about: { column: authority.id },
  });
  return found;
}

/** The task of the row, else of the table; a type alone does not give it, though it belongs to one task. */
function taskOf(row: TableRow, columns: LedgerColumns, ofTable: string | null, note: Note): string | null {
  const { task: field, taskOf: read } = columns;
  const text = wordOf(row, field, columns, note);
  if (text === null) return null;
  if (text !== '') return noted(read(text), field, note);
  if (ofTable === null && field.column !== null) note(field, TASK_MISSING);
  return ofTable;
}

function typeOf(row: TableRow, columns: LedgerColumns, task: string | null, note: Note): string | null {
  const { type: field, typeOf: read } = columns;
  const text = wordOf(row, field, columns, note);
  if (text === null) return null;
  if (text !== '') return noted(read(text, task), field, note);
  if (field.column !== null) note(field, TYPE_MISSING);
  return null;
}

function daysOf(row: TableRow, { date, readDate }: LedgerColumns, note: Note): Days {
  const reading = date.column === null ? null : readDate(cellOf(row, date));
  if (reading !== null) return noted(reading, date, note);
  if (date.column !== null) note(date, DATE_MISSING);
  return { start: null, end: null };
}

function creditCodeOf(row: TableRow, columns: LedgerColumns, region: string | null, note: Note): string | null {
  const { creditCode, readCreditCode, registrarRemarks } = columns;
  if (creditCode.column === null) return null;
  const { value, remarks } = readCreditCode(cellOf(row, creditCode));
  note(creditCode, remarks);
  // Of a code that is odd in itself it is not asked who has issued it.
  if (value !== null && remarks.length === 0 && region !== null) note(creditCode, registrarRemarks(value, region));
  return value;
}

/** Reads all columns of listed values; only the part taken is kept. */
function partOf(row: TableRow, { lists, part }: LedgerColumns, note: Note): string {
  let kept = '';
  for (const field of lists) {
    const value = noted(field.read(cellOf(row, field)), field, note);
    if (field.id === part.id) kept = value;
  }
  return kept;
}

const NO_NAMES: readonly string[] = [];

/** Yes/no columns that are yes, and those of which it cannot be told. */
function flagsOf(
  row: TableRow,
  columns: LedgerColumns,
  note: Note,
): { readonly flags: readonly string[]; readonly doubtful: readonly string[] } {
  let flags = NO_NAMES;
  let doubtful = NO_NAMES;
  for (const field of columns.flags) {
    const { value, remarks } = field.read(cellOf(row, field));
    note(field, remarks);
    if (value) flags = [...flags, field.id];
    if (remarks.length > 0) doubtful = [...doubtful, field.id];
  }
  return { flags, doubtful };
}

/** Most rows have none: they share one empty list. */
function joined(...lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? NO_NAMES) : filled.flat();
}

/** Blanks that the scheme wants filled (a nil mark names nothing either), and texts that are broken. */
function noteBlanks(row: TableRow, columns: LedgerColumns, type: string | null, note: Note): void {
  for (const field of columns.wanted) {
    const broken = brokenCell(cellOf(row, field));
    if (broken === null && textOf(row, field, columns) === '') note(field, blankRemarks(field.definition, type));
    // The readers of lists and yes/no columns say it themselves.
    if (broken !== null && field.definition.type === 'text') note(field, [broken]);
  }
}

function numbersOf(
  row: TableRow,
  columns: LedgerColumns,
  type: string | null,
  note: Note,
): Pick<Activity, 'numbers' | 'defects'> {
  const defects: string[] = [];
  // Associations of one event, whose title is merged over their rows, share its numbers.
  const oneEvent = row.covered.has(columns.title.slot);
  const numbers = columns.numbers.map((field): Decimal | null => {
    if (field.column === null) return null;
    const { value, state, remarks } = field.read(cellOf(row, field));
    note(field, remarks);
    const isBlank = state === 'blank' && !(oneEvent && row.covered.has(field.slot));
    const blank = isBlank ? blankRemarks(field.definition, type) : NO_REMARKS;
    note(field, blank);
    if (state === 'unreadable' || blank.length > 0) defects.push(field.id);
    return value;
  });
  return { numbers, defects: defects.length === 0 ? NO_NAMES : defects };
}

function blankRemarks({ id, type: kind, required, requiredFor }: Column, type: string | null): readonly Remark[] {
  const wanted = kind === 'integer' || kind === 'decimal' ? 'number' : 'text';
  if (required) return [remark('REQUIRED_BLANK', { name: id, wanted })];
  return type !== null && requiredFor.includes(type) ? [remark('EXPECTED_BLANK', { name: id, type })] : NO_REMARKS;
}

/** The word in a cell; empty when there is none, null when the cell is broken, which is noted. */
function wordOf(row: TableRow, field: Field, columns: LedgerColumns, note: Note): string | null {
  const broken = brokenCell(cellOf(row, field));
  if (broken === null) return textOf(row, field, columns);
  note(field, [broken]);
  return null;
}

function textOf(row: TableRow, field: Field, { isNil }: LedgerColumns): string {
  return cellWord(cellOf(row, field), isNil);
}

function noted<T>({ value, remarks }: Reading<T>, field: Field, note: Note): T {
  note(field, remarks);
  return value;
}
