import { PackageError } from '../ooxml/package-error.ts';
import type { XmlAttributes } from '../ooxml/xml-attributes.ts';
import { NOT_TAKEN, type XmlHandler } from '../ooxml/xml-tokenizer.ts';
import { MAX_COLUMN, MAX_ROW, parseReference, parseRow } from './cell-reference.ts';
import type { GridFaults } from './grid-faults.ts';
import { parseIndex, parseNumber } from './number-value.ts';
import { viewOf } from './plain-bytes.ts';
import { readPlainCell } from './plain-cell.ts';
import { cutText, MAX_CELL_TEXT } from './read-budget.ts';
import { runFormat } from './run-text.ts';
import { noteLayout, type SheetLayout } from './sheet-layout.ts';
import { ATTRIBUTE, ELEMENT } from './sheet-words.ts';
import { uncheckedSlice } from './utf8-text.ts';
import type { StoredCell, StoredType } from './xlsx-cell.ts';
import { isTrue } from './xlsx-workbook.ts';

const { r: REFERENCE, s: STYLE, t: TYPE } = ATTRIBUTE;
const { row: ROW, c: CELL, v: VALUE, f: FORMULA, is: INLINE, t: TEXT, r: RUN, sheetData: SHEET_DATA } = ELEMENT;
const NOTHING = 0;

/**
 * Tells the cells of a worksheet part to `put`.
 *
 * Only elements in their proper place count. A cell without reference follows the one before it, a row without
 * number the row before it; a cell whose reference contradicts its row stands where it says itself, with a fault.
 */
