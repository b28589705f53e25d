import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isHeld, refuseIrreplaceable } from '../../../src/deliver/irreplaceable.ts';
import { EnvironmentError } from '../../../src/model/errors.ts';

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  return { ...fs, open: vi.fn(fs.open) };
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-irreplaceable-'));
  file = join(folder, 'report.md');
  writeFileSync(file, 'old');
});
afterEach(() => {
  vi.mocked(open).mockClear();
  rmSync(folder, { recursive: true, force: true });
});

/** The next file that is opened refuses it. */
function refuses(code: string) {
  vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
}

/** Why a file cannot be replaced; null when it can. */
async function problemOf(path: string, platform: string): Promise<unknown> {
  const error: unknown = await refuseIrreplaceable(path, platform).catch((cause) => cause);
  return error === undefined ? null : error instanceof EnvironmentError && error.problem;
}

describe('what may be replaced', () => {
  test.each(['linux', 'darwin', 'win32'])('is a file, or nothing, on %s', async (platform) => {
    expect(await problemOf(file, platform)).toBeNull();
    expect(await problemOf(join(folder, 'none'), platform)).toBeNull();
  });

  test('is one that is only to be read', async () => {
    chmodSync(file, 0o444);
    refuses('EACCES');
    expect(await problemOf(file, 'linux')).toBeNull();
  });

  test('is a link, whatever it leads to', async () => {
    const link = join(folder, 'link.md');
    symlinkSync(file, link);
    expect(await problemOf(link, 'linux')).toBeNull();
    expect(open).not.toHaveBeenCalled();
  });
});

describe('what may not', () => {
  test.each(['linux', 'win32'])('is a folder, on %s', async (platform) => {
    const inner = join(folder, 'report.html');
    mkdirSync(inner);
    expect(await problemOf(inner, platform)).toMatchObject({ args: { path: inner, detail: 'EISDIR' } });
  });

  test.skipIf(process.platform === 'win32')('is a pipe', async () => {
    const pipe = join(folder, 'report.json');
    execFileSync('mkfifo', [pipe]);
    expect(await problemOf(pipe, 'linux')).toMatchObject({ args: { path: pipe, detail: 'notAFile' } });
  });

  test('is one that is marked as never to be changed', async () => {
    refuses('EPERM');
    expect(await problemOf(file, 'linux')).toMatchObject({ code: 'OUTPUT_UNWRITABLE', args: { detail: 'EPERM' } });
  });

  test('is one that is open elsewhere on Windows', async () => {
    refuses('EBUSY');
    expect(await problemOf(file, 'win32')).toMatchObject({ code: 'OUTPUT_BUSY' });
  });

  const SHARED = { uid: 1, mode: 0o41777 };
  test.each([
    ["another user's in a folder where each may only remove his own", 2, SHARED, 3, true],
    ['not one of his own there', 3, SHARED, 3, false],
    ['not for who owns that folder', 2, { uid: 3, mode: 0o41777 }, 3, false],
    ['not for the superuser', 2, SHARED, 0, false],
    ['not in another folder', 2, { uid: 1, mode: 0o40777 }, 3, false],
  ])('is %s', (_, uid, shared, user, held) => {
    expect(isHeld({ uid }, shared, user)).toBe(held);
  });
});
