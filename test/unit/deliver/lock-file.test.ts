import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../../src/deliver/lock-file.ts';
import type { LockSelf } from '../../../src/deliver/lock-self.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-lock-'));
  path = join(folder, 'inner', 'a.lock');
  await mkdir(join(folder, 'inner'));
});
afterEach(() => rm(folder, { recursive: true }));

const running = new Set<number>();
function self(pid: number, fields: Partial<LockSelf> = {}): LockSelf {
  running.add(pid);
  return { pid, host: 'alpha', booted: 1000, isRunning: (one) => running.has(one), ...fields };
}

async function touched(secondsAgo: number): Promise<void> {
  const then = new Date(Date.now() - secondsAgo * 1000);
  await utimes(path, then, then);
}

test('is held by one, and by the next when it is given back', async () => {
  const first = await takeLock(path, self(1));
  expect(first.held).toBe(true);
  expect(await takeLock(path, self(2))).toEqual({ held: false, by: { pid: 1, host: 'alpha', booted: 1000 } });
  if (first.held) await first.release();
  expect((await takeLock(path, self(2))).held).toBe(true);
  expect(await readdir(join(folder, 'inner'))).toEqual(['a.lock']);
});

test.each([
  ['whose process has ended', { pid: 3, host: 'alpha', booted: 1000 }, true],
  ['of a start of the computer before this one', { pid: 2, host: 'alpha', booted: 10 }, true],
  ['of a running process', { pid: 2, host: 'alpha', booted: 1001 }, false],
  ['of another computer', { pid: 3, host: 'beta', booted: 10 }, false],
])('one %s is taken over: %#', async (_, holder, expected) => {
  self(2);
  await takeLock(path, self(9));
  await writeFile(path, JSON.stringify(holder));
  expect((await takeLock(path, self(4))).held).toBe(expected);
});

test.each([[''], ['nonsense'], ['{"pid":"1"}']])(
  'one that says nothing (%j) is taken over, but not while it may be in the making',
  async (text) => {
    await takeLock(path, self(9));
    await writeFile(path, text);
    expect(await takeLock(path, self(4))).toEqual({ held: false, by: null });
    await touched(60);
    expect((await takeLock(path, self(4))).held).toBe(true);
  },
);

test('one of another computer that was not touched for long is taken over', async () => {
  await takeLock(path, self(9));
  await writeFile(path, JSON.stringify({ pid: 3, host: 'beta', booted: 10 }));
  await touched(120);
  expect((await takeLock(path, self(4))).held).toBe(true);
});

test('of many that find a stale one, one after the other, only one gets it', async () => {
  await takeLock(path, self(9));
  for (let round = 0; round < 20; round++) {
    await writeFile(path, JSON.stringify({ pid: 77, host: 'alpha', booted: 1000 }));
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, async (_, at) => {
        // The slow still have the stale lock before their eyes when the quick hold a new one.
        for (let turns = 0; turns < at; turns++) await nextTurn();
        return takeLock(path, self(100 + at));
      }),
    );
    expect(outcomes.filter(({ held }) => held)).toHaveLength(1);
  }
});

test('a process that died while it removed a stale one stops nobody', async () => {
  await takeLock(path, self(9));
  for (const left of [path, `${path}.removing`]) {
    await writeFile(left, JSON.stringify({ pid: 77, host: 'alpha', booted: 1000 }));
  }
  expect((await takeLock(path, self(4))).held).toBe(true);
  expect(await readdir(join(folder, 'inner'))).toEqual(['a.lock']);
});

test('what processes that died while they made one have left is removed, what is being made is not', async () => {
  const folderOfLock = join(folder, 'inner');
  const left = (name: string, pid: number) =>
    writeFile(join(folderOfLock, name), JSON.stringify({ pid, host: 'alpha', booted: 1000 }));
  await left('a.lock.0123abcd', 77);
  await left('a.lock.removing.0123abcd', 77);
  await left('a.lock.89abcdef', 1);
  await left('a.lock.mine', 77);
  self(1);
  expect((await takeLock(path, self(4))).held).toBe(true);
  expect((await readdir(folderOfLock)).sort()).toEqual(['a.lock', 'a.lock.89abcdef', 'a.lock.mine']);
});

test('giving back does not take away what somebody else has taken over', async () => {
  const first = await takeLock(path, self(1));
  await writeFile(path, 'other');
  if (first.held) await first.release();
  expect(await readFile(path, 'utf8')).toBe('other');
});
