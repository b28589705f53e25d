import { rowCount } from '../model/grid.ts';
import type { RecognisedFile, RecognisedSheet, Table } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readName } from './file-name.ts';
import { type LabelKind, labelKind, labelledParts } from './labels.ts';
import { looksOfRow } from './row-looks.ts';
import { rowsWithoutHeader } from './rows-without-header.ts';
import { type SheetView, sheetView, textAt } from './sheet-view.ts';

/** Longer ones are lists. */
const MOST_ROWS = 60;
/** One header may be a word of a note by chance. */
const MOST_HEADERS = 1;

/**
 * Whether a file that is no return is a note to one: nothing in it looks like a table or what is left of one. It is not
 * called after a form either: such a return may have been cut off before its header.
 */
export function isNote({ file, gate, sheets }: RecognisedFile, scheme: Scheme): boolean {
  if (gate !== 'form' && gate !== 'header') return false;
  const { form, kinds } = readName(file.slice(file.lastIndexOf('/') + 1), scheme);
  return (form === null || kinds.has('instructions')) && sheets.every((sheet) => isPlain(sheet, scheme));
}

function isPlain({ grid, tables }: RecognisedSheet, scheme: Scheme): boolean {
  const rows = rowCount(grid);
  if (rows === 0 || rows > MOST_ROWS || tables.some(hasHeaders) || rowsWithoutHeader(grid, scheme) !== null)
    return false;
  const view = sheetView(grid);
  return Array.from({ length: view.rows }, (_, index) => index).every((index) => !isOfReturn(view, index, scheme));
}

function hasHeaders({ why: { form } }: Table): boolean {
  return form.lines > 0 || Math.max(form.ledger, form.summary) > MOST_HEADERS;
}

/** A figure behind another cell (a number in front may number the lines), cells that nobody has parted, a label of a cover. */
function isOfReturn(view: SheetView, index: number, scheme: Scheme): boolean {
  const { cells, looks } = looksOfRow(view, index, scheme);
  const figure = looks.findLastIndex((look) => look === 'number' || look === 'year');
  return figure > 0 || cells.some((at) => holdsCells(textAt(view, at)) || isCover(textAt(view, at), scheme));
}

const COVER: ReadonlySet<LabelKind | null> = new Set(['bureau', 'period', 'form']);

function isCover(text: string, scheme: Scheme): boolean {
  return [labelKind(text, scheme), ...labelledParts(text, scheme).map(({ kind }) => kind)].some((kind) =>
    COVER.has(kind),
  );
}

/** Columns that are set apart by blanks only. */
const SPACED = /\S(?:\s{2,}\S+){2}/u;
const SIGNS = /[\s\p{S}\p{Cc}#@!&*\\,;，；、]+/u;
const FIGURE = /^\d[\d.,]*$/;
const LEAST_PARTS = 4;

/** Whether a text is a row whose cells are parted by what parts no cells: 甲协会^招聘会^2^10. */
function holdsCells(text: string): boolean {
  const parts = text.trim().split(SIGNS);
  return (
    SPACED.test(text.trim()) || (parts.length >= LEAST_PARTS && parts.some((part, at) => at > 0 && FIGURE.test(part)))
  );
}
