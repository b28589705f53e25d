import { ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { columnNumberLooks } from './column-numbers.ts';
import { isFillingRow } from './filling-row.ts';
import { formHits, isHeader } from './form.ts';
import { mayBegin } from './initials.ts';
import type { MarkReader, OpenSheet } from './open-sheet.ts';
import { endingsOf, namesUnknownRegion } from './parallel-title.ts';
import { type Caption, captionIn, NO_CAPTION, partOfFiller } from './part-cover.ts';
import { plainRowsEnd } from './plain-rows.ts';
import { type BodyClass, bodyClass } from './row-class.ts';
import { type RowFacts, rowFacts } from './row-facts.ts';
import { looksOfRow } from './row-looks.ts';
import { mayBeMarked, rowMark } from './row-marks.ts';
import { namedRegion, namedTask } from './section-title.ts';
import { columnAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';
import { MOST_SUMMARY_ROWS } from './summary-too-long.ts';
import type { TableFrame } from './table-frame.ts';
import { startsForeign } from './table-starts.ts';

/** The rows below one header, classified. */
export interface TableBody {
  /** Index of the first row that is no longer the table's; the end of the sheet when nothing follows. */
  readonly end: number;
  /** Runs of rows under one section title; the task is null before the first title that names one. */
  readonly sections: readonly Section[];
  readonly nil: boolean;
  /** Whether some cells of it stand under no header. */
  readonly outside: boolean;
}

export interface Section {
  readonly task: string | null;
  /** Text of the title that names the region of the rows; null when none does. */
  readonly region: string | null;
  /** The unit of amounts that stands above its rows, where their header stands once more; null: that of the table. */
  readonly unit: string | null;
  /** That title, when nobody knows the region. */
  readonly unknown: TitlePlace | null;
  /** First and last ordinary row by number; null when the section has none. */
  readonly data: readonly [number, number] | null;
}

/** A title with its place. */
export interface TitlePlace {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Reads marks; most texts of a large table are passed over by their first and last character. */
export function markReader(view: SheetView, scheme: Scheme): MarkReader {
  return (at) => {
    const text = textAt(view, at);
    return mayBeMarked(text, scheme) ? rowMark(text, scheme) : null;
  };
}

export function setClass(classes: Uint8Array, index: number, rowClass: RowClass): void {
  classes[index] = ROW_CLASSES.indexOf(rowClass);
}

/**
 * Classifies the rows below a header down to `to` or to the next header of another table, in one pass.
 *
 * A text across the table is a title while rows of data still follow, else a note. Blank rows end nothing.
 * `above` is what the cover above the header says.
 */
export function classifyBody(
  sheet: OpenSheet,
  frame: TableFrame,
  to: number,
  titles: readonly string[] = [],
  above: Caption = NO_CAPTION,
): TableBody {
  const { view, classes, markOf, context } = sheet;
  const { scheme } = context;
  const sections: OpenSection[] = [{ task: null, region: null, unit: null, unknown: null, data: null }];
  let texts: number[] = [];
  // Who fills in, as the rows since the last one of data say, the lowest last.
  let fillers: string[] = [];
  // The unit of amounts that the row right above tells.
  let unit: string | null = null;
  // Whether a single one of them stood between two headers: it may be the foot of the rows above.
  let mayBeFeet = false;
  let data = 0;
  let nil = false;
  let noted = false;
  let signed = false;
  // First of the header rows that stand right above once more: the top rows of two headers may be equal.
  let again: number | null = null;
  let outside = false;
  let end = to;
  for (let index = frame.header.last + 1; index < to; index++) {
    const section = sections.at(-1);
    if (section?.data && texts.length === 0 && again === null && !noted && !signed) {
      const behind = plainRowsEnd(sheet, frame, index, to);
      if (behind > index) {
        classes.fill(DATA, index, behind);
        section.data = [section.data[0], rowNumber(view, behind - 1)];
        index = behind - 1;
        continue;
      }
    }
    const row = rowFacts(view, index, frame);
    outside ||= row.outside > 0;
    if (isHeaderRow(view, row, frame)) {
      setClass(classes, index, 'header');
      const region = section && partOfFiller(section, fillers.at(-1) ?? null, above.filler, titles, scheme);
      const own = above.unit !== null && unit !== above.unit ? unit : null;
      if (region && frame.form === 'ledger') {
        sections.push({ task: section.task, region, unit: own, unknown: null, data: null, ofCover: true });
        mayBeFeet ||= fillers.length < 2;
      } else if (section && again === null && own !== section.unit && frame.form === 'ledger') {
        sections.push({ ...section, unit: own, data: null });
      }
      fillers = [];
      unit = null;
      again ??= index;
      continue;
    }
    const isBelow = texts.at(-1) === index - 1 || rowNumber(view, index) > rowNumber(view, index - 1) + 1;
    if (startsTable(view, row, isBelow, scheme) || (isBelow && startsOther(view, row, frame, to, scheme))) {
      end = texts[0] ?? again ?? index;
      texts = [];
      break;
    }
    again = null;
    if (section?.data === null && isColumnNumbers(view, row, frame, scheme)) {
      setClass(classes, index, 'columnNumber');
      continue;
    }
    if (section?.data === null && isFilling(view, row, scheme)) {
      setClass(classes, index, 'note');
      continue;
    }
    const read = bodyClass(view, row, frame, row.leading.map(markOf), scheme);
    const open = read === 'data' && section?.data !== null && isOpenRow(row, frame);
    const found: BodyClass = open ? 'blank' : read === 'data' ? follows(row, frame, noted, signed) : read;
    noted = found === 'note' || (noted && (found === 'blank' || found === 'text'));
    signed = found === 'signOff' || (signed && found === 'blank');
    unit = null;
    if (CAPTIONS.has(found)) {
      const caption = captionIn(view, index, scheme);
      const isRightAbove = rowNumber(view, index) + 1 === rowNumber(view, index + 1);
      unit = isRightAbove ? caption.unit : null;
      if (caption.filler !== null && above.filler !== null) fillers.push(caption.filler);
    }
    if (found === 'text') {
      texts.push(index);
      const opened = frame.form === 'ledger' ? nextSection(view, row, frame, sections, titles, scheme) : null;
      if (opened) sections.push({ ...opened, unit: section?.unit ?? null });
      continue;
    }
    nil ||= found === 'nil';
    setClass(classes, index, found === 'nil' ? 'note' : found);
    if (found === 'data' && section) {
      const number = rowNumber(view, index);
      section.data = [section.data?.[0] ?? number, number];
      // The file is refused, see summaryTooLong: what follows need not be understood.
      if (frame.form === 'summary' && ++data > MOST_SUMMARY_ROWS) break;
    }
    if (found !== 'data' && found !== 'total') continue;
    for (const text of texts) setClass(classes, text, 'title');
    texts = [];
    fillers = [];
  }
  // Above the next table stand its titles.
  if (end === to && to < view.rows) end = texts[0] ?? to;
  else for (const text of texts) setClass(classes, text, 'note');
  // Where a foot stands below the last rows, too, nobody knows which rows each of them means.
  const parts = mayBeFeet && fillers.length > 0 ? withoutCovers(sections) : sections;
  const filled = parts.filter(({ data }) => data !== null);
  return { end, sections: filled.length > 0 ? filled : parts.slice(0, 1), nil, outside };
}

const DATA = ROW_CLASSES.indexOf('data');
/** What a row that names who fills in may be taken for. */
const CAPTIONS: ReadonlySet<BodyClass> = new Set(['text', 'note', 'signOff', 'other']);

/** A row of a summary that nobody filled in: the form's own zeros under the regions above. */
function isOpenRow(row: RowFacts, frame: TableFrame): boolean {
  return frame.form === 'summary' && frame.regions > 0 && row.region + row.texts === 0 && row.figures <= row.ignored;
}

/** What looks like data goes on with the note above it, or stands alone below a sign-off, as its date does. */
function follows(row: RowFacts, frame: TableFrame, noted: boolean, signed: boolean): BodyClass {
  if (signed && row.cells === 1) return 'signOff';
  return noted && goesOnNoting(row, frame) ? 'note' : 'data';
}

/** Below a note a few texts without any figure are its next lines: 4 | 实现就业人数指到岗人数. */
function goesOnNoting(row: RowFacts, frame: TableFrame): boolean {
  return row.cells <= 2 && row.figures <= row.ignored && frame.width > 2;
}

const NO_REGION = { region: null, unknown: null };

interface OpenSection extends Section {
  data: [number, number] | null;
  /** A cover opened it, not a title. */
  ofCover?: true;
}

/** Sections with the rows of those that covers opened put to the one before. */
function withoutCovers(sections: readonly OpenSection[]): readonly OpenSection[] {
  const kept: OpenSection[] = [];
  for (const section of sections) {
    const last = kept.at(-1);
    if (!last || !section.ofCover) kept.push({ ...section });
    else if (section.unit !== last.unit) kept.push({ ...section, region: last.region, unknown: last.unknown });
    else if (section.data) last.data = [last.data?.[0] ?? section.data[0], section.data[1]];
  }
  return kept;
}

/** The section that a title opens: below a task's name other regions may follow, or below a region's other tasks. */
function nextSection(
  view: SheetView,
  row: RowFacts,
  { regions }: TableFrame,
  before: readonly OpenSection[],
  titles: readonly string[],
  scheme: Scheme,
): Omit<OpenSection, 'unit'> | null {
  const outer = before.find(({ task, region }) => task !== null || region !== null);
  const last = before.at(-1);
  for (const at of row.leading) {
    const text = textAt(view, at);
    const task = namedTask(text, scheme)?.id ?? null;
    const region = namedRegion(text, scheme);
    if (task !== null) {
      const isWithin = last !== undefined && (outer?.task ?? null) === null;
      const above = isWithin ? last : NO_REGION;
      return { ...(region === null ? above : { region, unknown: null }), task, data: null };
    }
    const names = [...titles, ...[outer, last].flatMap((section) => section?.region ?? [])];
    // Where rows tell their regions themselves, titles need not be understood.
    const isUnknown = regions === 0 && namesUnknownRegion(text, endingsOf(names, scheme), scheme);
    if (region === null && !isUnknown) continue;
    const unknown = isUnknown ? { text, row: rowNumber(view, row.index), column: columnAt(view, at) } : null;
    const within = (outer?.region ?? null) === null ? (last?.task ?? null) : null;
    return { task: within, region: region ?? text, unknown, data: null };
  }
  return null;
}

/** A header row of the table once more, as after a page break: one that differs in any cell heads another table. */
function isHeaderRow(view: SheetView, row: RowFacts, { headerKeys, initials }: TableFrame): boolean {
  if (row.cells < 2 || row.texts < row.cells || !mayBegin(textAt(view, row.first), initials)) return false;
  return headerKeys.some(
    (keys) => row.cells >= Math.min(2, keys.size) && row.cells >= 0.8 * keys.size && repeats(view, row.index, keys),
  );
}

function repeats(view: SheetView, index: number, keys: ReadonlyMap<number, string>): boolean {
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const key = view.keyAt(at);
    if (key !== '' && keys.get(columnAt(view, at)) !== key) return false;
  }
  return true;
}

/** The header of another table of the scheme: texts only, most of them known; two are enough below a title or gap. */
function startsTable(view: SheetView, row: RowFacts, isBelow: boolean, scheme: Scheme): boolean {
  if (row.cells < (isBelow ? 2 : 3) || row.texts < row.cells) return false;
  if (row.leading.filter((at) => isHeader(textAt(view, at), scheme)).length < 2) return false;
  const hits = formHits(view, looksOfRow(view, row.index, scheme), scheme);
  return hits >= Math.min(3, row.cells) && hits >= 0.6 * row.cells;
}

/** The header of a table of another subject below one that the scheme knows, behind an empty row or a title. */
function startsOther(view: SheetView, row: RowFacts, frame: TableFrame, to: number, scheme: Scheme): boolean {
  if (frame.form === 'unknown' || frame.lines || row.cells < 3 || row.texts < row.cells) return false;
  return startsForeign(view, row.index, to, scheme);
}

function isColumnNumbers(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): boolean {
  if (row.cells < 3 || row.cells < Math.min(10, 0.6 * frame.width)) return false;
  return columnNumberLooks(view, looksOfRow(view, row.index, scheme), scheme);
}

function isFilling(view: SheetView, row: RowFacts, scheme: Scheme): boolean {
  return row.texts === row.cells && row.cells >= 3 && isFillingRow(view, looksOfRow(view, row.index, scheme), scheme);
}
