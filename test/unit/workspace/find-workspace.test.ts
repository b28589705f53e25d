import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findWorkspace } from '../../../src/workspace/find-workspace.ts';
import { returnsFolder } from '../../../src/workspace/list-returns.ts';
import { periodOf } from '../../support/returns.ts';

let folder = '';
const at = (...parts: string[]) => join(folder, ...parts);
const make = (...paths: string[]) => {
  for (const path of paths) mkdirSync(at(path), { recursive: true });
};
const settings = (path: string) => {
  make(path);
  writeFileSync(at(path, 'huizong.yaml'), '');
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-workspace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the workspace', () => {
  const found = async (paths: readonly string[], cwd: string) =>
    (
      await findWorkspace(
        paths.map((path) => at(path)),
        at(cwd),
      )
    )?.folder ?? null;

  test('is looked for upwards from the current folder; the nearest counts', async () => {
    settings('a');
    make('a/b/c');
    expect(await found([], 'a/b/c')).toBe(at('a'));
    settings('a/b');
    expect(await found([], 'a/b/c')).toBe(at('a/b'));
    expect(await found([], 'a')).toBe(at('a'));
  });

  test('of the paths goes before that of the current folder; paths without one take the current folder’s', async () => {
    settings('a');
    settings('b');
    make('b/returns', 'c');
    writeFileSync(at('b/returns/x.csv'), '');
    expect(await found(['b/returns/x.csv'], 'a')).toBe(at('b'));
    expect(await found(['b/returns/*.csv'], 'a')).toBe(at('b'));
    expect(await found(['c'], 'a')).toBe(at('a'));
    expect(await found(['c'], 'c')).toBeNull();
  });

  test('cannot be two', async () => {
    settings('a');
    settings('b');
    await expect(found(['a', 'b'], 'a')).rejects.toMatchObject({ problem: { code: 'WORKSPACE_SEVERAL' } });
  });

  test('that cannot be read is not passed over', async () => {
    make('a/huizong.yaml');
    await expect(found([], 'a')).rejects.toMatchObject({ problem: { code: 'PATH_UNREADABLE' } });
  });
});

describe('the returns of a workspace', () => {
  const wanted = async (pattern: string, period: string | null) => {
    const chosen = period === null ? null : periodOf(period);
    const found = await returnsFolder({ workspace: folder, pattern, period: chosen, kind: 'quarter' });
    return [found.path.slice(folder.length + 1).replaceAll('\\', '/'), found.period?.id ?? null];
  };

  test('are those of the period asked for, else of the only one there is', async () => {
    make('returns/2024Q1', 'returns/旧', 'returns/2024', 'returns/2024-03');
    expect(await wanted('returns/{period}', null)).toEqual(['returns/2024Q1', '2024Q1']);
    make('returns/2024Q2');
    expect(await wanted('returns/{period}/', '2024Q2')).toEqual(['returns/2024Q2', '2024Q2']);
    await expect(wanted('returns/{period}', null)).rejects.toMatchObject({
      problem: { code: 'PERIOD_SEVERAL', args: { found: ['2024Q1', '2024Q2'] } },
    });
  });

  test('may stand anywhere in the pattern, and be named in small letters', async () => {
    make('报送/2024q1期/收到', '报送/2024q1');
    expect(await wanted('报送/{period}期/收到', null)).toEqual(['报送/2024q1期/收到', '2024Q1']);
    make('2024Q1');
    expect(await wanted('{period}', '2024Q1')).toEqual(['2024Q1', '2024Q1']);
  });

  test('of a pattern without a period are one folder', async () => {
    expect(await wanted('收到的', null)).toEqual(['收到的', null]);
  });

  test('that are not there are told with the folder that was looked for', async () => {
    make('returns/2024Q1');
    writeFileSync(at('returns/2024Q3'), '');
    for (const [pattern, period] of [
      ['returns/{period}', '2024Q3'],
      ['nowhere/{period}', null],
    ] as const) {
      await expect(wanted(pattern, period)).rejects.toMatchObject({ problem: { code: 'RETURNS_NOT_FOUND' } });
    }
  });
});
