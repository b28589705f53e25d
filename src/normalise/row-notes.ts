import type { Finding } from '../model/finding.ts';
import type { CellContent } from '../model/grid.ts';
import { MOST_FINDINGS } from '../model/most-findings.ts';
import { findingPacker, type PackedFinding } from '../model/packed-findings.ts';
import { remember } from '../text/remember.ts';
import type { NormaliseContext } from './context.ts';
import { mayName, personalAstray } from './personal-astray.ts';
import type { Remark } from './reading.ts';
import { placeIn, type TableView } from './table-view.ts';

/** Turns remarks about the cells of a table into findings at their places. */
export interface RowNotes {
  /** Notes remarks about a column of a row; `cell` is the cell it says it of, for its own text. */
  add(remarks: readonly Remark[], at: NoteAt): void;
  /** How many different things were noted. */
  size(): number;
  /** How often anything was. */
  times(): number;
  /** Whether so much was noted that the file is not counted. */
  isFull(): boolean;
  /** All that was noted, packed; nothing may be noted afterwards. */
  findings(): readonly Finding[];
}

/** The notes of some tables. */
export interface Told {
  readonly findings: readonly Finding[];
  /** How many different things were noted; beyond what the context allows not all of them. */
  readonly told: number;
}

/** What tables say, and their notes. */
export interface Noted<T> extends Told {
  readonly value: T;
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

/** What was last said by a remark about a column and region. */
interface Said {
  readonly about: NoteAt['about'];
  readonly packed: PackedFinding;
}

/** By column, remark and region; a remark is one for all cells with its text. */
type SaidBefore = Map<number | null, Map<Remark, Map<string | null, Said>>>;

/** Remarks that are remembered; a column of which each cell says something else must not fill the memory. */
const MOST = 4096;

/** Notes of a table; what may be the name of a person in a column for something else is not repeated. */
export function rowNotes(view: TableView, { sender, scheme, most = MOST_FINDINGS }: NormaliseContext): RowNotes {
  const packer = findingPacker();
  const isAstray = personalAstray(view, scheme);
  const mayBeName = remember(mayName);
  const shown = (row: number, text: string) => (mayBeName(text) && isAstray(row) ? null : text);
  const before: SaidBefore = new Map();
  let remembered = 0;
  let times = 0;
  const keep = (remark: Remark, column: number | null, region: string | null, said: Said) => {
    if (remembered >= MOST) {
      before.clear();
      remembered = 0;
    }
    remembered++;
    const ofColumn = before.get(column) ?? new Map<Remark, Map<string | null, Said>>();
    before.set(column, ofColumn);
    const ofRemark = ofColumn.get(remark) ?? new Map<string | null, Said>();
    ofColumn.set(remark, ofRemark);
    ofRemark.set(region, said);
  };
  return {
    size: packer.size,
    times: () => times,
    isFull: () => packer.size() > most,
    findings: packer.findings,
    add(remarks, { row, column, cell, region, about }) {
      times += remarks.length;
      for (const remark of remarks) {
        const raw = cell === undefined ? null : shown(row, cell.text);
        const last = before.get(column)?.get(remark)?.get(region);
        if (last !== undefined && isSame(last.about, about)) {
          packer.again(last.packed, row, raw);
          continue;
        }
        const fields = { bureau: sender, region, raw, ...about };
        const packed = packer.add(remark(placeIn(view, row, column), fields));
        keep(remark, column, region, { about, packed });
      }
    },
  };
}

function isSame(one: NoteAt['about'], other: NoteAt['about']): boolean {
  return one.column === other.column && one.indicator === other.indicator;
}
