import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Compilation } from '../../src/model/compilation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { cellName, columnName } from '../../src/model/place.ts';
import { activitiesOf, compileFiles, valuesOf } from '../support/compile-files.ts';
import { type Expected, type ExpectedTable, type GoldenCase, goldenCases } from '../support/golden-case.ts';
import { caseTest, knownDefects } from '../support/known-defects.ts';
import { fileOf } from '../support/sketch.ts';

const cases = goldenCases(join(import.meta.dirname, 'recognition'));

describe('what an official takes a sheet for', () => {
  for (const one of cases) caseTest(one.name, () => check(one));

  test('every known defect has its case, and every phenomenon something that only looks like it', () => {
    const names = new Set(cases.map(({ name }) => name));
    const own = knownDefects.map((defect) => defect.case).filter((name) => !/^(?:styles|figures)\//.test(name));
    same(
      'defects without a case',
      own.filter((name) => !names.has(name)),
      [],
    );
    const phenomenon = (name: string) => name.replace(/[/ ].*/s, '');
    const nearMissed = new Set([...names].filter((name) => name.includes('/near-miss')).map(phenomenon));
    same(
      'phenomena without a near miss',
      [...new Set([...names].map(phenomenon))].filter((name) => !nearMissed.has(name)),
      [],
    );
  });
});

async function check({ files: sketches, run, expected }: GoldenCase): Promise<void> {
  const files = sketches.map(fileOf);
  const compiled = await compileFiles(files, run);
  const { sources, bureaus } = compiled;
  const of = <T>(wanted: unknown, found: () => T) => (wanted === undefined ? undefined : found());
  const values = valuesOf(compiled);
  const bureau = bureaus.find((one) => one.bureau === expected.sender);
  // Who, when and which tables first: what is wrong there explains the rest.
  same(
    'sender',
    of(expected.sender, () => sources[0]?.sender?.value ?? null),
    expected.sender,
  );
  same(
    'period',
    of(expected.period, () => sources[0]?.period?.value.id ?? null),
    expected.period,
  );
  same(
    'tables',
    of(expected.tables, () => tablesOf(compiled, expected)),
    expected.tables,
  );
  same(
    'findings',
    findingsOf(compiled, expected),
    (expected.findings ?? []).filter((text) => !text.startsWith('?')).toSorted(),
  );
  same(
    'values',
    of(expected.values, () => within(values, expected.values ?? {})),
    expected.values,
  );
  same(
    'set aside',
    of(expected.setAside, () => setAsideOf(compiled)),
    expected.setAside,
  );
  same(
    'rows',
    of(expected.rows, () => rowsOf(compiled)),
    expected.rows,
  );
  same(
    'state',
    of(expected.state, () => bureau?.state),
    expected.state,
  );
  same(
    'nil',
    of(expected.nil, () => bureau?.nil),
    expected.nil,
  );
  for (const { rows } of sources) same('data rows', rows.data, rows.counted + rows.setAside);
  if (expected.activities !== undefined) {
    const rows = await activitiesOf(files, compiled.period.id);
    same('ledger rows', [...rows.keys()], Object.keys(expected.activities));
    for (const [at, fields] of Object.entries(expected.activities))
      expect(rows.get(at), `row ${at}`).toMatchObject(fields);
  }
  const told = JSON.stringify(compiled, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  same(
    'told all the same',
    (expected.absent ?? []).filter((text) => told.includes(text)),
    [],
  );
}

function same(what: string, found: unknown, wanted: unknown): void {
  expect(found, `${what}: ${JSON.stringify(found)}, should be ${JSON.stringify(wanted)}`).toEqual(wanted);
}

/** A table that is not expected is told by these. */
const NOTHING: ExpectedTable = { form: '', header: [0, 0], data: null };

/** Tables of the scheme in compiled sheets, reduced to what is expected of each. */
function tablesOf({ sources }: Compilation, expected: Expected): unknown {
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
function findingsOf({ findings, sources }: Compilation, expected: Expected): readonly string[] {
  const inSheets = hasSheets(sources);
  const wanted = new Set(expected.findings);
  const told = findings.map((one) => ({ text: placed(one, inSheets, sources.length > 1), severity: one.severity }));
  const heard = told.filter(({ text, severity }) => (severity === 'info' ? wanted.has(text) : !wanted.has(`?${text}`)));
  return [...new Set(heard.map(({ text }) => text))].toSorted();
}

function placed({ code, place: { file, sheet, row, column } }: Finding, inSheets: boolean, inFiles: boolean): string {
  const letters = column === null ? '' : columnName(column);
  const cell = row === null ? letters : column === null ? String(row) : cellName(row, column);
  const at = `${inFiles ? `${file}:` : ''}${inSheets && sheet !== null ? `${sheet}!` : ''}${cell}`;
  return at === '' ? code : `${code} ${at}`;
}

function setAsideOf({ setAside, sources }: Compilation): readonly string[] {
  const inSheets = hasSheets(sources);
  return setAside.map(({ reason, sheet, row }) => `${reason} ${inSheets && sheet ? `${sheet}!` : ''}${row ?? 'all'}`);
}

function hasSheets(sources: Compilation['sources']): boolean {
  return new Set(sources.flatMap(({ tables }) => tables.map(({ sheet }) => sheet))).size > 1;
}

function rowsOf({ sources }: Compilation): Expected['rows'] {
  const sum = (of: 'data' | 'counted') => sources.reduce((total, { rows }) => total + rows[of], 0);
  return { data: sum('data'), counted: sum('counted') };
}

function within(found: ReadonlyMap<string, number | null>, wanted: Readonly<Record<string, number | null>>): unknown {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, found.get(key) ?? null]));
}
