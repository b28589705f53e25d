import { CELL_KINDS } from '../model/grid.ts';
import { rememberTexts } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { grouped } from './grouped.ts';
import { mayNameIndicator, namedIndicator } from './indicator-text.ts';
import { labelKind } from './labels.ts';
import { lookAt } from './look.ts';
import { namesRegion, readMeasure, saysFigures } from './measure.ts';
import { columnAt, kindAt, rowStart, type SheetView, textAt } from './sheet-view.ts';
import { askedOnce } from './text-memory.ts';

/** Rows of a sheet that each name an indicator, under a row that says which figures stand beside them. */
export interface LineRun {
  /** Index of the row that heads the figures. */
  readonly head: number;
  /** Indexes of the first and last row that names an indicator. */
  readonly first: number;
  readonly last: number;
  /** Columns that hold several names, ascending; a remark may mention one. */
  readonly columns: readonly number[];
}

interface Line {
  readonly index: number;
  readonly names: readonly { readonly column: number; readonly id: string }[];
}

/** A sheet whose texts are asked for the indicators that they name. */
interface NamedSheet {
  readonly view: SheetView;
  /** Whether a text cell names an indicator. */
  readonly isName: (at: number) => boolean;
  readonly scheme: Scheme;
}

/** A sheet whose first rows name no indicator below one another is no transposed summary. */
const FIRST = 80;
/** Longer ones are ledgers. */
const MOST = 2000;
/** The row over the figures stands so many rows above them at most; headings may stand between. */
const HEAD_ABOVE = 12;

/** The transposed summaries of a sheet, from top to bottom. */
export function lineRuns(view: SheetView, scheme: Scheme): readonly LineRun[] {
  const runs: { head: number; lines: Line[] }[] = [];
  const sheet: NamedSheet = {
    view,
    isName: namesIndicator(view.grid, scheme),
    scheme,
  };
  let before = -1;
  for (const line of linesOf(sheet)) {
    const head = headAbove(sheet, line, Math.max(before + 1, line.index - HEAD_ABOVE));
    before = line.index;
    if (head >= 0) runs.push({ head, lines: [line] });
    else runs.at(-1)?.lines.push(line);
  }
  return runs.flatMap(({ head, lines }) => runOf(sheet, head, lines) ?? []);
}

/** An indicator may have rows for several spans; the types of a list come more often. */
const OFTEN = 3;

function runOf({ view, scheme }: NamedSheet, head: number, lines: readonly Line[]): LineRun | null {
  const [first, last] = [lines[0], lines.at(-1)];
  const names = lines.flatMap((line) => line.names);
  const ids = new Set(names.map(({ id }) => id));
  if (!first || !last || first === last || ids.size < 2) return null;
  // Where rows tell their regions, an indicator comes once for each of them.
  const regions = lines.filter(({ index, names: own }) => namesRegionBefore(view, index, own, scheme)).length;
  if (Math.max(OFTEN, regions) * ids.size < names.length) return null;
  const columns = [...grouped(names, ({ column }) => column)].flatMap(([column, own]) =>
    new Set(own.map(({ id }) => id)).size > 1 ? [column] : [],
  );
  if (columns.length === 0) return null;
  return { head, first: first.index, last: last.index, columns: columns.sort((a, b) => a - b) };
}

/** Rows that name an indicator beside figures or beside nothing; the header of an ordinary summary names several. */
function linesOf(sheet: NamedSheet): readonly Line[] {
  const { view } = sheet;
  const lines: Line[] = [];
  for (let index = 0; index < Math.min(view.rows, lines.length > 0 ? MOST : FIRST); index++) {
    const names = namesIn(sheet, index);
    if (names.length === 0) continue;
    const isList = names.every(({ column }, at) => at === 0 || column > (names[at - 1]?.column ?? 0) + 1);
    if (isList && !headsFigures(sheet, index, names)) lines.push({ index, names });
  }
  return lines;
}

/** Whether a region stands left of the names of a row. */
function namesRegionBefore(view: SheetView, index: number, names: Line['names'], scheme: Scheme): boolean {
  const [first] = names;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    if (first === undefined || columnAt(view, at) >= first.column) return false;
    if (textAt(view, at).trim() !== '' && namesRegion(textAt(view, at), scheme)) return true;
  }
  return false;
}

const NO_NAMES: Line['names'] = [];

function namesIn({ view, isName, scheme }: NamedSheet, index: number): Line['names'] {
  const { kinds } = view.grid;
  let names: { column: number; id: string }[] | null = null;
  for (let at = rowStart(view, index), end = rowStart(view, index + 1); at < end; at++) {
    if (kinds[at] !== TEXT || !isName(at)) continue;
    const id = indicatorId(textAt(view, at), scheme);
    names ??= [];
    if (id !== null) names.push({ column: columnAt(view, at), id });
  }
  return names ?? NO_NAMES;
}

/** A row of texts over a row of figures is a header, unless that row names an indicator in its turn. */
function headsFigures(sheet: NamedSheet, index: number, names: Line['names']): boolean {
  const { view, scheme } = sheet;
  if (hasFigure(view, index, scheme) || !hasFigure(view, index + 1, scheme)) return false;
  const below = new Set(namesIn(sheet, index + 1).map(({ column }) => column));
  return !names.some(({ column }) => below.has(column));
}

const TEXT = CELL_KINDS.indexOf('text');

/** A number, or a text that means none. */
function hasFigure(view: SheetView, index: number, scheme: Scheme): boolean {
  const { nilMarks } = wordSets(scheme);
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    if (view.grid.kinds[at] !== TEXT || nilMarks.has(view.keyAt(at))) return true;
  }
  return false;
}

/** The nearest row above a line that says which figures stand beside the names; -1 when there is none. */
function headAbove(sheet: NamedSheet, { index, names }: Line, from: number): number {
  const [first] = names;
  for (let above = index - 1; above >= from; above--) {
    if (first && headsLines(sheet, above, first.column)) return above;
  }
  return -1;
}

const LABEL = /[:：]/;

/** A cover row (填报单位 | 惠州市, 报告期：一季度) names a region or period behind its label, not above figures. */
function headsLines(sheet: NamedSheet, index: number, column: number): boolean {
  const { view, scheme } = sheet;
  let heads = false;
  let label = false;
  for (let at = rowStart(view, index); at < rowStart(view, index + 1); at++) {
    const look = lookAt(view, at, scheme);
    // Texts and years head figures; a row with a number of its own is one of the rows below.
    if (look === 'number') return false;
    const text = kindAt(view, at) === 'text' ? textAt(view, at) : String(view.grid.values[at]);
    const measures = columnAt(view, at) > column && !LABEL.test(text) && saysFigures(readMeasure([text], scheme));
    if (measures && label) return false;
    heads ||= measures;
    const kind = labelKind(text, scheme);
    label = kind !== null && kind !== 'unit';
  }
  return heads && namesIn(sheet, index).length === 0;
}

/** The indicator that a text names by itself, whatever stands beside it. */
function indicatorId(text: string, scheme: Scheme): string | null {
  return text.length > 1 && mayNameIndicator(text, scheme) ? knownIndicator(text, scheme) : null;
}

const namesIndicator = askedOnce((text, scheme) => indicatorId(text, scheme) !== null);

const knownIndicator = rememberTexts((text, scheme) => namedIndicator([text], null, scheme)?.indicator.id ?? null);
