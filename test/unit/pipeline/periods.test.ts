import { describe, expect, test } from 'vitest';
import { format } from '../../../src/decimal/decimal.ts';
import { compileFiles } from '../../support/compile-files.ts';
import { fileOf } from '../../support/sketch.ts';

const QUARTERS = ['一', '二', '三', '四'];
const fairs = 't5_job_fairs';
const stock = 't5_training_bases_total';
const active = 't0_assoc_active';
const money = 't3_amount_signed';

/** A summary of a bureau for a quarter: one row a line, in the notation of sketches. */
function summary(bureau: string, quarter: string, ...rows: readonly string[]) {
  const [year, number = ''] = quarter.split('Q');
  const file = `${quarter}/${bureau}${year}年第${QUARTERS[Number(number) - 1]}季度.xlsx`;
  return fileOf({ file, sheets: [{ name: '统计表', rows }] });
}

const FAIRS = '地市|县（市、区）|招聘（送岗）活动场次';
/** A city that tells its fairs as one number. */
const city = (name: string, quarter: string, number: string) => summary(name, quarter, FAIRS, `${name}||${number}`);

/** A ledger of job fairs: a row of region and title each. */
function ledger(bureau: string, quarter: string, ...rows: readonly string[]) {
  const [year, number = ''] = quarter.split('Q');
  const file = `${quarter}/${bureau}${year}年第${QUARTERS[Number(number) - 1]}季度台账.xlsx`;
  const head = '县（市、区）|活动（项目）名称|任务类别|社会组织名称|活动类型|开展时间|地点';
  const day = `@${year}-${String(Number(number) * 3).padStart(2, '0')}-06`;
  const fair = rows.map((row) => `${row}招聘会|助力就业|惠州市甲行业协会|招聘活动|${day}|体育馆`);
  return fileOf({ file, sheets: [{ name: '台账', rows: [head, ...fair] }] });
}

/** Compiles a half or a year from folders named after quarters. */
const spanOf = (span: string, files: ReturnType<typeof summary>[]) => compared(files, '440000', span);

/** Compiles the last quarter of files in folders named after quarters, compared with the others; figures as plain text. */
async function compared(files: ReturnType<typeof summary>[], area = '440000', span: string | null = null) {
  const quarters = [...new Set(files.map(({ file }) => file.split('/')[0] ?? ''))].toSorted();
  const period = quarters.at(-1) ?? '';
  const earlier = Object.fromEntries(quarters.slice(0, -1).map((quarter) => [quarter, quarter]));
  const within = Object.fromEntries(quarters.map((quarter) => [quarter, quarter]));
  const run = span === null ? { period, paths: [period], earlier } : { period: span, within };
  const compiled = await compileFiles(files, { area, ...run });
  const figure = (region: string, indicator: string) => {
    const one = compiled.figures.find((found) => found.region === region && found.indicator === indicator);
    if (one === undefined) throw new Error(`no figure ${region} ${indicator}`);
    const text = (value: Parameters<typeof format>[0] | null) => (value === null ? null : format(value));
    const { value, ytd, previous, qoq, yearAgo, yoy, ytdYearAgo, ytdYoy } = one;
    return {
      ...{ value: text(value), ytd: text(ytd), previous: text(previous), qoq: text(qoq), yearAgo: text(yearAgo) },
      ...{ yoy: text(yoy), ytdYearAgo: text(ytdYearAgo), ytdYoy: text(ytdYoy) },
      ...{ reason: one.reason, lacks: one.lacks, ytdLacks: one.ytdLacks, without: one.comparedWithout },
    };
  };
  return { ...compiled, figure };
}

