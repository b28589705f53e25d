import { type FormulaValue, formulaValue, isError, UNKNOWN } from './formula-value.ts';
import { type Mapped, type MeantCells, mapFormula, type SheetCopies, type SheetCopy } from './map-reference.ts';
import type { OutputCell } from './output-cells.ts';
import type { OutputRow, OutputSheet } from './output-sheet.ts';

/** A formula of the output: its text and, where huizong can tell it, its value. */
export interface WorkedOut {
  readonly text: string;
  readonly value: FormulaValue | undefined;
}

/** What the cells of the output hold. */
export interface Values {
  readonly formula: (sheet: OutputSheet, row: number, cell: OutputCell) => WorkedOut | null;
  /** The cells of a row; always the same ones of a row that has a formula, or that one reads. */
  readonly cellsOf: (row: OutputRow) => readonly OutputCell[];
  /** The values of the cells that a reference means, blanks included; null when they cannot be told. */
  readonly cells: (mapped: Mapped) => readonly FormulaValue[] | null;
}

/** Formulas that refer to each other deeper are left to the spreadsheet program, and so is what is too much work. */
const DEEPEST = 100;
const MOST_READ = 30_000_000;

/** Works out formulas when they are asked for, each once. */
export function valuesOf(sheets: readonly OutputSheet[], copies: SheetCopies): Values {
  const byCopy = new Map<SheetCopy, OutputSheet>(sheets.map((sheet) => [sheet.copy, sheet]));
  const known = new Map<OutputCell, WorkedOut>();
  const open = new Set<OutputCell>();
  const kept = new Map<OutputRow, readonly OutputCell[]>();
  let read = 0;

  function cellsOf(row: OutputRow): readonly OutputCell[] {
    const known = kept.get(row);
    if (known) return known;
    const cells = row.cells();
    if (cells.some(({ content }) => content.kind === 'formula')) kept.set(row, cells);
    return cells;
  }

  /** Those of a row that a formula or chart reads: the next one reads them as well. */
  function cellsRead(row: OutputRow | undefined): readonly OutputCell[] {
    const known = row && kept.get(row);
    if (known || !row) return known ?? [];
    const cells = row.cells();
    kept.set(row, cells);
    return cells;
  }

  function formula(sheet: OutputSheet, row: number, cell: OutputCell): WorkedOut | null {
    const { content } = cell;
    const laid = sheet.rows.get(row)?.laid;
    if (content.kind !== 'formula' || !laid) return null;
    const found = known.get(cell);
    if (found) return found;
    const scope = { sheet: sheet.copy, row: laid.copy, column: content.at };
    const { text, references } = mapFormula(content.formula, scope, copies);
    const { expression } = content.formula;
    let value: FormulaValue | undefined;
    if (expression && !content.array && !open.has(cell) && open.size < DEEPEST) {
      open.add(cell);
      // What refers to a blank cell is 0.
      value = attempt(() => formulaValue(expression, { references, read: tell }) ?? 0);
      open.delete(cell);
    }
    const workedOut = { text, value };
    known.set(cell, workedOut);
    return workedOut;
  }

  function tell(mapped: Mapped, take: (value: FormulaValue) => void, withSubtotals: boolean): void {
    const meant = mapped.cells ? [mapped.cells] : (mapped.several ?? []);
    if (meant.length === 0) throw UNKNOWN;
    for (const one of meant) tellArea(one, take, withSubtotals);
  }

  function tellArea(meant: MeantCells, take: (value: FormulaValue) => void, withSubtotals: boolean): void {
    const sheet = byCopy.get(meant.sheet);
    if (!sheet) throw UNKNOWN;
    const { top, bottom, left, right } = meant.area;
    for (let row = top; row <= bottom; row++) {
      const cells = cellsRead(sheet.rows.get(row));
      if (++read > MOST_READ) throw UNKNOWN;
      for (const cell of cells) {
        if (cell.column < left || cell.column > right) continue;
        read++;
        if (withSubtotals || !isSubtotal(cell)) take(cellValue(sheet, row, cell));
      }
    }
  }

  function cellValue(sheet: OutputSheet, row: number, cell: OutputCell): FormulaValue {
    const { content } = cell;
    if (content.kind === 'blank') return null;
    if (content.kind !== 'formula') return content.value;
    if (open.has(cell)) throw UNKNOWN;
    const value = formula(sheet, row, cell)?.value;
    if (value === undefined) throw UNKNOWN;
    return value;
  }

  function cells({ cells: meant }: Mapped): readonly FormulaValue[] | null {
    const sheet = meant && byCopy.get(meant.sheet);
    if (!sheet) return null;
    const { top, bottom, left, right } = meant.area;
    if ((bottom - top + 1) * (right - left + 1) > MOST_POINTS) return null;
    const values: FormulaValue[] = [];
    const width = right - left + 1;
    for (let row = top; row <= bottom; row++) {
      const from = values.length;
      for (let column = 0; column < width; column++) values.push(null);
      for (const cell of cellsRead(sheet.rows.get(row))) {
        if (cell.column < left || cell.column > right) continue;
        const value = attempt(() => cellValue(sheet, row, cell));
        values[from + cell.column - left] = value === undefined || isError(value) ? null : value;
      }
    }
    return values;
  }

  return { formula, cellsOf, cells };
}

const MOST_POINTS = 100_000;

function attempt(work: () => FormulaValue): FormulaValue | undefined {
  try {
    return work();
  } catch (error) {
    if (error === UNKNOWN) return undefined;
    throw error;
  }
}

function isSubtotal({ content }: OutputCell): boolean {
  return (
    content.kind === 'formula' &&
    content.formula.tokens.some(({ kind, text }) => kind === 'function' && text.toUpperCase() === 'SUBTOTAL')
  );
}
