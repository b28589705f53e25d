import type { RowClass } from '../model/recognised.ts';
import { isChoice } from '../scheme/choice.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { namesBureau, readName } from './file-name.ts';
import { labelKind, labelledParts } from './labels.ts';
import { isNumeral } from './look.ts';
import { namesRegion, readMeasure } from './measure.ts';
import { type RowFacts, spanOf } from './row-facts.ts';
import { endsAsTotal, isGroup, type RowMark } from './row-marks.ts';
import { namedTask } from './section-title.ts';
import { columnAt, kindAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';
import type { TableFrame } from './table-frame.ts';

/**
 * What a row below a header is; `text` a text across the table, which is a title when rows of data follow and a
 * note when none do; `nil` an explicit statement that there is nothing to report.
 */
export type BodyClass =
  | Extract<RowClass, 'data' | 'total' | 'note' | 'signOff' | 'sample' | 'blank' | 'other'>
  | 'text'
  | 'nil';

/** The marks of a row's first texts, in their order. */
export type Marks = readonly (RowMark | null)[];

/** A total's word stands in one of the first three texts: 序号 and region may stand before it. */
const TOTAL_WITHIN = 3;
const NUMBERING = /^[([（【]?(?:\d{1,2}|\p{Script=Han}{1,3})[)\]）】、.．]/u;
const PROSE = 30;

/** The class of one row; every row gets exactly one. */
export function bodyClass(view: SheetView, row: RowFacts, frame: TableFrame, marks: Marks, scheme: Scheme): BodyClass {
  if (row.cells === 0) return 'blank';
  if (frame.lines?.has(row.index)) return 'data';
  const marked = markedClass(view, row, frame, marks, scheme);
  if (marked) return marked;
  if (isNil(view, row, frame, scheme)) return 'nil';
  if (row.value + row.region + row.unknown === 0) return aside(view, row);
  if (row.texts === 0 && row.figures <= row.ignored && frame.form !== 'summary') return 'blank';
  switch (frame.form) {
    case 'ledger':
      return ledgerClass(view, row, frame, scheme);
    case 'summary':
      return frame.lines ? headingClass(row) : summaryClass(view, row, frame, scheme);
    case 'unknown':
      return unknownClass(view, row, frame);
  }
}

/** Rows outside the table's columns are stray; rows that only bear their number are not filled in. */
function aside(view: SheetView, row: RowFacts): BodyClass {
  if (row.texts === 1 && row.cells === 1 && !isNumeral(textAt(view, row.first))) return 'text';
  return row.ignored === row.cells ? 'blank' : 'other';
}

function markedClass(
  view: SheetView,
  row: RowFacts,
  frame: TableFrame,
  marks: Marks,
  scheme: Scheme,
): BodyClass | null {
  if (marks.includes('sample')) return 'sample';
  if (row.texts === row.cells && marks.every((mark) => mark === 'end')) return 'note';
  if (frame.form === 'unknown' && row.leading[0] === row.first && endsAsTotal(view.keyAt(row.first), scheme))
    return 'total';
  if (marks.every((mark) => mark === null)) {
    if (isSignOff(view, row, marks, scheme)) return 'signOff';
    return isTotalOfGroup(view, row, frame, scheme) ? 'total' : null;
  }
  if (isActivity(view, row, frame, scheme)) return null;
  const total = marks.slice(0, TOTAL_WITHIN).find((mark) => mark === 'total' || mark === 'ofWhich');
  if (total === 'total') return isInGroup(view, row, frame, scheme) ? null : 'total';
  if (total === 'ofWhich' && frame.lines) return null;
  if (total === 'ofWhich') return frame.form === 'summary' && namesPart(view, row, frame, scheme) ? 'data' : 'total';
  const few = row.cells <= 2 || row.span > 2;
  if (marks[0] === 'note' && few) return 'note';
  return isSignOff(view, row, marks, scheme) ? 'signOff' : null;
}

/** A group of regions beside the first of them, whose row it is: 珠三角 | 广州市. */
function isInGroup(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  const [first = -1, ...others] = row.leading;
  if (frame.form !== 'summary' || !isGroup(view.keyAt(first), scheme)) return false;
  return others.some((at) => {
    const isPlace = frame.roleOf(columnAt(view, at)) === 'region';
    return isPlace && findRegion(regionIndex(scheme), textAt(view, at), null).kind !== 'none';
  });
}

/** A total of a group of the bureau's own: the only text of a row of figures, or one beside a region, at most. */
function isTotalOfGroup(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  if (frame.form === 'unknown' || frame.lines) return false;
  const words = wordsIn(view, row, 2);
  if (words > 2 || words >= row.cells) return false;
  return row.leading.some((at) => endsAsTotal(view.keyAt(at), scheme));
}

/** Texts of a row that are no numbers, counted until they are more than `most`: in a text file the numbers are texts too. */
function wordsIn(view: SheetView, row: RowFacts, most: number): number {
  let words = 0;
  const end = rowStart(view, row.index + 1);
  for (let at = rowStart(view, row.index); at < end && words <= most; at++) {
    if (view.keyAt(at) !== '' && !isNumeral(textAt(view, at))) words++;
  }
  return words;
}

/**
 * `其中：天河区` in a summary is the row of a region like the others; `其中：市本级` is one below the row of its city, and
 * below that of a county a part of it.
 */
function namesPart(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  return row.leading.some((at) => {
    const rest = view.keyAt(at).split(':')[1] ?? '';
    if (rest === '') return false;
    if (findRegion(regionIndex(scheme), rest, null).kind !== 'none') return true;
    return namesRegion(rest, scheme) && hasParts(regionAbove(view, row.index, frame, scheme));
  });
}

function hasParts(region: Region | null): boolean {
  return region?.level === 'city' || region?.level === 'province';
}

/** The region that the nearest row above names. */
function regionAbove(view: SheetView, row: number, frame: TableFrame, scheme: Scheme): Region | null {
  for (let index = row - 1; index > frame.header.last; index--) {
    for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
      if (frame.roleOf(columnAt(view, at)) !== 'region') continue;
      const match = findRegion(regionIndex(scheme), textAt(view, at), null);
      if (match.kind === 'region') return match.region;
    }
  }
  return null;
}

