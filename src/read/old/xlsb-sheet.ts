import type { Package } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MAX_COLUMN, MAX_ROW } from '../cell-reference.ts';
import type { NumberKind } from '../number-format.ts';
import type { SheetPart } from '../xlsx-workbook.ts';
import { doubleAt, rkAt } from './biff-values.ts';
import { errorText } from './error-text.ts';
import { type ReadSheet, sheetWriter, type WriterContext } from './sheet-writer.ts';
import { longAt, RECORD, readRecords, textAt } from './xlsb-records.ts';

/** What the sheets of a binary workbook share. */
export interface XlsbContext extends WriterContext {
  readonly kinds: readonly NumberKind[];
  readonly strings: readonly string[];
}

/** Cells without a number of their own stand right of the one before. */
const SHORT_BY = RECORD.shortBlank - 1;
const HIDDEN_ROW = 0x10;
const HIDDEN_COLUMN = 1;
const STYLE = 0xffffff;
/** Overlapping ranges that name more columns than this are hostile. */
const MAX_COLUMNS_NAMED = 16 * MAX_COLUMN;

/** A sheet of a binary workbook; throws `PackageError` when its part is missing or damaged. */
export async function readXlsbSheet(
  pack: Package,
  part: string,
  { name, visibility }: SheetPart,
  file: string,
  context: XlsbContext,
): Promise<ReadSheet> {
  const { kinds, strings } = context;
  const writer = sheetWriter(file, name, context);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let columnsNamed = 0;
  let row = 0;
  let column = 0;

  function rowHeader(bytes: Buffer, from: number, to: number): void {
    row = longAt(bytes, from, to) + 1;
    column = 0;
    if (((bytes[from + 11] ?? 0) & HIDDEN_ROW) !== 0 && from + 12 <= to && row <= MAX_ROW) hiddenRows.add(row);
  }

  function columnInfo(bytes: Buffer, from: number, to: number): void {
    if ((longAt(bytes, from + 14, to) >>> 16) % 2 !== HIDDEN_COLUMN) return;
    const last = Math.min(longAt(bytes, from + 4, to) + 1, MAX_COLUMN);
    for (let at = longAt(bytes, from, to) + 1; at <= last && columnsNamed < MAX_COLUMNS_NAMED; at++, columnsNamed++) {
      hiddenColumns.add(at);
    }
  }

  function number(value: number, style: number): void {
    const kind = kinds[style];
    if (kind === undefined && kinds.length > 0) {
      writer.faults.add('CELL_STYLE_BAD', row, column, { style: String(style) });
    }
    writer.number(row, column, kind ?? 'number', value);
  }

  /** The value of a cell whose style stands at `from`. */
  function cell(type: number, bytes: Buffer, from: number, to: number): void {
    const style = longAt(bytes, from, to) & STYLE;
    const at = from + 4;
    switch (type) {
      case RECORD.cellRk:
        longAt(bytes, at, to);
        number(rkAt(bytes, at), style);
        break;
      case RECORD.cellReal:
      case RECORD.formulaNumber:
        longAt(bytes, at + 4, to);
        number(doubleAt(bytes, at), style);
        break;
      case RECORD.cellText:
      case RECORD.formulaText:
        writer.text(row, column, 'text', textAt(bytes, at, to));
        break;
      case RECORD.cellRichText:
        writer.text(row, column, 'text', textAt(bytes, at + 1, to));
        break;
      case RECORD.cellShared: {
        const index = longAt(bytes, at, to);
        const shared = strings[index];
        if (shared === undefined) writer.damaged(row, column, String(index));
        else writer.text(row, column, 'text', shared);
        break;
      }
      case RECORD.cellBool:
      case RECORD.formulaBool:
        writer.boolean(row, column, byteAt(bytes, at, to) === 1);
        break;
      case RECORD.cellError:
      case RECORD.formulaError: {
        const code = byteAt(bytes, at, to);
        const shown = errorText(code);
        if (shown === null) writer.damaged(row, column, `#${code}`);
        else writer.text(row, column, 'error', shown);
        break;
      }
    }
  }

  await readRecords(pack, part, RECORD.endSheet, (type, bytes, from, to) => {
    if (type === RECORD.rowHeader) rowHeader(bytes, from, to);
    else if (type <= RECORD.formulaError || type === RECORD.cellRichText) {
      column = longAt(bytes, from, to) + 1;
      cell(type, bytes, from + 4, to);
    } else if (type <= RECORD.shortShared) {
      column++;
      cell(type - SHORT_BY, bytes, from, to);
    } else if (type === RECORD.mergeCell) {
      const bound = (place: number) => longAt(bytes, from + place, to) + 1;
      writer.merge({ top: bound(0), bottom: bound(4), left: bound(8), right: bound(12) });
    } else if (type === RECORD.columnInfo) columnInfo(bytes, from, to);
  });
  return writer.finish({ visibility, hiddenRows, hiddenColumns });
}

function byteAt(bytes: Buffer, at: number, to: number): number {
  if (at >= to) throw new PackageError('truncated');
  return bytes[at] ?? 0;
}
