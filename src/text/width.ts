/** First and last code points that take two columns of a terminal (East Asian Wide and Fullwidth), ascending. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23f3],
  [0x2e80, 0x3029],
  [0x3030, 0x303e],
  [0x3041, 0x3098],
  [0x309b, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];
const NO_WIDTH = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

/** Columns that a text takes in a terminal: Chinese characters two, combining marks none, all others one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Columns that one character takes. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  // Wide first: most characters of our texts are, and the other test is slow to build.
  if (isWide(code)) return 2;
  return NO_WIDTH.test(character) ? 0 : 1;
}

/** The text filled up with spaces to a width in columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The beginning of a text that fits a width in columns, with an ellipsis when something is cut. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let fit = '';
  let used = 1;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    fit += character;
  }
  return `${fit}…`;
}

function isWide(code: number): boolean {
  if (code >= 0x4e00 && code <= 0xa4cf) return true;
  for (const [first, last] of WIDE) {
    if (code < first) return false;
    if (code <= last) return true;
  }
  return false;
}
