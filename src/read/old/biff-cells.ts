import type { BiffBook } from './biff-book.ts';
import { type BiffRecord, RECORD } from './biff-records.ts';
import { doubleAt, longAt, rkAt, textAt, wordAt } from './biff-values.ts';
import { errorText } from './error-text.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** Puts the cell records of one sheet into its writer; throws `PackageError` on a record that is too short. */
export interface BiffCells {
  put(record: BiffRecord): void;
  /** To be called at the end of the sheet. */
  end(): void;
}

/** Where a cell's value begins: after its row, column and format. */
const VALUE = 6;
const NO_NUMBER = 0xffff;
const REPLACEMENT = '\u{fffd}';

/** The cells of a sheet of a BIFF5 or BIFF8 book. */
export function biffCells(book: BiffBook, writer: SheetWriter): BiffCells {
  const { kinds, strings } = book;
  /** The formula whose result is a text that follows in a record of its own. */
  let awaiting: { readonly row: number; readonly column: number } | null = null;

  function number(row: number, column: number, format: number, value: number): void {
    const kind = kinds[format];
    if (kind === undefined && kinds.length > 0) {
      writer.faults.add('CELL_STYLE_BAD', row, column, { style: String(format) });
    }
    writer.number(row, column, kind ?? 'number', value);
  }

  function text(row: number, column: number, record: BiffRecord, at: number): void {
    const found = textAt(book, record, at);
    if (found === null) {
      writer.faults.add('ENCODING_BROKEN', row, column, { encoding: book.codePage.encoding });
      writer.text(row, column, 'error', REPLACEMENT);
    } else {
      writer.text(row, column, 'text', found);
    }
  }

  function error(row: number, column: number, code: number): void {
    const shown = errorText(code);
    if (shown === null) writer.damaged(row, column, `#${code}`);
    else writer.text(row, column, 'error', shown);
  }

  /** The formula itself is not told: nobody calculates it here. */
  function noResult(row: number, column: number): void {
    writer.text(row, column, 'uncached', '=');
  }

  function formula(data: Buffer, row: number, column: number): void {
    if (wordAt(data, 12) !== NO_NUMBER) {
      const value = doubleAt(data, VALUE);
      if (value === 0 && book.uncalculated) noResult(row, column);
      else number(row, column, wordAt(data, 4), value);
      return;
    }
    switch (data[6]) {
      case 0:
        awaiting = { row, column };
        break;
      case 1:
        writer.boolean(row, column, data[8] === 1);
        break;
      case 2:
        error(row, column, data[8] ?? 0);
        break;
      case 3:
        if (book.uncalculated) noResult(row, column);
        break;
      default:
        writer.damaged(row, column, `#${data[6]}`);
    }
  }

  function end(): void {
    if (awaiting !== null) noResult(awaiting.row, awaiting.column);
    awaiting = null;
  }

  return {
    end,
    put(record) {
      const { type, data } = record;
      if (type === RECORD.string) {
        if (awaiting !== null) text(awaiting.row, awaiting.column, record, 0);
        awaiting = null;
        return;
      }
      end();
      const row = wordAt(data, 0) + 1;
      const column = wordAt(data, 2) + 1;
      switch (type) {
        case RECORD.number:
          number(row, column, wordAt(data, 4), doubleAt(data, VALUE));
          break;
        case RECORD.rk:
          number(row, column, wordAt(data, 4), rkAt(data, VALUE));
          break;
        case RECORD.mulRk:
          // Pairs of format and number, then the last column.
          for (let at = 4, of = column; at + 8 <= data.length; at += 6, of++) {
            number(row, of, wordAt(data, at), rkAt(data, at + 2));
          }
          break;
        case RECORD.labelSst: {
          const index = longAt(data, VALUE);
          const shared = strings[index];
          if (shared === undefined) writer.damaged(row, column, String(index));
          else writer.text(row, column, 'text', shared);
          break;
        }
        case RECORD.label:
        case RECORD.richString:
          text(row, column, record, VALUE);
          break;
        case RECORD.boolErr:
          if (data[7] === 1) error(row, column, data[6] ?? 0);
          else writer.boolean(row, column, data[6] === 1);
          break;
        case RECORD.formula:
          formula(data, row, column);
          break;
      }
    },
  };
}
