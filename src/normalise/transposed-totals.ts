import type { ShownNumber, TotalCell, TotalledTable } from '../model/totalled-table.ts';
import { type FigureColumn, hasUnknownBetween, type IndicatorLine } from './line-fields.ts';
import type { TableRow } from './table-rows.ts';
import type { TableView } from './table-view.ts';

/**
 * The total columns of a transposed summary with the region columns that they add up, one record for the period and
 * one for the year to date. None when a column between them is not understood.
 */
export function transposedTotals(
  view: TableView,
  rows: readonly TableRow[],
  lines: ReadonlyMap<number, IndicatorLine>,
  figures: readonly FigureColumn[],
): readonly TotalledTable[] {
  if (figures.length === 0 || hasUnknownBetween(view, figures)) return [];
  const known = rows.flatMap((row) => {
    const line = lines.get(row.number);
    return line === undefined ? [] : [{ row, line }];
  });
  const reading = (row: TableRow, line: IndicatorLine, figure: FigureColumn) =>
    line.readerFor(figure)(row.cells[figures.indexOf(figure)]);
  const shown = (figure: FigureColumn): readonly (ShownNumber | null)[] =>
    known.map(({ row, line }) => reading(row, line, figure).shown);
  const stated = (figure: FigureColumn): readonly (TotalCell | null)[] =>
    known.map(({ row, line }) => {
      const cell = row.cells[figures.indexOf(figure)];
      const { state, shown: number } = reading(row, line, figure);
      return cell === undefined || state === 'blank' ? null : { state, shown: number, raw: cell.text };
    });
  return [false, true].flatMap((yearToDate): readonly TotalledTable[] => {
    const own = figures.filter((figure) => figure.yearToDate === yearToDate);
    const totals = own.filter(({ region }) => region === null);
    if (totals.length === 0) return [];
    const parts = own.filter(({ region }) => region !== null);
    return [
      {
        file: view.file,
        sheet: view.sheet.grid.sheet,
        form: 'summary',
        transposed: true,
        table: view.index,
        columns: known.map(({ row, line }) => ({
          column: row.number,
          id: line.indicator.id,
          yearToDate: yearToDate || line.yearToDate,
          counts: line.indicator.kind === 'distinct' ? 'distinct' : 'each',
        })),
        parts: parts.map((figure) => ({
          row: figure.column,
          region: figure.region,
          repeats: false,
          values: shown(figure),
        })),
        totals: totals.map((figure) => ({
          row: figure.column,
          word: '',
          grand: true,
          scope: null,
          cells: stated(figure),
        })),
        pages: [],
        sections: [],
      },
    ];
  });
}
