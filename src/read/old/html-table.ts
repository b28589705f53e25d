import type { Merge } from '../../model/grid.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MAX_ROW } from '../cell-reference.ts';

/** Finds the places of a table's cells; rows are counted on from table to table. */
export interface HtmlTable {
  /** The number of the row that begins. */
  openRow(): number;
  /** Begins a section of rows: no cell of those before reaches into it. */
  openSection(): void;
  /** The number of a row that holds a line of text only. */
  line(): number;
  /** The place of a cell that covers so many rows and columns. */
  place(down: number, across: number): { readonly row: number; readonly column: number };
  /**
   * Whether a cell that nobody sees stands for one that another covers, as programs write them for merged cells: such a
   * cell has no place of its own.
   */
  standsForCovered(): boolean;
  /** The last row of the table; merges that reach beyond it end there. */
  close(): number;
  /** No cell has been placed. */
  isEmpty(): boolean;
}

/** The longest spans that browsers heed. */
const MAX_ACROSS = 1000;
const MAX_DOWN = 65_534;
/** How many columns may be covered, and how many covered ones passed over, in all rows together. */
const MAX_STEPS = 4_194_304;

/** A table whose first row follows `before`; its merges are told when it closes. */
export function htmlTable(before: number, merge: (range: Merge) => void): HtmlTable {
  const own: (Merge & { readonly section: number })[] = [];
  /** By column, the last row that a cell from above covers, and its section. */
  const covered: number[] = [];
  const coveredIn: number[] = [];
  /** The last row before each section. */
  const sections = [before];
  let row = before;
  let inRow = false;
  let column = 1;
  let steps = 0;
  /** Places right before the next one that cells cover, and for which no hidden cell has come yet. */
  let unnamed = 0;

  function nextRow(): number {
    if (++row > MAX_ROW) throw new PackageError('rows');
    return row;
  }

  function openRow(): number {
    inRow = true;
    column = 1;
    unnamed = 0;
    return nextRow();
  }

  function passCovered(): void {
    for (; (covered[column] ?? 0) >= row && coveredIn[column] === sections.length; column++) {
      steps++;
      unnamed++;
    }
  }

  return {
    isEmpty: () => steps === 0,
    openRow,
    openSection() {
      if (row > (sections.at(-1) ?? 0)) sections.push(row);
    },
    line() {
      inRow = false;
      return nextRow();
    },
    place(down, across) {
      if (!inRow) openRow();
      passCovered();
      const place = { row, column };
      const width = Math.min(across, MAX_ACROSS);
      const bottom = row + Math.min(down, MAX_DOWN) - 1;
      steps += width;
      if (steps > MAX_STEPS) throw new PackageError('cells');
      for (let at = column; at < column + width; at++) {
        covered[at] = bottom;
        coveredIn[at] = sections.length;
      }
      const right = column + width - 1;
      if (width > 1 || bottom > row) own.push({ top: row, left: column, bottom, right, section: sections.length });
      column += width;
      unnamed = width - 1;
      return place;
    },
    standsForCovered() {
      if (!inRow) return false;
      passCovered();
      if (unnamed === 0) return false;
      unnamed--;
      return true;
    },
    close() {
      for (const { top, left, bottom, right, section } of own) {
        merge({ top, left, bottom: Math.min(bottom, sections[section] ?? row), right });
      }
      return row;
    },
  };
}
