import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';
import { scheme } from '../support/returns.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-fill-given-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const DAY = ['--as-of', '2024-04-20'];
let made = 0;

/** A folder of its own with a file of answers. */
function room(answers: unknown = {}): string {
  const path = join(folder, `room${++made}`);
  mkdirSync(path);
  writeFileSync(join(path, 'a.json'), typeof answers === 'string' ? answers : JSON.stringify(answers));
  return path;
}

function whole(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    scheme.indicators.map(({ id }) => [id, fields[id] ?? (id === 't0_assoc_registered' ? 900 : 7)]),
  );
}

const COUNTY = ['--bureau', '441302', '--period', '2024Q1', ...DAY];

async function figures(cwd: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await huizong(['report', ...paths, '--area', '441300', '-f', 'json', '-o', '-', ...DAY], { cwd });
  const report = JSON.parse(stdout) as { figures: { region: string; indicator: string; value: number }[] };
  return new Map(report.figures.map(({ region, indicator, value }) => [`${region} ${indicator}`, value]));
}

describe('given answers', () => {
  test('make a return that is read as they say', async () => {
    const cwd = room({ bureau: '惠城区', period: '2024Q1', summary: whole({ t4_rural_funds: '1.2亿元' }) });
    const { status, stdout } = await huizong(['fill', '--answers', 'a.json', ...DAY], { cwd });
    expect(stdout).toBe('已写出 惠州市惠城区2024Q1.xlsx\n已重新读取核对，与所填一致。\n');
    expect(status).toBe(0);
    const told = await figures(cwd, ['惠州市惠城区2024Q1.xlsx']);
    expect([told.get('441302 t4_rural_funds'), told.get('441302 t5_job_fairs')]).toEqual([12000, 7]);
    expect(existsSync(join(cwd, 'drafts'))).toBe(false);
  });

  test('of flags lie over those of the file; a ledger is written as csv', async () => {
    const cwd = room({
      activities: [
        {
          task: 't5',
          activity_type: '招聘活动',
          association: '甲协会',
          title: '招聘会',
          date: '2024-03-05',
          jobs_offered: 40,
          enterprises: 3,
        },
      ],
    });
    const { status } = await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'out/台账.csv'], { cwd });
    expect(status).toBe(0);
    expect((await figures(cwd, ['out/台账.csv'])).get('441302 t5_jobs_offered')).toBe(40);
    writeFileSync(join(cwd, 'a.json'), JSON.stringify({ summary: whole() }));
    await huizong(['fill', ...COUNTY, '--answers', 'a.json', '--set', 't5_job_fairs=8', '-o', 'b.xlsx'], { cwd });
    expect((await figures(cwd, ['b.xlsx'])).get('441302 t5_job_fairs')).toBe(8);
  });

  test('tell a city by its parts when they name one', async () => {
    const parts = scheme.regions.filter(({ parent }) => parent === '441300').map(({ name }) => name);
    const cwd = room({
      bureau: '441300',
      period: '2024Q1',
      summary: Object.fromEntries(parts.map((name) => [name, whole()])),
    });
    expect(
      await huizong(['fill', '--answers', 'a.json', '--set', '441302.t5_job_fairs=9', ...DAY, '-o', 'c.xlsx'], { cwd }),
    ).toMatchObject({ status: 0 });
    const told = await figures(cwd, ['c.xlsx']);
    expect([told.get('441302 t5_job_fairs'), told.get('441300 t5_job_fairs')]).toEqual([9, 9 + 7 * (parts.length - 1)]);
  });

  test('with errors or without needed answers write nothing, and end with 1', async () => {
    const cwd = room({ summary: whole({ t5_job_fairs: '3-5', t5_graduates_filled: 8 }) });
    const wrong = await huizong(['fill', ...COUNTY, '--answers', 'a.json'], { cwd });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('还有 2 处错误');
    expect(wrong.stderr).toContain('“3-5”不是一个可以统计的数字');
    const partial = await huizong(['fill', ...COUNTY, '--set', 't5_job_fairs=3'], { cwd });
    expect(partial.status).toBe(1);
    expect(partial.stderr).toMatch(/必填的还差 \d+ 项：期末登记行业协会商会数/);
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  test('note reasons where check finds them', async () => {
    const reason = {
      code: 'L108',
      region: '惠城区',
      item: 't5_jobs_filled',
      value: '12 / 7',
      reason: '含上季度的岗位',
    };
    const cwd = room({ summary: whole({ t5_jobs_filled: 12 }), reasons: [reason] });
    const { status, stdout, stderr } = await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], {
      cwd,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 条原因已记入 explanations.csv');
    const { stdout: json } = await huizong(['check', 'b.xlsx', '-f', 'json', ...DAY], { cwd });
    const { findings } = JSON.parse(json) as { findings: { code: string; explained: { reason: string } | null }[] };
    expect(findings.filter(({ code }) => code === 'L108').map(({ explained }) => explained?.reason)).toEqual([
      '含上季度的岗位',
    ]);
  });
});

