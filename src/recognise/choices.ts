import { isChoice } from '../scheme/choice.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Columns } from './column-blocks.ts';
import { columnAt, kindAt, rowStart, type SheetView, textAt } from './sheet-view.ts';

/** A list of choices is short. */
const MOST_ROWS = 400;
const LEAST = 3;
/** Some of its entries may be new to the scheme. */
const KNOWN = 0.8;
/** Within so many rows most sheets show that they hold no lists. */
const SOME_ROWS = 16;

/**
 * Whether a run of columns beside a table holds lists of choices for drop-downs: texts only, most of them tasks, types,
 * regions or the like, each but once. They stand out of step with the rows of the table (on its left), or under
 * names that it has already; in step they are columns of the table.
 */
export function isChoiceList(view: SheetView, [first, last]: Columns, scheme: Scheme): boolean {
  const entries = new Map<number, string[]>();
  let outOfStep = false;
  let named = 0;
  let twice = 0;
  for (let index = 0; index < Math.min(view.rows, MOST_ROWS); index++) {
    const beside = new Set<string>();
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      const column = columnAt(view, at);
      const key = view.keyAt(at);
      if (column < first) beside.add(key === '' ? String(at) : key);
      if (column < first || column > last) continue;
      if (kindAt(view, at) !== 'text') return false;
      if (key === '') continue;
      const known = entries.get(column);
      if (known) known.push(textAt(view, at));
      else {
        entries.set(column, isChoice(textAt(view, at), scheme) ? [textAt(view, at)] : []);
        named++;
        if (beside.has(key)) twice++;
        continue;
      }
      outOfStep ||= beside.size < 2;
    }
  }
  const lists = [...entries.values()];
  if (lists.length === 0 || Math.max(...lists.map((list) => list.length)) < LEAST) return false;
  return (outOfStep || twice === named) && lists.every((list) => isListOfChoices(list, scheme));
}

/**
 * Whether a whole sheet holds lists of choices for drop-downs and nothing else: texts only, under the name of each column
 * tasks, types, regions or the like, each but once; the names may be missing. Some types of activity are called as indicators are, and would head a table.
 */
export function isChoiceSheet(view: SheetView, scheme: Scheme): boolean {
  if (view.rows > MOST_ROWS) return false;
  const columns = new Map<number, { readonly name: string; readonly below: Set<string> }>();
  // Most sheets are none: whether a text is a choice is asked last, and that one is there twice is seen within some rows.
  for (let index = 0; index < view.rows; index++) {
    if (index === SOME_ROWS && !beginsWithList(view, scheme)) return false;
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      if (kindAt(view, at) !== 'text') return false;
      if (view.keyAt(at) === '') continue;
      const text = textAt(view, at);
      const known = columns.get(columnAt(view, at));
      if (known === undefined) columns.set(columnAt(view, at), { name: text, below: new Set() });
      else if (known.below.has(text)) return false;
      else known.below.add(text);
    }
  }
  if (![...columns.values()].some(({ below }) => 1 + below.size >= LEAST)) return false;
  let isLong = false;
  for (const { name, below } of columns.values()) {
    const list = listOf(name, [...below], scheme);
    if (list.length === 0 || !isListOfChoices(list, scheme)) return false;
    isLong ||= list.length >= LEAST;
  }
  return isLong;
}

/** Whether the column of the first cell may be a list of choices: one column tells it of a sheet that has thousands. */
function beginsWithList(view: SheetView, scheme: Scheme): boolean {
  const texts: string[] = [];
  for (let index = 0; index < view.rows; index++) {
    let at = rowStart(view, index);
    while (at < rowStart(view, index + 1) && columnAt(view, at) < columnAt(view, 0)) at++;
    const isThere = at < rowStart(view, index + 1) && columnAt(view, at) === columnAt(view, 0);
    if (isThere && view.keyAt(at) !== '') texts.push(textAt(view, at));
  }
  const [name, ...below] = texts;
  return name === undefined || isListOfChoices(listOf(name, below, scheme), scheme);
}

/** The name of a column is one of its choices, or names them. */
function listOf(name: string, below: readonly string[], scheme: Scheme): readonly string[] {
  return isChoice(name, scheme) ? [name, ...below] : below;
}

function isListOfChoices(list: readonly string[], scheme: Scheme): boolean {
  if (new Set(list).size < list.length) return false;
  let known = list.length;
  return list.every((text) => isChoice(text, scheme) || --known >= KNOWN * list.length);
}
