import type { FileContent, SheetContent } from '../write-files.ts';
import { LEDGERS } from './ledger-styles.ts';
import { SUMMARIES } from './summary-styles.ts';

/** One way of writing the return. */
export interface ReturnStyle {
  readonly name: string;
  /** Name of the file without its extension; of several files, of their folder. */
  readonly path: string;
  readonly as:
    | 'workbook'
    | 'workbooks'
    | { readonly encoding: 'gb18030' | 'utf16le' | 'utf8'; readonly delimiter: string };
}

/** Names say how ledger and summary are written; see `LEDGERS` and `SUMMARIES`. */
export const RETURN_STYLES: readonly ReturnStyle[] = [
  { name: 'plain', path: '惠州市2024年第一季度', as: 'workbook' },
  { name: 'titles, covers, groups, totals, notes', path: '附件1：六项重点任务报表（终稿）(1)', as: 'workbook' },
  { name: 'synonyms, GB18030', path: '惠州市民政局2024Q1', as: { encoding: 'gb18030', delimiter: ',' } },
  { name: 'other columns, UTF-16', path: '惠州-2024年1-3月', as: { encoding: 'utf16le', delimiter: '\t' } },
  { name: 'sheets by task', path: '惠州市2024年一季度', as: 'workbook' },
  { name: 'sections by task', path: '441300_2024Q1', as: 'workbook' },
  { name: 'merged regions and subtotals', path: '惠州市（2024年第1季度）', as: 'workbook' },
  { name: 'units of money', path: '报表', as: 'workbook' },
  { name: 'numbers as texts', path: '惠州市24年一季度', as: 'workbook' },
  { name: 'codes and serial dates', path: '惠州市2024年第一季度报送', as: 'workbook' },
  { name: 'transposed, repeated headers', path: '惠州市二〇二四年第一季度', as: 'workbook' },
  { name: 'clutter', path: '惠州市2024年第一季度（修改版）', as: 'workbook' },
  { name: 'many files', path: '惠州市/2024年第一季度', as: 'workbooks' },
  { name: 'side by side and one below another', path: '惠州市2024年第一季度统计', as: 'workbook' },
  { name: 'regions written once', path: '惠州市2024年第一季度数据', as: 'workbook' },
  { name: 'sheets by region', path: '惠州市2024年第一季度各县区', as: 'workbook' },
];

/** The files of a style: ledger and summary, or the summary alone. */
export function filesOf(style: ReturnStyle, what: 'both' | 'summary'): readonly FileContent[] {
  const ledger = LEDGERS[style.name] ?? [];
  const summary = SUMMARIES[style.name] ?? [];
  const sheets = what === 'both' ? [...ledger, ...summary] : summary;
  if (sheets.length === 0) throw new Error(`no such style: ${style.name}`);
  const { path, as } = style;
  if (as === 'workbook') return [{ file: `${path}.xlsx`, sheets }];
  if (as === 'workbooks')
    return sheets.map((sheet) => ({ file: `${path}/${sheet.name}.xlsx`, sheets: [{ ...sheet, name: 'Sheet1' }] }));
  return sheets.map((sheet): FileContent => ({ file: `${path}${sheet.name}.csv`, rows: rowsOf(sheet), ...as }));
}

function rowsOf({ rows, merges = [] }: SheetContent): SheetContent['rows'] {
  if (merges.length > 0) throw new Error('a text file has no merges');
  return rows;
}
