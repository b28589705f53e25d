// Makes the workbooks of the reading benchmark: returns of invented bureaus, the same for the same count.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const HEADER = [
  ...[
    '序号',
    '地区',
    '协会商会名称',
    '统一社会信用代码',
    '重点任务',
    '活动类型',
    '活动名称',
    '开始日期',
    '结束日期',
    '地点',
  ],
  ...[
    '参加人数',
    '企业数',
    '投入资金（万元）',
    '签约金额（万元）',
    '完成率',
    '岗位数',
    '线上',
    '备注',
    '填报人',
    '审核意见',
  ],
];
const REGIONS = ['天河区', '越秀区', '海珠区', '荔湾区', '白云区', '黄埔区', '番禺区', '花都区', '南沙区', '增城区'];
const TASKS = ['服务新兴产业', '搭建服务平台', '助力就业行动', '招商引资', '参与公益慈善', '建言献策'];
const TYPES = ['招聘会', '座谈会', '展销会', '培训', '调研', '捐赠', '论坛'];

/** A small generator of numbers, so that every run makes the same files. */
function sequence(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function row(number, next) {
  const start = new Date(Date.UTC(2024, next(3), 1 + next(28)));
  return [
    number,
    REGIONS[next(10)],
    `示例行业协会第${next(500)}号`,
    `51440000MJ${String(1_000_000 + next(8_999_999))}X`,
    TASKS[next(6)],
    TYPES[next(7)],
    `${REGIONS[next(10)]}第${next(90)}场产业对接与交流活动${next(20) === 0 ? ' & 供需会' : ''}`,
    start,
    start,
    `示例会展中心${next(40)}号厅`,
    next(900),
    next(60),
    next(100_000) / 100,
    next(1_000_000) / 10,
    next(1000) / 1000,
    next(300),
    next(2) === 1 ? '是' : '否',
    next(5) === 0 ? `备注：第${next(1000)}项资料另附` : null,
    `经办${next(30)}`,
    next(3) === 0 ? '待核' : '通过',
  ];
}

/** Writes one workbook with a data sheet and a hidden one. */
export async function writeWorkbook(path, rows, seed) {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  const next = sequence(seed);
  const sheet = workbook.addWorksheet('活动台账');
  sheet.getColumn(8).numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getColumn(9).numFmt = 'yyyy-mm-dd';
  sheet.getColumn(15).numFmt = '0.0%';
  sheet.addRow(['2024年第一季度行业协会商会重点任务活动台账']);
  sheet.mergeCells(1, 1, 1, HEADER.length);
  sheet.addRow(HEADER);
  for (let number = 1; number <= rows; number++) sheet.addRow(row(number, next));
  const hidden = workbook.addWorksheet('字典', { state: 'hidden' });
  for (const region of REGIONS) hidden.addRow([region, next(100)]);
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** Writes `count` workbooks of 300 rows × 20 columns and one of 100,000 rows; returns their folder's paths. */
export async function generate(folder, count = 143, largeRows = 100_000) {
  await mkdir(folder, { recursive: true });
  const files = [];
  for (let place = 0; place < count; place++) {
    const path = join(folder, `return-${String(place + 1).padStart(3, '0')}.xlsx`);
    await writeWorkbook(path, 300, place + 1);
    files.push(path);
  }
  const large = join(folder, 'large.xlsx');
  await writeWorkbook(large, largeRows, 999);
  return { files, large };
}
