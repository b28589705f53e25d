import { type Finding, finding } from '../../model/finding.ts';
import type { Grid, Merge, Visibility } from '../../model/grid.ts';
import { gridBuilder } from '../../model/grid-builder.ts';
import { cellName } from '../../model/place.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MAX_COLUMN, MAX_ROW } from '../cell-reference.ts';
import { DAYS_TO_1904 } from '../date-serial.ts';
import { type GridFaults, gridFaults } from '../grid-faults.ts';
import { checkMerges } from '../merges.ts';
import type { NumberKind } from '../number-format.ts';
import { cutText, MAX_CELL_TEXT, type ReadBudget } from '../read-budget.ts';

/** Takes the cells of one sheet, whatever the format; rows and columns are 1-based. */
export interface SheetWriter {
  /** An empty text is no cell. */
  text(row: number, column: number, kind: 'text' | 'error' | 'uncached', text: string): void;
  /** A number with what its format makes of it; dates are serials of the workbook's own date system. */
  number(row: number, column: number, kind: NumberKind, value: number): void;
  /** A date or time as a serial of the 1900 date system, whatever the workbook counts by. */
  date1900(row: number, column: number, serial: number): void;
  boolean(row: number, column: number, value: boolean): void;
  /** Something stands here that cannot be told: an error cell with what is stored, never an empty one. */
  damaged(row: number, column: number, stored: string): void;
  /** A merged range. */
  merge(range: Merge): void;
  readonly faults: GridFaults;
  finish(layout: SheetLayout): ReadSheet;
}

/** What a sheet has beside its cells. */
export interface SheetLayout {
  readonly visibility: Visibility;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface ReadSheet {
  readonly grid: Grid;
  readonly findings: readonly Finding[];
}

/** What the sheets of a workbook share. */
export interface WriterContext {
  readonly date1904: boolean;
  readonly budget: ReadBudget;
}

/** So many ignored merges are named, the others counted. */
const NAMED_MERGES = 5;
const MAX_MERGES = 262_144;

/** A writer for one sheet; its methods throw `PackageError` when more comes than can be kept. */
export function sheetWriter(file: string, sheet: string | null, context: WriterContext): SheetWriter {
  const { date1904, budget } = context;
  const builder = gridBuilder();
  const faults = gridFaults(file, sheet);
  const merges: Merge[] = [];

  function isOnSheet(row: number, column: number): boolean {
    if (row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN) return true;
    faults.add('CELL_REFERENCE_BAD', null, null, { reference: `R${row}C${column}` });
    return false;
  }

  function text(row: number, column: number, kind: 'text' | 'error' | 'uncached', whole: string): void {
    if (whole === '' || !isOnSheet(row, column)) return;
    if (whole.length > MAX_CELL_TEXT) faults.add('CELL_TEXT_CUT', row, column, { limit: MAX_CELL_TEXT });
    const kept = cutText(whole);
    budget.takeCell();
    budget.takeText(kept.length);
    builder.text(row, column, kind, kept);
  }

  function figure(row: number, column: number, kind: 'number' | 'percent' | 'date' | 'boolean', value: number): void {
    if (!isOnSheet(row, column)) return;
    budget.takeCell();
    builder.number(row, column, kind, value);
  }

  function damaged(row: number, column: number, stored: string): void {
    faults.add('CELL_DAMAGED', row, column, { stored: stored.slice(0, 40) });
    text(row, column, 'error', stored);
  }

  return {
    text,
    damaged,
    faults,
    number(row, column, kind, value) {
      if (!Number.isFinite(value)) damaged(row, column, String(value));
      else if (kind === 'date') figure(row, column, 'date', date1904 ? value + DAYS_TO_1904 : value);
      else figure(row, column, kind === 'time' ? 'date' : kind, value);
    },
    date1900(row, column, serial) {
      figure(row, column, 'date', serial);
    },
    boolean(row, column, value) {
      figure(row, column, 'boolean', value ? 1 : 0);
    },
    merge(range) {
      if (merges.push(range) > MAX_MERGES) throw new PackageError('cells');
    },
    finish(layout) {
      const { kept, ignored } = checkMerges(merges, spellMerge);
      const { findings } = faults;
      if (ignored.length > 0) {
        const place = { file, sheet, row: null, column: null };
        findings.push(
          finding('MERGE_IGNORED', place, { references: ignored.slice(0, NAMED_MERGES), count: ignored.length }),
        );
      }
      const onTwice = (row: number, column: number) => faults.add('CELL_TWICE', row, column, {});
      return { grid: builder.build({ sheet, merges: kept, ...layout, onTwice }), findings };
    },
  };
}

function spellMerge({ top, left, bottom, right }: Merge): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
