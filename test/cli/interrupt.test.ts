import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { testEffects, testSink } from '../support/effects.ts';

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
      stop();
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
