import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingCode } from '../../src/model/finding.ts';
import type { Rule } from '../../src/scheme/scheme.ts';
import { brokenFile } from './broken-files.ts';
import type { RunOptions } from './compile-files.ts';
import { scheme } from './returns.ts';
import { type FileSketch, fileOf, type SheetSketch } from './sketch.ts';
import { inlineSheet, workbookBytes } from './workbook-bytes.ts';
import type { FileContent } from './write-files.ts';

/** What is sent, and where the code must be told: nowhere in a near miss. */
export interface FindingCase {
  readonly name: string;
  readonly code: FindingCode;
  readonly files: readonly FileContent[];
  /** Paths that the system refuses, with its error. */
  readonly refused: Readonly<Record<string, string>>;
  readonly run: Partial<RunOptions>;
  /** `cell`, `sheet!cell` when there are several sheets, `file:…` when there are several files; empty for the whole file. */
  readonly at: readonly string[];
  /** All other errors and warnings, `CODE cell`. */
  readonly also: readonly string[];
}

/** A case as a reviewer reads it; it changes cells of a base return, or brings files of its own. */
interface Sketch {
  readonly why: string;
  readonly base?: string;
  /** Cells of the base by name, in the notation of sketches; empty for a blank one. */
  readonly cells?: Readonly<Record<string, string>>;
  /** The base as handwritten XML, with these cells as they are. */
  readonly xml?: Readonly<Record<string, string>>;
  /** Parts of the workbook instead of those made of the base; null leaves one out. What follows the rows in `xml`. */
  readonly parts?: Readonly<Record<string, string | null>>;
  readonly afterRows?: string;
  /** Content of its style sheet. */
  readonly styles?: string;
  readonly files?: readonly AnyFile[];
  readonly refused?: Readonly<Record<string, string>>;
  readonly run?: Partial<RunOptions>;
  readonly at?: readonly string[];
  readonly also?: readonly string[];
}

type AnyFile =
  | FileSketch
  | { readonly file: string; readonly broken: string }
  | { readonly file: string; readonly lines: readonly string[]; readonly repeat?: number }
  | { readonly file: string; readonly linkTo: string }
  /** Every core indicator of the scheme with one and the same text. */
  /** A return with so many columns, or rows, that the scheme does not know. */
  | { readonly file: string; readonly ownColumns: number }
  | { readonly file: string; readonly ownRows: number }
  | { readonly file: string; readonly allCore: string; readonly above?: string }
  | { readonly file: string; readonly base: string; readonly cells?: Readonly<Record<string, string>> };

interface Base {
  readonly file: string;
  readonly sheet: SheetSketch;
}

type Bases = Readonly<Record<string, Base>>;

interface Group {
  readonly found: readonly Sketch[];
  readonly near: readonly Sketch[];
}

/**
 * Values of the operands of a rule, by id: those that break it and those that just do not. Those called `previous(ID)`
 * are sent in the period before; without any of them, nothing is.
 */
interface RuleGroup {
  readonly broken: readonly Readonly<Record<string, string>>[];
  readonly holds: readonly Readonly<Record<string, string>>[];
}

/** All cases of a folder: files of groups by code, `bases.json` with what they change, `rules.json` with values. */
export function findingCases(folder: string): readonly FindingCase[] {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const bases: Bases = read('bases.json');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'bases.json');
  return names.toSorted().flatMap((name) => {
    if (name === 'rules.json') {
      return Object.entries(read<Record<string, RuleGroup>>(name)).flatMap(([code, group]) => ruleCases(code, group));
    }
    const groups = Object.entries(read<Record<string, Group>>(name));
    return groups.flatMap(([code, { found, near }]) => [
      ...found.map((sketch) => caseOf(code as FindingCode, sketch, 'found', bases)),
      ...near.map((sketch) => caseOf(code as FindingCode, sketch, 'near', bases)),
    ]);
  });
}

function caseOf(code: FindingCode, sketch: Sketch, kind: 'found' | 'near', bases: Bases): FindingCase {
  const { why, at = [], also = [], run = {}, refused = {} } = sketch;
  if ((kind === 'found') !== at.length > 0) throw new Error(`${code} (${why}): only what is found has a place`);
  return { name: `${code} ${kind}: ${why}`, code, files: filesOf(sketch, bases), refused, run, at, also };
}

function filesOf(sketch: Sketch, bases: Bases): readonly FileContent[] {
  const { base, cells = {}, xml, files } = sketch;
  if (files !== undefined) return files.map((file) => anyFile(file, bases));
  const own = baseOf(base, bases);
  const rows = withCells(own.sheet.rows, cells);
  if (xml === undefined) return [fileOf({ file: own.file, sheets: [{ ...own.sheet, rows }] })];
  const { parts = {}, afterRows = '', styles } = sketch;
  const sheets = [{ name: own.sheet.name, xml: inlineSheet(rows, xml, afterRows) }];
  return [{ file: own.file, bytes: workbookBytes({ sheets, parts, ...(styles === undefined ? {} : { styles }) }) }];
}

function baseOf(name: string | undefined, bases: Bases): Base {
  const base = bases[name ?? ''];
  if (base === undefined) throw new Error(`no base ${name}`);
  return base;
}

function anyFile(file: AnyFile, bases: Bases): FileContent {
  if ('broken' in file) return { file: file.file, bytes: brokenFile(file.broken) };
  if ('linkTo' in file) return file;
  if ('ownColumns' in file) return ownColumns(file);
  if ('ownRows' in file) return ownRows(file, bases);
  if ('allCore' in file) return coreFile(file);
  if ('base' in file) {
    const { sheet } = baseOf(file.base, bases);
    return fileOf({ file: file.file, sheets: [{ ...sheet, rows: withCells(sheet.rows, file.cells ?? {}) }] });
  }
  if ('lines' in file) return { file: file.file, bytes: Buffer.from(file.lines.join('\r\n')) };
  return fileOf(file);
}

