import { describe, expect, test } from 'vitest';
import { ACTIVITY, classesOf, firstSheet, LEDGER, type Rows, recogniseRows, SUMMARY } from './support.ts';

type Row = Rows[number];

/** Class of one row that stands between rows of data of a ledger. */
function inLedger(row: Row): string | undefined {
  return classesOf(recogniseRows([LEDGER, ACTIVITY, row, ACTIVITY]))[2];
}

function inSummary(row: Row): string | undefined {
  return classesOf(recogniseRows([SUMMARY, [1, '广州市', 1, 2, 3], row, [2, '深圳市', 1, 2, 3]]))[2];
}

describe('total rows', () => {
  test.each<[Row]>([
    [['合计', null, null, null, null, null, null, 120]],
    [['合　计', null, null, null, null, null, null, 120]],
    [[null, '小 计：', null, null, null, null, null, 120]],
    [[3, '全市', '总计', null, null, null, null, 120]],
    [['合计（人次）', null, null, null, null, null, null, 120]],
    [['广州市小计', null, null, null, null, null, null, 120]],
    [['合计']],
  ])('of a ledger: %j', (row) => {
    expect(inLedger(row)).toBe('total');
  });

  test.each<[Row]>([
    [[null, '合计', 2, 4, 6]],
    [['总计', null, 2, 4, 6]],
    [[null, '珠三角小计', 2, 4, 6]],
    [[null, '珠三角', 2, 4, 6]],
    [[null, '其中', 2, 4, 6]],
    [[null, '全省', 2, 4, 6]],
  ])('of a summary: %j', (row) => {
    expect(inSummary(row)).toBe('total');
  });

  test('before the data too', () => {
    const rows = [SUMMARY, [null, '合计', 2, 4, 6], [1, '广州市', 1, 2, 3], [2, '深圳市', 1, 2, 3]];
    expect(classesOf(recogniseRows(rows))).toEqual(['header', 'total', 'data', 'data']);
    expect(firstSheet(recogniseRows(rows)).tables[0]?.dataRows).toEqual([3, 4]);
  });

  test.each<[Row]>([
    [[2, '广州市', '助力就业', '会计行业协会', '合计师培训', '专业培训', '2024年3月5日', 30]],
    [[2, '广州市', '助力就业', '统计学会', '小计划发布会', '招聘活动', '2024年3月5日', 30]],
    [[2, '广州市', '助力就业', '广州市家具行业协会', '合计', '招聘活动', '2024年3月5日', 30]],
  ])('not %j', (row) => {
    expect(inLedger(row)).toBe('data');
  });

  test('a city among its counties is a region like them', () => {
    expect(inSummary([2, '广州市', 2, 4, 6])).toBe('data');
    expect(inSummary([2, '其中：天河区', 2, 4, 6])).toBe('data');
  });
});

describe('notes and sign-offs', () => {
  const last = (row: Row) => classesOf(recogniseRows([LEDGER, ACTIVITY, ACTIVITY, row])).at(-1);

  test.each<[Row]>([
    [['注：本表一式两份']],
    [['注1：人次按场次累计']],
    [['备注：']],
    [['说明：1.各单位应如实填报；2.不得空缺']],
    [['数据来源：各县（市、区）民政局']],
    [['（注）本表按季报送']],
    [['本表由各地级以上市民政局按季度报送，并加盖公章']],
  ])('note %j', (row) => {
    expect(last(row)).toBe('note');
  });

  test.each<[Row]>([
    [['填表人：张三', null, null, '审核人：李四', null, '联系电话：13800000000']],
    [['单位负责人：', null, '填表人：', null, '填报日期：2024年4月2日']],
    [['填表人', '张三', null, '联系电话', 13800000000]],
    [[null, null, null, null, '填报单位（盖章）：广州市民政局']],
  ])('sign-off %j', (row) => {
    expect(last(row)).toBe('signOff');
  });

  test('what follows a note without its word is a note', () => {
    const rows = [LEDGER, ACTIVITY, ['注：1.人次按场次累计'], ['　　2.金额单位为万元，保留两位小数']];
    expect(classesOf(recogniseRows(rows)).slice(2)).toEqual(['note', 'note']);
  });

  test.each<[Row]>([
    [[2, '广州市', '助力就业', '广州市家具行业协会', '说明会', '招聘活动', '2024年3月5日', 30]],
    [['注册会计师协会', '广州市', '助力就业', '注册会计师协会', '培训', '专业培训', '2024年3月5日', 30]],
    [[2, '广州市', '助力就业', '广州市家具行业协会', '备注：招聘会', '招聘活动', '2024年3月5日', 30]],
    [[2, '广州市', '助力就业', '审核协会', '审核：业务培训', '专业培训', '2024年3月5日', 30]],
  ])('neither: %j', (row) => {
    expect(last(row)).toBe('data');
  });
});

describe('sample rows', () => {
  test.each<[Row]>([
    [['例', '广州市', '助力就业', '某协会', '招聘会', '招聘活动', '2024年1月5日', 30]],
    [['例：', '广州市', '助力就业', '某协会', '招聘会', '招聘活动', '2024年1月5日', 30]],
    [['（示例）', '广州市', '助力就业', '某协会', '招聘会', '招聘活动', '2024年1月5日', 30]],
    [['例1', '广州市', '助力就业', '某协会', '招聘会', '招聘活动', '2024年1月5日', 30]],
    [[1, '广州市', '助力就业', '示例：某协会', '招聘会', '招聘活动', '2024年1月5日', 30]],
  ])('%j', (row) => {
    expect(inLedger(row)).toBe('sample');
  });

  test.each(['例会促进会', '示范产业协会', '示例软件协会'])('%s is an association', (name) => {
    expect(inLedger([1, '广州市', '助力就业', name, '招聘会', '招聘活动', '2024年1月5日', 30])).toBe('data');
  });
});

