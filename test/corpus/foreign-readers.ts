import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { cellName } from '../../src/model/place.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { cellsOf } from '../support/read-cells.ts';

/** A cell's value as any reader gives it: dates as serials of the 1900 system, formulas by their cached value. */
export interface Value {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncached' | 'other';
  readonly text: string;
}

/** Values by `sheet!A1`. */
export type Values = ReadonlyMap<string, Value>;

const DAYS_TO_1904 = 1462;
const DAYS_TO_1970 = 25_569;
const DAY = 86_400_000;

export function ourValues(workbook: Workbook): Values {
  const values = new Map<string, Value>();
  for (const grid of workbook.grids) {
    for (const { row, column, kind, text, number } of cellsOf(grid)) {
      values.set(`${grid.sheet}!${cellName(row, column)}`, {
        kind: kind === 'percent' ? 'number' : kind,
        text: Number.isNaN(number) ? text : String(number),
      });
    }
  }
  return values;
}

export function sheetJsValues(bytes: Buffer): Values {
  const workbook = XLSX.read(bytes, { type: 'buffer', sheetStubs: true, cellNF: true });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const values = new Map<string, Value>();
  for (const name of workbook.SheetNames) {
    const sheet: XLSX.WorkSheet = workbook.Sheets[name] ?? {};
    if ((sheet['!type'] ?? 'sheet') !== 'sheet') continue;
    for (const [address, cell] of Object.entries(sheet)) {
      const value = address.startsWith('!') ? null : sheetJsValue(cell as XLSX.CellObject, date1904);
      if (value !== null) values.set(`${name}!${address}`, value);
    }
  }
  return values;
}

function sheetJsValue({ t, v, w, f, z }: XLSX.CellObject, date1904: boolean): Value | null {
  switch (t) {
    case 'z':
      return f === undefined ? null : { kind: 'uncached', text: '' };
    case 's':
      return v === '' ? null : { kind: 'text', text: String(v) };
    case 'n': {
      const isDate = XLSX.SSF.is_date(String(z ?? 'General'));
      return { kind: isDate ? 'date' : 'number', text: String(Number(v) + (date1904 && isDate ? DAYS_TO_1904 : 0)) };
    }
    case 'b':
      return { kind: 'boolean', text: v === true ? '1' : '0' };
    case 'e':
      return { kind: 'error', text: w ?? '' };
    default:
      return { kind: 'other', text: `${t}:${String(v)}` };
  }
}

export async function excelJsValues(bytes: Buffer): Promise<Values> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const values = new Map<string, Value>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = cell.isMerged && cell.master !== cell ? null : excelJsValue(cell.value);
        if (value !== null) values.set(`${sheet.name}!${cell.address}`, value);
      });
    });
  }
  return values;
}

function excelJsValue(value: ExcelJS.CellValue): Value | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? '1' : '0' };
  if (value instanceof Date) return { kind: 'date', text: String(value.getTime() / DAY + DAYS_TO_1970) };
  if ('richText' in value) return { kind: 'text', text: value.richText.map((run) => run.text).join('') };
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('hyperlink' in value) return excelJsValue(value.text);
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined ? { kind: 'uncached', text: '' } : excelJsValue(value.result);
  }
  return { kind: 'other', text: JSON.stringify(value) };
}

/** Whether two readers mean the same; dates may differ by the millisecond to which one of them rounds. */
export function isSameValue(ours: Value | undefined, theirs: Value | undefined): boolean {
  if (ours === undefined || theirs === undefined) return false;
  if (ours.kind === 'uncached' || theirs.kind === 'uncached') return ours.kind === theirs.kind;
  const numeric = new Set(['number', 'date']);
  if (!numeric.has(ours.kind) || !numeric.has(theirs.kind))
    return ours.kind === theirs.kind && ours.text === theirs.text;
  const [a, b] = [Number(ours.text), Number(theirs.text)];
  return Math.abs(a - b) <= (ours.kind === 'date' ? 1e-8 : Math.abs(a) * 1e-12);
}