export function sheetHandler(put: (cell: StoredCell) => void, layout: SheetLayout, faults: GridFaults): XmlHandler {
  const view = viewOf();
  let section = NOTHING;
  let row = 0;
  let rowStated = false;
  let rowUsable = false;
  let rowHidden = false;
  let inRow = false;
  let column = 0;
  let inCell = false;
  let inInline = false;
  let inRun = false;
  let inFormat = false;
  const format = runFormat();
  /** The element whose text is being taken. */
  let taking = NOTHING;
  const cell: StoredCell = {
    row: 0,
    column: 0,
    type: 'number',
    style: 0,
    hasValue: false,
    number: Number.NaN,
    text: null,
    inline: null,
    formula: null,
  };

  function openRow(attributes: XmlAttributes): void {
    inRow = true;
    column = 0;
    rowStated = attributes.has(REFERENCE);
    rowHidden = attributes.has(ATTRIBUTE.hidden) && isTrue(attributes.text(ATTRIBUTE.hidden));
    const next = rowStated
      ? parseRow(attributes.bytes(REFERENCE), attributes.from(REFERENCE), attributes.to(REFERENCE))
      : row + 1;
    rowUsable = next > 0 && next <= MAX_ROW;
    if (rowUsable) row = next;
    else badReference(null, null, attributes.text(REFERENCE) ?? String(next));
  }

  function openCell(attributes: XmlAttributes): void {
    inCell = findPlace(attributes);
    if (!inCell) return;
    cell.type = attributes.has(TYPE) ? storedType(attributes) : 'number';
    cell.style = attributes.has(STYLE)
      ? parseIndex(attributes.bytes(STYLE), attributes.from(STYLE), attributes.to(STYLE))
      : 0;
    cell.hasValue = false;
    cell.number = Number.NaN;
    cell.text = null;
    cell.inline = null;
    cell.formula = null;
  }

  /** Sets the cell's place; false when it cannot be told. */
  function findPlace(attributes: XmlAttributes): boolean {
    if (!attributes.has(REFERENCE)) {
      column++;
      if (!rowUsable) return false;
      if (column > MAX_COLUMN) return badReference(row, null, '');
      cell.row = row;
      cell.column = column;
      return true;
    }
    const { bytes, from, to } = attributes;
    if (!parseReference(bytes(REFERENCE), from(REFERENCE), to(REFERENCE), cell)) {
      column++;
      return badReference(rowUsable ? row : null, null, attributes.text(REFERENCE) ?? '');
    }
    column = cell.column;
    if (cell.row !== row) {
      if (rowStated && rowUsable) badReference(cell.row, cell.column, attributes.text(REFERENCE) ?? '');
      else row = cell.row;
    }
    return true;
  }

  function finishCell(): void {
    put(cell);
    if (rowHidden) layout.hiddenRows.add(cell.row);
  }

  /** What is beyond is cut, and said to be. */
  function addInline(bytes: Buffer, from: number, to: number): void {
    const text = cell.inline ?? '';
    if (text.length <= MAX_CELL_TEXT) cell.inline = text + format.placed(uncheckedSlice(bytes, from, to));
  }

  function badReference(atRow: number | null, atColumn: number | null, reference: string): false {
    faults.add('CELL_REFERENCE_BAD', atRow, atColumn, { reference: reference.slice(0, 40) });
    return false;
  }

  function openInCell(element: number): void {
    inInline = element === INLINE;
    if (element === VALUE) {
      taking = VALUE;
      cell.hasValue = true;
    } else if (element === FORMULA) {
      taking = FORMULA;
      cell.formula = '';
    } else if (inInline) {
      cell.inline ??= '';
    }
  }

  function takeValue(bytes: Buffer, from: number, to: number): void {
    if (cell.text !== null || !Number.isNaN(cell.number)) throw new PackageError('markup');
    if (cell.type === 'number') cell.number = parseNumber(bytes, from, to);
    else if (cell.type === 'shared') cell.number = sharedIndex(bytes, from, to);
    if (Number.isNaN(cell.number)) cell.text = uncheckedSlice(bytes, from, to);
  }

  return {
    shortcut: {
      depth: 4,
      read(bytes, at) {
        if (!inRow) return NOT_TAKEN;
        const words = view(bytes);
        let end = NOT_TAKEN;
        for (let next = at; ; next = end) {
          next = readPlainCell(bytes, words, next, cell);
          if (next < 0 || cell.row !== row) return end;
          column = cell.column;
          finishCell();
          end = next;
        }
      },
    },
    open(element, attributes, depth) {
      if (depth === 5) {
        if (inCell) openInCell(element);
      } else if (depth === 4) {
        if (inRow && element === CELL) openCell(attributes);
      } else if (depth === 3) {
        if (section === SHEET_DATA) {
          if (element === ROW) openRow(attributes);
        } else if (section !== NOTHING) {
          noteLayout(layout, element, attributes);
        }
      } else if (depth === 6) {
        inRun = inInline && element === RUN;
        format.clear();
        if (inInline && element === TEXT) taking = TEXT;
      } else if (depth === 7) {
        inFormat = inRun && element === ELEMENT.rPr;
        if (inRun && element === TEXT) taking = TEXT;
      } else if (depth === 8) {
        if (inFormat && element === ELEMENT.vertAlign) format.vertAlign(attributes.text(ATTRIBUTE.val));
        else if (inFormat && element === ELEMENT.strike) format.strike(attributes.text(ATTRIBUTE.val));
      } else if (depth === 2) {
        section = element;
      } else if (depth === 1 && element !== ELEMENT.worksheet) {
        throw new PackageError('root');
      }
    },
    close(_element, depth) {
      taking = NOTHING;
      if (depth === 4) {
        if (!inCell) return;
        inCell = false;
        inInline = false;
        finishCell();
      } else if (depth === 3) {
        inRow = false;
      } else if (depth === 2) {
        section = NOTHING;
      }
    },
    text(bytes, from, to) {
      if (taking === VALUE) takeValue(bytes, from, to);
      else if (taking === TEXT) addInline(bytes, from, to);
      else if (taking === FORMULA) cell.formula = cutText(uncheckedSlice(bytes, from, to));
    },
  };
}

/** An index into the shared strings; NaN when it is none. */
function sharedIndex(bytes: Buffer, from: number, to: number): number {
  const index = parseIndex(bytes, from, to);
  return index < 0 ? Number.NaN : index;
}

const SHARED_STRING = 's'.charCodeAt(0);

function storedType(attributes: XmlAttributes): StoredType {
  const { bytes, from, to } = attributes;
  if (to(TYPE) - from(TYPE) === 1 && bytes(TYPE)[from(TYPE)] === SHARED_STRING) return 'shared';
  switch (attributes.text(TYPE)) {
    case 's':
      return 'shared';
    case 'n':
      return 'number';
    case 'str':
    case 'inlineStr':
      return 'string';
    case 'b':
      return 'boolean';
    case 'e':
      return 'error';
    case 'd':
      return 'date';
    default:
      return 'unknown';
  }
}
