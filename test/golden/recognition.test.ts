import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activitiesOf, compileFiles, valuesOf } from '../support/compile-files.ts';
import { type GoldenCase, goldenCases } from '../support/golden-case.ts';
import { caseTest, knownDefects } from '../support/known-defects.ts';
import { findingsOf, rowsOf, setAsideOf, tablesOf, within } from '../support/observed.ts';
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
