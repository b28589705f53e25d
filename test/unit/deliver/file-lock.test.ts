import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../../src/deliver/file-lock.ts';

let folder = '';
let path = '';
let lock = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-lock-'));
  path = join(folder, 'receipts.csv');
  lock = join(folder, '.receipts.csv.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const owned = (pid: number, host: string) =>
  writeFile(lock, JSON.stringify({ pid, host, booted: Date.now() / 1000 - uptime(), token: 'theirs' }));
const age = (seconds: number) => {
  const then = new Date(Date.now() - seconds * 1000);
  return utimes(lock, then, then);
};
/** A process that has ended. */
const dead = () => spawnSync(process.execPath, ['-e', '']).pid;
const soon = { waitMilliseconds: 150 };

describe('work under a lock', () => {
  test('is done one after the other, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(15);
      inside--;
      return inside;
    };
    expect(await Promise.all([1, 2, 3, 4].map(() => withLock(path, work)))).toEqual([0, 0, 0, 0]);
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('gives the lock back when it fails', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(path, async () => 1, soon)).toBe(1);
  });

  test('is refused after a while when a live process holds the lock', async () => {
    await owned(process.pid, hostname());
    await expect(withLock(path, async () => 1, soon)).rejects.toMatchObject({
      problem: { code: 'OUTPUT_LOCKED', args: { path, lock } },
    });
    expect(await readdir(folder)).toEqual(['.receipts.csv.lock']);
  });

  test.each<[string, () => Promise<void>]>([
    ['a dead process', () => owned(dead(), hostname())],
    ['a computer that is gone', () => owned(1, 'elsewhere').then(() => age(120))],
    ['a process that died while making it', () => writeFile(lock, '').then(() => age(120))],
    [
      'a process before the computer was started',
      () => writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname(), booted: 10 })),
    ],
  ])('takes over the lock of %s, one of many at a time', async (_, leave) => {
    await leave();
    let inside = 0;
    const work = async () => {
      const others = inside++;
      await sleep(5);
      inside--;
      return others;
    };
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(() => withLock(path, work)))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each<[string, () => Promise<void>]>([
    ['of another computer that was just refreshed', () => owned(1, 'elsewhere')],
    ['that is just being made', () => writeFile(lock, '')],
  ])('waits for a lock %s', async (_, leave) => {
    await leave();
    await expect(withLock(path, async () => 1, soon)).rejects.toThrow(lock);
  });

  test('that cannot be made is told at once', async () => {
    await expect(withLock(join(folder, 'nowhere', 'x.csv'), async () => 1)).rejects.toMatchObject({
      problem: { code: 'OUTPUT_UNWRITABLE' },
    });
  });
});
