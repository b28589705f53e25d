import type { Merge } from '../../model/grid.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import type { BiffBook, BiffSheet } from './biff-book.ts';
import { biffCells } from './biff-cells.ts';
import { RECORD, recordAt, wantedRecord } from './biff-records.ts';
import { wordAt } from './biff-values.ts';
import type { ReadSheet, SheetWriter } from './sheet-writer.ts';

const CELLS: ReadonlySet<number> = new Set([
  ...[RECORD.number, RECORD.rk, RECORD.mulRk, RECORD.boolErr, RECORD.formula],
  ...[RECORD.labelSst, RECORD.label, RECORD.richString, RECORD.string],
]);
const OF_SHEET: ReadonlySet<number> = new Set([
  ...CELLS,
  ...[RECORD.bof, RECORD.eof, RECORD.row, RECORD.columnInfo, RECORD.mergeCells, RECORD.wsBool],
]);
/** Type and length of a record. */
const RECORD_HEAD = 4;
const DIALOG = 0x10;
const HIDDEN_ROW = 0x20;
const HIDDEN_COLUMN = 1;
/** Columns of a sheet. */
const COLUMNS = 256;

/**
 * A sheet of a BIFF5 or BIFF8 book; null when it is a dialog.
 *
 * `unread` counts what is left for the sheets of a stream together: none holds what another does. Throws
 * `PackageError` when its records do not run to their end, or cells stand behind it: what came before could be half a table.
 */
export function readBiffSheet(
  book: BiffBook,
  { start, visibility }: BiffSheet,
  writer: SheetWriter,
  unread: { bytes: number },
): ReadSheet | null {
  const { stream } = book;
  const cells = biffCells(book, writer);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let columnRanges = 0;

  const first = recordAt(stream, start);
  if (first.type !== RECORD.bof) throw new PackageError('root');
  // Charts stand within a sheet as streams of their own.
  let depth = 1;
  let at = first.next;
  while (depth > 0) {
    const record = wantedRecord(stream, at, OF_SHEET);
    const { type, data } = record;
    unread.bytes -= record.next - at;
    if (unread.bytes < 0) throw new PackageError('directory');
    at = record.next;
    if (type === RECORD.bof) depth++;
    else if (type === RECORD.eof) depth--;
    if (depth !== 1) continue;
    if (CELLS.has(type)) cells.put(record);
    switch (type) {
      case RECORD.row:
        if ((wordAt(data, 12) & HIDDEN_ROW) !== 0) hiddenRows.add(wordAt(data, 0) + 1);
        break;
      case RECORD.columnInfo:
        if ((wordAt(data, 8) & HIDDEN_COLUMN) !== 0 && ++columnRanges <= COLUMNS) addColumns(hiddenColumns, data);
        break;
      case RECORD.mergeCells:
        for (let from = 2; from + 8 <= data.length; from += 8) writer.merge(mergeAt(data, from));
        break;
      case RECORD.wsBool:
        if ((wordAt(data, 0) & DIALOG) !== 0) return null;
        break;
    }
  }
  // Behind the end of a sheet the next one begins.
  if (at + RECORD_HEAD <= stream.length && CELLS.has(wordAt(stream, at))) throw new PackageError('truncated');
  cells.end();
  return writer.finish({ visibility, hiddenRows, hiddenColumns });
}

function addColumns(columns: Set<number>, data: Buffer): void {
  const last = Math.min(wordAt(data, 2) + 1, COLUMNS);
  for (let column = wordAt(data, 0) + 1; column <= last; column++) columns.add(column);
}

function mergeAt(data: Buffer, at: number): Merge {
  const bound = (place: number) => wordAt(data, at + place) + 1;
  return { top: bound(0), bottom: bound(2), left: bound(4), right: bound(6) };
}
