// Writes a ledger of an invented bureau that is wrong in every row, the same for the same number of rows:
// `node bench/bad-ledger.mjs FILE.csv|FILE.xlsx ROWS`.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';

const HEADER = [
  ...['县（市、区）', '任务类别', '社会组织名称', '统一社会信用代码', '活动名称', '活动类型', '开展时间'],
  ...['参加人次', '实现就业人数', '其中：高校毕业生'],
];
/** Seven kinds of wrong counts: no two rows that follow each other are wrong in the same way. */
const COUNTS = ['12O', '约200', '若干', '3-5', '12.5', '2场/150人', '-3'];
const COUNTIES = ['惠城区', '惠南区', '惠阳区', '', '博罗县'];
const TASKS = ['任务五', '任务五', '优化营商环境', '任务五'];

/** A data row; every value depends on its number alone. */
function row(number) {
  return [
    COUNTIES[number % 5],
    TASKS[number % 4],
    `示例行业协会第${number % 500}号`,
    number % 2 === 0 ? `51441300MJ${String(1_000_000 + (number % 1000) * 7)}X` : '',
    `第${number}场招聘活动`,
    '招聘活动',
    number % 3 === 0 ? `2023-${String(1 + (number % 12)).padStart(2, '0')}-15` : '2024-02-30',
    COUNTS[number % 7],
    number % 1000,
    (number % 1000) + 1 + (number % 37),
  ];
}

/** Writes the ledger as UTF-8 CSV. */
async function writeCsv(path, rows) {
  const stream = createWriteStream(path);
  stream.write(`惠州市2024年第一季度台账\n${HEADER.join(',')}\n`);
  for (let number = 1; number <= rows; number++) {
    if (!stream.write(`${row(number).join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Writes the ledger as a workbook with one sheet. */
async function writeWorkbook(path, rows) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = workbook.addWorksheet('台账');
  sheet.addRow(['惠州市2024年第一季度台账']).commit();
  sheet.addRow(HEADER).commit();
  for (let number = 1; number <= rows; number++) sheet.addRow(row(number)).commit();
  await workbook.commit();
}

const [path = '', rows = '50000'] = process.argv.slice(2);
await (path.endsWith('.csv') ? writeCsv : writeWorkbook)(path, Number(rows));
