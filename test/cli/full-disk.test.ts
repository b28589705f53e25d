import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const quarter = join(root, 'fixtures/2024Q1');
const folder = mkdtempSync(join(tmpdir(), 'huizong-full-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (out: string, asOf: string) => ['report', quarter, '-o', out, '-f', 'md', '-f', 'json', '--as-of', asOf];

/** Runs the program where no file can grow beyond so many kilobytes, as on a disk that is full. */
function withRoomFor(kilobytes: number, args: readonly string[]) {
  const quoted = [process.execPath, join(root, 'bin/huizong.js'), ...args].map((arg) => `'${arg}'`).join(' ');
  return spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec ${quoted}`], { encoding: 'utf8' });
}

function filesIn(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]),
  );
}

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  test('leaves the report of before as it was, says so, and ends with 2', async () => {
    const out = join(folder, 'before');
    expect((await huizong(report(out, '2024-04-20'))).status).toBe(0);
    const before = filesIn(out);
    const { status, stderr } = withRoomFor(40, report(out, '2024-05-20'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^huizong: “.*report\.(?:md|json)”写不进去（[^）]+），请换一个可以写入的位置。\n$/);
    expect(filesIn(out)).toEqual(before);
    expect((await huizong(report(out, '2024-05-20'))).status).toBe(0);
  });

  test('leaves no part of a first report', () => {
    const out = join(folder, 'first');
    expect(withRoomFor(40, report(out, '2024-04-20')).status).toBe(2);
    expect(filesIn(out)).toEqual({});
  });
});
