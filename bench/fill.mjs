// Compares filling a workbook template with exceljs writing the same cells: 20,000 rows of 10 columns, two of them formulas.
// Each is run in turn, several rounds, in a process of its own; medians are printed.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ROWS = 20_000;
const [, own, writer, file] = process.argv;

/** The rows that both write. */
function rows() {
  return Array.from({ length: ROWS }, (_, at) => ({
    name: `单位${at}`,
    code: `${440000 + at}`,
    note: at % 3 === 0 ? '说明文字，较长的一段' : null,
    values: [at, (at % 97) + 1, at / 4, at % 2 === 0 ? null : at, at * 2],
  }));
}

async function template(path) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('明细');
  sheet.addRow(['单位', '代码', '说明', '一', '二', '三', '四', '五', '合计', '比']);
  const values = [0, 1, 2, 3, 4].map((at) => `{{values.[${at}]}}`);
  sheet.addRow([
    '{{#each rows}}{{name}}',
    '{{code}}',
    '{{note}}',
    ...values,
    { formula: 'SUM(D2:H2)' },
    { formula: 'D2/E2' },
  ]);
  sheet.getCell('K2').value = '{{/each}}';
  await workbook.xlsx.writeFile(path);
}

const writers = {
  async ours(path) {
    const { fillWorkbook, readyWorkbook } = await import('../dist/render/workbook-template/fill-workbook.js');
    const { REPORT_LABELS: labels } = await import('../dist/message/report-labels.js');
    const bytes = await readFile(path);
    const data = { rows: rows() };
    const start = performance.now();
    const properties = { date: '2024-01-01', creator: 'bench' };
    await fillWorkbook(await readyWorkbook(bytes, path, []), { data, helpers: {}, labels, properties });
    return performance.now() - start;
  },
  async exceljs() {
    const data = rows();
    const start = performance.now();
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('明细');
    sheet.addRow(['单位', '代码', '说明', '一', '二', '三', '四', '五', '合计', '比']);
    for (const [at, { name, code, note, values }] of data.entries()) {
      const row = at + 2;
      const sum = values.reduce((total, value) => total + (value ?? 0), 0);
      sheet.addRow([
        ...[name, code, note, ...values],
        { formula: `SUM(D${row}:H${row})`, result: sum },
        { formula: `D${row}/E${row}`, result: values[0] / values[1] },
      ]);
    }
    await workbook.xlsx.writeBuffer();
    return performance.now() - start;
  },
};

if (writer) {
  const milliseconds = await writers[writer](file);
  console.log(JSON.stringify({ milliseconds, rss: process.resourceUsage().maxRSS / 1024 }));
} else {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-bench-'));
  const path = join(folder, 'template.xlsx');
  try {
    await template(path);
    const runs = { ours: [], exceljs: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of Object.keys(runs)) {
        const { stdout } = await promisify(execFile)(process.execPath, [
          own ?? fileURLToPath(import.meta.url),
          one,
          path,
        ]);
        runs[one].push(JSON.parse(stdout));
      }
    }
    const median = (one, key) => runs[one].map((run) => run[key]).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    console.log(`Filling a template, ${ROWS} rows × 10 columns (${ROUNDS} rounds)`);
    for (const one of Object.keys(runs)) {
      console.log(
        `${one.padEnd(8)} ${median(one, 'milliseconds').toFixed(0).padStart(6)} ms ${median(one, 'rss').toFixed(0).padStart(5)} MB`,
      );
    }
    console.log(`ours / exceljs: ${(median('ours', 'milliseconds') / median('exceljs', 'milliseconds')).toFixed(2)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
