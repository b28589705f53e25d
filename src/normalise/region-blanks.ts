import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Remark, remark } from './reading.ts';
import type { NoteAt, RowNotes } from './row-notes.ts';

/** A cell of a summary with what is to be said of it. */
interface NotedCell {
  readonly isBlank: boolean;
  /** A figure that must be there. */
  readonly isWanted: boolean;
  readonly remarks: readonly Remark[];
  readonly at: NoteAt & { readonly region: string };
}

/**
 * Notes about the cells of a summary, each in the row or column of a region, `line`. Of a region of which nothing at
 * all was filled in that is said, once for all such regions of a table, and not of every cell.
 */
export interface RegionBlanks {
  readonly take: (line: number, cell: NotedCell) => void;
  /** Notes the cells that were taken, once their lines are complete. */
  readonly noteCells: (notes: RowNotes) => void;
  /** Notes the lines of which nothing was filled in; `placeOf` a whole line. */
  readonly noteLines: (
    notes: RowNotes,
    placeOf: (line: number) => Pick<NoteAt, 'row' | 'column'>,
    scheme: Scheme,
  ) => void;
}

interface Line {
  readonly line: number;
  readonly region: string;
  filled: boolean;
  missing: number;
}

/** One missing figure is said as such. */
const SEVERAL = 2;

/** Takes the cells of one table. */
export function regionBlanks(): RegionBlanks {
  const lines = new Map<string, Line>();
  let noted: { readonly line: Line; readonly cell: NotedCell }[] = [];
  return {
    take(number, cell) {
      const { region } = cell.at;
      const key = `${number} ${region}`;
      const line = lines.get(key) ?? { line: number, region, filled: false, missing: 0 };
      lines.set(key, line);
      line.filled ||= !cell.isBlank;
      if (cell.isWanted) line.missing++;
      if (cell.isWanted || cell.remarks.length > 0) noted.push({ line, cell });
    },
    noteCells(notes) {
      for (const { line, cell } of noted) {
        // The file is not counted; what else is wrong is not asked.
        if (notes.isFull()) break;
        notes.add(cell.remarks, cell.at);
        if (cell.isWanted && !isEmpty(line)) notes.add([wanted(cell.at)], cell.at);
      }
      noted = [];
    },
    noteLines(notes, placeOf, scheme) {
      const empty = [...lines.values()].filter(isEmpty);
      const [first] = empty;
      if (first === undefined) return;
      const codes = [...new Set(empty.map(({ region }) => region))];
      const names = codes.map((code) => regionOf(regionIndex(scheme), code)?.name ?? code);
      const region = codes.length === 1 ? first.region : null;
      const at = { ...placeOf(first.line), cell: undefined, region, about: {} };
      notes.add([remark('FIGURES_BLANK', { names })], at);
    },
  };
}

function isEmpty({ filled, missing }: Line): boolean {
  return !filled && missing >= SEVERAL;
}

function wanted({ about }: NoteAt): Remark {
  return remark('REQUIRED_BLANK', { name: about.indicator ?? '', wanted: 'number' });
}
