import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findingCodes } from '../../src/scheme/severities.ts';
import { compileFiles } from '../support/compile-files.ts';
import { type FindingCase, findingCases } from '../support/finding-case.ts';
import { hasSheets, placed } from '../support/observed.ts';
import { scheme } from '../support/returns.ts';

/** Names that the disk refuses, with its error: no test can lock a file or forbid one to the superuser. */
const refusals = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs/promises', async (original) => {
  const disk = await original<typeof import('node:fs/promises')>();
  const guarded = <A extends readonly unknown[], R>(act: (...args: A) => R) =>
    ((...args: A) => {
      const code = [...refusals].find(([name]) => String(args[0]).endsWith(`/${name}`))?.[1];
      if (code !== undefined) throw Object.assign(new Error(code), { code });
      return act(...args);
    }) as typeof act;
  return { ...disk, open: guarded(disk.open), readdir: guarded(disk.readdir) };
});

// What takes for ever is given up sooner than in earnest.
vi.mock(import('../../src/read/old/library-host.ts'), async (original) => ({
  ...(await original()),
  LIBRARY_LIMITS: { seconds: 3, megabytes: 512 },
}));

const cases = findingCases(join(import.meta.dirname, 'findings'));

describe('each code at its cell, and not at what nearly is it', () => {
  for (const one of cases) test(one.name, () => check(one));

  test('every code of the program and every rule has a case and a near miss', () => {
    const found = new Set(cases.filter(({ at }) => at.length > 0).map(({ code }) => code));
    const near = new Set(cases.filter(({ at }) => at.length === 0).map(({ code }) => code));
    const codes = findingCodes(scheme);
    expect({
      withoutCase: codes.filter((code) => !found.has(code)),
      withoutNearMiss: codes.filter((code) => !near.has(code)),
      unknown: [...found, ...near].filter((code) => !codes.includes(code)),
    }).toEqual({ withoutCase: [], withoutNearMiss: [], unknown: [] });
  });
});

async function check({ code, files, refused, run, at, also }: FindingCase): Promise<void> {
  for (const [name, error] of Object.entries(refused)) refusals.set(name, error);
  const { findings, sources } = await compileFiles(files, { period: '2024Q1', area: '441300', ...run });
  refusals.clear();
  const inSheets = hasSheets(sources);
  const inFiles = files.length > 1;
  const told = findings
    .filter((one) => one.severity !== 'info' || one.code === code)
    .map((one) => placed(one, inSheets, inFiles));
  const wanted = [...at.map((place) => `${code} ${place}`.trim()), ...also];
  expect(told.toSorted()).toEqual(wanted.toSorted());
}