function coreFile({ file, allCore, above }: Extract<AnyFile, { allCore: string }>): FileContent {
  const core = scheme.indicators.filter(({ tier }) => tier === 'core');
  const rows = [
    ['地市', ...core.map(({ name }) => name)],
    ['惠州市', ...core.map(() => allCore)],
  ];
  const lines = rows.map((row) => row.join('|'));
  return fileOf({ file, sheets: [{ name: '统计表', rows: above === undefined ? lines : [above, ...lines] }] });
}

function ownColumns({ file, ownColumns: count }: { readonly file: string; readonly ownColumns: number }): FileContent {
  const names = Array.from({ length: count }, (_, at) => `自设项目${at + 1}`);
  const rows = [
    ['县（市、区）', '招聘（送岗）活动场次', '提供就业岗位数', ...names],
    ['惠城区', '2', '300', ...names],
  ];
  return fileOf({ file, sheets: [{ name: '统计表', rows: rows.map((row) => row.join('|')) }] });
}

function ownRows(
  { file, ownRows: count }: { readonly file: string; readonly ownRows: number },
  bases: Bases,
): FileContent {
  const { sheet } = baseOf('transposed', bases);
  // So many known rows that the unknown ones are the exception.
  const known = new Set(sheet.rows.map((row) => row.split('|')[0]));
  const more = scheme.indicators.filter(({ name }) => !known.has(name)).map(({ name, unit }) => `${name}|${unit}|1`);
  const rows = Array.from({ length: count }, (_, at) => `自设项目${at + 1}|件|${at + 1}`);
  return fileOf({ file, sheets: [{ ...sheet, rows: [...sheet.rows, ...more, ...rows] }] });
}

/** Rows of a sketch with some cells changed. */
function withCells(rows: readonly string[], cells: Readonly<Record<string, string>>): readonly string[] {
  const grid = rows.map((row) => row.split('|'));
  for (const [at, text] of Object.entries(cells)) {
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    while (grid.length < Number(number)) grid.push([]);
    const row = grid[Number(number) - 1] ?? [];
    while (row.length < column) row.push('');
    row[column - 1] = text;
  }
  return grid.map((row) => row.join('|'));
}

/**
 * A return with the operands of a rule and nothing else, and one of the period before: the finding must stand at the first
 * of the left side.
 */
function ruleCases(code: string, { broken, holds }: RuleGroup): readonly FindingCase[] {
  const rule = scheme.rules.find(({ id }) => id === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  const one = (values: Readonly<Record<string, string>>, kind: 'found' | 'near'): FindingCase => {
    const own = Object.keys(values).filter((id) => !isPrevious(id));
    const left = own.indexOf(rule.left.find(({ id }) => id !== null)?.id ?? '');
    const start = rule.scope === 'row' ? LEDGER_START.length : 1;
    const files = ruleFiles(rule, values);
    const cell = `${String.fromCharCode(65 + start + left)}2`;
    const place = files.length > 1 ? `${THIS_QUARTER}:${cell}` : cell;
    const said = Object.entries(values).map((one) => one.join(' '));
    return {
      name: `${code} ${kind}: ${said.join(', ')}`,
      code: rule.id,
      files,
      refused: {},
      run: files.length > 1 ? { paths: ['2024Q1'], earlier: { '2023Q4': '2023Q4' } } : {},
      at: kind === 'found' ? [place] : [],
      also: [],
    };
  };
  return [...broken.map((values) => one(values, 'found')), ...holds.map((values) => one(values, 'near'))];
}

const LEDGER_START = ['县（市、区）', '任务类别', '社会组织名称', '活动（项目）名称', '活动类型', '开展时间'];
const LEDGER_ROW = ['惠城区', '调研报告和政策建言', '惠州市甲行业协会', '家具业调研', '调研报告', '@2024-02-20'];

const THIS_QUARTER = '惠州市2024年第一季度.xlsx';
const isPrevious = (id: string) => id.startsWith('previous(');

/** The return and, where the values name it, that of the quarter before. */
function ruleFiles(rule: Rule, values: Readonly<Record<string, string>>): readonly FileContent[] {
  const [own, before] = [false, true].map((wanted) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([id]) => isPrevious(id) === wanted)
        .map(([id, value]) => [id.replace(/^previous\((.+)\)$/, '$1'), value]),
    ),
  );
  if (own === undefined || before === undefined || Object.keys(before).length === 0) {
    return [ruleFile(rule, THIS_QUARTER, values)];
  }
  return [ruleFile(rule, `2024Q1/${THIS_QUARTER}`, own), ruleFile(rule, '2023Q4/惠州市2023年第四季度.xlsx', before)];
}

function ruleFile({ scope }: Rule, file: string, values: Readonly<Record<string, string>>): FileContent {
  const named = [...scheme.indicators, ...scheme.columns];
  const names = Object.keys(values).map((id) => named.find((one) => one.id === id)?.name ?? id);
  const rows =
    scope === 'row'
      ? [LEDGER_START.concat(names), LEDGER_ROW.concat(Object.values(values))]
      : [
          ['县（市、区）', ...names],
          ['惠城区', ...Object.values(values)],
        ];
  return fileOf({ file, sheets: [{ name: '表', rows: rows.map((row) => row.join('|')) }] });
}
