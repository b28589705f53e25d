import type { Grid } from '../model/grid.ts';
import { isChoice } from '../scheme/choice.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { looksOfRow } from './row-looks.ts';
import { sheetView, textAt } from './sheet-view.ts';

/** A cover has labels with a text beside them: wider rows are those of a table. */
const LEAST_CELLS = 3;
const LEAST_ROWS = 2;
const ROWS = 60;

/**
 * What the rows of a sheet without any header are: those of a `return` when a row holds what is chosen from a list (a
 * region, a task) and a number, those of something `other` when they are wide, else null: a cover or a text.
 */
export function rowsWithoutHeader(grid: Grid, scheme: Scheme): 'return' | 'other' | null {
  const view = sheetView(grid);
  let wide = 0;
  for (let index = 0; index < Math.min(view.rows, ROWS); index++) {
    const { cells, looks } = looksOfRow(view, index, scheme);
    if (cells.length < LEAST_CELLS || looks.includes('label')) continue;
    wide++;
    const hasNumber = looks.includes('number');
    if (hasNumber && cells.some((at, place) => looks[place] === 'word' && isChoice(textAt(view, at), scheme))) {
      return 'return';
    }
  }
  return wide >= LEAST_ROWS ? 'other' : null;
}
