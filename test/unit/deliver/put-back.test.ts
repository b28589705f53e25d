import type * as Fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliver } from '../../../src/deliver/deliver.ts';

const { refused } = vi.hoisted(() => ({
  /** What the disk refuses: the ends of the paths to which files are moved, and whether they can be linked and copied. */
  refused: { moves: [] as readonly string[], links: false, copies: false },
}));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  const no = (code: string) => Object.assign(new Error('no'), { code });
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (refused.moves.some((end) => `${from} ${to}`.endsWith(end))) throw no('EPERM');
      fs.renameSync(from, to);
    },
    linkSync: (from: string, to: string) => {
      if (refused.links) throw no('EPERM');
      fs.linkSync(from, to);
    },
    copyFileSync: (from: string, to: string) => {
      if (refused.copies) throw no('ENOSPC');
      fs.copyFileSync(from, to);
    },
  };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-back-'));
});
afterEach(() => {
  Object.assign(refused, { moves: [], links: false, copies: false });
  rmSync(folder, { recursive: true, force: true });
});

const write = (content: string, names = ['a.md', 'b.md', 'in/c.md']) =>
  deliver(
    names.map((name) => ({ name, content: `${content} ${name}` })),
    folder,
    { force: false },
  );
const held = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
  );

describe.each([
  ['with hard links', false],
  ['without', true],
])('a file that does not take its place, %s', (_, links) => {
  test.each(['a.md', 'b.md', 'c.md'])(
    '%s: all are as they were, the list says so, and nothing is left',
    async (end) => {
      await write('old');
      const before = held();
      const { mtimeMs, mode } = statSync(join(folder, 'a.md'));
      Object.assign(refused, { moves: [`.tmp ${join(folder, end === 'c.md' ? 'in/c.md' : end)}`], links });
      await expect(write('new')).rejects.toMatchObject({
        problem: { code: expect.stringMatching(/^OUTPUT_/) as string },
      });
      expect(held()).toEqual(before);
      expect(statSync(join(folder, 'a.md'))).toMatchObject(links ? { mode } : { mode, mtimeMs });
      refused.moves = [];
      await write('new');
      expect(Object.values(held())).toContain('new in/c.md');
      expect(Object.keys(held()).sort()).toEqual(['.huizong.json', 'a.md', 'b.md', 'c.md']);
    },
  );

  test('new files and their folders are removed again; one that stood with the same content stays', async () => {
    writeFileSync(join(folder, 'a.md'), 'new a.md');
    writeFileSync(join(folder, 'd.md'), 'new d.md');
    const before = held();
    Object.assign(refused, { moves: [`.tmp ${join(folder, 'd.md')}`], links });
    await expect(write('new', ['a.md', 'b.md', 'in/c.md', 'd.md'])).rejects.toThrow();
    expect(held()).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'd.md']);
  });
});

test('an old file that cannot be kept is told before any is replaced', async () => {
  await write('old');
  const before = held();
  Object.assign(refused, { links: true, copies: true });
  await expect(write('new')).rejects.toMatchObject({ problem: { code: 'OUTPUT_UNWRITABLE' } });
  expect(held()).toEqual(before);
});

test('what cannot be put back at once is put back by the next run, but for what was changed since', async () => {
  const names = ['a.md', 'b.md', 'd.md', 'c.md'];
  await write('old', names);
  refused.moves = [`.tmp ${join(folder, 'c.md')}`, ...['a.md', 'b.md'].map((name) => `.old ${join(folder, name)}`)];
  await expect(write('new', names)).rejects.toThrow(/c\.md/);
  expect(held()).toMatchObject({ 'a.md': 'new a.md', 'b.md': 'new b.md', 'd.md': 'old d.md', 'c.md': 'old c.md' });
  writeFileSync(join(folder, 'b.md'), 'mine');
  refused.moves = [];
  await write('other', ['e.md']);
  const { '.huizong.json': list, ...files } = held();
  expect(files).toEqual({
    'a.md': 'old a.md',
    'b.md': 'mine',
    'd.md': 'old d.md',
    'c.md': 'old c.md',
    'e.md': 'other e.md',
  });
  expect(list).not.toContain('begun');
  await expect(write('new', names)).rejects.toMatchObject({ problem: { code: 'OUTPUT_EXISTS' } });
});
