import { describe, expect, test } from 'vitest';
import { ACTIVITY, codesOf, LEDGER, recogniseRows, recogniseSheets } from './support.ts';

const TABLE = [LEDGER, ACTIVITY];

/** A ledger with a cover row above it. */
function sent(cover: readonly string[], file = '台账2024Q1.xlsx', sheet = '台账') {
  return recogniseRows([cover, ...TABLE], file, { name: sheet });
}

describe('who sent a file', () => {
  test.each([
    [['填报单位：广州市民政局'], 'x.xlsx', '440100', 'cover'],
    [['填报单位（盖章）：广州市天河区民政局'], 'x.xlsx', '440106', 'cover'],
    [['填报单位', '惠州市民政局'], 'x.xlsx', '441300', 'cover'],
    [['填报单位：', '', '', '惠州市民政局（公章）'], 'x.xlsx', '441300', 'cover'],
    [['填报单位：广州市民政局 填报日期：2024年4月2日'], 'x.xlsx', '440100', 'cover'],
    [['填报单位：省本级'], 'x.xlsx', '440000-self', 'cover'],
    [['单位：广州市民政局'], 'x.xlsx', '440100', 'cover'],
    [['广州市2024年第一季度行业协会商会活动台账'], 'x.xlsx', '440100', 'cover'],
    [[''], '广州市.xlsx', '440100', 'fileName'],
    [[''], '广州市/台账.xlsx', '440100', 'folder'],
    [[''], '2024Q1/广州市/天河区/台账.xlsx', '440106', 'folder'],
    [[''], '广州市/广东省六项重点任务台账.xlsx', '440100', 'folder'],
  ])('%j in %s: %s by %s', (cover, file, code, from) => {
    const { value } = sent(cover, file);
    expect(value.sender).toMatchObject({ value: code, from });
    expect(value.gate).toBeNull();
    expect(value.unknownSender).toBeNull();
  });

  test('the name of the sheet', () => {
    expect(sent([''], 'x.xlsx', '韶关市').value.sender).toMatchObject({ value: '440200', from: 'sheet' });
  });

  test('the place of a cover cell is kept', () => {
    expect(sent(['', '填报单位：广州市民政局']).value.sender?.place).toMatchObject({
      sheet: '台账',
      row: 1,
      column: 2,
    });
  });

  test('a hint overrides everything', () => {
    const hints = { bureau: '440200', period: null, form: null };
    const result = recogniseSheets([{ rows: [['填报单位：广州市民政局'], ...TABLE] }], '深圳市.xlsx', hints);
    expect(result.value.sender).toMatchObject({ value: '440200', from: 'sources' });
    expect(codesOf(result)).not.toContain('SENDER_DISAGREES');
  });
});

describe('sources that agree', () => {
  test.each([
    [['填报单位：天河区民政局'], '广州市/天河区2024Q1.xlsx', '440106'],
    [['填报单位：天河区民政局'], '广州市.xlsx', '440106'],
    [['填报单位：广州市民政局'], '广东省六项重点任务台账.xlsx', '440100'],
    [['填报单位：广州市本级'], '广州市.xlsx', '440100-self'],
    [['填报单位：XX市民政局'], '广州市.xlsx', '440100'],
    [['填报单位：______'], '广州市.xlsx', '440100'],
    [['填报单位：广州市社会组织与慈善处'], '广州市.xlsx', '440100'],
    // A name without its city means what the file's name completes it to.
    [['填报单位：市本级'], '汕尾市本级台账.csv', '441500-self'],
    [['填报单位：市民政局'], '汕尾市本级台账.csv', '441500-self'],
    [['填报单位：市本级'], '汕尾市/台账.xlsx', '441500-self'],
    [['填报单位：市民政局'], '汕尾市台账.xlsx', '441500'],
    [['填报单位：县民政局'], '惠州市/博罗县台账.xlsx', '441322'],
    [['填报单位：市民政局'], '普宁市.xlsx', '445281'],
  ])('%j in %s: %s', (cover, file, code) => {
    const result = sent(cover, file);
    expect(result.value.sender?.value).toBe(code);
    expect(codesOf(result)).toEqual([]);
  });

  test('sheets of its counties in the file of a city', () => {
    const sheets = ['荔湾区', '天河区'].map((name) => ({ name, rows: TABLE }));
    expect(recogniseSheets(sheets, '广州市.xlsx').value.sender?.value).toBe('440100');
  });
});

describe('sources that disagree', () => {
  test.each([
    [['填报单位：广州市民政局'], '深圳市.xlsx', ['广州市', '深圳市']],
    [['填报单位：广州市民政局'], '广州市天河区.xlsx', ['广州市', '天河区']],
    [['填报单位：天河区民政局'], '深圳市/台账.xlsx', ['天河区', '深圳市']],
    [[''], '深圳市/广州市.xlsx', ['广州市', '深圳市']],
    [['填报单位：长沙市民政局'], '广州市.xlsx', ['长沙市民政局', '广州市']],
    [['填报单位：市本级'], '惠州市博罗县台账.xlsx', ['市本级', '博罗县']],
    [['填报单位：市民政局'], '惠州市博罗县台账.xlsx', ['市民政局', '博罗县']],
    [['填报单位：县民政局'], '惠州市台账.xlsx', ['县民政局', '惠州市']],
  ])('%j in %s', (cover, file, found) => {
    const result = sent(cover, file);
    expect(result.value).toMatchObject({ sender: null, gate: 'sender', unknownSender: null });
    expect(result.findings).toMatchObject([{ code: 'SENDER_DISAGREES', severity: 'error', args: { found } }]);
  });
});

test('a sender that is no region of the scheme', () => {
  const result = sent(['填报单位：湖南省长沙市民政局']);
  expect(result.value).toMatchObject({ sender: null, gate: 'sender', unknownSender: '湖南省长沙市民政局' });
  expect(result.findings).toMatchObject([{ code: 'SENDER_UNKNOWN', place: { row: 1, column: 1 } }]);
});

test('the province that issued a form does not contradict a stranger', () => {
  const result = recogniseRows([['广东省行业协会商会活动台账'], ['填报单位：长沙市民政局'], ...TABLE], 'x.xlsx');
  expect(result.value.unknownSender).toBe('长沙市民政局');
});

test.each([
  ['广东省行业协会商会台账.xlsx', ''],
  ['新兴产业协会.xlsx', ''],
  ['台账.xlsx', ''],
  ['广州市、深圳市.xlsx', ''],
  ['台账.xlsx', '填表人：张三'],
  ['台账.xlsx', '填表人：广州市民政局'],
])('%s with %j tells no sender', (file, cover) => {
  const result = sent([cover], file);
  expect(result.value).toMatchObject({ sender: null, gate: 'sender', unknownSender: null });
  expect(codesOf(result)).toEqual(['SENDER_NOT_FOUND']);
});

test('instructions that explain a label say nothing of the sender', () => {
  const rows = [['填表说明'], ['1. 填报单位：填写报送单位全称'], ['2. 报告期：填写2023年第四季度这样的文字']];
  const result = recogniseSheets([{ name: '填表说明', rows }, { rows: TABLE }], '广州市2024Q1.xlsx');
  expect(result.value.sender?.value).toBe('440100');
  expect(result.value.period?.value.id).toBe('2024Q1');
});

test('names and telephones beside sign-offs are nowhere in the result', () => {
  const result = sent(['填报单位：长沙市民政局 填表人：张三 联系电话：13800000000', '审核人：', '李四']);
  expect(JSON.stringify([result.findings, result.value.sender, result.value.unknownSender])).not.toMatch(
    /张三|李四|138/,
  );
});
