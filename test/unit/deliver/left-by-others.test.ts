import type * as Fs from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withCopyBeside } from '../../../src/deliver/copy-beside.ts';
import { takeLock } from '../../../src/deliver/lock-file.ts';
import { removeAtExit } from '../../../src/deliver/remove-at-exit.ts';
import { EnvironmentError } from '../../../src/model/errors.ts';

/** What belongs to another user of a shared folder: it can be seen, but not opened, changed or removed. */
const FOREIGN = /aaaaaaaa|\.huizong\.new$/;

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof Fs>();
  const guarded =
    <Work extends (path: string, ...more: never[]) => Promise<unknown>>(work: Work) =>
    async (path: string, ...more: never[]) => {
      if (!FOREIGN.test(path)) return work(path, ...more);
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    };
  return { ...fs, rm: guarded(fs.rm as never), readFile: guarded(fs.readFile as never) };
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-others-'));
});
afterEach(async () => {
  const { rmSync } = await vi.importActual<typeof import('node:fs')>('node:fs');
  rmSync(folder, { recursive: true });
});

test('a hidden folder that another user has left stops no file from being written', async () => {
  const left = ['.huizong.new', '.huizong.new.aaaaaaaa'];
  for (const name of left) await mkdir(join(folder, name));
  const path = join(folder, 'a.csv');
  await withCopyBeside({ folder, name: 'a.csv' }, Buffer.from('x'), (copy) => copy.replace(path));
  expect(await readdir(folder)).toEqual([...left, 'a.csv']);
  expect(await readFile(path, 'utf8')).toBe('x');
});

test('a folder that takes no hidden one is an error of the surroundings', async () => {
  const long = `${'长'.repeat(90)}.csv`;
  const copied = withCopyBeside({ folder, name: long }, Buffer.from('x'), async () => undefined);
  await expect(copied).rejects.toThrow(EnvironmentError);
  expect(await readdir(folder)).toEqual([]);
});

test('a file of a lock that another user has left, and that cannot be read, keeps nobody from the lock', async () => {
  const path = join(folder, 'a.lock');
  await writeFile(`${path}.aaaaaaaa`, '');
  const dead = JSON.stringify({ pid: 77, host: 'alpha', booted: 1 });
  await writeFile(`${path}.0123abcd`, dead);
  const taken = await takeLock(path, { pid: 1, host: 'alpha', booted: 1000, isRunning: () => true });
  expect(taken.held).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['a.lock', 'a.lock.aaaaaaaa']);
  if (taken.held) await taken.release();
  expect(await readdir(folder)).toEqual(['a.lock.aaaaaaaa']);
});

test('what cannot be removed when the process exits is left, and the rest removed', async () => {
  const before = new Set(process.listeners('exit'));
  await writeFile(join(folder, 'file'), '');
  await writeFile(join(folder, 'last'), '');
  // A folder that is none: not even `force` passes over it.
  const first = removeAtExit(join(folder, 'file', 'inner'));
  const last = removeAtExit(join(folder, 'last'));
  const listeners = process.listeners('exit').filter((one) => !before.has(one) || one.name === 'removeAll');
  for (const listener of listeners) (listener as () => void)();
  first.settled();
  last.settled();
  expect(await readdir(folder)).toEqual(['file']);
});
