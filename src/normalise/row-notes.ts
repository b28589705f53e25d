import type { Finding } from '../model/finding.ts';
import type { CellContent } from '../model/grid.ts';
import { findingPacker } from '../model/packed-findings.ts';
import type { NormaliseContext } from './context.ts';
import { mayName, personalAstray } from './personal-astray.ts';
import type { Remark } from './reading.ts';
import { placeIn, type TableView } from './table-view.ts';

/** Turns remarks about the cells of a table into findings at their places. */
export interface RowNotes {
  /** Notes remarks about a column of a row; `cell` is the cell it says it of, for its own text. */
  add(remarks: readonly Remark[], at: NoteAt): void;
  /** All that was noted, packed; nothing may be noted afterwards. */
  findings(): readonly Finding[];
}

export interface NoteAt {
  readonly row: number;
  /** 1-based; null when the table has no such column. */
  readonly column: number | null;
  readonly cell: CellContent | undefined;
  readonly region: string | null;
  /** Id of the ledger column, or of the indicator; empty when it is about neither. */
  readonly about: { readonly column?: string; readonly indicator?: string };
}

/** Notes of a table; what may be the name of a person in a column for something else is not repeated. */
export function rowNotes(view: TableView, { sender, scheme }: NormaliseContext): RowNotes {
  const packer = findingPacker();
  const isAstray = personalAstray(view, scheme);
  const shown = (row: number, text: string) => (mayName(text) && isAstray(row) ? null : text);
  return {
    findings: packer.findings,
    add(remarks, { row, column, cell, region, about }) {
      for (const remark of remarks) {
        const raw = cell === undefined ? null : shown(row, cell.text);
        const fields = { bureau: sender, region, raw, ...about };
        packer.add(remark(placeIn(view, row, column), fields));
      }
    },
  };
}
