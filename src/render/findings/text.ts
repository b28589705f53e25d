import type { UiTexts } from '../../message/ui-texts.ts';
import type { Severity } from '../../model/finding.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { visible, visibleLine } from '../../text/visible.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import {
  type BureauEntries,
  bureauName,
  cellsText,
  entriesByBureau,
  problemText,
  remedyText,
  severityCounts,
} from './entry.ts';
import { flow } from './flow.ts';
import { type Kind, kindsOf, shownKinds } from './kinds.ts';
import { severityText } from './severity-text.ts';

/** How many ranges of cells stand in an entry. */
const RANGES = 4;
/** Causes that a cell's own text, told in the message, shows by itself. */
const EVIDENT: ReadonlySet<string> = new Set(['NO_DIGITS', 'SEVERAL_NUMBERS', 'TEXT_BESIDE_NUMBER', 'DATE_FOR_NUMBER']);

/** How a text is set: words, colours (which may change nothing), width in columns, everything or only the first of it. */
export interface TextStyle {
  readonly texts: UiTexts;
  readonly paint: Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan', (text: string) => string>>;
  /** Null: no line is wrapped. */
  readonly width: number | null;
  readonly all: boolean;
}

/**
 * The findings for people, by bureau, the worst first: place and code, what is wrong, what to do.
 *
 * Unless `all`, entries that differ in their values only are told by two of them, and a bureau by ten.
 */
export function* findingsText(model: ReportModel, style: TextStyle): Iterable<string> {
  let before = '';
  for (const group of entriesByBureau(model)) {
    yield `${before}${heading(group, model, style).join('\n')}\n`;
    for (const line of groupLines(group, style)) yield `${line}\n`;
    before = '\n';
  }
}

function heading(
  { bureau, entries }: BureauEntries,
  model: ReportModel,
  { texts, paint, width }: TextStyle,
): readonly string[] {
  const status = model.coverage.bureaus.find((one) => one.bureau === bureau);
  const pieces = [
    { text: visible(bureauName(bureau, model, texts)), paint: paint.bold },
    ...(status ? [{ text: texts.state[status.state], paint: asIs }] : []),
    { text: severityText(severityCounts(entries), texts), paint: asIs },
  ];
  return flow(pieces, roomBeside(0, width));
}

function* groupLines({ entries }: BureauEntries, style: TextStyle): Iterable<string> {
  const kinds = style.all ? entries.map((entry) => ({ shown: [entry], more: [] })) : kindsOf(entries);
  const { shown, left } = style.all ? { shown: kinds, left: 0 } : shownKinds(kinds);
  for (const kind of shown) yield* kindLines(kind, style);
  if (left > 0) yield* lines(style.texts.moreFindings(left), '  ', style);
}

/** Entries of one kind; their remedy is told once. */
function* kindLines({ shown, more }: Kind, style: TextStyle): Iterable<string> {
  const indent = ' '.repeat(labelWidth(style.texts) + 4);
  for (const [at, entry] of shown.entries()) {
    yield* entryHead(entry, style);
    for (const part of problemText(withoutEvident(entry), style.texts)) yield* lines(part, indent, style);
    if (entry.explained !== null) yield* lines(remedyText(entry, style.texts), indent, style);
    else if (entry.hint !== '' && shown[at + 1]?.hint !== entry.hint) yield* lines(entry.hint, `${indent}→ `, style);
  }
  if (more.length > 0) {
    const places = more.reduce((sum, { count }) => sum + count, 0);
    const cells = more.slice(0, RANGES).flatMap((entry) => entry.cells.slice(0, 1));
    yield* lines(style.texts.moreOfKind(more.length, places, cells.join(' ')), `${indent}… `, style);
  }
}

/** Severity, place and code; what does not fit stands below the place, the code always whole. */
function entryHead(entry: ReportFinding, { texts, paint, width }: TextStyle): readonly string[] {
  const label = padEnd(texts.severity[entry.severity], labelWidth(texts));
  const columns = labelWidth(texts) + 4;
  const pieces = [
    { text: visibleLine(placeText(entry, texts)), paint: asIs },
    { text: entry.code, paint: paint.dim },
  ];
  const mark = `  ${coloured(entry.severity, paint)(label)}  `;
  return flow(pieces, roomBeside(columns, width)).map((line, at) => (at === 0 ? mark : ' '.repeat(columns)) + line);
}

const asIs = (text: string) => text;

function withoutEvident(entry: ReportFinding): ReportFinding {
  if (entry.raw === null) return entry;
  return { ...entry, causes: entry.causes.filter(({ code }) => !EVIDENT.has(code)) };
}

/** Columns that are left beside an indent, some at least. */
function roomBeside(columns: number, width: number | null): number {
  return width === null ? Number.MAX_SAFE_INTEGER : Math.max(20, width - columns);
}

/** A text as lines behind an indent, the first with its mark. */
function lines(text: string, mark: string, { width }: TextStyle): readonly string[] {
  const columns = displayWidth(mark);
  const room = roomBeside(columns, width);
  const parts = visible(text).split(/[\r\n]+/);
  return parts.flatMap((part) => wrap(part, room)).map((line, at) => (at === 0 ? mark : ' '.repeat(columns)) + line);
}

function labelWidth({ severity }: UiTexts): number {
  return Math.max(...Object.values(severity).map(displayWidth));
}

function coloured(severity: Severity, { red, yellow, cyan }: TextStyle['paint']): (text: string) => string {
  return severity === 'error' ? red : severity === 'warning' ? yellow : cyan;
}

/** `韶关市.xlsx › 台账!H12`: the file, the sheet, its cells and how many they are. */
function placeText(entry: ReportFinding, texts: UiTexts): string {
  const place = [entry.file, cellsText(entry, RANGES)].filter((part) => part !== '').join(' › ');
  return place + (entry.count > 1 ? texts.places(entry.count) : '');
}
