import type { Merge, Visibility } from '../../../src/model/grid.ts';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import {
  type RecognisedFile,
  type RecognisedSheet,
  ROW_CLASSES,
  type SourceHints,
} from '../../../src/model/recognised.ts';
import type { Staged } from '../../../src/model/staged.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';

export const scheme = await loadScheme(builtinSchemeFolder());

export type Rows = readonly (readonly (string | number | null)[])[];

export interface SheetInput {
  readonly name?: string;
  readonly rows: Rows;
  readonly merges?: readonly Merge[];
  readonly visibility?: Visibility;
  readonly hiddenRows?: readonly number[];
}

/** Recognises a file of the given sheets. */
export function recogniseSheets(sheets: readonly SheetInput[], file = '广州市2024Q1.xlsx', hints?: SourceHints) {
  const grids = sheets.map(({ name = 'Sheet1', rows, merges, visibility, hiddenRows }) =>
    gridFromRows(rows, {
      sheet: name,
      ...(merges ? { merges } : {}),
      ...(visibility ? { visibility } : {}),
      hiddenRows: new Set(hiddenRows),
    }),
  );
  return recognise({ file, format: 'xlsx', grids }, scheme, hints);
}

/** Recognises a file of one sheet. */
export function recogniseRows(rows: Rows, file?: string, more: Omit<SheetInput, 'rows'> = {}): Staged<RecognisedFile> {
  return recogniseSheets([{ rows, ...more }], file);
}

export function firstSheet({ value }: Staged<RecognisedFile>): RecognisedSheet {
  const [sheet] = value.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The class of each non-empty row of the first sheet, in order. */
export function classesOf(result: Staged<RecognisedFile>): readonly string[] {
  return Array.from(firstSheet(result).classes, (code) => ROW_CLASSES[code] ?? 'none');
}

export function codesOf({ findings }: Staged<RecognisedFile>): readonly string[] {
  return findings.map(({ code }) => code);
}

/** Meanings of the first table's columns. */
export function meaningsOf(result: Staged<RecognisedFile>): readonly (string | null)[] {
  return firstSheet(result).tables[0]?.columns.map(({ meaning }) => meaning) ?? [];
}

export const LEDGER = [
  '序号',
  '地市',
  '任务类别',
  '社会组织名称',
  '活动名称',
  '活动类型',
  '开展时间',
  '参加人次',
] as const;
export const ACTIVITY = [
  1,
  '广州市',
  '助力就业',
  '广州市家具行业协会',
  '春季招聘会',
  '招聘活动',
  '2024年3月5日',
  120,
] as const;
export const SUMMARY = ['序号', '地市', '招聘活动场次', '提供就业岗位数', '实现就业人数'] as const;
