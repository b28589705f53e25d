import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';

/** What a cell of a made-up file holds; a `percent` is a number shown as such, a formula without a result is not calculated. */
export type CellContent =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly percent: number }
  | { readonly error: '#REF!' | '#DIV/0!' | '#N/A' | '#VALUE!' }
  | { readonly formula: string; readonly result: number | null };

export type Row = readonly CellContent[];

/** A sheet of a made-up workbook. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Ranges such as `A1:H1`. */
  readonly merges?: readonly string[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** Cells far from the rows, by name. */
  readonly cells?: Readonly<Record<string, CellContent>>;
}

/** A made-up file: a workbook of sheets, the rows of a text file, or bytes; or a link that leads to another place. `file` is a path below the folder of the run. */
export type FileContent =
  | { readonly file: string; readonly sheets: readonly SheetContent[] }
  | {
      readonly file: string;
      readonly rows: readonly Row[];
      readonly encoding?: 'utf8' | 'utf8-bom' | 'utf16le' | 'gb18030';
      readonly delimiter?: string;
    }
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly linkTo: string };

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: readonly FileContent[]): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.file);
    await mkdir(dirname(path), { recursive: true });
    if ('linkTo' in file) await symlink(file.linkTo, path);
    else await writeFile(path, await bytesOf(file));
  }
}

async function bytesOf(file: Exclude<FileContent, { linkTo: unknown }>): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes;
  return 'sheets' in file ? await workbookOf(file.sheets) : textOf(file);
}

async function workbookOf(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const {
    name,
    rows,
    merges = [],
    state = 'visible',
    hiddenRows = [],
    hiddenColumns = [],
    cells = {},
  } of sheets) {
    const sheet = book.addWorksheet(name, { state });
    rows.forEach((row, r) => {
      row.forEach((content, c) => {
        if (content !== null && content !== '') put(sheet.getCell(r + 1, c + 1), content);
      });
    });
    for (const [at, content] of Object.entries(cells)) if (content !== null) put(sheet.getCell(at), content);
    for (const range of merges) sheet.mergeCells(range);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function put(cell: ExcelJS.Cell, content: Exclude<CellContent, null>): void {
  if (content instanceof Date) {
    cell.value = content;
    cell.numFmt = 'yyyy"年"m"月"d"日"';
  } else if (typeof content !== 'object') cell.value = content;
  else if ('percent' in content) {
    cell.value = content.percent;
    cell.numFmt = '0%';
  } else if ('error' in content) cell.value = { error: content.error };
  else {
    const { formula, result } = content;
    cell.value = result === null ? { formula, date1904: false } : { formula, result };
  }
}

function textOf({ rows, encoding = 'utf8', delimiter = ',' }: Extract<FileContent, { rows: unknown }>): Buffer {
  const text = rows.map((row) => row.map((cell) => quoted(plain(cell), delimiter)).join(delimiter)).join('\r\n');
  if (encoding === 'utf16le') return Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf16le')]);
  return encoding === 'utf8-bom' ? Buffer.from(`\uFEFF${text}`) : iconv.encode(text, encoding);
}

function plain(content: CellContent): string {
  if (content instanceof Date) return content.toISOString().slice(0, 10);
  if (content !== null && typeof content === 'object') throw new Error('a text file holds texts and numbers only');
  return content === null ? '' : String(content);
}

function quoted(text: string, delimiter: string): string {
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
