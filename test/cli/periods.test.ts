import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReportFigure, ReportModel } from '../../src/report/model.ts';
import { huizong } from '../support/huizong.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const truth = (period: string): { readonly figures: readonly ReportFigure[] } =>
  JSON.parse(readFileSync(join(fixtures, `expected/${period}.json`), 'utf8'));

const folders: string[] = [];
let ws = '';
beforeEach(() => {
  ws = mkdtempSync(join(tmpdir(), 'huizong-periods-'));
  folders.push(ws);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  mkdirSync(join(ws, name, '..'), { recursive: true });
  writeFileSync(join(ws, name), content);
}

const summary = (period: string, city: string, fairs: string, jobs = '100') =>
  write(
    `returns/${period}/${city}统计表.csv`,
    `填报单位：${city},报告期：${period}\r\n地市,招聘（送岗）活动场次,提供就业岗位数\r\n${city},${fairs},${jobs}\r\n`,
  );

const run = (...args: readonly string[]) => huizong([...args, '--as-of', '2024-08-20'], { cwd: ws });
const report = async (...args: readonly string[]): Promise<ReportModel> => {
  const { stdout, stderr, status } = await run('report', ...args, '-f', 'json', '-o', '-');
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const fairsOf = ({ figures }: ReportModel, region: string) =>
  figures.find((one) => one.region === region && one.indicator === 't5_job_fairs');

describe('earlier periods', () => {
  test('--previous and --year-ago: the plain figures are those that the returns of these quarters have', async () => {
    const paths = ['2023Q4', '2023Q1', '2024Q1'].map((period) => join(fixtures, period));
    const [previous = '', yearAgo = '', now = ''] = paths;
    const { figures, sources } = await report(now, '--previous', previous, '--year-ago', yearAgo);
    const known = new Map(
      ['2023Q4', '2023Q1'].map((period) => [
        period,
        new Map(truth(period).figures.map((one) => [`${one.region} ${one.indicator}`, one.value])),
      ]),
    );
    let compared = 0;
    for (const { region, indicator, ...figure } of figures) {
      const key = `${region} ${indicator}`;
      const [was, ago] = ['2023Q4', '2023Q1'].map((period) => known.get(period)?.get(key) ?? null);
      expect({ key, previous: figure.previous, yearAgo: figure.yearAgo }).toEqual({ key, previous: was, yearAgo: ago });
      if (was !== null) compared++;
    }
    expect(compared).toBeGreaterThan(800);
    expect(new Set(sources.map(({ state }) => state))).toContain('earlierPeriod');
  });

  test('the folders of a workspace, with years to date; what is empty or not there is not compared', async () => {
    write('huizong.yaml', '');
    for (const [period, fairs] of [
      ['2023Q2', '8'],
      ['2024Q1', '12'],
      ['2024Q2', '15'],
    ] as const) {
      summary(period, '东莞市', fairs);
    }
    mkdirSync(join(ws, 'returns/2023Q1'));
    const figure = fairsOf(await report('--period', '2024Q2', '--area', '440000'), '441900');
    expect(figure).toMatchObject({ value: 15, ytd: 27, previous: 12, qoq: 25, yearAgo: 8, yoy: 87.5 });
    expect(figure).toMatchObject({ ytdYearAgo: null, ytdYoy: null });
  });

  test('the report says in words what is lacking, what a rate leaves out, and that a base is 0', async () => {
    write('huizong.yaml', '');
    summary('2023Q2', '东莞市', '0');
    summary('2024Q2', '东莞市', '5');
    summary('2024Q2', '珠海市', '3', '7');
    const { stdout } = await run('report', '--area', '440000', '--period', '2024Q2', '-f', 'md', '-o', '-');
    expect(stdout).toMatch(/招聘（送岗）活动场次 \| 场次 \| 8 \| 0 \| 基数为0 \|/);
    expect(stdout).toMatch(/提供就业岗位数 \| 个 \| 107 \| 100 \| 0\.0 \|/);
    expect(stdout).toContain('各项合计缺广州市、深圳市、汕头市');
    expect(stdout).toContain('同比按可比口径计算，不含珠海市。');
    expect(stdout).toContain('招聘（送岗）活动8场次（上年同期为0）');
  });

  test('halves and years; a quarter that is not there is named, as is a flag that means one period', async () => {
    write('huizong.yaml', '');
    summary('2024Q1', '东莞市', '12');
    summary('2024Q2', '东莞市', '15');
    expect(fairsOf(await report('--period', '2024H1', '--area', '440000'), '441900')).toMatchObject({ value: 27 });
    expect(fairsOf(await report('returns', '--period', '2024H1'), '441900')).toMatchObject({ value: 27 });
    const year = await run('report', '--period', '2024');
    expect(year).toMatchObject({ status: 2, stdout: '' });
    expect(year.stderr).toMatch(/^\S.*2024Q3、2024Q4.*\n$/);
    const flag = await run('report', '--period', '2024H1', '--previous', 'returns/2024Q1');
    expect(flag.status).toBe(2);
    expect(flag.stderr).toMatch(/^\S.*--previous.*\n$/);
  });

  test('a path that is not there: exit 2 and one line', async () => {
    summary('2024Q2', '东莞市', '15');
    for (const flag of ['--previous', '--year-ago']) {
      const { status, stderr } = await run('check', 'returns/2024Q2', flag, 'returns/gone');
      expect({ flag, status }).toEqual({ flag, status: 2 });
      expect(stderr).toMatch(/^\S.*returns\/gone.*\n$/);
    }
  });
});

describe('what changed since an earlier report', () => {
  beforeEach(() => {
    write('huizong.yaml', '');
    summary('2024Q2', '东莞市', '若干');
    summary('2024Q2', '中山市', '15', '不详');
    summary('2024Q2', '珠海市', '3.5');
  });

  async function keep(): Promise<void> {
    const { stdout } = await run('report', '--area', '440000', '-f', 'json', '-o', '-');
    write('上次.json', stdout);
  }

  test('new, mended and standing findings, and whose returns came in', async () => {
    await keep();
    summary('2024Q2', '东莞市', '12');
    summary('2024Q2', '珠海市', '3.5', '若干');
    summary('2024Q2', '惠州市', '9');
    const { changes } = await report('--area', '440000', '--since', '上次.json');
    expect(changes?.since).toBe('2024-08-20');
    expect([changes?.findings.new.errors, changes?.findings.mended.errors, changes?.findings.standing.errors]).toEqual([
      1, 1, 2,
    ]);
    const bureaus = changes?.bureaus.map(({ name, was, now, added }) => [name, was, now, added.length]);
    expect(bureaus).toEqual([
      ['珠海市', 'provisional', 'provisional', 1],
      ['惠州市', 'missing', 'accepted', 1],
      ['东莞市', 'provisional', 'accepted', 1],
    ]);
    expect(changes?.mended).toMatchObject([{ bureau: '441900', code: 'NUMBER_UNREADABLE', count: 1 }]);
  });

  test('rows that move and files that are renamed are the same', async () => {
    await keep();
    write(
      'returns/2024Q2/新名字.csv',
      '附件,\r\n填报单位：中山市,报告期：2024Q2\r\n地市,招聘（送岗）活动场次,提供就业岗位数\r\n中山市,15,不详\r\n',
    );
    rmSync(join(ws, 'returns/2024Q2/中山市统计表.csv'));
    const { changes } = await report('--area', '440000', '--since', '上次.json');
    const sum = ({ errors, warnings, infos }: { errors: number; warnings: number; infos: number }) =>
      errors + warnings + infos;
    expect([changes?.findings.new, changes?.findings.mended].map((one) => one && sum(one))).toEqual([0, 0]);
    expect(changes?.bureaus.map(({ name }) => name)).toEqual(['中山市']);
  });

  test('what only an earlier period shows is neither mended nor new when one of the reports was not compared', async () => {
    summary('2024Q1', '中山市', '90');
    const { stdout } = await run('report', '--period', '2024Q2', '--area', '440000', '-f', 'json', '-o', '-');
    expect(stdout).toContain('CHANGE_LARGE');
    write('上次.json', stdout);
    const same = await run('status', '--period', '2024Q2', '--area', '440000', '--since', '上次.json');
    expect(same.stdout).toContain('报送件和问题都没有变化');
    rmSync(join(ws, 'returns/2024Q1'), { recursive: true });
    const { changes } = await report('--area', '440000', '--since', '上次.json');
    expect(changes?.findings.mended.warnings).toBe(0);
  });

  test('nor is what a rule over the period before has shown', async () => {
    const bases = (period: string, total: string) =>
      write(
        `returns/${period}/惠州市统计表.csv`,
        `填报单位：惠州市,报告期：${period}\r\n地市,期末校社共建实训基地数,新建实训基地数\r\n惠州市,${total},2\r\n`,
      );
    bases('2024Q1', '10');
    bases('2024Q2', '13');
    const { stdout } = await run('report', '--period', '2024Q2', '--area', '440000', '-f', 'json', '-o', '-');
    expect(stdout).toContain('"X306"');
    write('上次.json', stdout);
    rmSync(join(ws, 'returns/2024Q1'), { recursive: true });
    const { changes } = await report('--period', '2024Q2', '--area', '440000', '--since', '上次.json');
    expect(changes?.findings.mended.warnings).toBe(0);
  });

  test('nothing of a bureau is mended when its return is gone', async () => {
    await keep();
    rmSync(join(ws, 'returns/2024Q2/珠海市统计表.csv'));
    const { changes } = await report('--area', '440000', '--since', '上次.json');
    expect(changes?.findings.mended.errors).toBe(0);
    expect(changes?.bureaus).toMatchObject([{ name: '珠海市', was: 'provisional', now: 'missing' }]);
  });

  test('a warning that was explained meanwhile is neither new nor mended', async () => {
    summary('2024Q2', '中山市', '约15');
    await keep();
    write(
      'explanations.csv',
      'code,bureau,region,item,value,reason\r\nNUMBER_APPROXIMATE,中山市,中山市,t5_job_fairs,约15,属实\r\n',
    );
    const { changes } = await report('--area', '440000', '--since', '上次.json');
    expect(changes?.findings.mended.warnings).toBe(0);
    expect(changes?.findings.new.warnings).toBe(0);
  });

  test('status and the summary say it in words; the report has a table', async () => {
    await keep();
    summary('2024Q2', '东莞市', '12');
    const { stdout } = await run('status', '--area', '440000', '--since', '上次.json');
    expect(stdout).toContain('与截至 2024-08-20 的报告相比，问题新增 0，已改正 1，仍有');
    expect(stdout).toMatch(/东莞市 +暂收待改 → 合格 +新增 0，已改正 1/);
    const { stderr } = await run('report', '--area', '440000', '--since', '上次.json');
    expect(stderr).toContain('已改正 1');
    for (const name of ['report.md', 'report.html']) {
      expect(readFileSync(join(ws, 'reports/2024Q2', name), 'utf8')).toContain('已改正错误1处');
    }
    const same = await run('status', '--area', '440000', '--since', '上次.json', '-f', 'json');
    expect(JSON.parse(same.stdout).changes.bureaus).toHaveLength(1);
  });

  test('huizong.yaml may name it; with a place for the period it need not be there yet', async () => {
    await keep();
    cpSync(join(ws, '上次.json'), join(ws, '上次-2024Q2.json'));
    write('huizong.yaml', 'since: 上次-{period}.json\n');
    expect((await report('--area', '440000')).changes).not.toBeNull();
    rmSync(join(ws, '上次-2024Q2.json'));
    expect((await report('--area', '440000')).changes).toBeNull();
  });

  test.each([
    ['is not there', '没有.json', '没有这个文件'],
    ['is no report', 'returns/2024Q2/东莞市统计表.csv', '不是 huizong'],
    ['lies in the folder of reports', 'reports/2024Q2/report.json', '复制到别处'],
  ])('a file that %s: exit 2 and one line', async (_, file, reason) => {
    if (file.startsWith('reports')) await run('report', '--area', '440000', '-f', 'json');
    const { status, stdout, stderr } = await run('report', '--area', '440000', '--since', file);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`--since.*${reason}`));
  });

  test.each([
    ['a count below one', { findings: (all: ReportModel['findings']) => all.map((one) => ({ ...one, count: -5 })) }],
    ['a date that is none', { asOf: () => '\u001b[31m<b>2024</b>' }],
  ])('one that no run can have written (%s): exit 2', async (_, changed) => {
    await keep();
    const kept = JSON.parse(readFileSync(join(ws, '上次.json'), 'utf8'));
    for (const [key, change] of Object.entries(changed)) kept[key] = change(kept[key]);
    write('上次.json', JSON.stringify(kept));
    const { status, stderr } = await run('report', '--area', '440000', '--since', '上次.json');
    expect(status).toBe(2);
    expect(stderr).toContain('不是 huizong');
  });

  test('of another period or area: exit 2', async () => {
    await keep();
    const area = await run('report', '--area', '442000', '--since', '上次.json');
    expect(area.status).toBe(2);
    expect(area.stderr).toContain('440000');
    const kept = JSON.parse(readFileSync(join(ws, '上次.json'), 'utf8'));
    write('上次.json', JSON.stringify({ ...kept, period: { ...kept.period, id: '2024Q1' } }));
    const period = await run('report', '--area', '440000', '--since', '上次.json');
    expect(period.status).toBe(2);
    expect(period.stderr).toContain('2024Q1');
  });
});
