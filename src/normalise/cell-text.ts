import type { CellContent } from '../model/grid.ts';
import { type Remark, remark } from './reading.ts';

const ERROR = remark('CELL_ERROR', {});
const UNCACHED = remark('FORMULA_UNCACHED', {});

/** The text of a cell without white space around it; empty when the cell is blank or broken. */
export function cellText(cell: CellContent | undefined): string {
  return cell === undefined || brokenCell(cell) !== null ? '' : cell.text.trim();
}

/** The text of a cell that says something; empty for one with a nil mark, too. */
export function cellWord(cell: CellContent | undefined, isNil: (text: string) => boolean): string {
  const text = cellText(cell);
  return text === '' || isNil(text) ? '' : text;
}

/** What to say of a cell that holds an error or a formula without result; null for every other cell. */
export function brokenCell(cell: CellContent | undefined): Remark | null {
  switch (cell?.kind) {
    case 'error':
      return ERROR;
    case 'uncached':
      return UNCACHED;
    default:
      return null;
  }
}
