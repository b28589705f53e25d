import { serialToIso } from '../model/grid.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { namesBureau, readName } from './file-name.ts';
import { type LabelKind, labelKind, labelledParts } from './labels.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';

/** What stands around a sheet's tables: labelled values (填报单位：…) and titles, with their places. */
export interface Cover {
  readonly labelled: readonly CoverText[];
  readonly titles: readonly CoverText[];
  /** An explicit nil statement stands among them. */
  readonly nil: boolean;
}

export interface CoverText {
  /** A title is unlabelled; values of people and telephones are never taken. */
  readonly kind: Exclude<LabelKind, 'signOff'> | 'title';
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const LONGEST_TITLE = 120;
/** What shows more titles has none: rows behind them are not read, lest every cell of a sheet of 16,384 columns be one. */
const MOST_TITLES = 10_000;
/** A shorter statement may end an instruction (…的，填零报告). */
const LONG_STATEMENT = 4;

/** How rows are read by their index: titles stand above the table only, and a note that explains a label is no cover. */
export interface CoverRows {
  readonly titlesBefore: number;
  readonly isNote: (index: number) => boolean;
  /** Below a table a bureau's name beside its seal is read too. */
  readonly isSignOff: (index: number) => boolean;
}

/** Reads the rows of the given indexes. */
export function readCover(view: SheetView, rows: Iterable<number>, how: CoverRows, scheme: Scheme): Cover {
  const labelled: CoverText[] = [];
  const titles: CoverText[] = [];
  let nil = false;
  for (const index of rows) {
    if (titles.length > MOST_TITLES) break;
    if (how.isNote(index)) {
      nil ||= statesNil(textAt(view, rowStart(view, index)), scheme);
      continue;
    }
    for (const text of rowTexts(view, index, index < how.titlesBefore, how.isSignOff(index), scheme)) {
      (text.kind === 'title' ? titles : labelled).push(text);
      nil ||= statesNil(text.text, scheme);
    }
  }
  return { labelled, titles, nil };
}

function rowTexts(
  view: SheetView,
  index: number,
  above: boolean,
  signOff: boolean,
  scheme: Scheme,
): readonly CoverText[] {
  const row = rowNumber(view, index);
  const found: CoverText[] = [];
  const end = rowStart(view, index + 1);
  let pending: Exclude<LabelKind, 'signOff'> | 'person' | null = null;
  let open: { kind: CoverText['kind']; text: string; row: number; column: number } | null = null;
  for (let at = rowStart(view, index); at < end; at++) {
    const text = cellText(view, at, pending === 'date');
    if (text.trim() === '') continue;
    const column = columnAt(view, at);
    const parts = labelledParts(text, scheme);
    const alone = parts.length === 0 && above ? labelKind(text, scheme) : null;
    // Year and number of a period may stand in cells of their own: 2024 | 年第 | 1 | 季度.
    if (open?.kind === 'period' && parts.length === 0 && (alone === null || alone === 'period')) {
      open.text += text.trim();
      continue;
    }
    if (parts.length === 0 && alone === null) {
      const isName = text.length <= LONGEST_TITLE && (above || (signOff && namesBureau(text, scheme)));
      if (pending === null && isName) found.push({ kind: 'title', text, row, column });
      else if (pending !== null && pending !== 'person') {
        open = { kind: pending, text: text.trim(), row, column };
        found.push(open);
      }
      pending = null;
      continue;
    }
    open = null;
    for (const { kind, value } of parts) {
      if (kind !== 'signOff' && !isOpen(value, scheme)) found.push({ kind, text: value, row, column });
    }
    const last = parts.at(-1) ?? { kind: alone, value: '' };
    const waits = isOpen(last.value, scheme) ? last.kind : null;
    pending = waits === 'signOff' ? 'person' : waits;
  }
  return found;
}

/** Nothing stands behind the label, or only that a seal is due there. */
function isOpen(value: string, scheme: Scheme): boolean {
  return value === '' || labelKind(value, scheme) === 'signOff';
}

/** Text, and numbers as plain digits (a year or month); behind a label for dates a date, whose looks say nothing of a period. */
function cellText(view: SheetView, at: number, isDate: boolean): string {
  const kind = kindAt(view, at);
  if (kind === 'date') return isDate ? serialToIso(view.grid.values[at] ?? 0).slice(0, 10) : '';
  if (kind === 'text') return textAt(view, at);
  return kind === 'number' ? String(view.grid.values[at]) : '';
}

/** A statement as the whole text, behind a note's word, or in a title of known words only (第一季度零报告). */
function statesNil(text: string, scheme: Scheme): boolean {
  const { nilStatements, nilMarks } = wordSets(scheme);
  const key = matchKey(text).replace(/[。.!]+$/u, '');
  const said = key.slice(key.lastIndexOf(':') + 1);
  if (nilStatements.has(said) && (said.length > 2 || !nilMarks.has(said))) return true;
  // The end of a letter: …，特此零报告。
  const last = key.slice(key.search(/[^,;。]*$/u));
  if (last.length > LONG_STATEMENT && nilStatements.has(last)) return true;
  if (text.length > LONGEST_TITLE) return false;
  const { kinds, wholly } = readName(text, scheme);
  return wholly && kinds.has('nil') && !nilMarks.has(key);
}

/** The money unit of a banner (单位：万元、个), as written; null when none is among its units. */
export function bannerUnit(cover: Cover, scheme: Scheme): string | null {
  for (const { kind, text } of cover.labelled) {
    const unit = kind === 'unit' ? moneyUnitIn(text, scheme) : null;
    if (unit !== null) return unit;
  }
  return null;
}

/** The money unit among units, as written; null when none is. */
export function moneyUnitIn(text: string, scheme: Scheme): string | null {
  const { moneyUnits } = wordSets(scheme);
  return text.split(/[、,，/;；\s()（）]+/u).find((part) => moneyUnits.has(matchKey(part))) ?? null;
}
