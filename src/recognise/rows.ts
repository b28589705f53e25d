import { ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { columnNumberLooks } from './column-numbers.ts';
import { isFillingRow } from './filling-row.ts';
import { formHits, isHeader } from './form.ts';
import { type Gap, isNoGap, noGap, noteHeader, noteRow } from './gap.ts';
import { mayBegin } from './initials.ts';
import type { MarkReader, OpenSheet } from './open-sheet.ts';
import { type Caption, NO_CAPTION } from './part-cover.ts';
import { plainRowsEnd } from './plain-rows.ts';
import { type BodyClass, bodyClass } from './row-class.ts';
import { type RowFacts, rowFacts } from './row-facts.ts';
import { looksOfRow } from './row-looks.ts';
import { mayBeMarked, rowMark } from './row-marks.ts';
import { type Section, sectionList } from './sections.ts';
import { columnAt, rowNumber, rowStart, type SheetView, textAt } from './sheet-view.ts';
import type { TableFrame } from './table-frame.ts';
import { startsForeign } from './table-starts.ts';
import { MOST_SUMMARY_ROWS, MOST_TOTAL_ROWS } from './too-many-rows.ts';

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
 * `titles` and `cover` are what stands above the header.
 */
export function classifyBody(
  sheet: OpenSheet,
  frame: TableFrame,
  to: number,
  titles: readonly string[] = [],
  cover: Caption = NO_CAPTION,
): TableBody {
  const { view, classes, context } = sheet;
  const { scheme } = context;
  const sections = sectionList(view, { frame, titles, cover }, scheme);
  let gap = noGap();
  let data = 0;
  let totals = 0;
  let nil = false;
  let outside = false;
  let end = to;
  for (let index = frame.header.last + 1; index < to; index++) {
    if (sections.hasData() && isNoGap(gap)) {
      const behind = plainRowsEnd(sheet, frame, index, to);
      if (behind > index) {
        classes.fill(DATA, index, behind);
        sections.data(rowNumber(view, index), rowNumber(view, behind - 1));
        index = behind - 1;
        continue;
      }
    }
    const row = rowFacts(view, index, frame);
    outside ||= row.outside > 0;
    if (isHeaderRow(view, row, frame)) {
      setClass(classes, index, 'header');
      sections.headerAgain(gap);
      noteHeader(gap, index);
      continue;
    }
    const isBelow = gap.texts.at(-1) === index - 1 || rowNumber(view, index) > rowNumber(view, index - 1) + 1;
    if (startsTable(view, row, isBelow, scheme) || (isBelow && startsOther(view, row, frame, to, scheme))) {
      end = gap.texts[0] ?? gap.again ?? index;
      gap.texts = [];
      break;
    }
    gap.again = null;
    const between = sections.hasData() ? null : classBetween(view, row, frame, scheme);
    if (between !== null) {
      setClass(classes, index, between);
      continue;
    }
    const found = classWithin(sheet, row, frame, gap, sections.hasData());
    if (found === 'text') {
      sections.title(row);
      noteRow(gap, view, index, found, scheme);
      continue;
    }
    nil ||= found === 'nil';
    setClass(classes, index, found === 'nil' ? 'note' : found);
    if (found === 'data') {
      sections.data(rowNumber(view, index));
      // The file is refused, see tooManyRows: what follows need not be understood.
      if (frame.form === 'summary' && ++data > MOST_SUMMARY_ROWS) break;
    } else if (found === 'total' && frame.form !== 'unknown' && ++totals > MOST_TOTAL_ROWS) break;
    if (found !== 'data' && found !== 'total') noteRow(gap, view, index, found, scheme);
    else {
      for (const text of gap.texts) setClass(classes, text, 'title');
      gap = noGap();
    }
  }
  // Above the next table stand its titles.
  if (end === to && to < view.rows) end = gap.texts[0] ?? to;
  else for (const text of gap.texts) setClass(classes, text, 'note');
  return { end, sections: sections.ended(gap), nil, outside };
}

const DATA = ROW_CLASSES.indexOf('data');
/** What stands between a header and its first row of data: the numbers of the columns, how to fill them in; null for another row. */
function classBetween(view: SheetView, row: RowFacts, frame: TableFrame, scheme: Scheme): RowClass | null {
  if (isColumnNumbers(view, row, frame, scheme)) return 'columnNumber';
  return isFilling(view, row, scheme) ? 'note' : null;
}

/** The class of a row that is no header, by what stands above it. */
function classWithin(
  { view, markOf, context }: OpenSheet,
  row: RowFacts,
  frame: TableFrame,
  gap: Gap,
  hasData: boolean,
): BodyClass {
  const found = bodyClass(view, row, frame, row.leading.map(markOf), context.scheme);
  if (found !== 'data') return found;
  return hasData && isOpenRow(row, frame) ? 'blank' : follows(row, frame, gap);
}

/** A row of a summary that nobody filled in: the form's own zeros under the regions above. */
function isOpenRow(row: RowFacts, frame: TableFrame): boolean {
  return frame.form === 'summary' && frame.regions > 0 && row.region + row.texts === 0 && row.figures <= row.ignored;
}

/** What looks like data goes on with the note above it, or stands alone below a sign-off, as its date does. */
function follows(row: RowFacts, frame: TableFrame, { noted, signed }: Gap): BodyClass {
  if (signed && row.cells === 1) return 'signOff';
  return noted && goesOnNoting(row, frame) ? 'note' : 'data';
}

/** Below a note a few texts without any figure are its next lines: 4 | 实现就业人数指到岗人数. */
function goesOnNoting(row: RowFacts, frame: TableFrame): boolean {
  return row.cells <= 2 && row.figures <= row.ignored && frame.width > 2;
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
  const isHeaderAt = (at: number) => isHeader(textAt(view, at), scheme);
  const first = row.leading.findIndex(isHeaderAt);
  if (first < 0 || !row.leading.slice(first + 1).some(isHeaderAt)) return false;
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
