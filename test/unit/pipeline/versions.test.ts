import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/model/errors.ts';
import { type CompileOptions, compile } from '../../../src/pipeline/compile.ts';
import { valuesOf } from '../../support/compile-files.ts';
import { scheme } from '../../support/returns.ts';
import { type FileContent, writeFiles } from '../../support/write-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-versions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const HEADER = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数';
const fair = (title: string, jobs: string) => `惠城区,助力就业,惠州市甲协会,${title},招聘活动,2024-02-20,${jobs}`;

function ledger(name: string, rows: readonly string[], date = ''): void {
  const cover = `填报单位：惠州市,报告期：2024年第一季度${date === '' ? '' : `,填报日期：${date}`}`;
  write(name, [cover, HEADER, ...rows].join('\r\n'));
}

function run(options: Partial<CompileOptions> = {}) {
  return compile({
    ...{ paths: [folder], cwd: folder, workspace: folder, scheme, period: null, area: '440000' },
    ...{ asOf: '2024-04-20', counting: 'normal', basis: 'summary', ...options },
  });
}

const states = async (options?: Partial<CompileOptions>) => {
  const { sources } = await run(options);
  return Object.fromEntries(sources.map(({ file, state }) => [file, state]));
};
const jobs = async () => valuesOf(await run()).get('441302 t5_jobs_offered');

describe('versions by what files say', () => {
  test.each([
    ['惠州市台账.csv', '惠州市台账（第二版）.csv'],
    ['惠州市台账v1.csv', '惠州市台账v2.csv'],
    ['惠州市台账.csv', '惠州市台账更正.csv'],
    ['第一版/惠州市.csv', '第二版/惠州市.csv'],
  ])('%s and %s', async (earlier, later) => {
    ledger(earlier, [fair('甲', '若干')]);
    ledger(later, [fair('甲', '20'), fair('乙', '5')]);
    const { sources, findings } = await run();
    expect(Object.fromEntries(sources.map(({ file, state }) => [file, state]))).toEqual({
      [earlier]: 'superseded',
      [later]: 'counted',
    });
    // A superseded file's own findings are not reported.
    expect(findings.map(({ code, place }) => [code, place.file])).toContainEqual(['FILE_SUPERSEDED', earlier]);
    expect(findings.map(({ code }) => code)).not.toContain('NUMBER_UNREADABLE');
    expect(await jobs()).toBe(25);
  });

  test('cover dates order what nothing else does, in text and in cells of dates', async () => {
    ledger('惠州市 甲.csv', [fair('甲', '20')], '2024年4月12日');
    const day = new Date('2024-04-10T00:00:00Z');
    const rows: FileContent = {
      file: '惠州市 乙.xlsx',
      sheets: [
        {
          name: '台账',
          rows: [
            ['填报单位：惠州市', '报告期：2024年第一季度', '填报日期：', day],
            HEADER.split(','),
            fair('甲', '10').split(','),
          ],
        },
      ],
    };
    await writeFiles(folder, [rows]);
    expect(await states()).toEqual({ '惠州市 甲.csv': 'counted', '惠州市 乙.xlsx': 'superseded' });
  });

  test('an addition is no version: both count', async () => {
    ledger('惠州市台账.csv', [fair('甲', '20')]);
    ledger('惠州市台账（补充）.csv', ['惠城区,助力就业,惠州市乙商会,乙,招聘活动,2024-03-20,5']);
    expect(await jobs()).toBe(25);
  });

  test('under strict counting a conflict is told, and refuses the bureau', async () => {
    ledger('惠州市1.csv', [fair('甲', '20')]);
    ledger('惠州市2.csv', [fair('甲', '10')]);
    const { findings, bureaus } = await run({ counting: 'strict' });
    expect(findings.filter(({ code }) => code === 'VERSIONS_CONFLICT')).toHaveLength(2);
    expect(bureaus.find(({ bureau }) => bureau === '441300')?.state).toBe('rejected');
  });
});

describe('roster.csv and receipts.csv of the workspace', () => {
  test('say who is due and when what came', async () => {
    ledger('returns/惠州市.csv', [fair('甲', '20')]);
    const sha = createHash('sha256')
      .update(readFileSync(join(folder, 'returns/惠州市.csv')))
      .digest('hex');
    write('roster.csv', 'bureau,name,exempt\r\n惠州市,惠州,\r\n东莞市,,是\r\n中山市,,\r\n');
    write('receipts.csv', `bureau,sha256,received\r\n惠州市,${sha},2024-04-16\r\n`);
    const { bureaus, area, areaFrom } = await run({ area: null });
    expect({ area, areaFrom }).toEqual({ area: '440000', areaFrom: 'roster' });
    expect(bureaus.map(({ name, state, timeliness, deadline }) => [name, state, timeliness, deadline])).toEqual([
      ['惠州', 'accepted', 'late', '2024-04-15'],
      ['东莞市', 'exempt', 'unknown', null],
      ['中山市', 'missing', 'unknown', '2024-04-15'],
    ]);
    const late = new Map([['2024Q1', '2024-04-20']]);
    expect((await run({ deadlines: late })).bureaus[0]).toMatchObject({ timeliness: 'onTime', deadline: '2024-04-20' });
  });

  test('a bureau off the roster is known and listed apart; its figures count', async () => {
    ledger('returns/惠州市.csv', [fair('甲', '20')]);
    write('roster.csv', 'bureau\r\n东莞市\r\n中山市\r\n');
    const compiled = await run();
    expect(compiled.bureaus.map(({ bureau }) => bureau)).toEqual(['441900', '442000']);
    expect(compiled.offRoster.map(({ bureau, state }) => [bureau, state])).toEqual([['441300', 'accepted']]);
    expect(valuesOf(compiled).get('440000 t5_jobs_offered')).toBe(20);
  });

  test('faults of all tables are told at once', async () => {
    ledger('returns/惠州市.csv', [fair('甲', '20')]);
    write('roster.csv', 'bureau\r\n惠洲市\r\n');
    write('receipts.csv', 'bureau,sha256,received\r\n惠州市,abc,2024-04-16\r\n');
    const error = await run().catch((thrown: unknown) => thrown);
    if (!(error instanceof ConfigurationError)) throw error;
    expect(error.faults.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'roster.csv:2 REFERENCE_UNKNOWN',
      'receipts.csv:2 ID_SPELLING',
    ]);
  });
});
