import type { Cause } from '../model/cause.ts';
import type { Finding, Raw } from '../model/finding.ts';
import { cellsOf } from '../model/packed-findings.ts';
import { toPlain } from '../text/personal-numbers.ts';

/** Fewer cells agree by chance. */
const LEAST = 3;
/** So many of what is wrong in each of both columns must be what the other one asks for. */
const MOST_OF = 0.8;
/** Rows that are compared: both columns are read from the top. */
const ROWS = 1000;
const NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?\D{0,2}$/;
/** With the year first, or a month and a day with a word behind each. */
const DATE = /^(?:(?:19|20)\d\d\D\d{1,2}(?!\d)|\d{1,2}\p{L}\d{1,2}\p{L}$)/u;

/** What columns ask for that refuse cells with these codes. */
const ASKED: ReadonlyMap<Finding['code'], 'number' | 'date'> = new Map([
  ['NUMBER_UNREADABLE', 'number'],
  ['DATE_UNREADABLE', 'date'],
]);

interface WrongColumn {
  readonly id: string;
  readonly column: number;
  readonly asks: 'number' | 'date';
  /** Cells that cannot be read, and those of them that hold what another column asks for. */
  cells: number;
  others: number;
  readonly rows: Set<number>;
}

/** Tells the cause of a cell of two columns of a sheet that changed places throughout; null for any other. */
export function swappedColumns(findings: readonly Finding[]): (finding: Finding) => Cause | null {
  const swaps = new Map<string, Cause>();
  for (const [sheet, columns] of wrongColumns(findings)) {
    const numbers = [...columns.values()].filter(({ asks }) => asks === 'number');
    for (const dates of [...columns.values()].filter(({ asks }) => asks === 'date')) {
      const other = numbers.find((one) => haveChanged(one, dates));
      if (other === undefined) continue;
      const [left, right] = other.column < dates.column ? [other, dates] : [dates, other];
      const cause: Cause = { code: 'COLUMNS_SWAPPED', args: { columns: [left.id, right.id] } };
      for (const { column } of [left, right]) swaps.set(`${column} ${sheet}`, cause);
    }
  }
  if (swaps.size === 0) return () => null;
  return (finding) =>
    holdsOther(ASKED.get(finding.code), finding.raw)
      ? (swaps.get(`${finding.place.column} ${sheetOf(finding)}`) ?? null)
      : null;
}

function wrongColumns(findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<number, WrongColumn>> {
  const sheets = new Map<string, Map<number, WrongColumn>>();
  for (const finding of findings) {
    const asks = ASKED.get(finding.code);
    const { row: first, column } = finding.place;
    if (asks === undefined || first === null || column === null || finding.column === null) continue;
    const sheet = sheetOf(finding);
    const columns = sheets.get(sheet) ?? new Map<number, WrongColumn>();
    sheets.set(sheet, columns);
    const own = columns.get(column) ?? { id: finding.column, column, asks, cells: 0, others: 0, rows: new Set() };
    columns.set(column, own);
    for (const { row, raw } of cellsOf(finding)) {
      own.cells++;
      if (row === null || !holdsOther(asks, raw)) continue;
      own.others++;
      if (own.rows.size < ROWS) own.rows.add(row);
    }
  }
  return sheets;
}

/** They are wrong in the same rows, and each holds what the other asks for. */
function haveChanged(a: WrongColumn, b: WrongColumn): boolean {
  const isMostly = ({ cells, others }: WrongColumn) => others >= LEAST && others >= MOST_OF * cells;
  if (!isMostly(a) || !isMostly(b)) return false;
  let both = 0;
  for (const row of a.rows) if (b.rows.has(row)) both++;
  return both >= MOST_OF * Math.max(a.rows.size, b.rows.size);
}

/** Whether a cell that cannot be read holds a date in place of a number, or a number in place of a date. */
function holdsOther(asks: 'number' | 'date' | undefined, raw: Raw): boolean {
  if (asks === undefined || raw === null) return false;
  const text = toPlain(raw).trim();
  return asks === 'number' ? DATE.test(text) : NUMBER.test(text);
}

function sheetOf({ place: { file, sheet } }: Finding): string {
  return `${sheet === null ? '' : `!${sheet}`}\n${file}`;
}
