import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BureauStatus, Compilation } from '../../../src/model/compilation.ts';
import { type CompileOptions, compile } from '../../../src/pipeline/compile.ts';
import { buildReport } from '../../../src/report/build.ts';
import { valuesOf } from '../../support/compile-files.ts';
import { scheme } from '../../support/returns.ts';
import { writeFiles } from '../../support/write-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-bureaus-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数';
const ROW = ',助力就业,甲协会,招聘会,招聘活动,2024-02-20,10';
const ledger = (cover: string, ...rows: readonly string[]) => [cover, HEADER, ...rows];

/** Compiles text files, by name and lines, for a quarter. */
async function run(
  files: Readonly<Record<string, readonly string[]>>,
  options: Partial<CompileOptions> = {},
): Promise<Compilation> {
  await writeFiles(
    folder,
    Object.entries(files).map(([file, lines]) => ({ file, rows: lines.map((line) => line.split(',')) })),
  );
  return compile({
    ...{ paths: [folder], cwd: folder, scheme, period: null, area: '440000', asOf: '2024-04-20' },
    ...{ counting: 'normal', basis: 'summary', ...options },
  });
}

const OTHER = { '东莞市.csv': ledger('报告期：2024年第一季度', ROW) };
const bureau = ({ bureaus }: Compilation, code = '441300'): BureauStatus | undefined =>
  bureaus.find((one) => one.bureau === code);

describe('§5.9 state of a roster bureau', () => {
  test.each<[string, readonly string[], Partial<CompileOptions>, string]>([
    ['accepted: no error', ledger('报告期：2024年第一季度', ROW), {}, 'accepted'],
    [
      'provisional: an error, what is readable counts',
      ledger('报告期：2024年第一季度', `${ROW.slice(0, -2)}若干`),
      {},
      'provisional',
    ],
    ['rejected: unreadable', ['\u0000\u0001'], {}, 'rejected'],
    ['rejected: a period that cannot be told', ledger('报告期：去年冬天', ROW), {}, 'rejected'],
    ['rejected: sender disagrees', ledger('填报单位：广州市', ROW), {}, 'rejected'],
    [
      'provisional: a required column is missing',
      [
        '报告期：2024年第一季度',
        '县（市、区）,任务类别,活动名称,活动类型,开展时间,提供岗位数',
        ',助力就业,招聘会,招聘活动,2024-02-20,10',
      ],
      {},
      'provisional',
    ],
    [
      'rejected: any error under strict',
      ledger('报告期：2024年第一季度', `${ROW.slice(0, -2)}若干`),
      { counting: 'strict' },
      'rejected',
    ],
    ['missing: a file of another period', ledger('报告期：2023年第四季度', ROW), { period: null }, 'missing'],
  ])('%s', async (_name, lines, options, state) => {
    const period = {
      id: '2024Q1',
      kind: 'quarter',
      year: 2024,
      number: 1,
      start: '2024-01-01',
      end: '2024-03-31',
    } as const;
    const compiled = await run({ ...OTHER, '惠州市.csv': lines }, { ...options, period });
    // A sender that two sources dispute is nobody's.
    const isDisputed = compiled.findings.some(({ code }) => code === 'SENDER_DISAGREES');
    if (isDisputed) expect(compiled.sources.find(({ file }) => file === '惠州市.csv')?.state).toBe('rejected');
    else expect(bureau(compiled)?.state).toBe(state);
    expect(bureau(compiled, '441900')?.state).toBe('accepted');
  });

  test('missing: nothing was sent', async () => {
    expect(bureau(await run(OTHER))).toMatchObject({ state: 'missing', files: [], nil: false });
  });

  test('nil: a flag; flows and associations are 0, stocks missing', async () => {
    const compiled = await run({ ...OTHER, '惠州市.csv': ['填报单位：惠州市,报告期：2024年第一季度', '零报告'] });
    expect(bureau(compiled)).toMatchObject({ state: 'accepted', nil: true });
    expect(valuesOf(compiled).get('441300 t5_jobs_offered')).toBe(0);
    const stock = scheme.indicators.find(({ kind }) => kind === 'stock');
    expect(valuesOf(compiled).get(`441300 ${stock?.id}`)).toBeNull();
  });

  test('exempt; rates over the same roster rows without exempt, nothing due = none', async () => {
    const roster = ['bureau,exempt', '东莞市,', '惠州市,yes', '中山市,'];
    const rates = async (lines: readonly string[]) =>
      buildReport(await run({ ...OTHER, 'roster.csv': lines }), scheme, { version: '0', language: 'zh-CN' });
    const { coverage, views } = await rates(roster);
    expect(coverage).toMatchObject({ due: 2, accepted: 1, missing: 1, exempt: 1 });
    expect(views.coverage.rates).toEqual({ reported: 50, accepted: 50, onTime: null });
    expect((await rates(['bureau,exempt', '惠州市,yes'])).views.coverage.rates).toEqual({
      reported: null,
      accepted: null,
      onTime: null,
    });
  });

  test('unknown senders are listed apart', async () => {
    const compiled = await run({ ...OTHER, '甲.csv': ledger('填报单位：湖南省长沙市民政局', ROW) });
    expect(compiled.unknownSenders).toEqual([{ file: '甲.csv', name: '湖南省长沙市民政局' }]);
    expect(compiled.offRoster).toEqual([]);
  });

  test('a county or zone off the roster is compiled under its city, not in the rates', async () => {
    const files = { '惠城区.csv': ledger('填报单位：惠州市惠城区,报告期：2024Q1', ROW), ...OTHER };
    const compiled = await run(files);
    expect(compiled.offRoster.map((one) => one.bureau)).toEqual(['441302']);
    expect(compiled.bureaus).toHaveLength(21);
    expect(bureau(compiled)?.state).toBe('missing');
    expect(valuesOf(compiled).get('441300 t5_jobs_offered')).toBe(10);
  });
});

