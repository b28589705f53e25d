import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropDraft, keepDraft, listDrafts, nameAside, putDraftAside } from '../../../src/deliver/draft-files.ts';
import { writeNewVersion } from '../../../src/deliver/new-version.ts';
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
    writeNewVersion(folder, nameOf, first, extension, Buffer.from('x'));
  expect(await write(1, '.xlsx')).toBe('甲.xlsx');
  expect(await write(1, '.csv')).toBe('甲（第2版）.csv');
  expect(await write(2, '.xlsx')).toBe('甲（第3版）.xlsx');
  expect(await write(7, '.xlsx')).toBe('甲（第7版）.xlsx');
  expect(await write(2, '.xlsx')).toBe('甲（第8版）.xlsx');
});
