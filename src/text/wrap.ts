import { characterWidth, displayWidth } from './width.ts';

/** Characters that never begin a line, and those that never end one. */
const NOT_FIRST = new Set([...'，。、；：？！）》」』”’…,.;:?!)]}%']);
const NOT_LAST = new Set([...'（《「『“‘([{']);
const WORD = /[\u0021-\u02ff]+|\s+|./gsu;

/**
 * A text as lines of at most `width` columns: Latin words stay whole, Chinese breaks between characters,
 * closing marks stay with what they close. A word longer than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (2 * text.length <= width || displayWidth(text) <= width) return [text.trim()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units(text).flatMap((whole) => pieces(whole, width))) {
    if (used > 0 && used + displayWidth(unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (used === 0 && unit.trim() === '') continue;
    line += unit;
    used += displayWidth(unit);
  }
  return used > 0 ? [...lines, line.trimEnd()] : lines;
}

/** What must not be parted: words, and characters with the marks that cling to them. */
function units(text: string): readonly string[] {
  const found: string[] = [];
  let open = false;
  for (const [part] of text.matchAll(WORD)) {
    const clings = open || (found.length > 0 && NOT_FIRST.has(part.charAt(0)));
    if (clings) found.push((found.pop() ?? '') + part);
    else found.push(part);
    open = NOT_LAST.has(part.charAt(part.length - 1));
  }
  return found;
}

/** A unit that is longer than a line, cut into lines. */
function pieces(unit: string, width: number): readonly string[] {
  if (displayWidth(unit) <= width) return [unit];
  const cut: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of unit) {
    const own = characterWidth(character);
    if (used + own > width) {
      cut.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += own;
  }
  return [...cut, piece];
}
