// Writes valid returns of invented associations, the same for the same counts: ledgers of 20 columns as bureaus send them.
// In workbooks only the remarks are empty, dates are dates, a title is merged, a total is summed, and a hidden sheet has the options.
//   node bench/returns.mjs FOLDER [FILES [ROWS]]     workbooks, one a bureau of the built-in scheme (counties first)
//   node bench/returns.mjs FILE.csv|FILE.xlsx ROWS   one ledger of a city
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

const HEADER = [
  ...[
    '序号',
    '县（市、区）',
    '任务类别',
    '社会组织名称',
    '登记管理机关',
    '业务主管单位',
    '活动名称',
    '活动类型',
    '开展时间',
  ],
  ...[
    '地点',
    '参与方式',
    '参与企业（家次）',
    '参加人次',
    '受益（服务）人次',
    '提供岗位数',
    '达成就业意向人数',
    '实现就业人数',
  ],
  ...['其中：高校毕业生', '投入资金（万元）', '备注'],
];
/** A type of each task; what has no numbers of its own leaves them empty. */
const KINDS = [
  ['任务一', '转型升级活动'],
  ['任务二', '专业人才培训'],
  ['任务三', '供需对接活动'],
  ['任务四', '公益慈善活动'],
  ['任务五', '招聘活动'],
  ['任务六', '调研活动'],
];

/** A row; every value depends on its number alone. */
function row(number, county) {
  const [task, type] = KINDS[number % KINDS.length];
  const jobs = number % 6 === 4;
  const intents = number % 90;
  return [
    ...[
      number,
      county,
      task,
      `示例行业协会第${number % 500}号`,
      '示例登记机关',
      '示例主管部门',
      `第${number}场示例活动`,
      type,
    ],
    `2024-0${1 + (number % 3)}-${String(1 + (number % 28)).padStart(2, '0')}`,
    ...[`示例会展中心${number % 40}号厅`, '主办', 1 + (number % 60), 1 + (number % 900), 1 + (number % 300)],
    ...(jobs ? [100 + (number % 300), intents, intents >> 1, intents >> 2] : ['', '', '', '']),
    ...[((number % 10_000) + 1) / 100, ''],
  ];
}

async function regions() {
  const file = fileURLToPath(new URL('../schemes/guangdong-six-tasks/regions.csv', import.meta.url));
  return parse(await readFile(file), { columns: true, bom: true });
}

const [DATE, FUNDS, REMARKS] = ['开展时间', '投入资金（万元）', '备注'].map((name) => HEADER.indexOf(name));
const FIRST_NUMBER = HEADER.indexOf('参与企业（家次）');
const HEADER_ROW = 2;

/** The same row as a workbook holds it: dates are dates, and what has no number is 0. */
function cellsOf(values) {
  return values.map((value, column) => {
    if (column === DATE) return new Date(`${value}T00:00:00Z`);
    return value === '' && column !== REMARKS ? 0 : value;
  });
}

async function writeWorkbook(path, { name, county, from = 0 }, rows) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('活动台账');
  sheet.getColumn(DATE + 1).numFmt = 'yyyy-mm-dd';
  sheet.getColumn(FUNDS + 1).numFmt = '#,##0.00';
  sheet.addRow([`${name}2024年第一季度活动台账`]);
  sheet.mergeCells(1, 1, 1, HEADER.length);
  sheet.getRow(1).commit();
  sheet.addRow(HEADER).commit();
  const sums = HEADER.map(() => 0);
  for (let number = 1; number <= rows; number++) {
    const cells = cellsOf(row(from + number, county(number)));
    for (const [column, value] of cells.entries()) if (typeof value === 'number') sums[column] += value;
    sheet.addRow(cells).commit();
  }
  const last = HEADER_ROW + rows;
  const total = sums.map((sum, column) => {
    if (column < FIRST_NUMBER || column === REMARKS) return column === 1 ? '合计' : null;
    const letter = sheet.getColumn(column + 1).letter;
    return { formula: `SUM(${letter}${HEADER_ROW + 1}:${letter}${last})`, result: Math.round(sum * 100) / 100 };
  });
  sheet.addRow(total).commit();
  const options = workbook.addWorksheet('选项', { state: 'hidden' });
  for (const kind of KINDS) options.addRow(kind).commit();
  await workbook.commit();
}

async function writeCsv(path, { name, county }, rows) {
  const stream = createWriteStream(path);
  stream.write(`${name}2024年第一季度活动台账\n${HEADER.join(',')}\n`);
  for (let number = 1; number <= rows; number++) {
    if (!stream.write(`${row(number, county(number)).join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

const [target = '', first, second] = process.argv.slice(2);
const known = await regions();
if (/\.(csv|xlsx)$/.test(target)) {
  const city = known.find(({ level }) => level === 'city');
  const counties = known
    .filter(({ level, parent_code: parent }) => level === 'county' && parent === city.code)
    .map((one) => one.name);
  const sender = { name: city.name, county: (number) => counties[number % counties.length] };
  await (target.endsWith('.csv') ? writeCsv : writeWorkbook)(target, sender, Number(first ?? 100_000));
} else {
  await mkdir(target, { recursive: true });
  const cities = new Map(known.filter(({ level }) => level === 'city').map((one) => [one.code, one.name]));
  const counties = known.filter(({ level }) => level === 'county');
  for (let at = 0; at < Number(first ?? 143); at++) {
    const { name: county, parent_code: parent } = counties[at % counties.length];
    const round = at < counties.length ? '' : `（第${1 + Math.floor(at / counties.length)}部分）`;
    const name = cities.get(parent) + county;
    await writeWorkbook(
      join(target, `${name}${round}.xlsx`),
      { name, county: () => county, from: at * 1000 },
      Number(second ?? 300),
    );
  }
}