describe('18. year to date', () => {
  const header = (...columns: readonly string[]) => ['地市|县（市、区）', ...columns].join('|');

  test.each(['招聘（送岗）活动场次（累计）', '1—6月招聘（送岗）活动场次', '截至6月底招聘（送岗）活动场次'])(
    'a column is year-to-date if its header says so: %s',
    async (column) => {
      const { figure } = await compared([
        city('惠州市', '2024Q1', '12'),
        summary('惠州市', '2024Q2', header(column), '惠州市||30'),
      ]);
      expect(figure('441300', fairs)).toMatchObject({ value: '18', ytd: '30' });
    },
  );

  test('or if the cover does', async () => {
    const { figure } = await compared([
      city('惠州市', '2024Q1', '12'),
      summary('惠州市', '2024Q2', '报告期：2024年1—6月（累计）', '', FAIRS, '惠州市||30'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '18', ytd: '30' });
  });

  test('else it is the period’s', async () => {
    const { figure } = await compared([city('惠州市', '2024Q1', '12'), city('惠州市', '2024Q2', '30')]);
    expect(figure('441300', fairs)).toMatchObject({ value: '30', ytd: '42' });
  });

  test('only 累计 given: missing when the year to date of the quarter before is not known', async () => {
    const only = header('招聘（送岗）活动场次（累计）');
    const alone = await compared([summary('惠州市', '2024Q2', only, '惠州市||30')]);
    expect(alone.figure('441300', fairs)).toMatchObject({ value: null, reason: 'notInForm', ytd: '30' });
    const gap = await compared([city('惠州市', '2024Q1', '12'), summary('惠州市', '2024Q3', only, '惠州市||30')]);
    expect(gap.figure('441300', fairs)).toMatchObject({ value: null, ytd: '30' });
  });

  test('only 累计 given over several quarters: each is taken from the one before', async () => {
    const only = header('招聘（送岗）活动场次（累计）');
    const { figure } = await compared([
      summary('惠州市', '2024Q1', only, '惠州市||12'),
      summary('惠州市', '2024Q2', only, '惠州市||30'),
      summary('惠州市', '2024Q3', only, '惠州市||31'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '1', ytd: '31', previous: '18' });
  });

  test('only 累计 given beside a ledger: the ledger tells the period when the year before it is not known', async () => {
    const { figure } = await compared([
      summary('惠州市', '2024Q2', header('招聘（送岗）活动场次（累计）'), '惠州市|市本级|30'),
      fileOf({
        file: '2024Q2/惠州市2024年第二季度台账.xlsx',
        sheets: [
          {
            name: '台账',
            rows: [
              '任务类别|社会组织名称|活动（项目）名称|活动类型|开展时间|地点',
              '助力就业|惠州市甲行业协会|招聘会|招聘活动|@2024-05-06|体育馆',
            ],
          },
        ],
      }),
    ]);
    expect(figure('441300-self', fairs)).toMatchObject({ value: '1', ytd: '30' });
  });

  test('a year to date that falls gives no value of the period', async () => {
    const only = header('招聘（送岗）活动场次（累计）');
    const { figure } = await compared([city('惠州市', '2024Q1', '12'), summary('惠州市', '2024Q2', only, '惠州市||9')]);
    expect(figure('441300', fairs)).toMatchObject({ value: null, ytd: '9' });
  });

  test('reported ≠ sum of quarters: a warning, the reported one is printed', async () => {
    const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
    const { figure, findings } = await compared([
      city('惠州市', '2024Q1', '12'),
      summary('惠州市', '2024Q2', both, '惠州市||13|26'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '13', ytd: '26' });
    expect(findings.filter(({ code }) => code === 'YTD_DIFFERS').map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('what rounding explains is no difference, and a whole number must agree', async () => {
    const both = header('签约（意向）金额（万元）', '签约（意向）金额（万元）（累计）');
    const said = async (first: string, second: string, year: string) => {
      const { findings } = await compared([
        summary('惠州市', '2024Q1', header('签约（意向）金额（万元）'), `惠州市||${first}`),
        summary('惠州市', '2024Q2', both, `惠州市||${second}|${year}`),
      ]);
      return findings.map(({ code }) => code).filter((code) => code.startsWith('YTD'));
    };
    expect(await said('12.345678', '5000', '5012.35')).toEqual([]);
    expect(await said('12.344', '0', '12.34')).toEqual([]);
    expect(await said('12.345678', '5000', '5012.3')).toEqual(['YTD_DIFFERS']);
    expect(await said('12.344', '0', '12.3')).toEqual(['YTD_FALLS']);
    expect(await said('12', '5000', '5011')).toEqual(['YTD_DIFFERS']);
  });

  test('Q1: the year to date is the period', async () => {
    const { figure } = await compared([city('惠州市', '2023Q4', '12'), city('惠州市', '2024Q1', '30')]);
    expect(figure('441300', fairs)).toMatchObject({ value: '30', ytd: '30', previous: '12' });
  });

  test('a blank period beside a 累计 is what the year has grown by, in Q1, too', async () => {
    const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
    const first = summary('惠州市', '2024Q1', both, '惠州市|惠城区||12', '惠州市|惠阳区|3|3', '惠州市|博罗县||');
    const one = await compared([first]);
    expect(one.figure('441302', fairs)).toMatchObject({ value: '12', ytd: '12' });
    expect(one.figure('441303', fairs)).toMatchObject({ value: '3', ytd: '3' });
    expect(one.figure('441300', fairs).lacks).toContain('441322');
    const two = await compared([first, summary('惠州市', '2024Q2', both, '惠州市|惠城区||30', '惠州市|惠阳区|3|6')]);
    expect(two.figure('441302', fairs)).toMatchObject({ value: '18', ytd: '30', previous: '12' });
  });

  test('Q1: a column of 累计 is the period too', async () => {
    const { figure } = await compared([
      summary('惠州市', '2023Q4', header('招聘（送岗）活动场次（累计）'), '惠州市||40'),
      summary('惠州市', '2024Q1', header('招聘（送岗）活动场次（累计）'), '惠州市||12'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '12', ytd: '12', previous: null, qoq: null });
  });

  test('本期 | 本年累计 | 上年同期 beside rows of indicators: the period, the year to date, and nothing', async () => {
    const rows = ['招聘（送岗）活动场次|18|31|9', '提供就业岗位数||50|9', '面向会员单位专业培训场次|7||9'];
    const { figure, findings } = await compared([
      summary('惠州市', '2024Q1', header('招聘（送岗）活动场次', '提供就业岗位数'), '惠州市||12|20'),
      summary('惠州市', '2024Q2', '指标名称|本期|本年累计|上年同期', ...rows),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '18', ytd: '31', yearAgo: null });
    expect(figure('441300', 't5_jobs_offered')).toMatchObject({ value: '30', ytd: '50' });
    expect(figure('441300', 't5_trainings')).toMatchObject({ value: '7', ytd: null });
    expect(findings.filter(({ code }) => code === 'YTD_DIFFERS')).toHaveLength(1);
  });

  test('the next quarter goes on from the reported year to date, not from the sum of quarters', async () => {
    const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
    const { figure } = await compared([
      city('惠州市', '2024Q1', '12'),
      summary('惠州市', '2024Q2', both, '惠州市||13|26'),
      city('惠州市', '2024Q3', '4'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '4', ytd: '30' });
  });

  test('a quarter that was not reported leaves the sum unknown, and the area’s names who is lacking', async () => {
    const { figure } = await compared([
      city('惠州市', '2024Q1', '12'),
      city('惠州市', '2024Q2', '5'),
      city('东莞市', '2024Q2', '7'),
    ]);
    expect(figure('441900', fairs)).toMatchObject({ value: '7', ytd: null });
    const area = figure('440000', fairs);
    expect(area).toMatchObject({ value: '12', ytd: '17' });
    expect(area.lacks).not.toContain('441900');
    expect(area.ytdLacks).toContain('441900');
    expect(area.ytdLacks).not.toContain('441300');
  });

  test('a stock is what it is at the end, also under 截至; it is never added over periods', async () => {
    const { figure } = await compared([
      summary('惠州市', '2024Q1', header('期末校社共建实训基地数'), '惠州市||4'),
      summary('惠州市', '2024Q2', header('截至6月底期末校社共建实训基地数'), '惠州市||6'),
    ]);
    expect(figure('441300', stock)).toMatchObject({ value: '6', ytd: '6', previous: '4', qoq: '50' });
  });

  test('associations are never added over periods: later than Q1 only a reported year to date', async () => {
    const own = header('开展六项任务活动的行业协会商会数');
    const sent = await compared([
      summary('惠州市', '2024Q1', own, '惠州市||4'),
      summary('惠州市', '2024Q2', own, '惠州市||6'),
    ]);
    expect(sent.figure('441300', active)).toMatchObject({ value: '6', ytd: null, previous: '4' });
    const reported = await compared([
      summary('惠州市', '2024Q1', own, '惠州市||4'),
      summary(
        '惠州市',
        '2024Q2',
        header('开展六项任务活动的行业协会商会数', '开展六项任务活动的行业协会商会数（累计）'),
        '惠州市||6|8',
      ),
    ]);
    expect(reported.figure('441300', active)).toMatchObject({ value: '6', ytd: '8' });
  });

  test('the associations of a whole only where all parts tell their year to date', async () => {
    const own = header('开展六项任务活动的行业协会商会数');
    const both = header('开展六项任务活动的行业协会商会数', '开展六项任务活动的行业协会商会数（累计）');
    const { figure } = await compared([
      summary('惠州市', '2024Q1', own, '惠州市||4'),
      summary('东莞市', '2024Q1', own, '东莞市||4'),
      summary('惠州市', '2024Q2', both, '惠州市||6|8'),
      summary('东莞市', '2024Q2', own, '东莞市||5'),
    ]);
    expect(figure('440000', active)).toMatchObject({ value: '11', ytd: null });
  });

  test('a zone that is silent in one quarter keeps what it told of the others, and is not missed', async () => {
    const zone = (quarter: string, number: string) =>
      summary('深汕特别合作区', quarter, FAIRS, `深圳市|深汕特别合作区|${number}`);
    const parts = ['市本级', ...'福田 罗湖 南山 盐田 宝安 龙岗 龙华 坪山 光明'.split(' ').map((name) => `${name}区`)];
    const own = (quarter: string, number: string) =>
      summary('深圳市', quarter, FAIRS, ...parts.map((part) => `深圳市|${part}|${number}`));
    const first = await compared([own('2024Q1', '1'), zone('2024Q1', '5'), own('2024Q2', '2')]);
    const city = first.figure('440300', fairs);
    expect(city).toMatchObject({ value: '20', ytd: '35', ytdLacks: [], previous: '15', qoq: '100' });
    expect(city.without.qoq).toEqual(['440300-shenshan']);
    const second = await compared([own('2024Q1', '1'), own('2024Q2', '2'), zone('2024Q2', '5')]);
    expect(second.figure('440300', fairs)).toMatchObject({ value: '25', ytd: '35', ytdLacks: [] });
    const third = await compared([
      ...[own('2024Q1', '1'), zone('2024Q1', '5'), own('2024Q2', '2'), own('2024Q3', '2'), zone('2024Q3', '7')],
    ]);
    expect(third.figure('440300', fairs)).toMatchObject({ value: '27', ytd: '62', ytdLacks: [] });
  });

  test('a city that is missing in a quarter is not told by its zone alone', async () => {
    const parts = ['市本级', '惠城区', '惠阳区', '博罗县', '惠东县', '龙门县', '大亚湾区'];
    const own = (quarter: string) => summary('惠州市', quarter, FAIRS, ...parts.map((part) => `惠州市|${part}|1`));
    const other = (quarter: string) => city('东莞市', quarter, '3');
    const files = [own('2024Q1'), other('2024Q1'), other('2024Q2')];
    const missing = await compared(files);
    expect(missing.figure('441300', fairs)).toMatchObject({ value: null, reason: 'notReported', ytd: null });
    expect(missing.figure('440000', fairs)).toMatchObject({ value: '3', ytd: '6' });
    expect(missing.figure('440000', fairs).ytdLacks).toContain('441300');
    const back = await compared([...files, own('2024Q3')]);
    expect(back.figure('441300', fairs)).toMatchObject({ value: '7', ytd: null });
    const alone = await compared([own('2024Q2')]);
    expect(alone.figure('441300', fairs)).toMatchObject({ value: '7', ytd: null });
    const unreported = { value: null, reason: 'notReported' };
    expect((await spanOf('2024H1', files)).figure('441300', fairs)).toMatchObject(unreported);
    const year = await spanOf('2024', [...files, own('2024Q3'), own('2024Q4')]);
    expect(year.figure('441300', fairs)).toMatchObject(unreported);
  });

  test('a zone whose number cannot be read is no silent one: the year to date lacks it from then on', async () => {
    const parts = ['市本级', '惠城区', '惠阳区', '博罗县', '惠东县', '龙门县'];
    const own = (quarter: string, zone: string) =>
      summary('惠州市', quarter, FAIRS, ...[...parts.map((part) => `${part}|1`), zone].map((row) => `惠州市|${row}`));
    const files = [own('2024Q1', '大亚湾区|5'), own('2024Q2', '大亚湾区|若干'), own('2024Q3', '大亚湾区|2')];
    const lacks = ['441300-dayawan'];
    const second = await compared(files.slice(0, 2));
    expect(second.figure('441300', fairs)).toMatchObject({ value: '6', lacks, ytd: '12', ytdLacks: lacks });
    const third = await compared(files);
    expect(third.figure('441300', fairs)).toMatchObject({ value: '8', lacks: [], ytd: '18', ytdLacks: lacks });
  });

  test('parts in one quarter, the total in another: the city’s year to date is both', async () => {
    const parts = ['市本级|1', '惠城区|2', '惠阳区|3', '博罗县|4', '惠东县|5', '龙门县|6'];
    const { figure } = await compared([
      summary('惠州市', '2024Q1', FAIRS, ...parts.map((part) => `惠州市|${part}`)),
      city('惠州市', '2024Q2', '30'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '30', ytd: '51', previous: '21', qoq: '42.9' });
  });

  describe('the total stated beside a ledger in one quarter', () => {
    const parts = ['市本级|1', '惠城区|2', '惠阳区|3', '博罗县|4', '惠东县|5', '龙门县|6'];
    const first = [city('惠州市', '2024Q1', '40'), ledger('惠州市', '2024Q1', '市本级|甲', '惠城区|乙')];

    test('and only a ledger in the next: the city’s own two numbers', async () => {
      const { figure } = await compared([...first, ledger('惠州市', '2024Q2', '惠城区|丙')]);
      expect(figure('441300', fairs)).toMatchObject({ value: '1', ytd: '41', ytdLacks: [] });
      expect(figure('441302', fairs)).toMatchObject({ value: '1', ytd: '2' });
    });

    test('and all parts in the next', async () => {
      const next = summary('惠州市', '2024Q2', FAIRS, ...parts.map((part) => `惠州市|${part}`));
      const { figure } = await compared([...first, next]);
      expect(figure('441300', fairs)).toMatchObject({ value: '21', ytd: '61', ytdLacks: [] });
    });

    test('and some parts in the next: both, lacking the others', async () => {
      const next = summary('惠州市', '2024Q2', FAIRS, ...parts.slice(0, 4).map((part) => `惠州市|${part}`));
      const { figure } = await compared([...first, next]);
      const lacks = ['441323', '441324'];
      expect(figure('441300', fairs)).toMatchObject({ value: '10', lacks, ytd: '50', ytdLacks: lacks });
    });

    test('and parts that all tell their year to date in the next: their sum', async () => {
      const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
      const next = summary('惠州市', '2024Q2', both, ...parts.map((part) => `惠州市|${part}|9`));
      const { figure } = await compared([...first, next]);
      expect(figure('441300', fairs)).toMatchObject({ value: '21', ytd: '54', ytdLacks: [] });
    });

    test('and some parts that tell their year, beside a year of the city that cannot be read: its own two numbers', async () => {
      const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
      const next = summary('惠州市', '2024Q2', both, '惠州市||10|若干', '惠州市|惠城区|3|8');
      const { figure } = await compared([...first, next]);
      expect(figure('441300', fairs)).toMatchObject({ value: '10', ytd: '50', ytdLacks: [] });
      expect(figure('441302', fairs)).toMatchObject({ value: '3', ytd: '8' });
    });

    test('the city’s own year to date in the next counts', async () => {
      const both = header('招聘（送岗）活动场次', '招聘（送岗）活动场次（累计）');
      const next = summary('惠州市', '2024Q2', both, '惠州市||21|60', ...parts.map((part) => `惠州市|${part}|`));
      const { figure } = await compared([...first, next]);
      expect(figure('441300', fairs)).toMatchObject({ value: '21', ytd: '60', ytdLacks: [] });
    });
  });

  test('a zone that only the ledger names, beside a total and the other parts in the summary', async () => {
    const { figure } = await compared([
      ledger('东莞市', '2024Q1', '市本级|甲', '松山湖|乙'),
      ...[summary('东莞市', '2024Q2', FAIRS, '东莞市|市本级|3', '东莞市||3'), ledger('东莞市', '2024Q2', '松山湖|丙')],
      ledger('东莞市', '2024Q3', '市本级|丁', '松山湖|戊'),
    ]);
    expect(figure('441900', fairs)).toMatchObject({ value: '2', ytd: '7' });
    expect(figure('441900-songshanhu', fairs)).toMatchObject({ value: '1', ytd: '3' });
  });

  test('a zone that only ledgers name, beside a total of the city', async () => {
    const { figure } = await compared([
      ledger('惠州市', '2024Q1', '市本级|甲', '仲恺区|乙'),
      ...[city('惠州市', '2024Q2', '8'), ledger('惠州市', '2024Q2', '市本级|丙', '仲恺区|丁', '大亚湾区|戊')],
      ...[city('惠州市', '2024Q3', '9'), ledger('惠州市', '2024Q3', '市本级|己', '大亚湾区|庚')],
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '9', ytd: '19' });
    expect(figure('441300-dayawan', fairs)).toMatchObject({ value: '1', ytd: '2' });
  });

  test('money adds exactly', async () => {
    const own = header('签约（意向）金额（元）');
    const { figure } = await compared([
      summary('惠州市', '2024Q1', own, '惠州市||1'),
      summary('惠州市', '2024Q2', header('签约（意向）金额'), '惠州市||0.3'),
    ]);
    expect(figure('441300', money)).toMatchObject({ value: '0.3', ytd: '0.3001', previous: '0.0001' });
  });
});

describe('19. rates', () => {
  test('per cent, one decimal, half up', async () => {
    const { figure } = await compared([
      city('惠州市', '2023Q2', '400'),
      city('惠州市', '2024Q1', '160'),
      city('惠州市', '2024Q2', '161'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ qoq: '0.6', yearAgo: '400', yoy: '-59.8' });
  });

  test('null when the base is 0 or null, which is given as it is', async () => {
    const { figure } = await compared([city('惠州市', '2024Q1', '0'), city('惠州市', '2024Q2', '161')]);
    expect(figure('441300', fairs)).toMatchObject({ previous: '0', qoq: null, yearAgo: null, yoy: null });
    expect(figure('441300', fairs).without).toEqual({ qoq: [], yoy: [], ytdYoy: [] });
  });

  test('a bureau with a value in only one of the periods is left out of the rate, and named', async () => {
    const { figure } = await compared([
      city('惠州市', '2024Q1', '10'),
      city('东莞市', '2024Q1', '90'),
      city('惠州市', '2024Q2', '12'),
      city('中山市', '2024Q2', '50'),
    ]);
    const area = figure('440000', fairs);
    expect(area).toMatchObject({ value: '62', previous: '100', qoq: '20' });
    expect(area.without.qoq).toEqual(['441900', '442000']);
  });

  test('rate by rate', async () => {
    const { figure } = await compared([
      city('惠州市', '2023Q2', '8'),
      city('惠州市', '2024Q1', '10'),
      city('东莞市', '2024Q1', '90'),
      city('惠州市', '2024Q2', '12'),
    ]);
    const { without, qoq, yoy } = figure('440000', fairs);
    expect({ qoq, yoy, without }).toEqual({ qoq: '20', yoy: '50', without: { qoq: ['441900'], yoy: [], ytdYoy: [] } });
  });

  test('the plain figures stay what they are, whatever the rate leaves out, also when all that is left was 0', async () => {
    const { figure } = await compared([
      ...[city('惠州市', '2023Q1', '0'), city('东莞市', '2023Q1', '9')],
      ...[city('惠州市', '2023Q4', '4'), city('东莞市', '2023Q4', '9')],
      ...[city('惠州市', '2024Q1', '5'), city('中山市', '2024Q1', '7')],
    ]);
    expect(figure('440000', fairs)).toMatchObject({
      ...{ value: '12', previous: '13', qoq: '25', yearAgo: '9', yoy: null, ytdYearAgo: '9', ytdYoy: null },
      without: { qoq: ['441900', '442000'], yoy: ['441900', '442000'], ytdYoy: ['441900', '442000'] },
    });
  });

  test('the base of the year to date may be 0 or null by itself', async () => {
    const quarters = (year: string, first: string, second: string) => [
      ...[city('惠州市', `${year}Q1`, first), city('惠州市', `${year}Q2`, second)],
    ];
    const zero = await compared([...quarters('2023', '0', '0'), ...quarters('2024', '2', '3')]);
    expect(zero.figure('441300', fairs)).toMatchObject({ qoq: '50', ytd: '5', ytdYearAgo: '0', ytdYoy: null });
    const unknown = await compared([city('惠州市', '2023Q2', '3'), ...quarters('2024', '2', '3')]);
    expect(unknown.figure('441300', fairs)).toMatchObject({ yearAgo: '3', yoy: '0', ytdYearAgo: null, ytdYoy: null });
  });

  test('nothing that both periods have: no rate, and the report can say why', async () => {
    const { figure } = await compared([city('惠州市', '2024Q1', '10'), city('中山市', '2024Q2', '50')]);
    const area = figure('440000', fairs);
    expect(area).toMatchObject({ value: '50', previous: '10', qoq: null });
    expect(area.without.qoq).toEqual(['441300', '442000']);
  });

  test('a county that is missing in one period is left out of its city’s rate and of the area’s', async () => {
    const { figure } = await compared([
      summary('惠州市', '2024Q1', FAIRS, '惠州市|市本级|1', '惠州市|惠城区|10', '惠州市|惠阳区|30'),
      summary('惠州市', '2024Q2', FAIRS, '惠州市|市本级|1', '惠州市|惠城区|21'),
    ]);
    for (const region of ['441300', '440000']) {
      const { value, previous, qoq, without } = figure(region, fairs);
      expect({ region, value, previous, qoq, without: without.qoq }).toEqual({
        ...{ region, value: '22', previous: '41', qoq: '100', without: ['441303'] },
      });
    }
  });

  test('a whole told as one number is not compared with a sum that lacks a part', async () => {
    const { figure } = await compared([
      city('惠州市', '2024Q1', '40'),
      city('东莞市', '2024Q1', '10'),
      summary('惠州市', '2024Q2', FAIRS, '惠州市|市本级|1', '惠州市|惠城区|21'),
      city('东莞市', '2024Q2', '11'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ value: '22', previous: '40', qoq: null });
    const area = figure('440000', fairs);
    expect(area).toMatchObject({ qoq: '10' });
    expect(area.without.qoq).toEqual(['441300']);
  });

  test('the year to date against the same span a year ago', async () => {
    const { figure } = await compared([
      city('惠州市', '2023Q1', '10'),
      city('惠州市', '2023Q2', '30'),
      city('惠州市', '2024Q1', '20'),
      city('惠州市', '2024Q2', '50'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ ytd: '70', yearAgo: '30', ytdYearAgo: '40', ytdYoy: '75' });
  });

  test('Q1 is compared with the last quarter of the year before, whose period may have to be taken from its year', async () => {
    const only = '地市|县（市、区）|招聘（送岗）活动场次（累计）';
    const { figure } = await compared([
      city('惠州市', '2023Q1', '10'),
      city('惠州市', '2023Q2', '10'),
      city('惠州市', '2023Q3', '10'),
      summary('惠州市', '2023Q4', only, '惠州市||40'),
      city('惠州市', '2024Q1', '20'),
    ]);
    expect(figure('441300', fairs)).toMatchObject({ previous: '10', qoq: '100', yearAgo: '10', yoy: '100' });
  });

  test('a number that was taken over several bureaus unites their sets in both periods', async () => {
    const own = '地市|县（市、区）|开展六项任务活动的行业协会商会数';
    const { figure } = await compared([
      summary('惠州市', '2024Q1', own, '惠州市||4'),
      summary('东莞市', '2024Q1', own, '东莞市||9'),
      summary('惠州市', '2024Q2', own, '惠州市||6'),
    ]);
    expect(figure('440000', active)).toMatchObject({ value: '6', previous: '13', qoq: '50' });
  });

  test('files of earlier periods are sources of their own state; what is wrong in them is not repeated', async () => {
    const { sources, findings, setAside, activities } = await compared([
      city('惠州市', '2024Q1', '若干'),
      city('惠州市', '2024Q2', '12'),
    ]);
    expect(sources.map(({ file, state }) => `${file} ${state}`)).toEqual([
      '惠州市2024年第二季度.xlsx counted',
      '../2024Q1/惠州市2024年第一季度.xlsx earlierPeriod',
    ]);
    expect(findings.filter(({ place }) => place.file.includes('第一季度'))).toEqual([]);
    expect(setAside).toEqual([expect.objectContaining({ reason: 'earlierPeriod', rows: 1, row: null })]);
    expect(activities.read).toBe(0);
    for (const { rows } of sources) expect(rows.data).toBe(rows.counted + rows.setAside);
  });
});

describe('2. halves and years are compiled from quarters', () => {
  const flows = ['3', '5', '7', '11'];
  const year = (name: string, of: string) => flows.map((value, at) => city(name, `${of}Q${at + 1}`, value));

  test('flows add, compared with the half before and a year ago', async () => {
    const files = [...year('惠州市', '2023'), ...year('惠州市', '2024')];
    const first = await spanOf('2024H1', files);
    expect(first.period.id).toBe('2024H1');
    expect(first.figure('441300', fairs)).toMatchObject({
      ...{ value: '8', ytd: '8', previous: '18', qoq: '-55.6', yearAgo: '8', yoy: '0', ytdYoy: '0' },
    });
    const second = await spanOf('2024H2', files);
    expect(second.figure('441300', fairs)).toMatchObject({ value: '18', ytd: '26', previous: '8', yearAgo: '18' });
    const whole = await spanOf('2024', files);
    expect(whole.figure('441300', fairs)).toMatchObject({ value: '26', previous: '26', yearAgo: '26', ytd: '26' });
  });

  test('a stock is that of the last quarter, associations are not added', async () => {
    const header = '地市|期末校社共建实训基地数|开展六项任务活动的行业协会商会数';
    const files = ['4|9', '6|8', '5|7', '9|6'].map((row, at) =>
      summary('惠州市', `2024Q${at + 1}`, header, `惠州市|${row}`),
    );
    for (const [span, value] of [
      ['2024H1', '6'],
      ['2024H2', '9'],
      ['2024', '9'],
    ] as const) {
      const { figure } = await spanOf(span, files);
      expect({ span, ...figure('441300', stock) }).toMatchObject({ span, value });
      expect(figure('441300', active)).toMatchObject({ value: null, reason: 'notInForm' });
    }
  });

  test('associations of the year are told when a bureau reports them itself', async () => {
    const own = '地市|开展六项任务活动的行业协会商会数';
    const both = `${own}|开展六项任务活动的行业协会商会数（累计）`;
    const { figure } = await spanOf('2024H1', [
      summary('惠州市', '2024Q1', own, '惠州市|4'),
      summary('惠州市', '2024Q2', both, '惠州市|6|8'),
    ]);
    expect(figure('441300', active)).toMatchObject({ value: '8' });
  });

  test('a bureau that is missing in one quarter is lacking in the span, and missing over it', async () => {
    for (const [span, first, second] of [
      ['2024H1', '2024Q1', '2024Q2'],
      ['2024H2', '2024Q3', '2024Q4'],
    ] as const) {
      const { figure, bureaus, sources } = await spanOf(span, [
        city('惠州市', first, '3'),
        city('东莞市', first, '10'),
        city('惠州市', second, '5'),
      ]);
      const area = figure('440000', fairs);
      expect({ span, ...area }).toMatchObject({ span, value: '8' });
      expect(area.lacks).toContain('441900');
      expect(area.lacks).not.toContain('441300');
      const state = (code: string) => bureaus.find(({ bureau }) => bureau === code)?.state;
      expect([state('441300'), state('441900')]).toEqual(['accepted', 'missing']);
      expect(sources).toHaveLength(3);
    }
  });

  test('a zone that was silent in one quarter adds what it told of the other, and is not missed', async () => {
    const parts = ['市本级', '惠城区', '惠阳区', '博罗县', '惠东县', '龙门县'].map((part) => `惠州市|${part}|1`);
    const quarters = ['2', '3', '5', ''].map((zone, at) =>
      summary('惠州市', `2024Q${at + 1}`, FAIRS, ...parts, ...(zone === '' ? [] : [`惠州市|大亚湾区|${zone}`])),
    );
    const [first, second, year] = [
      (await spanOf('2024H1', quarters)).figure('441300', fairs),
      (await spanOf('2024H2', quarters)).figure('441300', fairs),
      (await spanOf('2024', quarters)).figure('441300', fairs),
    ];
    expect([first.value, second.value, year.value]).toEqual(['17', '17', '34']);
    expect(second).toMatchObject({ lacks: [], previous: '17', qoq: '0' });
  });

  test('a zone that the ledger names beside a total of the city is no part of that total', async () => {
    const { figure } = await spanOf('2024H2', [
      ledger('东莞市', '2024Q3', '市本级|甲', '松山湖|乙'),
      ...[summary('东莞市', '2024Q4', FAIRS, '东莞市|市本级|3', '东莞市||3'), ledger('东莞市', '2024Q4', '松山湖|丙')],
    ]);
    expect(figure('441900', fairs)).toMatchObject({ value: '5' });
    expect(figure('441900-songshanhu', fairs)).toMatchObject({ value: '2' });
  });

  test('a zone whose number cannot be read in one quarter is lacking in the half', async () => {
    const parts = ['市本级', '惠城区', '惠阳区', '博罗县', '惠东县', '龙门县'].map((part) => `惠州市|${part}|1`);
    const quarters = ['2', '3', '若干', '7'].map((zone, at) =>
      summary('惠州市', `2024Q${at + 1}`, FAIRS, ...parts, `惠州市|大亚湾区|${zone}`),
    );
    const { figure } = await spanOf('2024H2', quarters);
    expect(figure('441300', fairs)).toMatchObject({ value: '12', lacks: ['441300-dayawan'] });
  });

  test('a column that one quarter did not have, or an unreadable cell of it, is not said to be unreported', async () => {
    const jobs = (quarter: string, number: string) =>
      summary('惠州市', quarter, '地市|县（市、区）|提供就业岗位数', `惠州市||${number}`);
    const other = await spanOf('2024H1', [jobs('2024Q1', '9'), city('惠州市', '2024Q2', '3')]);
    expect(other.figure('441300', fairs)).toMatchObject({ value: null, reason: 'notInForm' });
    const bad = await spanOf('2024H1', [city('惠州市', '2024Q1', '若干'), city('惠州市', '2024Q2', '3')]);
    expect(bad.figure('441300', fairs)).toMatchObject({ value: null, reason: 'unreadable' });
  });

  test('a quarter whose returns are not there is named', async () => {
    await expect(spanOf('2024H1', [city('惠州市', '2024Q1', '3')])).rejects.toThrow('2024Q2');
  });
});
