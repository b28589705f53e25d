import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isMoved, withCopyBeside } from '../../../src/deliver/copy-beside.ts';
import { dropDraft, keepDraft, listDrafts, nameAside, putDraftAside } from '../../../src/deliver/draft-files.ts';
import { placeNewVersion } from '../../../src/deliver/new-version.ts';
import { EnvironmentError } from '../../../src/model/errors.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-drafts-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('drafts are kept whole, listed, put aside and dropped', async () => {
  const drafts = join(folder, 'drafts');
  expect(await listDrafts(drafts)).toEqual([]);
  await keepDraft(drafts, 'b.json', '1');
  await keepDraft(drafts, 'b.json', '2');
  await keepDraft(drafts, 'a.json', '3');
  expect(await readdir(drafts)).toEqual(['a.json', 'b.json']);
  expect(await readFile(join(drafts, 'b.json'), 'utf8')).toBe('2');
  expect(await nameAside(drafts, 'b.json')).toBe('b.1.json');
  await putDraftAside(drafts, 'b.json', 'b.1.json');
  expect(await nameAside(drafts, 'b.json')).toBe('b.2.json');
  await dropDraft(drafts, 'a.json');
  await dropDraft(drafts, 'a.json');
  expect(await listDrafts(drafts)).toEqual(['b.1.json']);
});

test('a draft that cannot be kept is an error of the surroundings', async () => {
  await writeFile(join(folder, 'drafts'), '');
  await expect(keepDraft(join(folder, 'drafts'), 'a.json', '')).rejects.toThrow(EnvironmentError);
});

test('a version comes after all that are there, whatever their extension, and replaces none', async () => {
  const nameOf = (number: number) => (number === 1 ? '甲' : `甲（第${number}版）`);
  const write = (first: number, extension: string) =>
    withCopyBeside({ folder, name: 'copy' }, Buffer.from('x'), (copy) =>
      placeNewVersion(folder, nameOf, first, extension, copy),
    );
  expect(await write(1, '.xlsx')).toBe('甲.xlsx');
  expect(await write(1, '.csv')).toBe('甲（第2版）.csv');
  expect(await write(2, '.xlsx')).toBe('甲（第3版）.xlsx');
  expect(await write(7, '.xlsx')).toBe('甲（第7版）.xlsx');
  expect(await write(2, '.xlsx')).toBe('甲（第8版）.xlsx');
});

test('a file gets its name whole, once it was looked at; what gets none is gone', async () => {
  const path = join(folder, 'a.csv');
  await withCopyBeside({ folder, name: 'a.csv' }, Buffer.from('x'), async (copy) => {
    expect(await readFile(copy.path, 'utf8')).toBe('x');
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
    await copy.replace(path);
  });
  await withCopyBeside({ folder, name: 'a.csv' }, Buffer.from('y'), async (copy) => {
    expect(await copy.takePlace(path)).toBe(false);
  });
  expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['a.csv'], 'x']);
});

test('what a process that was killed has left beside it is removed', async () => {
  await mkdir(join(folder, '.huizong.new'));
  await writeFile(join(folder, '.huizong.new', 'a.csv'), 'half');
  await withCopyBeside({ folder, name: 'a.csv' }, Buffer.from('x'), (copy) => copy.replace(join(folder, 'a.csv')));
  expect(await readdir(folder)).toEqual(['a.csv']);
});

test('also where there are no links', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await writeFile(from, 'x');
  expect(await isMoved(from, to)).toBe(true);
  expect([await readdir(folder), await readFile(to, 'utf8')]).toEqual([['to'], 'x']);
  await writeFile(from, 'y');
  expect([await isMoved(from, to), await readFile(to, 'utf8')]).toEqual([false, 'x']);
  await rm(from);
  await expect(isMoved(from, join(folder, 'other'))).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['to']);
});
