/** Size of a sheet: XFD1048576 is its last cell. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Where a reference points; filled anew for every cell. */
export interface CellPlace {
  row: number;
  column: number;
}

/** Sets `place` to the cell that `A1` … `XFD1048576` names, in capitals or not; false when it is no such reference. */
export function parseReference(bytes: Uint8Array, from: number, to: number, place: CellPlace): boolean {
  let at = from;
  let column = 0;
  for (; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > MAX_COLUMN) return false;
  }
  const row = parseRow(bytes, at, to);
  if (column === 0 || row === 0) return false;
  place.row = row;
  place.column = column;
  return true;
}

/** A row number up to 1,048,576; 0 when the bytes are none. */
export function parseRow(bytes: Uint8Array, from: number, to: number): number {
  let row = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    row = row * 10 + digit;
    if (row > MAX_ROW) return 0;
  }
  return row;
}
