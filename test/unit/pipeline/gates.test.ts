import { describe, expect, test } from 'vitest';
import type { Compilation } from '../../../src/model/compilation.ts';
import { finding } from '../../../src/model/finding.ts';
import { singly } from '../../../src/model/packed-findings.ts';
import { cellName } from '../../../src/model/place.ts';
import { withoutFollowers } from '../../../src/pipeline/followers.ts';
import { collapseFindings } from '../../../src/report/collapse-findings.ts';
import { compileFiles } from '../../support/compile-files.ts';
import type { FileContent, Row } from '../../support/write-files.ts';

const HEADER = [
  ...[
    '序号',
    '地市',
    '县（市、区）',
    '任务类别',
    '社会组织名称',
    '统一社会信用代码',
    '活动（项目）名称',
    '活动类型',
    '开展时间',
  ],
  ...['参加人次', '实现就业人数', '其中：高校毕业生', '联系人'],
];
const CODE = '51440100MJL171237U';
const row = (at: number): Row => [
  ...[String(at), '广州市', '天河区', '5', '甲协会', CODE, `招聘会${at}`, '招聘活动', '2024-02-03', '20', '5', '3'],
  `欧阳${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10)}`,
];
const ROWS = Array.from({ length: 300 }, (_, at) => row(at + 1));
const ledger = (file: string, rows: readonly Row[]): FileContent => ({ file, rows: [HEADER, ...rows] });

const run = (...files: readonly FileContent[]) => compileFiles(files, { period: '2024Q1', area: '440000' });

const told = ({ findings }: Compilation) =>
  [...singly(findings)].map(({ code, place: { row: at, column } }) =>
    at === null ? code : `${code} ${column === null ? at : cellName(at, column)}`,
  );

const entries = ({ findings }: Compilation) =>
  collapseFindings(
    findings,
    () => 0,
    () => ({ message: '', hint: '' }),
    () => '',
  ).map(({ code, cells, count }) => `${code} ${cells.join(' ')} ${count}`);

describe('a gate that fails is said once, and what was not checked with it', () => {
  const strange = [...HEADER.slice(0, 6), '甲', '乙', '丙'];
  const wrong = ROWS.map((own) => own.with(8, '某日'));

  test.each<[string, FileContent, string]>([
    [
      'form',
      { file: '广州市2024Q1.csv', rows: [['姓名', '年龄', '籍贯'], ...ROWS.map(() => ['甲', '30', '广州'])] },
      'FORM_UNKNOWN',
    ],
    ['header', { file: '广州市2024Q1.csv', rows: [['只有一句话']] }, 'HEADER_NOT_FOUND'],
    ['sender', { file: '台账2024Q1.csv', rows: [strange, ...ROWS] }, 'SENDER_NOT_FOUND'],
    ['unknown sender', { file: '台账.csv', rows: [['填报单位：长沙市民政局'], strange, ...ROWS] }, 'SENDER_UNKNOWN'],
    ['period', { file: '广州市2023Q1台账.csv', rows: [HEADER, ...wrong] }, 'PERIOD_OTHER'],
  ])('%s', async (_, file, code) => {
    const compiled = await run(file);
    expect(compiled.findings.map((one) => one.code)).toEqual([code]);
    expect(compiled.sources.map(({ notChecked }) => notChecked)).toEqual([code]);
    expect(compiled.checks.every(({ passed, failed, notEvaluable }) => passed + failed + notEvaluable === 0)).toBe(
      true,
    );
  });

  test('a damaged file', async () => {
    const compiled = await run({ file: '广州市2024Q1.csv', rows: [] });
    expect(compiled.sources.map(({ notChecked }) => notChecked)).toEqual(['FILE_EMPTY']);
  });

  test('a copy is not checked again, a file that counts is checked', async () => {
    const compiled = await run(ledger('广州市台账.csv', ROWS), ledger('广州市台账 副本.csv', ROWS));
    expect(compiled.sources.map(({ notChecked }) => notChecked).toSorted()).toEqual(['FILE_COPY', null]);
  });
});

describe('a whole wrong column is one entry', () => {
  const swap = (a: number, b: number) => ROWS.map((own) => own.with(a, own[b] ?? '').with(b, own[a] ?? ''));

  test.each([
    ['names in the column of dates', swap(8, 12), ['DATE_UNREADABLE I2:I301 300']],
    // Without their titles the rows of the one association and day tell one event.
    ['titles in the column of counties', swap(2, 6), ['COUNTY_UNKNOWN C2:C301 300', 'DUPLICATE_ACTIVITY G3:G301 299']],
    ['names in the column of tasks', swap(3, 4), ['TASK_UNKNOWN D2:D301 300']],
    ['texts in a column of numbers', swap(9, 12), ['NUMBER_UNREADABLE J2:J301 300']],
  ])('%s', async (_, rows, expected) => {
    expect(entries(await run(ledger('广州市台账.csv', rows)))).toEqual(expected);
  });

  test('whatever names are near to some of its cells', async () => {
    const names = ['天河路', '越秀山', '海珠湖', '荔湾湖', '白云山', '甲', '乙'];
    const rows = ROWS.map((own, at) => own.with(2, names[at % names.length] ?? ''));
    expect(entries(await run(ledger('广州市台账.csv', rows)))).toEqual(['COUNTY_UNKNOWN C2:C301 300']);
  });
});

