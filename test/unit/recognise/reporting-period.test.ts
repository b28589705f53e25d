import { describe, expect, test } from 'vitest';
import { ACTIVITY, codesOf, firstSheet, LEDGER, recogniseRows, recogniseSheets, SUMMARY } from './support.ts';

const TABLE = [LEDGER, ACTIVITY];

function sent(cover: readonly (string | number)[], file = '广州市.xlsx', sheet = '台账') {
  return recogniseRows([cover, ...TABLE], file, { name: sheet });
}

describe('for when a file reports', () => {
  test.each([
    [['报告期：2024年第一季度'], '广州市.xlsx', '2024Q1', 'cover'],
    [['报告期', '2024年1—3月'], '广州市.xlsx', '2024Q1', 'cover'],
    [['统计期：2024年1月'], '广州市.xlsx', '2024-01', 'cover'],
    [['2024年第二季度六项重点任务活动台账'], '广州市.xlsx', '2024Q2', 'cover'],
    [['填报日期：2024年4月10日'], '广州市2024Q1.xlsx', '2024Q1', 'fileName'],
    [[''], '2024Q1/广州市.xlsx', '2024Q1', 'folder'],
    [[''], '2024年/广州市一季度.xlsx', '2024Q1', 'fileName'],
    [['报告期：1—3月'], '广州市2024年台账.xlsx', '2024Q1', 'cover'],
    [['报告期：2024年'], '广州市第三季度.xlsx', '2024Q3', 'fileName'],
    [['2024年度台账'], '广州市2024年第一季度.xlsx', '2024Q1', 'fileName'],
    [['报告期：2024年上半年'], '广州市.xlsx', '2024H1', 'cover'],
  ])('%j in %s: %s by %s', (cover, file, id, from) => {
    const result = sent(cover, file);
    expect(result.value.period?.value.id).toBe(id);
    expect(result.value.period?.from).toBe(from);
    expect(codesOf(result)).toEqual([]);
  });

  test('the name of the sheet', () => {
    expect(sent([''], '广州市2024年.xlsx', '一季度').value.period).toMatchObject({
      value: { id: '2024Q1' },
      from: 'sheet',
    });
  });
});

test('the cover wins over the name, and it is said', () => {
  const result = sent(['报告期：2024年第一季度'], '广州市2023年第四季度.xlsx');
  expect(result.value).toMatchObject({ period: { value: { id: '2024Q1' } }, gate: null });
  expect(result.findings).toMatchObject([{ code: 'PERIOD_DISAGREES', args: { found: ['2024Q1', '2023Q4'] } }]);
});

test.each([
  [['填报日期：2024年4月10日'], '广州市.xlsx'],
  [['2024年第一季度与2023年第一季度对比'], '广州市.xlsx'],
  [[''], '广州市2024年.xlsx'],
  [[''], '广州市一季度.xlsx'],
  [[''], '广州市2024年3月.xlsx'],
])('%j in %s names no period, which is no finding of the file', (cover, file) => {
  const result = sent(cover, file);
  expect(result.value.period).toBeNull();
  expect(codesOf(result)).toEqual([]);
});

describe('a cover that counts from January on', () => {
  const table = (cover: string) =>
    firstSheet(recogniseSheets([{ rows: [[cover], SUMMARY, [1, '广州市', 1, 2, 3]] }], '广州市.xlsx')).tables[0];
  const marks = (cover: string) => table(cover)?.columns.map(({ yearToDate }) => yearToDate);

  test.each(['报告期：2024年1—6月', '2024年第二季度统计表（累计）', '报告期：2024年第二季度（累计）'])(
    '%s',
    (cover) => {
      expect(marks(cover)).toEqual([false, false, true, true, true]);
    },
  );

  test.each(['报告期：2024年1—3月', '报告期：2024年第二季度', '报告期：2024年4—6月'])('not %s', (cover) => {
    expect(marks(cover)).toEqual([false, false, false, false, false]);
  });
});
