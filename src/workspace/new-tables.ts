import { dueUnits } from '../scheme/due-units.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { EXPLANATIONS_COLUMNS, EXPLANATIONS_FILE } from './explanations.ts';
import { RECEIPTS_COLUMNS, RECEIPTS_FILE } from './receipts.ts';
import { ROSTER_COLUMNS, ROSTER_FILE } from './roster.ts';
import { SOURCES_COLUMNS, SOURCES_FILE } from './sources.ts';

/**
 * The tables of a new workspace for an area: those who report to it, and headings of the others. With byte order mark
 * and CRLF, so that Excel opens and saves them as they are.
 */
export function newTables(
  scheme: Scheme,
  area: string,
): readonly { readonly name: string; readonly content: string }[] {
  const due = dueUnits(regionIndex(scheme), area).map(({ code, name }) => [code, name]);
  return [
    { name: ROSTER_FILE, content: table(ROSTER_COLUMNS, due) },
    { name: RECEIPTS_FILE, content: table(RECEIPTS_COLUMNS, []) },
    { name: SOURCES_FILE, content: table(SOURCES_COLUMNS, []) },
    { name: EXPLANATIONS_FILE, content: table(EXPLANATIONS_COLUMNS, []) },
  ];
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const filled = rows.map((row) => columns.map((_, at) => quoted(row[at] ?? '')));
  return `\uFEFF${[columns, ...filled].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
