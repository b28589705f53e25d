import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { nothingWalked, walk, walkLinks } from '../../../src/find/walk.ts';

vi.mock('node:fs/promises', async (original) => {
  const whole = await original<typeof import('node:fs/promises')>();
  return { ...whole, realpath: vi.fn(whole.realpath) };
});

const top = mkdtempSync(join(tmpdir(), 'deep-'));
afterAll(() => rmSync(top, { recursive: true }));

test('the real path of folders within folders is asked for once, and a link to one does not enter it again', async () => {
  const deep = join(top, ...Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? '市' : 'a')));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, '台账.csv'), '');
  symlinkSync(deep, join(top, '链接'));
  const walked = nothingWalked();
  await walk(top, walked);
  await walkLinks(walked);
  expect(walked.files.map(({ path }) => path)).toEqual([join(deep, '台账.csv')]);
  expect(walked.skipped).toEqual([]);
  // Of the top and of the link.
  expect(files.realpath).toHaveBeenCalledTimes(2);
});