describe('followers are not told', () => {
  test('a row that holds only its number, region and task is one finding', async () => {
    const empty = ['2', '广州市', '天河区', '5'];
    expect(told(await run(ledger('广州市台账.csv', [row(1), empty, row(3)])))).toEqual(['ROW_EMPTY 3']);
  });

  test('a row that says a little more is told cell by cell', async () => {
    const little = ['2', '广州市', '天河区', '5', '甲协会', CODE];
    expect(told(await run(ledger('广州市台账.csv', [row(1), little, row(3)])))).toEqual([
      ...['ACTIVITY_TYPE_MISSING H3', 'DATE_MISSING I3', 'REQUIRED_BLANK G3'],
    ]);
  });

  test('an unreadable number leaves its rules and totals unjudged', async () => {
    const total = ['合计', '', '', '', '', '', '', '', '', '40', '99', '3'];
    const compiled = await run(ledger('广州市台账.csv', [row(1), row(2).with(10, '若干'), total.with(11, '6')]));
    expect(told(compiled)).toEqual(['NUMBER_UNREADABLE K3']);
    expect(compiled.checks.find(({ code }) => code === 'L302')).toEqual({
      code: 'L302',
      passed: 1,
      failed: 0,
      notEvaluable: 1,
    });
    expect(compiled.checks.find(({ code }) => code === 'TOTAL_DIFFERS')).toEqual({
      ...{ code: 'TOTAL_DIFFERS', passed: 2, failed: 0, notEvaluable: 1 },
    });
  });

  test('a date that is wrong in itself is not held against the period too', async () => {
    const reversed = row(1).with(8, '2023-03-05至2023-03-01');
    expect(told(await run(ledger('广州市台账.csv', [reversed])))).toEqual(['DATE_REVERSED I2']);
  });

  test('a rule over a blank required cell is not told there again', async () => {
    const summary: Row[] = [
      ['县（市、区）', '其中：高校毕业生人数', '实现就业人数', '招聘（送岗）活动场次'],
      ['天河区', '', '2', ''],
    ];
    const compiled = await run(
      { file: '广州市2024Q1统计表.csv', rows: summary },
      ledger('广州市2024Q1台账.csv', [row(1)]),
    );
    const codes = told(compiled).filter((one) => / [BD]2$/.test(one));
    // The graduates are an extended indicator: blank is allowed there, and the rule speaks.
    expect(codes).toEqual(['REQUIRED_BLANK D2', 'L107 B2']);
  });

  test('only errors, and only at the same cell of the same sheet and file', () => {
    const at = (code: 'DATE_OUTSIDE_PERIOD', file: string, sheet: string | null, r: number, column: number) =>
      finding(code, { file, sheet, row: r, column }, { date: '2023-01-01', period: '2024Q1' });
    const later = [
      at('DATE_OUTSIDE_PERIOD', 'a.xlsx', '台账', 5, 9),
      at('DATE_OUTSIDE_PERIOD', 'a.xlsx', '台账', 6, 9),
      at('DATE_OUTSIDE_PERIOD', 'a.xlsx', '台账2', 5, 9),
      at('DATE_OUTSIDE_PERIOD', 'b.xlsx', '台账', 5, 9),
    ];
    const error = finding(
      'DATE_REVERSED',
      { file: 'a.xlsx', sheet: '台账', row: 5, column: 9 },
      { start: '', end: '' },
    );
    const warning = finding('DATE_AMBIGUOUS', { file: 'a.xlsx', sheet: '台账', row: 6, column: 9 }, { used: '' });
    expect(withoutFollowers(later, [error, warning])).toEqual(later.slice(1));
    expect(withoutFollowers(later, [])).toEqual(later);
    const [first = error] = later;
    const packed = { ...first, place: { ...first.place, row: 4 }, alsoRows: [5, 6, 7] };
    expect(withoutFollowers([packed], [{ ...error, alsoRows: [7] }])).toEqual([{ ...packed, alsoRows: [6] }]);
  });
});

describe('return rules over a ledger', () => {
  const at = (values: Readonly<Record<number, string>>) =>
    Object.entries(values).reduce<Row>((own, [column, value]) => own.with(Number(column), value), row(1));

  test('what its rows say already is not said of their sum', async () => {
    expect(told(await run(ledger('广州市台账.csv', [row(2), at({ 10: '1', 11: '9' })])))).toEqual(['L302 L3']);
  });

  test('what only the sum shows stands at the first row that adds to the left side', async () => {
    const rows = [at({ 11: '0' }), at({ 6: '甲会', 10: '', 11: '9' }), at({ 6: '乙会', 10: '', 11: '4' })];
    const compiled = await run(ledger('广州市台账.csv', rows));
    expect(told(compiled)).toEqual(['L107 L3']);
    expect(compiled.findings[0]).toMatchObject({
      region: '440106',
      indicator: 't5_graduates_filled',
      bureau: '440100',
    });
    expect(compiled.findings[0]?.args).toEqual({ left: '13', right: '5', difference: '8' });
  });

  test('a left side of the ledger against a right side of the summary stands in the ledger', async () => {
    const summary: Row[] = [
      ['县（市、区）', '实现就业人数'],
      ['天河区', '2'],
    ];
    const files = [ledger('广州市2024Q1台账.csv', [row(1)]), { file: '广州市2024Q1统计表.csv', rows: summary }];
    expect(told(await run(...files)).filter((one) => one.startsWith('L'))).toEqual(['L107 L2']);
  });
});