/**
 * Whether a row of a ledger is filled in as an activity is, whatever single words it holds: an activity for the whole
 * city (全市), or one called 审核：….
 */
function isActivity(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  if (frame.form !== 'ledger' || row.texts < 4) return false;
  let words = 0;
  let choices = 0;
  for (let at = rowStart(view, row.index); at < rowStart(view, row.index + 1); at++) {
    const text = textAt(view, at);
    // In a text file the numbers of a total are texts too, and some of them name a task or a no.
    if (kindAt(view, at) !== 'text' || view.keyAt(at) === '' || isNumeral(text)) continue;
    words++;
    if (isChoice(text, scheme)) choices++;
  }
  return words >= 4 && words * 2 >= frame.width && choices >= 2;
}

/** Labels of people, dates and seals: in the first text, or in most cells of the row. */
function isSignOff(view: SheetView, row: RowFacts, marks: Marks, scheme: Scheme): boolean {
  if (row.figures > 2) return false;
  if (marks[0] === 'signOff') return true;
  // 填报单位（盖章） | | 负责人 | 张三: labels without colons, when the first of several.
  const labels = row.leading.filter((at) => labelKind(textAt(view, at), scheme) !== null);
  if (labels.length > 1 && labels[0] === row.leading[0] && marks.includes('signOff')) return true;
  const labelled = row.leading.filter((at) => labelledParts(textAt(view, at), scheme).length > 0);
  return labelled.length > 0 && (labelled[0] === row.leading[0] || labelled.length * 2 >= row.cells);
}

/**
 * An explicit nil statement instead of values: alone in its row, or across it. In a summary a single nil mark is the
 * value of its own indicator; in a ledger a row of nothing but nil marks says that there was no activity.
 */
function isNil(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  if (row.figures > row.ignored) return false;
  if (frame.form === 'ledger' && isOnlyNil(view, row, frame, scheme)) return true;
  if (row.texts > row.leading.length) return false;
  const said = row.leading.filter((at) => row.cells === 1 || !isPlace(frame, columnAt(view, at)));
  const { nilStatements, nilMarks } = wordSets(scheme);
  const keys = said.map((at) => view.keyAt(at).replace(/[。.!]+$/u, ''));
  if (!keys.some((key) => nilStatements.has(key))) return false;
  if (frame.form === 'ledger') return keys.every((key) => nilStatements.has(key) || nilMarks.has(key));
  return said.length === 1 && (spanOf(view, row.index, said[0]) > 1 || !keys.some((key) => nilMarks.has(key)));
}

/** A row of a ledger in which nothing but nil marks stands beside its number and region. */
function isOnlyNil(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  const { nilStatements, nilMarks } = wordSets(scheme);
  let marks = 0;
  for (let at = rowStart(view, row.index); at < rowStart(view, row.index + 1); at++) {
    const key = view.keyAt(at);
    if (isPlace(frame, columnAt(view, at)) || key === '') continue;
    if (!nilMarks.has(key) && !nilStatements.has(key)) return false;
    marks++;
  }
  return marks > 1;
}

function isPlace(frame: TableFrame, column: number): boolean {
  const role = frame.roleOf(column);
  return role === 'region' || role === 'ignored';
}

function ledgerClass(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): BodyClass {
  if (row.cells === 1) return row.texts === 1 ? loneText(view, row, frame, scheme) : 'other';
  if (row.value === 0 && row.texts === row.cells && namesSection(view, row, scheme)) return 'text';
  if (isAcross(row, frame)) return 'text';
  if (isSumOfSpan(view, row, scheme)) return 'other';
  if (isOpen(view, row, frame)) return 'blank';
  if (row.value > 0 || isWide(row, frame)) return 'data';
  return row.unknown > 0 ? 'other' : 'blank';
}

/** Nothing but zeros beside its number and region: a county of which there is nothing to tell, or the form's own zeros. */
function isOpen(view: SheetView, row: RowFacts, frame: TableFrame): boolean {
  if (row.figures > row.ignored || row.texts > row.leading.length) return false;
  return row.leading.every((at) => isPlace(frame, columnAt(view, at)));
}

