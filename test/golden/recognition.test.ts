import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activitiesOf, compileFiles, valuesOf } from '../support/compile-files.ts';
import { type GoldenCase, goldenCases } from '../support/golden-case.ts';
import { findingsOf, rowsOf, setAsideOf, tablesOf, within } from '../support/observed.ts';
import { fileOf } from '../support/sketch.ts';

const cases = goldenCases(join(import.meta.dirname, 'recognition'));

describe('what an official takes a sheet for', () => {
  for (const one of cases) test.concurrent(one.name, () => check(one));

  test('every phenomenon has something that only looks like it', () => {
    const names = new Set(cases.map(({ name }) => name));
    const phenomenon = (name: string) => name.replace(/[/ ].*/s, '');
    const nearMissed = new Set([...names].filter((name) => name.includes('/near-miss')).map(phenomenon));
    const alone = [...names].map(phenomenon).filter((name) => !nearMissed.has(name));
    same('phenomena without a near miss', alone, []);
  });
});

async function check({ files: sketches, run, expected }: GoldenCase): Promise<void> {
  const files = sketches.map(fileOf);
  const compiled = await compileFiles(files, run);
  const { sources, bureaus } = compiled;
  const { activities, values, absent = [], findings = [] } = expected;
  const bureau = bureaus.find((one) => one.bureau === expected.sender);
  // Who, when and which tables first: what is wrong there explains the rest.
  held('sender', expected.sender, () => sources[0]?.sender?.value ?? null);
  held('period', expected.period, () => sources[0]?.period?.value.id ?? null);
  held('tables', expected.tables, () => tablesOf(compiled, expected));
  const wanted = findings.filter((text) => !text.startsWith('?')).toSorted();
  same('findings', findingsOf(compiled, expected), wanted);
  held('values', values, () => within(valuesOf(compiled), values ?? {}));
  held('set aside', expected.setAside, () => setAsideOf(compiled));
  held('rows', expected.rows, () => rowsOf(compiled));
  held('state', expected.state, () => bureau?.state);
  held('nil', expected.nil, () => bureau?.nil);
  for (const { rows } of sources) same('data rows', rows.data, rows.counted + rows.setAside);
  if (activities !== undefined) {
    const rows = await activitiesOf(files, compiled.period.id);
    same('ledger rows', [...rows.keys()], Object.keys(activities));
    for (const [at, fields] of Object.entries(activities)) expect(rows.get(at), `row ${at}`).toMatchObject(fields);
  }
  const all = JSON.stringify(compiled, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  const told = absent.filter((text) => all.includes(text));
  same('told all the same', told, []);
}

/** Holds what is expected, if anything is. */
function held(what: string, wanted: unknown, found: () => unknown): void {
  if (wanted !== undefined) same(what, found(), wanted);
}

function same(what: string, found: unknown, wanted: unknown): void {
  expect(found, `${what}: ${JSON.stringify(found)}, should be ${JSON.stringify(wanted)}`).toEqual(wanted);
}
