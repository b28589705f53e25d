import type { Finding } from '../model/finding.ts';
import type { Cell } from '../model/grid.ts';
import { findingPacker } from '../model/packed-findings.ts';
import type { Remark } from './reading.ts';
import { placeIn, type TableView } from './table-view.ts';

/** Turns remarks about the cells of a table into findings at their places. */
export interface RowNotes {
  /** Notes remarks about a column of a row; `cell` is the cell it says it of, for its own text. */
  add(remarks: readonly Remark[], at: NoteAt): void;
  /** All that was noted, packed; nothing may be noted afterwards. */
  findings(): readonly Finding[];
}

interface NoteAt {
  readonly row: number;
  /** 1-based; null when the table has no such column. */
  readonly column: number | null;
  readonly cell: Cell | undefined;
  readonly region: string | null;
  /** Id of the ledger column, or of the indicator; empty when it is about neither. */
  readonly about: { readonly column?: string; readonly indicator?: string };
}

/** Notes of a table, sent by `bureau`. */
export function rowNotes(view: TableView, bureau: string): RowNotes {
  const packer = findingPacker();
  return {
    findings: packer.findings,
    add(remarks, { row, column, cell, region, about }) {
      for (const remark of remarks) {
        const fields = { bureau, region, raw: cell?.text ?? null, ...about };
        packer.add(remark(placeIn(view, row, column), fields));
      }
    },
  };
}
