import type { Visibility } from '../../model/grid.ts';
import type { XmlAttributes } from '../../ooxml/xml-attributes.ts';
import { MAX_COLUMN, MAX_ROW } from '../cell-reference.ts';
import { serialOfIso } from '../date-serial.ts';
import type { NumberKind } from '../number-format.ts';
import { countOf } from './markup-words.ts';
import type { ReadSheet, SheetWriter } from './sheet-writer.ts';
import { ATTRIBUTE } from './spreadsheet-xml-words.ts';

/** Places the cells of one sheet of an XML spreadsheet as its elements come. */
export interface SpreadsheetXmlSheet {
  column(attributes: XmlAttributes): void;
  openRow(attributes: XmlAttributes): void;
  openCell(attributes: XmlAttributes): void;
  /** The content of the open cell, by its stated type. */
  data(type: string, text: string): void;
  closeCell(): void;
  finish(visibility: Visibility): ReadSheet;
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
/** How a time of day is stored: as one of the day before the calendar begins. */
const DAY_ZERO = /^\s*1899-12-3[01](?=T)/;

/** A sheet whose cells go to a writer; `kindOf` tells what a style makes of a number. */
export function spreadsheetXmlSheet(writer: SheetWriter, kindOf: (style: string) => NumberKind): SpreadsheetXmlSheet {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const columnStyles = new Map<number, string>();
  let ranges = 0;
  let described = 0;
  let row = 0;
  let rowStyle: string | null = null;
  let rowHidden = false;
  let column = 0;
  /** Columns that the open cell covers beside its own. */
  let across = 0;
  let style: string | null = null;
  let formula: string | null = null;
  let hasData = false;

  function number(value: number): void {
    writer.number(row, column, kindOf(style ?? rowStyle ?? columnStyles.get(column) ?? 'Default'), value);
  }

  return {
    column(attributes) {
      if (++ranges > MAX_COLUMN) return;
      const first = place(attributes, described, MAX_COLUMN);
      const last = Math.min(MAX_COLUMN, first + more(attributes, ATTRIBUTE['ss:Span'], MAX_COLUMN));
      const whole = attributes.text(ATTRIBUTE['ss:StyleID']);
      const isHidden = attributes.text(ATTRIBUTE['ss:Hidden']) === '1';
      for (let at = first; at <= last; at++) {
        if (isHidden) hiddenColumns.add(at);
        if (whole !== null) columnStyles.set(at, whole);
      }
      described = last;
    },
    openRow(attributes) {
      row = place(attributes, row, MAX_ROW);
      rowStyle = attributes.text(ATTRIBUTE['ss:StyleID']);
      column = 0;
      across = 0;
      rowHidden = attributes.text(ATTRIBUTE['ss:Hidden']) === '1';
    },
    openCell(attributes) {
      if (rowHidden) hiddenRows.add(row);
      column = place(attributes, column + across, MAX_COLUMN);
      across = more(attributes, ATTRIBUTE['ss:MergeAcross'], MAX_COLUMN);
      const down = more(attributes, ATTRIBUTE['ss:MergeDown'], MAX_ROW);
      if (across + down > 0) writer.merge({ top: row, left: column, bottom: row + down, right: column + across });
      style = attributes.text(ATTRIBUTE['ss:StyleID']);
      formula = attributes.text(ATTRIBUTE['ss:Formula']);
      hasData = false;
    },
    data(type, text) {
      hasData = true;
      const serial = type === 'DateTime' ? serialOfIso(text.replace(DAY_ZERO, '')) : Number.NaN;
      if (type === 'Number' && NUMBER.test(text)) number(Number(text));
      else if (!Number.isNaN(serial)) writer.date1900(row, column, serial);
      else if (type === 'Boolean') writer.boolean(row, column, text.trim() === '1');
      else writer.text(row, column, type === 'Error' ? 'error' : 'text', text);
    },
    closeCell() {
      if (formula !== null && !hasData) writer.text(row, column, 'uncached', formula);
    },
    finish: (visibility) => writer.finish({ visibility, hiddenRows, hiddenColumns }),
  };
}

/** Where a row, column or cell stands: where it says, else after the one before it. */
function place(attributes: XmlAttributes, before: number, limit: number): number {
  const index = attributes.text(ATTRIBUTE['ss:Index']);
  return index === null ? before + 1 : countOf(index, limit + 1);
}

/** How many more rows or columns an element stands for. */
function more(attributes: XmlAttributes, code: number, limit: number): number {
  const count = attributes.text(code);
  return count === null || count === '0' ? 0 : countOf(count, limit);
}
