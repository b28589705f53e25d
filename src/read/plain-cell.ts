import { MAX_COLUMN, MAX_ROW } from './cell-reference.ts';
import { parseNumber } from './number-value.ts';
import { plainTextEnd, spelling, word } from './plain-bytes.ts';
import { uncheckedSlice } from './utf8-text.ts';
import type { StoredCell } from './xlsx-cell.ts';

const QUOTE = 0x22;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const GREATER = 0x3e;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LETTER_S = 0x73;

const CELL = word('<c r');
const REFERENCE = word(' r="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const VALUE = word('><v>');
const VALUE_END = word('</v>');
const CELL_END = word('</c>');
const INLINE = spelling('inlineStr"><is><t>');
const INLINE_END = spelling('</t></is></c>');

/** More bytes than a cell takes before its value: near the end of a piece the tokenizer is quick enough. */
const ROOM = 64;
/** Digits that surely fit: an index or style beyond them is not ordinary. */
const MAX_DIGITS = 8;

/** Where a cell is not ordinary, or not wholly there. */
const NOT_PLAIN = -1;

/**
 * Reads a cell in the spelling that nearly all writers use, `<c r="A1" s="2" t="s"><v>7</v></c>` or
 * `<c r="A1" t="inlineStr"><is><t>惠城区</t></is></c>`, byte for byte, and returns where it ends. Anything else (another
 * order of attributes, a formula, a reference, a comment, a bad value) is -1 and left to the tokenizer, so nothing is
 * guessed; measured, this halves the time of a sheet. `view` is one of the same bytes.
 */
export function readPlainCell(bytes: Buffer, view: DataView, start: number, cell: StoredCell): number {
  if (start + ROOM > bytes.length) return NOT_PLAIN;
  if (view.getInt32(start) !== CELL || view.getInt32(start + 2) !== REFERENCE) return NOT_PLAIN;
  let at = start + 6;
  let column = 0;
  let byte = bytes[at] ?? 0;
  for (; byte >= UPPER_A && byte <= UPPER_Z && column <= MAX_COLUMN; byte = bytes[++at] ?? 0) {
    column = column * 26 + byte - UPPER_A + 1;
  }
  // Zeros in front would go beyond the room.
  if (byte === ZERO) return NOT_PLAIN;
  let row = 0;
  for (; byte >= ZERO && byte <= NINE && row <= MAX_ROW; byte = bytes[++at] ?? 0) row = row * 10 + byte - ZERO;
  if (byte !== QUOTE || row === 0 || row > MAX_ROW || column === 0 || column > MAX_COLUMN) return NOT_PLAIN;
  at++;
  let style = 0;
  if (view.getInt32(at) === STYLE) {
    const end = digitsEnd(bytes, at + 4);
    if (end === NOT_PLAIN || bytes[end] !== QUOTE) return NOT_PLAIN;
    style = digitsValue(bytes, at + 4, end);
    at = end + 1;
  }
  const typed = view.getInt32(at) === TYPE;
  const shared = typed && bytes[at + 4] === LETTER_S && bytes[at + 5] === QUOTE;
  if (typed && !shared && !INLINE.stands(view, at + 4)) return NOT_PLAIN;
  cell.row = row;
  cell.column = column;
  if (typed && !shared) return readInline(bytes, view, at + 4 + INLINE.length, style, cell);
  if (shared) at += 6;
  cell.type = shared ? 'shared' : 'number';
  cell.style = style;
  cell.text = null;
  cell.inline = null;
  cell.formula = null;
  cell.hasValue = view.getInt32(at) === VALUE;
  if (!cell.hasValue) {
    cell.number = Number.NaN;
    return bytes[at] === SLASH && bytes[at + 1] === GREATER ? at + 2 : NOT_PLAIN;
  }
  const from = at + 4;
  const end = shared ? digitsEnd(bytes, from) : plainTextEnd(bytes, from);
  if (end === NOT_PLAIN || end + 8 > bytes.length) return NOT_PLAIN;
  if (view.getInt32(end) !== VALUE_END || view.getInt32(end + 4) !== CELL_END) return NOT_PLAIN;
  cell.number = shared ? digitsValue(bytes, from, end) : parseNumber(bytes, from, end);
  return Number.isNaN(cell.number) ? NOT_PLAIN : end + 8;
}

/** Reads the text of a cell that holds it itself, and returns where the cell ends. */
function readInline(bytes: Buffer, view: DataView, from: number, style: number, cell: StoredCell): number {
  const end = plainTextEnd(bytes, from);
  if (end === NOT_PLAIN || end + INLINE_END.length > bytes.length || !INLINE_END.stands(view, end)) return NOT_PLAIN;
  cell.type = 'string';
  cell.style = style;
  cell.hasValue = false;
  cell.number = Number.NaN;
  cell.text = null;
  cell.inline = uncheckedSlice(bytes, from, end);
  cell.formula = null;
  return end + INLINE_END.length;
}

/** The end of one to eight digits; -1 when there are none or more. */
function digitsEnd(bytes: Buffer, from: number): number {
  const most = Math.min(from + MAX_DIGITS, bytes.length);
  let at = from;
  for (let byte = bytes[at] ?? 0; at < most && byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0);
  return at === from || at === most ? NOT_PLAIN : at;
}

function digitsValue(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] ?? 0) - ZERO;
  return value;
}
