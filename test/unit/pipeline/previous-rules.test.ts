import { expect, test } from 'vitest';
import { compileFiles } from '../../support/compile-files.ts';
import { placed } from '../../support/observed.ts';
import { fileOf } from '../../support/sketch.ts';

const QUARTERS = ['一', '二', '三', '四'];
const HEADER = '县（市、区）|期末社会组织合作交流平台数|新建合作交流平台数';

/** A summary of a bureau for a quarter: region, platforms at its end, platforms established. */
function summary(bureau: string, quarter: string, ...rows: readonly string[]) {
  const [year, number = ''] = quarter.split('Q');
  const file = `${quarter}/${bureau}${year}年第${QUARTERS[Number(number) - 1]}季度.xlsx`;
  return fileOf({ file, sheets: [{ name: '统计表', rows: [HEADER, ...rows] }] });
}

/** Where platforms are more than before and new, and how often that was judged in the quarter, or in a span of all. */
async function judged(files: ReturnType<typeof summary>[], span: string | null = null) {
  const quarters = [...new Set(files.map(({ file }) => file.split('/')[0] ?? ''))].toSorted();
  const period = quarters.at(-1) ?? '';
  const places = Object.fromEntries(quarters.map((quarter) => [quarter, quarter]));
  const { [period]: _, ...earlier } = places;
  const run = span === null ? { period, paths: [period], earlier } : { period: span, within: places };
  const { findings, checks } = await compileFiles(files, { area: '441300', ...run });
  const { passed, failed, notEvaluable } = checks.find(({ code }) => code === 'X302') ?? {};
  const found = findings.filter(({ code }) => code === 'X302');
  return {
    found: found.map((one) => `${placed(one, false, true)} ${one.region} ${one.args['left']} ${one.args['right']}`),
    counts: [passed, failed, notEvaluable],
  };
}

const CITY_FILE = '惠州市2024年第二季度.xlsx';

test('what is known of the region before counts, also from a row of its city', async () => {
  const now = summary('惠州市惠城区', '2024Q2', '惠城区|13|2');
  const said = { found: ['X302 惠州市惠城区2024年第二季度.xlsx:B2 441302 13 12'], counts: [0, 1, 0] };
  expect(await judged([summary('惠州市惠城区', '2024Q1', '惠城区|10|0'), now])).toEqual(said);
  expect(await judged([summary('惠州市', '2024Q1', '惠城区|10|0', '惠阳区|90|0'), now])).toEqual(said);
});

test('each region row is held against its own, and one that is not known is not judged', async () => {
  const before = summary('惠州市', '2024Q1', '惠城区|10|0', '惠阳区|20|0', '博罗县||0');
  const now = summary('惠州市', '2024Q2', '惠城区|12|2', '惠阳区|23|2', '博罗县|5|0', '惠东县|5|0');
  expect(await judged([before, now])).toEqual({ found: [`X302 ${CITY_FILE}:B3 441303 23 22`], counts: [1, 1, 0] });
});

test('a city is held against the sum of its parts only when none was missing', async () => {
  const parts = ['市本级|1|0', '惠城区|2|0', '惠阳区|3|0', '博罗县|4|0', '惠东县|5|0', '龙门县|6|0'];
  const now = summary('惠州市', '2024Q2', '惠州市|30|2');
  const [whole, lacking] = await Promise.all([
    judged([summary('惠州市', '2024Q1', ...parts), now]),
    judged([summary('惠州市', '2024Q1', ...parts.slice(1)), now]),
  ]);
  expect(whole).toEqual({ found: [`X302 ${CITY_FILE}:B2 441300 30 23`], counts: [0, 1, 0] });
  expect(lacking).toEqual({ found: [], counts: [0, 0, 0] });
});

test('a period further back does not stand for the one before', async () => {
  const files = [summary('惠州市', '2024Q1', '惠州市|10|0'), summary('惠州市', '2024Q3', '惠州市|30|0')];
  expect(await judged(files)).toEqual({ found: [], counts: [0, 0, 0] });
});

test('a half year judges its second quarter against its first', async () => {
  const files = [summary('惠州市', '2024Q1', '惠州市|10|0'), summary('惠州市', '2024Q2', '惠州市|13|2')];
  expect(await judged(files, '2024H1')).toEqual({
    found: [`X302 2024Q2/${CITY_FILE}:B2 441300 13 12`],
    counts: [0, 1, 0],
  });
});
