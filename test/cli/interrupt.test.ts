import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { testEffects, testSink } from '../support/effects.ts';
import { startHuizong } from '../support/huizong.ts';

const cwd = mkdtempSync(join(tmpdir(), 'huizong-interrupt-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const quarter = join(import.meta.dirname, '../../fixtures/2024Q1');

test.each([
  ['report', ['report', quarter, '-o', 'out']],
  ['check', ['check', quarter]],
])('Ctrl-C while %s is reading ends with 130 and leaves nothing behind', async (_, argv) => {
  const stdout = testSink();
  const stderr = testSink();
  let listening = false;
  const effects = testEffects({
    stdout,
    stderr,
    cwd,
    onInterrupt: (stop) => {
      listening = true;
      stop('SIGINT');
      return () => {
        listening = false;
      };
    },
  });
  expect(await main(argv, effects)).toBe(130);
  expect(stdout.text()).toBe('');
  expect(Buffer.from(stderr.text()).toString('utf8')).toBe('huizong: 已中断，没有写出报告。\n');
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  expect(listening).toBe(false);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a process that gets %s in the middle ends with %i, with no half report', async (signal, status) => {
  const folder = mkdtempSync(join(cwd, 'signal-'));
  const { child, ended } = startHuizong(['report', quarter, '-o', 'out'], { cwd: folder });
  // Once the folder is made, files are being written.
  while (!existsSync(join(folder, 'out')) && child.exitCode === null) await sleep(2);
  child.kill(signal);
  const end = await ended;
  const files = filesIn(join(folder, 'out'));
  expect(files.filter((name) => /\.(?:tmp|lock)$/.test(name))).toEqual([]);
  // The signal came before anything was replaced, or after everything was.
  if (end.status === status) expect(files.filter((name) => name !== '.huizong.json')).toEqual([]);
  else {
    expect(end.status).toBe(0);
    expect(files).toEqual(expect.arrayContaining(['report.html', 'report.md', 'report.xlsx']));
  }
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a process that gets %s while it reads ends with %i', async (signal, status) => {
  const folder = mkdtempSync(join(cwd, 'read-'));
  const lines = ['填报单位：东莞市,报告期：2024Q1', '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数'];
  for (let at = 0; at < 60_000; at++) lines.push(`助力就业,甲协会,招聘会${at},招聘活动,2024-02-20,1`);
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `东莞市${name}.csv`), lines.join('\n'));
  const { child, ended } = startHuizong(['report', folder, '-o', 'out'], { cwd: folder });
  await worked(child.pid ?? 0, 0.7);
  child.kill(signal);
  expect(await ended).toMatchObject({ status, stdout: '', stderr: 'huizong: 已中断，没有写出报告。\n' });
  expect(readdirSync(folder)).toHaveLength(3);
});

/** Waits until a process has used so many seconds of processor time: by then it reads, however busy the machine is. */
async function worked(pid: number, seconds: number): Promise<void> {
  if (process.platform !== 'linux') return sleep(1000 * seconds);
  const ticks = () => {
    const [, , , , , , , , , , , user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
    return user + system;
  };
  while (ticks() < 100 * seconds) await sleep(10);
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
