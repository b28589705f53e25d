import { describe, expect, test } from 'vitest';
import { describeCause } from '../../../src/message/describe.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { collapseFindings } from '../../../src/report/collapse-findings.ts';
import { compileFiles } from '../../support/compile-files.ts';
import { scheme } from '../../support/returns.ts';
import type { FileContent, Row } from '../../support/write-files.ts';

const HEADER = [
  '县（市、区）',
  '任务类别',
  '社会组织名称',
  '活动名称',
  '活动类型',
  '开展时间',
  '参加人次',
  '实现就业人数',
];
const row = (at: number, date: string, participants: string, jobs = '5'): Row => [
  ...['天河区', '5', '甲协会', `招聘会${at}`, '招聘活动', date, participants, jobs],
];
const DAYS = ['2024-02-03', '2024年2月5日', '2024/2/9', '2024.02.10', '2024-03-01', '3月5日'];
const PEOPLE = ['20', '120人', '1,200', '35', '８０', '64'];
const swapped = DAYS.map((date, at) => row(at, PEOPLE[at] ?? '', date));
const right = DAYS.map((date, at) => row(at, date, PEOPLE[at] ?? ''));

/** Columns of the entries with the clauses of their causes. */
async function causes(...files: readonly FileContent[]) {
  const { findings } = await compileFiles(files, { period: '2024Q1', area: '440000' });
  return told(findings);
}

function told(findings: readonly Finding[]) {
  return collapseFindings(
    findings,
    () => 0,
    () => ({ message: '', hint: '' }),
    (cause) => describeCause(cause, scheme, 'zh-CN'),
  ).flatMap(({ file, sheet, column, causes: of }) =>
    of.map(({ message, count }) => [file, sheet, column, message, count].filter((part) => part !== null).join(' ')),
  );
}

const FILE = '广州市2024Q1台账.csv';
const CLAUSE = '“开展时间”与“参加人次”两列互换';

describe('two columns that changed places', () => {
  test('throughout: both say so, and nothing else', async () => {
    expect(await causes({ file: FILE, rows: [HEADER, ...swapped] })).toEqual([
      `${FILE} date ${CLAUSE} 6`,
      `${FILE} participants ${CLAUSE} 6`,
    ]);
  });

  test('in one sheet of two', async () => {
    const file = '广州市2024Q1台账.xlsx';
    const sheets = [
      { name: '一', rows: [HEADER, ...right.slice(0, 2), row(9, '2024-02-30', '若干')] },
      { name: '二', rows: [HEADER, ...swapped.map((own, at) => own.with(3, `培训${at}`))] },
    ];
    expect(await causes({ file, sheets })).toEqual([
      `${file} 一 date 日历上没有这一天 1`,
      `${file} 一 participants 只有文字，没有阿拉伯数字 1`,
      `${file} 二 date ${CLAUSE} 6`,
      `${file} 二 participants ${CLAUSE} 6`,
    ]);
  });

  test('but for a cell that is wrong in itself', async () => {
    expect(await causes({ file: FILE, rows: [HEADER, ...swapped, row(7, '若干', '2024-03-08')] })).toEqual([
      `${FILE} date ${CLAUSE} 6`,
      `${FILE} date 只有文字，没有阿拉伯数字 1`,
      `${FILE} participants ${CLAUSE} 7`,
    ]);
  });
});

describe('no columns that changed places', () => {
  test.each<readonly [string, readonly Row[]]>([
    ['two rows only', swapped.slice(0, 2)],
    ['dates in a column of numbers, and the dates right', right.map((own) => own.with(6, '2024-02-03'))],
    ['wrong in different rows', DAYS.flatMap((date, at) => [row(at, date, date), row(at + 9, PEOPLE[at] ?? '', '20')])],
    ['most of the one column is wrong in itself', [...swapped, ...right.map((own) => own.with(6, '若干'))]],
  ])('%s', async (_, rows) => {
    const all = await causes({ file: FILE, rows: [HEADER, ...rows] });
    expect(all.length).toBeGreaterThan(0);
    expect(all.join()).not.toContain('互换');
  });
});
