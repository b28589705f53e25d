import { visible } from '../../text/visible.ts';
import { characterWidth } from '../../text/width.ts';

/** Share of the font size that most narrow characters stay below, and those of the thin and broad ones among them. */
const NARROW = 0.64;
const THIN = 0.35;
const BROAD = 1;
const IS_THIN = /[,.:;' ]/;
const IS_BROAD = /[A-Z@%&mw\u2010-\u2027]/;

/** Pixels that a text takes at most in the fonts that are usual on screens; the fonts themselves are not known. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of visible(text)) width += ofCharacter(character);
  return width * size;
}

function ofCharacter(character: string): number {
  const columns = characterWidth(character);
  if (columns !== 1) return columns / 2;
  if (IS_THIN.test(character)) return THIN;
  return IS_BROAD.test(character) ? BROAD : NARROW;
}

/** The beginning of a text that fits, with an ellipsis when something is cut. */
export function fitted(text: string, size: number, width: number): string {
  const [line = '', more] = wrapped(text, size, width, 2);
  return more === undefined ? line : lineOf(visible(text), width / size - BROAD, 0).text + ELLIPSIS;
}

const ELLIPSIS = '…';

/** A text in lines that fit, at most `most`; the last one ends with an ellipsis when not all of it fits. */
export function wrapped(text: string, size: number, width: number, most: number): readonly string[] {
  const shown = visible(text).replace(/\s+/g, ' ').trim();
  const lines: string[] = [];
  let from = 0;
  while (from < shown.length) {
    const rest = lineOf(shown, width / size, from);
    if (lines.length === most - 1 && rest.end < shown.length) {
      lines.push(lineOf(shown, width / size - BROAD, from).text + ELLIPSIS);
      break;
    }
    lines.push(rest.text);
    from = rest.end;
  }
  return lines;
}

/** As much of a text from a place on as a line of so many ems holds; at least one character. */
function lineOf(text: string, ems: number, from: number): { readonly text: string; readonly end: number } {
  let end = from;
  let used = 0;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
    used += ofCharacter(character);
    if (used > ems && end > from) break;
    end += character.length;
  }
  return { text: text.slice(from, end), end };
}