/** Figures below the rows of a ledger for another span, such as 累计 from January on: no activity, and no sum of the rows. */
function isSumOfSpan(view: SheetView, row: RowFacts, scheme: Scheme): boolean {
  // Most rows have more words, which costs little to see.
  if (row.cells <= 1 || wordsIn(view, row, 1) !== 1) return false;
  const [first = -1] = row.leading;
  const span = readMeasure([textAt(view, first)], scheme)?.span ?? null;
  return span === 'ytd' || span === 'other';
}

/** Values under several headers that the scheme does not know are a row all the same; fewer stand beside the table. */
function isWide(row: RowFacts, frame: TableFrame): boolean {
  return row.unknown >= Math.max(3, frame.width / 4);
}

function summaryClass(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): BodyClass {
  const [first = -1] = row.leading;
  if (isAsideSpan(textAt(view, first), scheme) && !isInGroup(view, row, frame, scheme)) return 'other';
  // In a text file a number is a text, too, and some of them name a task.
  if (row.cells === 1 && row.texts === 1 && !isNumeral(textAt(view, first))) {
    const place = frame.roleOf(columnAt(view, first)) === 'region';
    if (place && isRegionLike(textAt(view, first), scheme)) return 'data';
    return place ? 'text' : loneText(view, row, frame, scheme);
  }
  if (isAcross(row, frame)) return 'text';
  // A figure alone under its header, without a region where there is a column of them, adds something up.
  if (row.cells === 1 && row.value === 1 && frame.regions > 0) return 'other';
  if (row.value + row.region > 0 || isWide(row, frame)) return 'data';
  return row.unknown > 0 ? 'other' : 'blank';
}

/** A region, or a city with something unknown behind it, which is no title: 惠州市2024年第一季度活动台账. */
function isRegionLike(text: string, scheme: Scheme): boolean {
  const { kind } = findRegion(regionIndex(scheme), text, null);
  if (kind !== 'unknownCounty') return kind !== 'none';
  const { form, phrases } = readName(text, scheme);
  return form === null && phrases.length === 0;
}

/** Rows that name no indicator, where rows are indicators: a heading has no figures. */
function headingClass(row: RowFacts): BodyClass {
  return row.value === 0 && row.figures <= row.ignored ? 'text' : 'other';
}

/** A row may be a span instead of a region: that of last year or from January on, and a row of units, are no figures of the period. */
function isAsideSpan(text: string, scheme: Scheme): boolean {
  const span = readMeasure([text], scheme)?.span ?? null;
  return span === 'other' || span === 'ytd' || labelKind(text, scheme) === 'unit';
}

/** A text alone in its row: across the table or in its first column a heading or note, in another column a value. */
function loneText(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): BodyClass {
  const [at = -1] = row.leading;
  const text = textAt(view, at);
  const role = frame.roleOf(columnAt(view, at));
  // The seal's place below the table; in the first column a bureau's name heads its rows.
  if (role === 'value' && columnAt(view, at) > frame.left && namesBureau(text, scheme)) return 'signOff';
  if (row.span > 2 || role === 'region' || role === 'ignored') return 'text';
  if (text.length > PROSE || NUMBERING.test(text.trim()) || namedTask(text, scheme)) return 'text';
  return role === 'value' ? 'data' : columnAt(view, at) <= frame.left ? 'text' : 'other';
}

/** A number under 序号 with the name of a task beside it, and nothing else: a heading over the rows below. */
function namesSection(view: SheetView, row: RowFacts, scheme: Scheme): boolean {
  return row.cells === 2 && row.leading.some((at) => namedTask(textAt(view, at), scheme) !== null);
}

/** One text merged over most of the table's width. */
function isAcross(row: RowFacts, frame: TableFrame): boolean {
  return row.texts === 1 && row.cells <= 2 && row.figures === 0 && row.span * 2 > frame.width && row.span > 2;
}

/** Without a scheme: numbers where numbers are due, else several cells from the first column on. */
function unknownClass(view: SheetView, row: RowFacts, frame: TableFrame): BodyClass {
  if (isNumberAlone(view, row, frame)) return 'blank';
  if (row.numeric) return 'data';
  if (row.cells === 1) return row.texts === 1 ? 'text' : 'data';
  if (row.span * 2 > frame.width && row.texts === 1) return 'text';
  const begins = columnAt(view, row.first) <= frame.left || frame.continued.has(rowNumber(view, row.index));
  return begins || frame.values < 3 || row.cells * 2 >= frame.width ? 'data' : 'text';
}

/** A row of a blank form that bears nothing but its number. */
function isNumberAlone(view: SheetView, row: RowFacts, frame: TableFrame): boolean {
  if (row.cells > 1 || frame.width < 3 || columnAt(view, row.first) > frame.left) return false;
  const text = kindAt(view, row.first) === 'number' ? String(view.grid.values[row.first]) : textAt(view, row.first);
  return ROW_NUMBER.test(text.trim());
}

const ROW_NUMBER = /^\d{1,3}$/;