describe('§5.11 area', () => {
  const inOneCity = {
    '惠城区.csv': ledger('填报单位：惠城区,报告期：2024Q1', ROW),
    '博罗县.csv': ledger('填报单位：博罗县,报告期：2024Q1', ROW),
  };
  test.each<[string, Readonly<Record<string, readonly string[]>>, string | null, string, string]>([
    ['--area, or that of the workspace', inOneCity, '440000', '440000', 'asked'],
    ['the whole roster’s', { ...inOneCity, 'roster.csv': ['bureau', '惠州市', '东莞市'] }, null, '440000', 'roster'],
    ['all senders in one city: that city, said aloud', inOneCity, null, '441300', 'senders'],
    ['else the province', { ...inOneCity, ...OTHER }, null, '440000', 'province'],
  ])('%s', async (_name, files, asked, area, from) => {
    expect(await run(files, { area: asked })).toMatchObject({ area, areaFrom: from });
  });
});

describe('§5.12 sender and period', () => {
  const sender = async (files: Readonly<Record<string, readonly string[]>>) => {
    const { sources } = await run(files);
    const [source] = sources;
    return [source?.bureau ?? null, source?.sender?.from ?? null, source?.period?.value.id ?? null];
  };
  const cover = ledger('填报单位：惠州市,报告期：2024年第一季度', ROW);
  test.each<[string, Readonly<Record<string, readonly string[]>>, readonly (string | null)[]]>([
    [
      'sources.csv before the cover',
      { 'a.csv': cover, 'sources.csv': ['file,bureau', 'a.csv,东莞市'] },
      ['441900', 'sources', '2024Q1'],
    ],
    ['the cover before names', { '甲.csv': cover }, ['441300', 'cover', '2024Q1']],
    ['the file name', { '惠州市2024Q1.csv': ledger('', ROW) }, ['441300', 'fileName', '2024Q1']],
    ['the folder', { '惠州市/2024Q1 台账.csv': ledger('', ROW) }, ['441300', 'folder', '2024Q1']],
    [
      'a parent folder that contains the sender agrees',
      { '惠州市/惠城区2024Q1.csv': ledger('', ROW) },
      ['441302', 'fileName', '2024Q1'],
    ],
    [
      'two that disagree on the bureau = error',
      { '东莞市2024Q1.csv': ledger('填报单位：惠州市', ROW) },
      [null, null, '2024Q1'],
    ],
  ])('%s', async (_name, files, told) => {
    expect(await sender(files)).toEqual(told);
  });
});

describe('§5.14 a file of another period', () => {
  test.each([
    ['its cover', '惠州市.csv', '填报单位：惠州市,报告期：2023年第四季度'],
    ['else its name', '惠州市2023Q4.csv', '填报单位：惠州市'],
  ])('by %s is a finding, is not counted and does not spoil the state', async (_name, file, first) => {
    const period = {
      id: '2024Q1',
      kind: 'quarter',
      year: 2024,
      number: 1,
      start: '2024-01-01',
      end: '2024-03-31',
    } as const;
    const good = { '惠州市2024Q1.csv': ledger('填报单位：惠州市', ROW) };
    const compiled = await run({ ...good, [file]: ledger(first, ROW.replace('2024-02-20', '2023-11-20')) }, { period });
    expect(compiled.sources.find((source) => source.file === file)?.state).toBe('wrongPeriod');
    expect(compiled.findings.map(({ code, place }) => [code, place.file])).toEqual([['PERIOD_OTHER', file]]);
    expect(bureau(compiled)?.state).toBe('accepted');
  });
});