describe('rows under the header', () => {
  test.each<[Row, Row]>([
    [
      ['甲', '乙', 1, 2, 3],
      [1, '广州市', 4, 5, 6],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, '广州市', 4, 5, 6],
    ],
    [
      ['(1)', '(2)', '(3)', '(4)', '(5)=(3)+(4)'],
      [1, '广州市', 4, 5, 6],
    ],
  ])('column numbers %j', (numbers, data) => {
    expect(classesOf(recogniseRows([SUMMARY, numbers, data]))).toEqual(['header', 'columnNumber', 'data']);
  });

  test.each<[Row]>([[[1, '广州市', 3, 4, 5]], [[1, 2, 3, 4, 6]], [[2, 3, 4, 5, 6]]])('not %j', (row) => {
    expect(classesOf(recogniseRows([SUMMARY, row, [2, '深圳市', 1, 2, 3]]))[1]).toBe('data');
  });

  test('column numbers stand under the header only', () => {
    expect(inSummary([1, 2, 3, 4, 5])).toBe('data');
  });

  test('the header once more, after a page break', () => {
    expect(inLedger(LEDGER)).toBe('header');
    expect(inLedger([LEDGER[0], '地 市', ...LEDGER.slice(2)])).toBe('header');
  });

  test('the header of another table begins that table', () => {
    const rows = [LEDGER, ACTIVITY, ['统计表'], SUMMARY, [1, '广州市', 1, 2, 3]];
    const result = recogniseRows(rows);
    expect(classesOf(result)).toEqual(['header', 'data', 'title', 'header', 'data']);
    expect(firstSheet(result).tables).toMatchObject([
      { form: 'ledger', headerRows: [1, 1], dataRows: [2, 2] },
      { form: 'summary', headerRows: [4, 4], dataRows: [5, 5] },
    ]);
  });

  test('blank rows end nothing', () => {
    const result = recogniseRows([LEDGER, ACTIVITY, [], [], [], [], ACTIVITY]);
    expect(firstSheet(result).tables[0]?.dataRows).toEqual([2, 7]);
  });
});

describe('rows that are not filled in', () => {
  test.each<[Row]>([
    [[3]],
    [['3']],
    [[3, '广州市']],
    [[' ', '　']],
    [[null, null, null, null, null, null, null, 0]],
    [[3, null, null, null, null, null, null, 0]],
  ])('%j in a ledger', (row) => {
    expect(inLedger(row)).toBe('blank');
  });

  test('a region without values in a summary is data that is missing', () => {
    expect(inSummary([null, '珠海市'])).toBe('data');
    expect(inSummary([3, '珠海市'])).toBe('data');
  });
});

describe('texts across the table', () => {
  const merges = [{ top: 3, left: 1, bottom: 3, right: 8 }];
  const rows = [LEDGER, ACTIVITY, ['各县区活动'], ACTIVITY];

  test('a title while data follow, a note when none do', () => {
    expect(classesOf(recogniseRows(rows, undefined, { merges }))[2]).toBe('title');
    expect(classesOf(recogniseRows(rows.slice(0, 3), undefined, { merges }))[2]).toBe('note');
  });

  test('a value alone in its column is data', () => {
    expect(inLedger([null, null, null, '广州市家具行业协会'])).toBe('data');
  });

  test('stray cells outside the table are neither', () => {
    expect(inLedger([...LEDGER.map(() => null), null, null, '张三', 4])).toBe('other');
  });

  test('lists beside the table do not make rows', () => {
    const header = [...LEDGER, null, '选项'];
    const result = recogniseRows([header, [...ACTIVITY, null, '是'], [...LEDGER.map(() => null), null, '否']]);
    expect(firstSheet(result).tables[0]?.dataRows).toEqual([2, 2]);
  });
});

describe('nil statements', () => {
  test.each<[Row]>([
    [['本季度未开展相关活动']],
    [['零报告']],
    [[1, '广州市', null, null, '零报告']],
    [[1, null, '无', '无', '无', '无']],
    [['注：本季度无活动']],
  ])('%j in a ledger', (row) => {
    const result = recogniseRows([LEDGER, row]);
    expect(result.value.nilStatement).toBe(true);
    expect(classesOf(result)[1]).toBe('note');
  });

  test('in a summary it stands across the row', () => {
    const merges = [{ top: 2, left: 3, bottom: 2, right: 5 }];
    const result = recogniseRows([SUMMARY, [1, '广州市', '零报告']], undefined, { merges });
    expect(result.value.nilStatement).toBe(true);
  });

  test.each<[Row]>([[[1, '广州市', '无', '无', '无']], [[1, '广州市', '无']], [[1, '广州市', '未开展', 3, 4]]])(
    'nil marks of a summary are values: %j',
    (row) => {
      const result = recogniseRows([SUMMARY, row]);
      expect(result.value.nilStatement).toBe(false);
      expect(classesOf(result)[1]).toBe('data');
    },
  );

  test('a statement above the table', () => {
    expect(recogniseRows([['2024年第一季度零报告'], LEDGER]).value.nilStatement).toBe(true);
    expect(recogniseRows([['零报告的单位也要填报本表'], LEDGER, ACTIVITY]).value.nilStatement).toBe(false);
  });

  test('a file of nothing but the statement is a return', () => {
    const result = recogniseRows([['填报单位：广州市民政局'], ['本季度未开展相关活动']]);
    expect(result.value).toMatchObject({ gate: null, nilStatement: true, sender: { value: '440100' } });
    expect(result.findings).toEqual([]);
  });
});
