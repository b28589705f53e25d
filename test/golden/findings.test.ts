import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findingCodes } from '../../src/scheme/severities.ts';
import { compileFiles } from '../support/compile-files.ts';
import { type FindingCase, findingCases } from '../support/finding-case.ts';
import { placed } from '../support/observed.ts';
import { scheme } from '../support/returns.ts';

/** Names that the disk refuses, with its error: no test can lock a file or forbid one to the superuser. */
const refusals = vi.hoisted(() => new Map<string, string>());
/** Stands in for a file that the library never finishes; that it is really stopped is held where the worker is tested. */
const ENDLESS = vi.hoisted(() => 'ENDLESS');

vi.mock('node:fs/promises', async (original) => {
  const disk = await original<typeof import('node:fs/promises')>();
  const guarded =
    <A extends readonly unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      const code = [...refusals].find(([name]) => String(args[0]).endsWith(`/${name}`))?.[1];
      if (code !== undefined && code !== ENDLESS) throw Object.assign(new Error(code), { code });
      return act(...args);
    };
  return { ...disk, open: guarded(disk.open), readdir: guarded(disk.readdir) };
});

vi.mock(import('../../src/read/old/library-host.ts'), async (original) => {
  const host = await original();
  const readWithLibrary: typeof host.readWithLibrary = async (request, limits) =>
    refusals.get(request.file) === ENDLESS ? { stopped: 'time' } : host.readWithLibrary(request, limits);
  return { ...host, readWithLibrary };
});

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
  const { findings, sources } = await compileFiles(files, { period: '2024Q1', area: '441300', ...run }).finally(() =>
    refusals.clear(),
  );
  const ofTables = sources.flatMap(({ tables }) => tables.map(({ sheet }) => sheet));
  const inSheets = new Set([...ofTables, ...findings.map(({ place }) => place.sheet)].filter(Boolean)).size > 1;
  const inFiles = files.length > 1;
  const told = findings
    .filter((one) => one.severity !== 'info' || one.code === code)
    .map((one) => placed(one, inSheets, inFiles));
  const wanted = [...at.map((place) => `${code} ${place}`.trim()), ...also];
  expect(told.toSorted()).toEqual(wanted.toSorted());
}
