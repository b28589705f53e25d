import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_FINDINGS } from '../../../src/model/most-findings.ts';
import { type CompileOptions, compile } from '../../../src/pipeline/compile.ts';
import { scheme } from '../../support/returns.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizong-compile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = '县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数,参与企业（家次）';

/** A ledger with a cover and rows of job fairs. */
function ledger(name: string, cover: string, ...rows: readonly string[]): void {
  writeFileSync(join(folder, name), [cover, HEADER, ...rows].join('\r\n'));
}

const fair = (county: string, jobs: string, date = '2024-02-20') =>
  `${county},助力就业,甲协会,招聘会${jobs},招聘活动,${date},${jobs},5`;

function run(options: Partial<CompileOptions> = {}) {
  const defaults = {
    paths: [folder],
    cwd: folder,
    scheme,
    period: null,
    area: null,
    asOf: '2024-04-20',
    counting: 'normal',
    basis: 'summary',
  } as const;
  return compile({ ...defaults, ...options });
}

describe('compile', () => {
  test('a file that names no period takes the run’s, wherever it stands in order', async () => {
    ledger('1.csv', '填报单位：东莞市', fair('', '10'));
    ledger('2.csv', '填报单位：中山市,报告期：2024年第一季度', fair('', '20'));
    const compiled = await run();
    expect(compiled.period.id).toBe('2024Q1');
    expect(compiled.sources.map(({ state }) => state)).toEqual(['counted', 'counted']);
  });

  /** A ledger of these texts in ten columns of each of so many rows that their cells are more than a file may have findings. */
  async function runOf(textOf: (cell: number) => string) {
    const about = (row: number) => Array.from({ length: 10 }, (_, at) => textOf(10 * row + at + 1));
    const columns =
      '参与企业（家次）,参加人次,受益（服务）人次,提供岗位数,达成就业意向人数,实现就业人数,达成合作项目数,收集问题数,解决问题数,其中：高校毕业生';
    const wrong = Array.from(
      { length: MOST_FINDINGS / 10 + 1 },
      (_, row) => `,助力就业,甲协会,招聘会${row},招聘活动,2024-02-20,${about(row).join(',')}`,
    );
    const header = `县（市、区）,任务类别,社会组织名称,活动名称,活动类型,开展时间,${columns}`;
    writeFileSync(join(folder, '1.csv'), ['填报单位：东莞市', header, ...wrong].join('\r\n'));
    ledger('2.csv', '填报单位：中山市,报告期：2024年第一季度', fair('', '20'));
    const compiled = await run();
    return {
      states: compiled.sources.map(({ state }) => state),
      told: compiled.findings.filter(({ place }) => place.file === '1.csv'),
    };
  }

  test.each([
    ['findings', (cell: number) => `约${cell}`],
    ['texts of which something is found', (cell: number) => `若干${cell}`],
  ])(
    'a file with more different %s than anybody could mend is not counted, the others are',
    async (_, textOf) => {
      const { states, told } = await runOf(textOf);
      expect(states).toEqual(['rejected', 'counted']);
      expect(told.map(({ code, args }) => [code, args])).toEqual([
        ['FILE_TOO_LARGE', { part: '', limit: String(MOST_FINDINGS), counted: 'findings' }],
      ]);
    },
    60_000,
  );

  test('a summary with as many is not counted either', async () => {
    const indicators = scheme.indicators.map(({ name }) => name);
    const rows = Array.from({ length: MOST_FINDINGS / indicators.length + 1 }, (_, row) =>
      ['东莞市', ...indicators.map((_name, at) => `若干${row}之${at}`)].join(','),
    );
    writeFileSync(
      join(folder, '1.csv'),
      ['东莞市2024年第一季度', ['地区', ...indicators].join(','), ...rows].join('\r\n'),
    );
    const { sources, findings } = await run();
    expect(sources.map(({ state }) => state)).toEqual(['rejected']);
    expect(findings.filter(({ code }) => code === 'FILE_TOO_LARGE')).toHaveLength(1);
  }, 60_000);

  test('a few texts that are wrong in as many cells are told', async () => {
    const { states, told } = await runOf((cell) => ['若干', '许多', '不详'][cell % 3] ?? '');
    expect(states).toEqual(['counted', 'counted']);
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['NUMBER_UNREADABLE']));
  }, 60_000);

  test('no period anywhere: the flag is named', async () => {
    ledger('1.csv', '填报单位：东莞市', fair('', '10'));
    await expect(run()).rejects.toThrow('--period');
  });

  test('a folder without any return is still told, for the period last ended', async () => {
    writeFileSync(join(folder, '说明.csv'), '地区,2019年,2020年\r\n广州市,1,2\r\n深圳市,3,4');
    const compiled = await run();
    expect(compiled.period.id).toBe('2024Q1');
    expect(compiled.sources[0]).toMatchObject({ file: '说明.csv' });
    expect(compiled.sources[0]?.tables[0]).toMatchObject({ form: 'unknown', headerRows: [1, 1], dataRows: [2, 3] });
    expect(compiled.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    ['its name', [['广州市2023年第四季度.csv', '只有一句话']], '2023Q4'],
    ['its cover', [['表.csv', '报告期：2023年第三季度\r\n地区,2019年,2020年\r\n广州市,1,2\r\n深圳市,3,4']], '2023Q3'],
    ['nobody knows who sent it', [['台账2023Q4.csv', `${HEADER}\r\n${fair('', '10', '2023-11-03')}`]], '2023Q4'],
    ['it is damaged', [['广州市2023Q4.xlsx', 'PK\u0003\u0004']], '2023Q4'],
    [
      'two agree, one says nothing',
      [
        ['广州市2023Q4.csv', '只有一句话'],
        ['深圳市2023年四季度.csv', '只有一句话'],
        ['佛山市.csv', '只有一句话'],
      ],
      '2023Q4',
    ],
    ['a period of another kind is none', [['广州市2023年度工作.csv', '只有一句话']], '2024Q1'],
    [
      'two disagree: the one last ended',
      [
        ['广州市2023Q4.csv', '只有一句话'],
        ['深圳市2023Q3.csv', '只有一句话'],
      ],
      '2024Q1',
    ],
  ])('no file counts, and one states a period: %s', async (_, files, expected) => {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const compiled = await run();
    expect(compiled.period.id).toBe(expected);
    expect(compiled.sources.some(({ state }) => state === 'counted')).toBe(false);
  });

  test('a return beside files that could not count has the say', async () => {
    writeFileSync(join(folder, '广州市2023Q4.csv'), '只有一句话');
    ledger('1.csv', '填报单位：东莞市,报告期：2024Q1', fair('', '10'));
    expect((await run()).period.id).toBe('2024Q1');
  });

  test('all senders in one city: the area is that city', async () => {
    ledger('1.csv', '填报单位：天河区,报告期：2024Q1', fair('天河区', '10'));
    ledger('2.csv', '填报单位：越秀区,报告期：2024Q1', fair('越秀区', '20'));
    expect((await run()).area).toBe('440100');
    expect((await run({ area: '440000' })).area).toBe('440000');
  });

  test('an unknown area is refused', async () => {
    ledger('1.csv', '填报单位：天河区,报告期：2024Q1', fair('天河区', '10'));
    await expect(run({ area: '999999' })).rejects.toThrow('--area 999999');
  });

  test('severities of the scheme hold everywhere', async () => {
    ledger('1.csv', '填报单位：东莞市,报告期：2024Q1', fair('', '若干'));
    const state = async (options: Partial<CompileOptions>) =>
      (await run({ area: '440000', ...options })).bureaus.find(({ bureau }) => bureau === '441900')?.state;
    const lenient = { ...scheme, severity: { NUMBER_UNREADABLE: 'info' as const } };
    expect(await state({})).toBe('provisional');
    expect(await state({ scheme: lenient })).toBe('accepted');
  });

  test('under strict counting a bureau with any error is rejected whole, errors of its return included', async () => {
    ledger('a.csv', '填报单位：东莞市,报告期：2024Q1', fair('', '10'));
    writeFileSync(
      join(folder, 'b.csv'),
      '填报单位：东莞市,报告期：2024Q1\r\n地区,实现就业人数,其中：高校毕业生人数\r\n东莞市,3,4',
    );
    const normal = await run({ area: '440000' });
    expect(normal.sources.map(({ state }) => state)).toEqual(['counted', 'counted']);
    const strict = await run({ area: '440000', counting: 'strict' });
    expect(strict.sources.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
    expect(strict.bureaus.find(({ bureau }) => bureau === '441900')?.state).toBe('rejected');
    expect(strict.findings.map(({ code }) => code)).toContain('L107');
  });

  test('under strict counting an error between returns rejects its bureau, and stays said', async () => {
    const summary = (bureau: string, row: string) =>
      writeFileSync(
        join(folder, `${bureau}.csv`),
        `填报单位：${bureau},报告期：2024Q1\r\n地区,招聘（送岗）活动场次\r\n${row}`,
      );
    summary('惠州市', '惠州市,3');
    summary('惠城区', '惠城区,4');
    const fairs = ({ figures }: Awaited<ReturnType<typeof run>>) =>
      figures.find(({ region, indicator }) => region === '441300' && indicator === 't5_job_fairs')?.value;
    const normal = await run({ area: '441300' });
    expect(normal.sources.map(({ state }) => state)).toEqual(['counted', 'counted']);
    expect(fairs(normal)).toBe(3n * 10n ** 12n);
    const strict = await run({ area: '441300', counting: 'strict' });
    expect(strict.sources.map(({ file, state }) => `${file} ${state}`)).toEqual([
      '惠城区.csv counted',
      '惠州市.csv rejected',
    ]);
    expect(strict.findings.filter(({ code }) => code === 'CITY_COUNTY_DIFFER')).toHaveLength(1);
    expect(fairs(strict)).toBe(4n * 10n ** 12n);
  });

  test('what could not be reached is told', async () => {
    ledger('a.csv', '填报单位：东莞市,报告期：2024Q1', fair('', '10'));
    symlinkSync(join(folder, 'gone.xlsx'), join(folder, 'link.xlsx'));
    writeFileSync(join(folder, '填报说明.wps'), '');
    symlinkSync('/dev/null', join(folder, '惠州市.csv'));
    symlinkSync('/dev/null', join(folder, '其他'));
    const told = (await run({ area: '440000' })).findings.map(({ code, place }) => [code, place.file]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['LINK_BROKEN', 'link.xlsx'],
        ['FILE_PASSED_OVER', '填报说明.wps'],
        ['FILE_UNREADABLE', '惠州市.csv'],
      ]),
    );
    expect(told.filter(([, file]) => file === '其他')).toEqual([]);
  });

  test('sources.csv settles who sent a file, is no return itself, and its unused rows are told', async () => {
    ledger('表.csv', '汇总', fair('', '10'));
    writeFileSync(join(folder, 'sources.csv'), 'file,bureau,period\r\n表.csv,东莞市,2024Q1\r\n没有.csv,中山市,');
    const compiled = await run({ area: '440000' });
    expect(compiled.sources).toEqual([expect.objectContaining({ file: '表.csv', bureau: '441900', state: 'counted' })]);
    expect(compiled.findings).toContainEqual(
      expect.objectContaining({ code: 'SOURCES_ROW_UNUSED', severity: 'warning', args: { name: '没有.csv' } }),
    );
  });

  test('a faulty sources.csv is a configuration mistake', async () => {
    ledger('表.csv', '填报单位：东莞市,报告期：2024Q1', fair('', '10'));
    writeFileSync(join(folder, 'sources.csv'), 'file,bureau\r\n表.csv,无此市');
    await expect(run()).rejects.toThrow('sources.csv');
  });
});
