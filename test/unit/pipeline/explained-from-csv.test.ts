import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { nameOfId } from '../../../src/message/subject.ts';
import { UI } from '../../../src/message/zh-CN/ui.ts';
import type { Compilation } from '../../../src/model/compilation.ts';
import { findingsCsv } from '../../../src/render/findings/csv.ts';
import { buildReport } from '../../../src/report/build.ts';
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
  '提供岗位数',
  '实现就业人数',
];
const row = (at: number, date: string, participants: string, offered = '8'): Row => [
  ...['天河区', '5', '甲协会', `招聘会${at}`, '招聘活动', date, participants, offered, '5'],
];
const RETURNS: readonly FileContent[] = [
  {
    file: '广州市2024Q1台账.xlsx',
    sheets: [
      {
        name: '台账 一',
        rows: [
          HEADER,
          row(1, '2024-02-03', '约200'),
          row(2, '2023-11-05', '20'),
          row(3, '3.5', '30'),
          row(4, '2024-02-06', '约1,200'),
          row(5, '2024-02-07', '约1,200'),
          row(6, '2024-02-08', '30', ''),
        ],
        hiddenRows: [3],
      },
    ],
  },
  {
    file: '广州市2024Q1统计表.csv',
    rows: [
      ['县（市、区）', '实现就业人数', '招聘（送岗）活动场次', '提供就业岗位数'],
      ['天河区', '40', '6', '90'],
    ],
  },
];

const run = (files: readonly FileContent[]) => compileFiles(files, { period: '2024Q1', area: '440000' });
const warnings = ({ findings }: Compilation) => findings.filter(({ severity }) => severity === 'warning');

/** A line of the findings as whoever has to explain it copies it: the cell where there is but one, else the item. */
function copied(line: Record<string, string>): Row {
  const {
    代码: code,
    单位代码: bureau,
    文件: file,
    工作表: sheet,
    单元格: cells = '',
    项目: item,
    填报值: value,
  } = line;
  const isCell = /^[A-Z]+\d+$/.test(cells);
  return [
    code ?? '',
    bureau ?? '',
    file ?? '',
    sheet ?? '',
    isCell ? cells : '',
    isCell ? '' : (item ?? ''),
    value ?? '',
    '属实',
  ];
}

test('what the csv says of each warning, copied into explanations.csv, explains it', async () => {
  const before = await run(RETURNS);
  expect(new Set(warnings(before).map(({ code }) => code))).toEqual(
    new Set(['NUMBER_APPROXIMATE', 'DATE_OUTSIDE_PERIOD', 'DATE_AMBIGUOUS', 'EXPECTED_BLANK', 'SUMMARY_LEDGER_DIFFER']),
  );
  const model = buildReport(before, scheme, { version: '0', language: 'zh-CN' });
  const text = [...findingsCsv(model, UI, (id) => nameOfId(id, scheme, 'zh-CN'))].join('');
  const lines = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const rows = lines.filter(({ 级别 }) => 级别 === '提示').map(copied);
  expect(rows.some((cells) => cells[5] !== '')).toBe(true);
  const table = {
    file: 'explanations.csv',
    rows: [['code', 'bureau', 'file', 'sheet', 'cell', 'item', 'value', 'reason'], ...rows],
  };
  const after = await run([...RETURNS, table]);
  expect(warnings(after).filter(({ explained }) => explained === null)).toEqual([]);
  expect(warnings(after)).toHaveLength(warnings(before).length);
});
