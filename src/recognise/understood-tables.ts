import { rowCount } from '../model/grid.ts';
import { type RecognisedFile, type RecognisedSheet, ROW_CLASSES, type Table } from '../model/recognised.ts';
import type { UnderstoodTable } from '../model/understood.ts';

const TOTAL = ROW_CLASSES.indexOf('total');

/** The tables of a file in reading order; parts of one table that section titles split stand together. */
export function understoodTables(file: RecognisedFile): readonly UnderstoodTable[] {
  return file.sheets.flatMap((sheet) => {
    const groups = new Map<string, Table[]>();
    for (const table of sheet.tables) {
      const key = `${table.headerRows.join()} ${table.columns[0]?.column}`;
      const group = groups.get(key);
      if (group) group.push(table);
      else groups.set(key, [table]);
    }
    return [...groups.values()].map((parts, index, all) => understood(sheet, parts, all[index + 1]?.[0]));
  });
}

function understood(sheet: RecognisedSheet, parts: readonly Table[], next: Table | undefined): UnderstoodTable {
  const [first] = parts;
  const spans = parts.flatMap(({ dataRows }) => (dataRows === null ? [] : [dataRows]));
  const dataRows = spans.reduce<readonly [number, number] | null>(
    (all, [from, to]) => (all === null ? [from, to] : [Math.min(all[0], from), Math.max(all[1], to)]),
    null,
  );
  const headerRows = first?.headerRows ?? [0, 0];
  const end = next === undefined || next.headerRows[0] <= headerRows[1] ? Number.POSITIVE_INFINITY : next.headerRows[0];
  return {
    sheet: sheet.grid.sheet,
    form: first?.form ?? 'unknown',
    headerRows,
    dataRows,
    totalRows: totalRows(sheet, headerRows[1], end),
    columns: first?.columns ?? [],
    compiled: sheet.compiled,
  };
}

function totalRows({ grid, classes }: RecognisedSheet, after: number, before: number): readonly number[] {
  const rows: number[] = [];
  for (let at = 0; at < rowCount(grid); at++) {
    const row = grid.rowNumbers[at] ?? 0;
    if (classes[at] === TOTAL && row > after && row < before) rows.push(row);
  }
  return rows;
}
