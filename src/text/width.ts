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
/** A string, and a pattern on first use only: to read the pattern would slow down every start. */
const NO_WIDTH = String.raw`^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}]$`;
let noWidth: RegExp | null = null;

/** Columns that a text takes in a terminal: Chinese characters two, combining marks none, all others one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x7f) width += 1;
    else if (unit >= 0x4e00 && unit <= 0x9fff) width += 2;
    else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
      width += characterWidth(character);
      at += character.length - 1;
    }
  }
  return width;
}

/** Columns that one character takes. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code < 0x7f) || isPunctuation(code)) return 1;
  return isWide(code) ? 2 : isWithoutWidth(character) ? 0 : 1;
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
  for (const [first, last] of WIDE) {
    if (code < first) return false;
    if (code <= last) return true;
  }
  return false;
}

/** Dashes, quotation marks, bullets and the ellipsis. */
function isPunctuation(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

function isWithoutWidth(character: string): boolean {
  noWidth ??= new RegExp(NO_WIDTH, 'u');
  return noWidth.test(character);
}
