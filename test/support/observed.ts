import type { Compilation } from '../../src/model/compilation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { singly } from '../../src/model/packed-findings.ts';
import { cellName, columnName } from '../../src/model/place.ts';
import type { Expected, ExpectedTable } from './golden-case.ts';

/** A table that is not expected is told by these. */
const NOTHING: ExpectedTable = { form: '', header: [0, 0], data: null };

/** Tables of the scheme in compiled sheets, reduced to what is expected of each. */
export function tablesOf({ sources }: Compilation, expected: Expected): unknown {
  const tables = sources.flatMap((source) => source.tables);
  const own = tables.filter(({ form, compiled }) => compiled && form !== 'unknown');
  return own.map(({ sheet, form, headerRows, dataRows, totalRows, columns }, at) => {
    const wanted = expected.tables?.[at] ?? NOTHING;
    const meaning = (letter: string) => {
      const column = columns.find((one) => columnName(one.column) === letter);
      return column?.yearToDate ? `${column.meaning} ytd` : (column?.meaning ?? null);
    };
    const meanings = Object.fromEntries(Object.keys(wanted.columns ?? {}).map((letter) => [letter, meaning(letter)]));
    const found = { sheet, form, header: headerRows, data: dataRows, totals: totalRows, columns: meanings };
    return Object.fromEntries(Object.entries(found).filter(([key]) => key in wanted));
  });
}

/** Errors and warnings, and the reminders that are expected; sheet and file are told only where there are several. */
export function findingsOf({ findings, sources }: Compilation, expected: Expected): readonly string[] {
  const inSheets = hasSheets(sources);
  const wanted = new Set(expected.findings);
  const told = [...singly(findings)].map((one) => ({
    text: placed(one, inSheets, sources.length > 1),
    severity: one.severity,
  }));
  const heard = told.filter(({ text, severity }) => (severity === 'info' ? wanted.has(text) : !wanted.has(`?${text}`)));
  return [...new Set(heard.map(({ text }) => text))].toSorted();
}

/** A finding as `CODE file:sheet!cell`. */
export function placed(
  { code, place: { file, sheet, row, column } }: Finding,
  inSheets: boolean,
  inFiles: boolean,
): string {
  const letters = column === null ? '' : columnName(column);
  const cell = row === null ? letters : column === null ? String(row) : cellName(row, column);
  const at = `${inFiles ? `${file}:` : ''}${inSheets && sheet !== null ? `${sheet}!` : ''}${cell}`;
  return at === '' ? code : `${code} ${at}`;
}

/** Rows set aside as `reason row`. */
export function setAsideOf({ setAside, sources }: Compilation): readonly string[] {
  const inSheets = hasSheets(sources);
  return setAside.map(({ reason, sheet, row }) => `${reason} ${inSheets && sheet ? `${sheet}!` : ''}${row ?? 'all'}`);
}

function hasSheets(sources: Compilation['sources']): boolean {
  return new Set(sources.flatMap(({ tables }) => tables.map(({ sheet }) => sheet))).size > 1;
}

/** Data rows of all files. */
export function rowsOf({ sources }: Compilation): Expected['rows'] {
  const sum = (of: 'data' | 'counted') => sources.reduce((total, { rows }) => total + rows[of], 0);
  return { data: sum('data'), counted: sum('counted') };
}

/** The values that are expected; null where there is none. */
export function within(
  found: ReadonlyMap<string, number | null>,
  wanted: Readonly<Record<string, number | null>>,
): unknown {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, found.get(key) ?? null]));
}
