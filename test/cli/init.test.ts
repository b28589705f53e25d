import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { parseExplanations } from '../../src/workspace/explanations.ts';
import { parseSettings } from '../../src/workspace/parse-settings.ts';
import { parseReceipts } from '../../src/workspace/receipts.ts';
import { parseRoster } from '../../src/workspace/roster.ts';
import { parseSources } from '../../src/workspace/sources.ts';
import { testEffects } from '../support/effects.ts';
import { huizong } from '../support/huizong.ts';
import { scheme } from '../support/returns.ts';

const folders: string[] = [];
let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'huizong-init-'));
  folders.push(top);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const AS_OF = ['--as-of', '2024-04-20'];
const read = (name: string) => readFileSync(join(top, name), 'utf8');

describe('huizong init', () => {
  test('makes a workspace whose settings and tables have no faults, from flags alone', async () => {
    const { status, stdout } = await huizong(['init', '汇总', '--area', '惠州市', '--period', '2024Q2'], { cwd: top });
    expect(status).toBe(0);
    expect(stdout).toContain('huizong.yaml');
    const settings = parseSettings(readFileSync(join(top, '汇总/huizong.yaml')), { scheme, schemeFound: true });
    expect(settings).toMatchObject({ faults: [], settings: { area: '441300', period: null } });
    const roster = parseRoster(read('汇总/roster.csv').slice(1), scheme);
    expect(roster.faults).toEqual([]);
    expect(roster.table?.map(({ name }) => name)).toContain('惠城区');
    for (const [name, parse] of [
      ['receipts.csv', parseReceipts],
      ['sources.csv', parseSources],
      ['explanations.csv', parseExplanations],
    ] as const) {
      expect(parse(read(`汇总/${name}`).slice(1), scheme).faults).toEqual([]);
    }
    expect(existsSync(join(top, '汇总/returns/2024Q2'))).toBe(true);
    expect(existsSync(join(top, '汇总/reports'))).toBe(true);
  });

  test('each setting that stands as a comment is one', async () => {
    for (const lang of ['zh-CN', 'en']) {
      await huizong(['init', lang, '--yes', '--lang', lang, ...AS_OF], { cwd: top });
      const active = read(`${lang}/huizong.yaml`).replace(/^# (?=[a-z]+:| {2})/gmu, '');
      const { faults } = parseSettings(Buffer.from(active), { scheme, schemeFound: true });
      expect(faults).toEqual([]);
    }
  });

  test('--yes takes the province and the last period that has ended; then status works in it', async () => {
    await huizong(['init', '--yes', ...AS_OF], { cwd: top });
    expect(existsSync(join(top, 'returns/2024Q1'))).toBe(true);
    writeFileSync(join(top, 'returns/2024Q1/东莞市零报告.csv'), '填报单位：东莞市\r\n零报告\r\n');
    const { stdout } = await huizong(['status', '-f', 'json', ...AS_OF], { cwd: top });
    expect(JSON.parse(stdout).coverage).toMatchObject({ due: 21, missing: 20 });
  });

  test('a scheme of its own is named from the workspace', async () => {
    await huizong(['scheme', 'show'], { cwd: top });
    const folder = join(import.meta.dirname, '../../schemes/guangdong-six-tasks');
    await huizong(['init', 'a', '--yes', '--scheme', folder, ...AS_OF], { cwd: top });
    const { status } = await huizong(['scheme', 'check'], { cwd: join(top, 'a') });
    expect(status).toBe(0);
    expect(read('a/huizong.yaml')).toMatch(/^scheme: '.*guangdong-six-tasks'$/m);
  });

  test('never overwrites: other files stay, and where huizong.yaml is nothing is done', async () => {
    writeFileSync(join(top, 'roster.csv'), 'bureau\r\n东莞市\r\n');
    const first = await huizong(['init', '--yes', ...AS_OF], { cwd: top });
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/没有改动的：roster\.csv/);
    expect(read('roster.csv')).toBe('bureau\r\n东莞市\r\n');
    const settings = read('huizong.yaml');
    const second = await huizong(['init', '--area', '惠州市', '--period', '2024Q3'], { cwd: top });
    expect({ status: second.status, stdout: second.stdout }).toEqual({ status: 2, stdout: '' });
    expect(read('huizong.yaml')).toBe(settings);
    expect(existsSync(join(top, 'returns/2024Q3'))).toBe(false);
  });

  test.each([
    [[], '--area'],
    [['--area', '惠州市'], '--period'],
    [['--area', '惠洲市', '--yes'], '惠洲市'],
    [['--period', '一季度', '--yes'], '一季度'],
  ])('without a terminal %j ends with exit 2 and one line that names %s', async (args, named) => {
    const { status, stdout, stderr } = await huizong(['init', '新', ...args, ...AS_OF], { cwd: top });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(top, '新'))).toBe(false);
  });

  test('on a terminal it asks for what no flag says, and no more', async () => {
    const questions: string[] = [];
    const effects = testEffects({
      cwd: top,
      canAsk: true,
      ask: async ({ message, proposal, problemOf }) => {
        questions.push(message);
        expect(problemOf('没有这个地方')).not.toBeNull();
        expect(problemOf(proposal)).toBeNull();
        return proposal;
      },
    });
    expect(await main(['init', 'a', ...AS_OF], effects)).toBe(0);
    expect(questions).toHaveLength(2);
    expect(await main(['init', 'b', '--area', '惠州市', ...AS_OF], effects)).toBe(0);
    expect(questions).toHaveLength(3);
    expect(await main(['init', 'c', '--area', '惠州市', '--period', '2024Q1'], effects)).toBe(0);
    expect(questions).toHaveLength(3);
    expect(read('a/huizong.yaml')).toContain('area: 440000');
    expect(existsSync(join(top, 'a/returns/2024Q1'))).toBe(true);
  });
});
