import { columnName } from './cell-address.ts';
import { type Coordinate, type Corner, formulaTokens } from './formula-tokens.ts';

/** The formula that a cell so many rows and columns away shares: what is relative moves along. */
export function shiftedFormula(text: string, rows: number, columns: number): string {
  return formulaTokens(text)
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const prefix = token.sheets ? token.text.slice(0, token.text.lastIndexOf('!') + 1) : '';
      const corners = [token.from, ...(token.to ? [token.to] : [])].map((corner) => shifted(corner, rows, columns));
      return corners.includes(null) ? '#REF!' : prefix + corners.join(':');
    })
    .join('');
}

function shifted({ column, row }: Corner, rows: number, columns: number): string | null {
  const moved = (at: Coordinate, by: number) => (at.absolute ? at.line : at.line + by);
  const lines = [column && moved(column, columns), row && moved(row, rows)];
  if (lines.some((line) => line !== null && line < 1)) return null;
  const [columnAt, rowAt] = lines;
  const letters = column && columnAt ? (column.absolute ? '$' : '') + columnName(columnAt) : '';
  return letters + (row && rowAt ? (row.absolute ? '$' : '') + rowAt : '');
}
