import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeControlScheme } from '../support/control-scheme.ts';
import { type Measured, measured } from '../support/measured.ts';
import { corpusFolder, needs } from '../support/needs.ts';
import { EXPECTED, NOT_PICKED_UP, type Sums } from './hostile-expected.ts';

/** Of a processor: the test may share the machine with others. */
const SECONDS = 5;
const MEGABYTES = 500;

interface Said {
  readonly figures: readonly { readonly region: string; readonly indicator: string; readonly value: number | null }[];
  readonly findings: readonly { readonly code: string; readonly file: string | null }[];
  readonly sources: readonly { readonly file: string; readonly state: string }[];
}

const hostile = join(corpusFolder, 'hostile');
const files = needs.corpus.available ? readdirSync(hostile) : [];
const root = mkdtempSync(join(tmpdir(), 'huizong-hostile-'));
const scheme = join(root, 'scheme');
beforeAll(() => writeControlScheme(scheme));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A workspace in which these files are returns of the province itself. */
function workspaceWith(names: readonly string[]): string {
  const folder = mkdtempSync(join(root, 'ws-'));
  mkdirSync(join(folder, 'returns'));
  writeFileSync(join(folder, 'huizong.yaml'), 'period: 2023Q3\narea: 广东省\nreturns: returns\n');
  for (const name of names) copyFileSync(join(hostile, name), join(folder, 'returns', name));
  const lines = names.map((name) => `"${name.replaceAll('"', '""')}",440000-self\n`);
  writeFileSync(join(folder, 'sources.csv'), `file,bureau\n${lines.join('')}`);
  return folder;
}

const json = ['-f', 'json', '-o', '-', '--as-of', '2023-10-20'];
const run = (folder: string, args: readonly string[]) => measured(['report', '--scheme', scheme, ...args], folder);

function expectBounded({ cpuSeconds, megabytes }: Measured): void {
  expect(cpuSeconds).toBeLessThan(SECONDS);
  expect(megabytes).toBeLessThan(MEGABYTES);
}

function sumsOf({ figures }: Said): Sums {
  const of = (indicator: string) =>
    figures.find((one) => one.region === '440000' && one.indicator === indicator)?.value ?? null;
  return [of('t0_times'), of('money'), of('people')];
}

/** Credit codes of the control are none. */
const toldIn = ({ findings }: Said) =>
  [...new Set(findings.map(({ code }) => code))].filter((code) => code !== 'CREDIT_CODE_WRONG').toSorted();

needs.corpus.describe('hostile files as processes', () => {
  test.each(files.filter((name) => !NOT_PICKED_UP.includes(name)))('%j', async (name) => {
    const ended = await run(workspaceWith([name]), json);
    expect(ended.status).toBe(0);
    expectBounded(ended);
    expect(ended.stdout + ended.stderr).not.toContain('root:');
    const said: Said = JSON.parse(ended.stdout);
    // The long name is told by what it begins with, to keep the table readable.
    const expected = EXPECTED[name] ?? (name.startsWith('161-') ? EXPECTED['000-control.xlsx'] : undefined);
    if (expected === undefined) throw new Error(`nothing is expected of ${name}`);
    expect(toldIn(said)).toEqual(expected.told.toSorted());
    expect(said.sources.map(({ state }) => state)).toEqual([expected.sums === null ? 'rejected' : 'counted']);
    expect(sumsOf(said)).toEqual(expected.sums ?? [null, null, null]);
  });

  test.each(NOT_PICKED_UP)('%j is not picked up', async (name) => {
    const { status, stderr } = await run(workspaceWith([name]), json);
    expect(status).toBe(2);
    expect(stderr).toContain('没有找到报送件');
  });

  describe('beside a good return', () => {
    const folder = () => {
      const made = workspaceWith(files.filter((name) => name !== '000-control.xlsx'));
      mkdirSync(join(made, 'returns', '惠州市'));
      const header = '县（市、区）,任务类别,社会组织名称,活动名称,开展时间,活动次数,投入资金（万元）,受益人数';
      const line = '惠城区,一,惠州市甲行业协会,走访会员,2023-08-02,4,1.5,70';
      writeFileSync(join(made, 'returns', '惠州市', '台账.csv'), `${header}\n${line}\n`);
      return made;
    };

    test('none changes its figures, and nothing is written anywhere else', async () => {
      const made = folder();
      const ended = await run(made, ['-f', 'json', '-f', 'md', '-f', 'html', '-f', 'xlsx', '-o', 'out']);
      expect(ended.status).toBe(0);
      expect(ended.megabytes).toBeLessThan(MEGABYTES);
      const said: Said = JSON.parse(readFileSync(join(made, 'out', 'report.json'), 'utf8'));
      const of = (indicator: string) =>
        said.figures.find((one) => one.region === '441302' && one.indicator === indicator)?.value;
      expect([of('t0_times'), of('money'), of('people')]).toEqual([4, 1.5, 70]);
      expect(readdirSync(made).toSorted()).toEqual(['huizong.yaml', 'out', 'returns', 'sources.csv']);
      expect(readdirSync(join(made, 'out')).toSorted()).toEqual([
        ...['.huizong.json', 'report-charts', 'report.html', 'report.json', 'report.md', 'report.xlsx'],
      ]);
      const html = readFileSync(join(made, 'out', 'report.html'), 'utf8');
      expect(html).not.toMatch(/<(?:img|iframe|a href="javascript)/i);
      expect(html.match(/<script/gi)?.length ?? 0).toBeLessThanOrEqual(1);
    });
  });
});

needs.corpus.describe('the whole corpus in one run each', () => {
  test.each(['chinese', 'hostile', 'readers'])('%s: no crash, no hang, each file counted or told', async (part) => {
    const ended = await measured(
      ['check', join(corpusFolder, part), '--period', '2024Q1', '-f', 'json', '--fail-on', 'never'],
      root,
    );
    expect(ended.status).toBe(0);
    expect(ended.megabytes).toBeLessThan(MEGABYTES);
    expect(ended.cpuSeconds).toBeLessThan(60);
    const { sources, findings }: Said = JSON.parse(ended.stdout);
    const told = new Set(findings.map(({ file }) => file));
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.filter(({ file, state }) => state !== 'counted' && !told.has(file))).toEqual([]);
  });
});