describe('what would stop every later run', () => {
  const reason = { code: 'L108', item: 't5_jobs_filled', value: '12 / 7', reason: '含上季度的岗位' };

  test('a reason without a region is about the only one, and is read again', async () => {
    const cwd = room({ summary: whole({ t5_jobs_filled: 12 }), reasons: [reason] });
    const { status, stdout } = await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    expect([status, stdout.includes('1 条原因已记入')]).toEqual([0, true]);
    const { status: again, stdout: json } = await huizong(['check', 'b.xlsx', '-f', 'json', ...DAY], { cwd });
    expect([again, json.includes('含上季度的岗位')]).toEqual([0, true]);
  });

  test('a reason that could not be read is refused before anything is written', async () => {
    const cwd = room({ summary: whole({ t5_jobs_filled: 12 }), reasons: [{ ...reason, item: 'none' }] });
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/reasons\[0\].*“none”/);
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });
});

describe('a text that no cell can hold', () => {
  const activity = { task: 't5', activity_type: '招聘活动', association: '甲协会', date: '2024-03-05', enterprises: 3 };

  test.each([
    ['too long', '长'.repeat(32_768), '32767'],
    ['a control character', '招聘\u0007会', '控制字符'],
    ['half a pair', '招聘\ud83d会', '控制字符'],
  ])('is refused: %s', async (_, title, said) => {
    const cwd = room({ activities: [{ ...activity, title, jobs_offered: 40 }] });
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--answers', 'a.json'], { cwd });
    expect([status, stderr.includes('$.activities[0].title'), stderr.includes(said)]).toEqual([2, true, true]);
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });
});

test('a title that would be read as a total is named, and nothing is written', async () => {
  const rows = ['招聘会', '合计', '座谈会'].map((title) => ({
    ...{ task: 't5', activity_type: '招聘活动', association: '甲协会', title, date: '2024-03-05' },
    ...{ enterprises: 3, jobs_offered: 4 },
  }));
  const cwd = room({ activities: rows });
  const { status, stderr } = await huizong(['fill', ...COUNTY, '--answers', 'a.json'], { cwd });
  expect([status, readdirSync(cwd)]).toEqual([1, ['a.json']]);
  expect(stderr.replaceAll('\n', ' ')).toContain('读出来不一样的是“2. 2024-03-05 合计 （甲协会）”');
});

