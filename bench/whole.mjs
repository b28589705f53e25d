// Compares the whole job with merely reading its files: `huizong report` in four formats against what others take to read.
//   node bench/whole.mjs workbooks|large|text|growth [ROWS or numbers of FILES…]
// Each program runs in a process of its own, all of them in turn, ROUNDS rounds (3). What is not installed is left out.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, measuredNode, runs } from './measure.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Limits as far as they go: a million rows are more cells than one file may hold otherwise. */
const SETTINGS = `limits:
  fileMegabytes: 1900
  partMegabytes: 1900
  textMegabytes: 400
  cells: 20000000
`;

/** `huizong report` on a folder; the workspace in it raises the limits where that is asked for. */
function whole(name, returns, workspace) {
  const formats = ['md', 'html', 'xlsx', 'json'].flatMap((format) => ['-f', format]);
  const options = ['--as-of', '2024-04-20', '-o', join(workspace, 'out'), '--force', '-q', ...formats];
  return { name, cwd: workspace, ...measuredNode(here('../bin/huizong.js'), ['report', returns, ...options]) };
}

const reader = (name, kind, files) => ({ name, ...measuredNode(here('./read-one.mjs'), [kind, ...files]) });
const python = (name, kind, files) => ({ name, program: 'python3', args: [here('./read-one.py'), kind, ...files] });

const hasPython = (modules) => runs('python3', ['-c', `import ${modules}`]);
const hasReadxl = () => runs('Rscript', ['-e', 'library(readxl)']);

/** Those who read workbooks, all sheets of each as huizong does; readxl also the first ones only, which is half its work. */
async function workbookReaders(files) {
  return [
    reader('huizong, reading', 'ours', files),
    reader('@e965/xlsx, reading', 'sheetjs', files),
    reader('exceljs, reading', 'exceljs', files),
    ...((await hasPython('pandas, openpyxl')) ? [python('pandas + openpyxl, reading', 'workbooks', files)] : []),
    ...((await hasReadxl())
      ? ['all', 'first'].map((sheets) => ({
          name: `R readxl, ${sheets} sheets`,
          ...{ program: 'Rscript', args: [here('./read-one.R'), sheets, ...files] },
        }))
      : []),
  ];
}

/** Those who read text files, and group and add up a column as well where that is their trade. */
async function textReaders(files) {
  return [
    reader('huizong, reading', 'ours', files),
    reader('csv-parse, reading', 'csv-parse', files),
    ...((await hasPython('pandas')) ? [python('pandas, reading, grouping', 'text', files)] : []),
    ...((await hasPython('duckdb')) ? [python('duckdb, reading, grouping', 'duckdb', files)] : []),
  ];
}

async function written(target, ...numbers) {
  if (!(await runs(process.execPath, [here('./returns.mjs'), target, ...numbers.map(String)])))
    throw new Error(`cannot write ${target}`);
}

const cases = {
  async workbooks(folder) {
    await written(join(folder, 'returns'), 143, 300);
    const files = readdirSync(join(folder, 'returns')).map((name) => join(folder, 'returns', name));
    const programs = [whole('huizong report', 'returns', folder), ...(await workbookReaders(files))];
    await compare('143 workbooks, 300 rows × 20 columns', programs, ROUNDS);
  },
  async large(folder, rows = 100_000) {
    mkdirSync(join(folder, 'returns'));
    const file = join(folder, 'returns', '示例.xlsx');
    await written(file, rows);
    const programs = [whole('huizong report', 'returns', folder), ...(await workbookReaders([file]))];
    await compare(`One workbook, ${rows} rows × 20 columns`, programs, ROUNDS);
  },
  async text(folder, rows = 100_000) {
    mkdirSync(join(folder, 'returns'));
    const file = join(folder, 'returns', '示例.csv');
    await written(file, rows);
    const programs = [whole('huizong report', 'returns', folder), ...(await textReaders([file]))];
    await compare(`A text file, ${rows} rows × 20 columns`, programs, ROUNDS);
  },
  async growth(folder, ...counts) {
    const steps = counts.length > 0 ? counts : [10, 100, 1000];
    const programs = [];
    for (const count of steps) {
      const own = join(folder, String(count));
      await written(join(own, 'returns'), count, 60);
      writeFileSync(join(own, 'huizong.yaml'), SETTINGS);
      programs.push(whole(`${count} workbooks of 60 rows`, 'returns', own));
    }
    const results = await compare('How the cost of the whole job grows', programs, ROUNDS);
    const [fewest] = results;
    for (const [at, { seconds, cpu }] of results.entries()) {
      if (at === 0) continue;
      const more = steps[at] - steps[0];
      const each = ([, middle], [, least]) => (((middle - least) * 1000) / more).toFixed(1);
      console.log(
        `from ${steps[0]} to ${steps[at]}: ${each(seconds, fewest.seconds)} ms (processor ${each(cpu, fewest.cpu)} ms) each`,
      );
    }
  },
};

const [, , name = 'workbooks', ...numbers] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'huizong-bench-'));
try {
  const run = cases[name];
  if (run === undefined) throw new Error(`no such case; there are ${Object.keys(cases).join(', ')}`);
  writeFileSync(join(folder, 'huizong.yaml'), SETTINGS);
  await run(folder, ...numbers.map(Number));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
