import type { GridBuilder } from '../model/grid-builder.ts';
import { unescapeOoxml } from '../ooxml/xml-text.ts';
import { DAYS_TO_1904, serialOfIso } from './date-serial.ts';
import type { GridFaults } from './grid-faults.ts';
import type { NumberKind } from './number-format.ts';
import { cutText, MAX_CELL_TEXT, type ReadBudget } from './read-budget.ts';
import type { SharedStrings } from './xlsx-strings.ts';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** Null when the workbook defines none. */
  readonly styles: readonly NumberKind[] | null;
  readonly date1904: boolean;
  readonly budget: ReadBudget;
}

/** The type by which a cell is stored; `unknown` when its `t` is none of the format. */
export type StoredType = 'number' | 'shared' | 'string' | 'boolean' | 'error' | 'date' | 'unknown';

/** A cell as stored: one record that the sheet's reader fills anew for every cell. */
export interface StoredCell {
  row: number;
  column: number;
  type: StoredType;
  /** Style index; NaN when it is no whole number. */
  style: number;
  /** There is a `v` element. */
  hasValue: boolean;
  /** For types `number` and `shared`; NaN when `text` holds what could not be read. */
  number: number;
  /** What stands in `v` otherwise; null when it is empty. */
  text: string | null;
  /** Text of `is`; null when there is none. */
  inline: string | null;
  /** Null when the cell holds no formula; empty when it shares the formula of another. */
  formula: string | null;
}

const NOT_PLACED = -1;
const TRUE = new Set(['1', 'true']);
const FALSE = new Set(['0', 'false']);

/** Puts stored cells into a grid; cells that hold nothing are left out. */
export function cellSink(context: SheetContext, builder: GridBuilder, faults: GridFaults): (cell: StoredCell) => void {
  const { strings, styles, date1904, budget } = context;
  /** Where each shared string stands among the grid's texts. */
  let placed: Int32Array | null = null;

  function put(cell: StoredCell): void {
    if (cell.inline !== null) putText(cell, 'text', unescapeOoxml(cell.inline));
    else if (cell.text === null && Number.isNaN(cell.number)) putValueless(cell);
    else if (cell.text === null) putFigure(cell);
    else putStored(cell, cell.text);
  }

  function putFigure(cell: StoredCell): void {
    if (cell.type === 'number') putNumber(cell);
    else putShared(cell);
  }

  function putStored(cell: StoredCell, text: string): void {
    switch (cell.type) {
      case 'number':
        putText(cell, 'text', text);
        break;
      case 'string':
        putText(cell, 'text', unescapeOoxml(text));
        break;
      case 'boolean':
        putBoolean(cell, text);
        break;
      case 'error':
        putText(cell, 'error', text);
        break;
      case 'date':
        putDate(cell, text);
        break;
      case 'shared':
      case 'unknown':
        putDamaged(cell, text);
        break;
    }
  }

  /** A formula whose result was not stored is told apart from one that gives an empty text. */
  function putValueless(cell: StoredCell): void {
    if (cell.formula === null || (cell.type === 'string' && cell.hasValue)) return;
    putText(cell, 'uncached', `=${cell.formula}`);
  }

  function putText({ row, column }: StoredCell, kind: 'text' | 'error' | 'uncached', text: string): void {
    if (text === '') return;
    if (text.length > MAX_CELL_TEXT) faults.add('CELL_TEXT_CUT', row, column, { limit: MAX_CELL_TEXT });
    const kept = cutText(text);
    budget.takeCell();
    budget.takeText(kept.length);
    builder.text(row, column, kind, kept);
  }

  function putNumber({ row, column, style, number }: StoredCell): void {
    const kind = styles === null ? 'number' : styles[style];
    if (kind === undefined) faults.add('CELL_STYLE_BAD', row, column, { style: String(style) });
    budget.takeCell();
    if (kind === 'date') builder.number(row, column, 'date', date1904 ? number + DAYS_TO_1904 : number);
    else if (kind === 'time') builder.number(row, column, 'date', number);
    else builder.number(row, column, kind ?? 'number', number);
  }

  function putShared(cell: StoredCell): void {
    const { row, column, number } = cell;
    const text = strings.texts[number];
    if (text === undefined) putDamaged(cell, String(number));
    if (text === undefined || text === '') return;
    if (strings.cut.has(number)) faults.add('CELL_TEXT_CUT', row, column, { limit: MAX_CELL_TEXT });
    budget.takeCell();
    placed ??= new Int32Array(strings.texts.length).fill(NOT_PLACED);
    const index = placed[number] ?? NOT_PLACED;
    if (index === NOT_PLACED) placed[number] = builder.text(row, column, 'text', text);
    else {
      // Each cell that holds a text is read, however often it is stored.
      budget.takeAgain(text.length);
      builder.textAgain(row, column, 'text', index);
    }
  }

  function putBoolean(cell: StoredCell, text: string): void {
    const stated = text.trim();
    if (TRUE.has(stated) || FALSE.has(stated)) {
      budget.takeCell();
      builder.number(cell.row, cell.column, 'boolean', TRUE.has(stated) ? 1 : 0);
    } else {
      putDamaged(cell, text);
    }
  }

  function putDate(cell: StoredCell, text: string): void {
    const serial = serialOfIso(text);
    if (Number.isNaN(serial)) {
      putText(cell, 'text', text);
    } else {
      budget.takeCell();
      builder.number(cell.row, cell.column, 'date', serial);
    }
  }

  /** Something stands here that cannot be told: an error cell with what is stored, never an empty one. */
  function putDamaged(cell: StoredCell, stored: string): void {
    faults.add('CELL_DAMAGED', cell.row, cell.column, { stored: stored.slice(0, 40) });
    putText(cell, 'error', stored);
  }

  return put;
}