test('what names no region is told where it stands, with all other faults', async () => {
  const cwd = room({
    bureau: '441300',
    period: '2024Q1',
    summary: { 没有的: { t5_job_fairs: 3 }, 惠城区: { none: 1 } },
  });
  const { status, stderr } = await huizong(['fill', '--answers', 'a.json', '--set', '也没有.t5_job_fairs=3', ...DAY], {
    cwd,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('有 3 处写得不对');
  expect(stderr).toMatch(/summary\.没有的.*“没有的”[\s\S]*“none”[\s\S]*summary\.也没有.*“也没有”/);
  expect(stderr).not.toContain('--bureau');
});

describe('a form that is not filled in', () => {
  const activity = { task: 't5', activity_type: '招聘活动', association: '甲协会', title: '会', date: '2024-03-05' };

  test.each([
    [{ summary: whole() }, 'ledger', '统计表'],
    [{ activities: [activity, activity] }, 'summary', '活动台账'],
  ])('takes no answers: one fault for all of them', async (answers, form, named) => {
    const cwd = room(answers);
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--form', form, '--answers', 'a.json'], { cwd });
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain(named);
    expect(stderr).toContain('--form both');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  test('is added to a return that is corrected by --form, which takes none away', async () => {
    const cwd = room({ summary: whole() });
    await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    writeFileSync(join(cwd, 'a.json'), JSON.stringify({ activities: [activity] }));
    const args = ['fill', 'b.xlsx', '--answers', 'a.json', ...DAY];
    const refused = await huizong([...args, '--form', 'ledger'], { cwd });
    expect([refused.status, refused.stderr.includes('“b.xlsx”里有统计表')]).toEqual([2, true]);
    const parts = await huizong([...args, '--form', 'both', '--parts', 'own'], { cwd });
    expect([parts.status, parts.stderr.includes('--parts')]).toEqual([2, true]);
    expect((await huizong([...args, '--form', 'both', '-o', 'c.xlsx'], { cwd })).status).toBe(0);
    const told = await figures(cwd, ['c.xlsx']);
    expect([told.get('441302 t5_job_fairs'), told.get('441302 t0_assoc_registered')]).toEqual([7, 900]);
  });

  test('of another bureau or period than that of the return: its answers are refused', async () => {
    const cwd = room({ summary: whole() });
    await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    for (const other of [{ bureau: '惠阳区' }, { period: '2024Q2' }]) {
      writeFileSync(join(cwd, 'a.json'), JSON.stringify({ ...other, summary: { t5_job_fairs: 3 } }));
      const { status, stderr } = await huizong(['fill', 'b.xlsx', '--answers', 'a.json', ...DAY], { cwd });
      expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
      expect(stderr).toContain('惠城区 2024Q1');
    }
    expect(readdirSync(cwd).toSorted()).toEqual(['a.json', 'b.xlsx']);
  });
});

describe('zones that report by themselves', () => {
  const CITY = ['--bureau', '440300', '--period', '2024Q1', ...DAY];
  const parts = scheme.regions.filter(({ parent }) => parent === '440300');
  const counties = parts.filter(({ level }) => level !== 'zone');
  const answers = (of: typeof parts) => ({ summary: Object.fromEntries(of.map(({ code }) => [code, whole()])) });

  /** A workspace whose roster has the city and all its zones. */
  async function workspace(content: unknown): Promise<string> {
    const cwd = room(content);
    await huizong(['init', '--area', '440000', '--period', '2024Q1'], { cwd });
    const due = ['440300', ...parts.filter(({ level }) => level === 'zone').map(({ code }) => code)];
    writeFileSync(
      join(cwd, 'roster.csv'),
      `bureau,name,forms,valid_from,valid_to,exempt\n${due.map((code) => `${code},,,,,\n`).join('')}`,
    );
    return cwd;
  }

  test('are not asked of their city, unless it tells them', async () => {
    expect(parts.length - counties.length).toBeGreaterThan(1);
    const cwd = await workspace(answers(counties));
    const out = ['--answers', 'a.json', '-o', 'b.xlsx', '--force'];
    expect((await huizong(['fill', ...CITY, ...out], { cwd: room(answers(counties)) })).status).toBe(1);
    const { status, stderr } = await huizong(['fill', ...CITY, ...out], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    const told = await huizong(['report', 'b.xlsx', '-f', 'json', '-o', '-', ...DAY], { cwd });
    const { figures: own } = JSON.parse(told.stdout) as { figures: { region: string; value: number | null }[] };
    const regions = new Set(own.filter(({ value }) => value !== null).map(({ region }) => region));
    expect(parts.filter(({ code }) => regions.has(code))).toEqual(counties);
    const zone = parts.find(({ level }) => level === 'zone');
    writeFileSync(join(cwd, 'a.json'), JSON.stringify(answers([...counties, ...(zone ? [zone] : [])])));
    expect((await huizong(['fill', ...CITY, ...out], { cwd })).status).toBe(0);
  });

  test('nor asked again when the return is corrected', async () => {
    const cwd = await workspace(answers(counties));
    await huizong(['fill', ...CITY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    const { status, stderr } = await huizong(['fill', 'b.xlsx', '--set', '440305.t5_job_fairs=8', ...DAY], { cwd });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('nor do they stand on its blank form', async () => {
    const cwd = await workspace({});
    await huizong(['form', 'f.xlsx', '--region', '440300', '--period', '2024Q1'], { cwd });
    const { stdout } = await huizong(['check', 'f.xlsx', '-f', 'json', ...DAY], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { code: string; region: string | null }[] };
    expect(
      findings.filter(({ region }) => parts.some(({ code, level }) => code === region && level === 'zone')),
    ).toEqual([]);
  });
});

describe('a nil return', () => {
  test('beside figures is refused', async () => {
    const cwd = room({ summary: whole(), nil: true });
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--answers', 'a.json'], { cwd });
    expect([status, stderr.includes('零报告')]).toEqual([2, true]);
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  test('is none any more when figures are told', async () => {
    const cwd = room({ nil: true, forms: ['summary'] });
    expect(await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'a.xlsx'], { cwd })).toMatchObject({
      status: 0,
    });
    writeFileSync(join(cwd, 'b.json'), JSON.stringify({ summary: whole() }));
    const { status } = await huizong(['fill', 'a.xlsx', '--answers', 'b.json', '-o', 'b.xlsx', ...DAY], { cwd });
    expect(status).toBe(0);
    const args = ['report', 'b.xlsx', '--area', '441300', '-f', 'json', '-o', '-', ...DAY];
    const { stdout } = await huizong(args, { cwd });
    const { coverage } = JSON.parse(stdout) as { coverage: { nil: number } };
    expect(coverage.nil).toBe(0);
  });
});

describe('a return that is there', () => {
  test('is corrected as its next version, which counts; the file itself stays byte by byte', async () => {
    const cwd = room({ summary: whole() });
    await huizong(['fill', ...COUNTY, '--answers', 'a.json'], { cwd });
    const name = '惠州市惠城区2024Q1.xlsx';
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(join(cwd, name)))
        .digest('hex');
    const before = hash();
    const { status, stdout } = await huizong(['fill', name, '--set', 't5_job_fairs=8', ...DAY], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('已写出 惠州市惠城区2024Q1（第2版）.xlsx');
    expect(hash()).toBe(before);
    await huizong(['fill', '惠州市惠城区2024Q1（第2版）.xlsx', '--set', 't5_job_fairs=9', ...DAY], { cwd });
    expect(readdirSync(cwd)).toContain('惠州市惠城区2024Q1（第3版）.xlsx');
    expect((await figures(cwd, ['.'])).get('441302 t5_job_fairs')).toBe(9);
  });

  test('that cannot be understood is told by its findings', async () => {
    const cwd = room();
    writeFileSync(join(cwd, '惠州市.csv'), '甲,乙\r\n1,2\r\n');
    const { status, stderr } = await huizong(['fill', '惠州市.csv', '--set', 't5_job_fairs=8', ...DAY], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('“惠州市.csv”不能当作报送件打开');
    expect(readdirSync(cwd).toSorted()).toEqual(['a.json', '惠州市.csv']);
  });

  test('is never what is written to', async () => {
    const cwd = room({ summary: whole() });
    await huizong(['fill', ...COUNTY, '--answers', 'a.json', '-o', 'b.xlsx'], { cwd });
    const { status } = await huizong(['fill', 'b.xlsx', '--set', 't5_job_fairs=8', '-o', 'b.xlsx', '--force', ...DAY], {
      cwd,
    });
    expect(status).toBe(2);
  });
});

describe('without a terminal nothing is asked', () => {
  test.each([
    [[], '--bureau'],
    [COUNTY, '--answers'],
    [['--set', 't5_job_fairs=8'], '--bureau'],
    [['--bureau', '441302', '--set', 't5_job_fairs=8'], '--period'],
    [['--bureau', '441302', '--period', '2024Q1', '--answers', 'a.json'], '--form'],
  ])('%j names %s', async (args, flag) => {
    const { status, stderr } = await huizong(['fill', ...args], { cwd: room() });
    expect(status).toBe(2);
    expect(stderr).toContain(flag);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('lines that are piped in are no answers', async () => {
    const cwd = room();
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--form', 'summary'], { cwd, input: '\n\n12\n' });
    expect(status).toBe(2);
    expect(stderr).toContain('--answers');
    expect(existsSync(join(cwd, 'drafts'))).toBe(false);
  });

  test.each([
    ['{"summry":{}}', '不认识这一项，是不是 summary'],
    ['{', '不是 JSON'],
    ['{"summary":{"t5_job_fair":1}}', '没有“t5_job_fair”这个指标或列'],
  ])('answers that are broken (%s) are told', async (text, told) => {
    const { status, stderr } = await huizong(['fill', ...COUNTY, '--form', 'summary', '--answers', 'a.json'], {
      cwd: room(text),
    });
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });

  test.each([
    [['--set', 'x'], '--set'],
    [['--form', 'all', '--set', 't5_job_fairs=1'], '--form'],
    [['--bureau', '没有的县', '--set', 't5_job_fairs=1'], '--bureau'],
    [['--answers', 'none.json'], 'none.json'],
    [['--set', 't5_job_fairs=1', '-o', 'a.doc'], 'a.doc'],
  ])('%j is a mistake of use', async (args, told) => {
    const { status, stderr } = await huizong(['fill', ...COUNTY, ...args], { cwd: room({ summary: whole() }) });
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});
