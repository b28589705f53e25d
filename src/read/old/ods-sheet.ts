import type { Visibility } from '../../model/grid.ts';
import type { XmlAttributes } from '../../ooxml/xml-attributes.ts';
import { MAX_COLUMN, MAX_ROW } from '../cell-reference.ts';
import { serialOfIso } from '../date-serial.ts';
import type { NumberKind } from '../number-format.ts';
import { isErrorText } from './error-text.ts';
import { countOf } from './markup-words.ts';
import type { OdsStyles } from './ods-styles.ts';
import { ATTRIBUTE } from './ods-words.ts';
import type { ReadSheet, SheetWriter } from './sheet-writer.ts';

/** Places the cells of one OpenDocument table as its elements come. */
export interface OdsSheet {
  column(attributes: XmlAttributes): void;
  openRow(attributes: XmlAttributes): void;
  openCell(attributes: XmlAttributes): void;
  /** The cell's paragraphs, joined by line breaks; null when it has none. */
  closeCell(text: string | null): void;
  closeRow(): void;
  finish(visibility: Visibility): ReadSheet;
}

/** A cell of the row that is being read, which may stand for many cells in many rows. */
interface RowCell {
  readonly first: number;
  readonly last: number;
  put(row: number, column: number): void;
}

const HIDDEN = new Set(['collapse', 'filter']);
const DURATION = /^P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/;
/** Errors that LibreOffice has no words for. */
const ERROR_NUMBER = /^Err:\d{3}$/;

/** A table whose cells go to a writer; `kindOf` tells what a cell style makes of a number. */
export function odsSheet(writer: SheetWriter, kindOf: OdsStyles['kindOf']): OdsSheet {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  /** Cell styles of whole columns, by their numbers. */
  const columnStyles: (string | null)[] = [];
  let columns = 0;
  let rowStyle: string | null = null;
  let row = 0;
  let rowCount = 1;
  let rowHidden = false;
  let nextColumn = 1;
  let cells: RowCell[] = [];
  let cell: { readonly stored: Stored; readonly first: number; readonly last: number } | null = null;

  return {
    column(attributes) {
      const last = columns + countOf(attributes.text(ATTRIBUTE['table:number-columns-repeated']), MAX_COLUMN);
      const style = attributes.text(ATTRIBUTE['table:default-cell-style-name']);
      const isHidden = HIDDEN.has(attributes.text(ATTRIBUTE['table:visibility']) ?? '');
      for (let column = columns + 1; column <= Math.min(last, MAX_COLUMN); column++) {
        columnStyles[column] = style;
        if (isHidden) hiddenColumns.add(column);
      }
      columns = last;
    },
    openRow(attributes) {
      row += rowCount;
      rowCount = countOf(attributes.text(ATTRIBUTE['table:number-rows-repeated']), MAX_ROW);
      rowStyle = attributes.text(ATTRIBUTE['table:default-cell-style-name']);
      nextColumn = 1;
      cells = [];
      rowHidden = HIDDEN.has(attributes.text(ATTRIBUTE['table:visibility']) ?? '');
    },
    openCell(attributes) {
      const first = nextColumn;
      nextColumn += countOf(attributes.text(ATTRIBUTE['table:number-columns-repeated']), MAX_COLUMN);
      const right = first + countOf(attributes.text(ATTRIBUTE['table:number-columns-spanned']), MAX_COLUMN) - 1;
      const bottom = row + countOf(attributes.text(ATTRIBUTE['table:number-rows-spanned']), MAX_ROW) - 1;
      if (right > first || bottom > row) writer.merge({ top: row, left: first, bottom, right });
      const style = attributes.text(ATTRIBUTE['table:style-name']) ?? rowStyle ?? columnStyles[first] ?? null;
      cell = { stored: storedIn(attributes, kindOf(style)), first, last: nextColumn - 1 };
    },
    closeCell(text) {
      if (cell === null) return;
      const { stored, first, last } = cell;
      cell = null;
      const put = putterOf(stored, text, writer);
      if (put !== null) cells.push({ first, last, put });
    },
    closeRow() {
      if (cells.length === 0) return;
      for (let at = row; at < row + rowCount; at++) {
        if (rowHidden) hiddenRows.add(at);
        for (const { first, last, put } of cells) for (let column = first; column <= last; column++) put(at, column);
      }
    },
    finish: (visibility) => writer.finish({ visibility, hiddenRows, hiddenColumns }),
  };
}

/** What the attributes of a cell say of its value. */
interface Stored {
  readonly type: string | null;
  /** The value attribute that belongs to the type. */
  readonly value: string | null;
  readonly formula: string | null;
  readonly isError: boolean;
  /** What the cell's style makes of a number. */
  readonly kind: NumberKind | null;
}

const NUMBERS = new Set(['float', 'currency', 'percentage']);
const VALUES: ReadonlyMap<string, number> = new Map([
  ['float', ATTRIBUTE['office:value']],
  ['currency', ATTRIBUTE['office:value']],
  ['percentage', ATTRIBUTE['office:value']],
  ['date', ATTRIBUTE['office:date-value']],
  ['time', ATTRIBUTE['office:time-value']],
  ['boolean', ATTRIBUTE['office:boolean-value']],
  ['string', ATTRIBUTE['office:string-value']],
]);

function storedIn(attributes: XmlAttributes, kind: NumberKind | null): Stored {
  const type = attributes.text(ATTRIBUTE['office:value-type']);
  const code = type === null ? undefined : VALUES.get(type);
  return {
    type,
    value: code === undefined ? null : attributes.text(code),
    formula: attributes.text(ATTRIBUTE['table:formula']),
    isError: attributes.text(ATTRIBUTE['calcext:value-type']) === 'error',
    kind,
  };
}

/** What puts the cell at a place; null when it is empty. */
function putterOf(stored: Stored, shown: string | null, writer: SheetWriter): RowCell['put'] | null {
  const { type, value, formula, isError, kind } = stored;
  const text = shown ?? '';
  if (isError || (formula !== null && (isErrorText(text) || ERROR_NUMBER.test(text)))) {
    return (row, column) => writer.text(row, column, 'error', text);
  }
  if (type === null && text === '') {
    // An empty paragraph is a result: that of a formula which gives an empty text.
    const isUncached = formula !== null && shown === null;
    return isUncached ? (row, column) => writer.text(row, column, 'uncached', formula) : null;
  }
  const number = value === null || value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isNaN(number) && type !== null && NUMBERS.has(type)) {
    const numberAs = type === 'percentage' ? 'percent' : (kind ?? 'number');
    return (row, column) => writer.number(row, column, numberAs, number);
  }
  const serial = type === 'date' ? serialOfIso(value ?? '') : type === 'time' ? daysOf(value ?? '') : Number.NaN;
  if (!Number.isNaN(serial)) return (row, column) => writer.date1900(row, column, serial);
  if (type === 'boolean' && value !== null) return (row, column) => writer.boolean(row, column, value === 'true');
  const whole = type === 'string' && value !== null && value !== '' ? value : text;
  return whole === '' ? null : (row, column) => writer.text(row, column, 'text', whole);
}

/** A duration in days. */
function daysOf(duration: string): number {
  const match = DURATION.exec(duration);
  if (match === null) return Number.NaN;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number((part ?? '0').replace(',', '.')));
  return (days ?? 0) + (hours ?? 0) / 24 + (minutes ?? 0) / 1440 + (seconds ?? 0) / 86_400;
}
