import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import type { RowLooks } from './row-looks.ts';
import { kindAt, type SheetView } from './sheet-view.ts';

// The celestial stems number the text columns of statistical forms: notation, as digits and letters are.
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMBER = /^\(?(\d{1,3})\)?(?:=.*)?$/;
const OPEN = /^[-—–/]+$/u;
/** Behind a word that is no mark of headers the numbers alone must leave no doubt. */
const BEHIND_WORD = 5;

/**
 * Whether a row numbers the columns of the table: `甲 乙 1 2 3`, `1 2 3 4`, `A B C D`, `栏次 1 2 3 4 5`,
 * `(1) (2) (3)=(1)+(2)`; the stems may stand in brackets too, and go on behind numbers.
 *
 * Stems or letters come first, numbers count on from 1 in step; four marks at least, three with a stem. `1 广州市 3` is
 * data, and so is `广州市 1 2 3`.
 */
export function columnNumberLooks(view: SheetView, { cells }: RowLooks, scheme: Scheme): boolean {
  if (cells.length < 3) return false;
  const marks = cells.map((at) => markAt(view, at));
  const bare = marks.map((mark) => mark.replace(/^\((.)\)$/u, '$1'));
  const stems = inStep(bare, (place) => STEMS.charAt(place));
  if (stems > 0 && isInTurn(bare)) return true;
  const letters = inStep(marks, (place) => LETTERS.charAt(place));
  const lead = Math.max(stems, letters);
  const open = lead > 0 ? 0 : marks.findIndex((mark) => !OPEN.test(mark));
  const word = lead === 0 && open === 0 && !NUMBER.test(marks[0] ?? '') ? 1 : 0;
  const behindWord = word === 1 ? inStep(marks.slice(1), (place) => STEMS.charAt(place)) : 0;
  const from = Math.max(lead, open) + word + behindWord;
  const numbers = marks.slice(from);
  if (numbers.some((mark, place) => NUMBER.exec(mark)?.[1] !== String(place + 1))) return false;
  if (word === 1) return numbers.length >= (wordSets(scheme).headerMarks.has(marks[0] ?? '') ? 2 : BEHIND_WORD);
  if (lead > 0) return stems > 0 || numbers.length > 0 || letters >= 4;
  return numbers.length >= 4;
}

/** Columns of texts may stand between and behind those of figures: 甲 1 2 乙. */
function isInTurn(marks: readonly string[]): boolean {
  let stems = 0;
  let numbers = 0;
  return marks.every((mark) => {
    if (mark !== '' && mark === STEMS.charAt(stems)) return ++stems > 0;
    return NUMBER.exec(mark)?.[1] === String(numbers + 1) && ++numbers > 0;
  });
}

/** How many of the first marks follow a series from its beginning. */
function inStep(marks: readonly string[], mark: (place: number) => string): number {
  const place = marks.findIndex((one, at) => one !== mark(at) || one === '');
  return place < 0 ? marks.length : place;
}

function markAt(view: SheetView, at: number): string {
  return kindAt(view, at) === 'number' ? String(view.grid.values[at]) : view.keyAt(at);
}
