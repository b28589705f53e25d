import type { ActivityPacker } from '../model/activity-packer.ts';
import { valueAt } from '../model/coded-column.ts';
import { CELL_KINDS, contentAt, type Grid } from '../model/grid.ts';
import { cellMemory } from './cell-memory.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import { ownCells } from './own-cells.ts';
import { filledAfter, type Model, modelAfter, NO_PLACE, noneFilled, noWords, wordsAfter } from './row-models.ts';
import { NO_SLOT, slotsOfColumns } from './table-rows.ts';

/**
 * The rows of a table whose parts were read before, in whatever rows. What its words (region, task, type …) and the columns
 * that are filled make of a row is told by a row that has the same, its model; what its other cells say, by rows in which
 * they stood. Most rows of a ledger are known, and cost a fraction of what reading them does.
 */
export interface KnownRows {
  /** Adds the row at an index of the grid, if it is known. */
  readonly add: (index: number) => boolean;
  /** Keeps a row of which nothing is to be said, the last that was added, as a model. */
  readonly keep: (index: number) => void;
}

/** Models that are kept at most; a table whose words hardly come again must not fill the memory. */
const MOST = 20_000;
/** Where fewer than one row in so many was known, models cost more than they save. */
const RARELY = 8;
const TEXT = CELL_KINDS.indexOf('text');

/** The rows of a table of which none is covered by a merged cell; at first none is known. */
export function knownRows(grid: Grid, columns: LedgerColumns, packer: ActivityPacker): KnownRows {
  const { slots, creditCode, registrarRemarks } = columns;
  const slotOf = slotsOfColumns(slots);
  const own = ownCells(columns, packer);
  const memories = own.map((cells) => cells && cellMemory(grid));
  /** By place in the packer's columns the slot whose cells tell it; one that there is not for what words tell. */
  const toldBy = Uint16Array.from(packer.columns, (column) => {
    const slot = own.findIndex((cells) => cells?.tells.includes(column));
    return slot < 0 ? slots.length : slot;
  });
  /** By slot the place of the row that tells what the cell at hand says; `NO_PLACE` for a word and where there is none. */
  const found = new Int32Array(slots.length + 1);
  const places = new Uint32Array(packer.columns.length);
  let words = noWords();
  let filled = noneFilled();
  let models = 0;
  let hits = 0;
  let isUseless = false;

  /** The model of the row that goes to a place; null where none is known, unless a new one is asked for. */
  function modelOf(index: number, place: number, makes: boolean): Model | null {
    let said = words;
    let shape = filled;
    // Of so few a loop is quicker than `fill`.
    for (let slot = 0; slot < found.length; slot++) found[slot] = NO_PLACE;
    const end = grid.rowStarts[index + 1] ?? 0;
    for (let at = grid.rowStarts[index] ?? 0; at < end; at++) {
      const slot = slotOf[grid.columns[at] ?? 0] ?? NO_SLOT;
      if (slot === NO_SLOT) continue;
      if (speaks(at, slot, place)) {
        const next = shape.next[slot] ?? (makes ? filledAfter(shape, slot) : null);
        if (next === null) return null;
        shape = next;
      } else {
        const word = wordAt(at, slot);
        const next = said.next.get(word) ?? (makes ? wordsAfter(said, word) : null);
        if (next === null) return null;
        said = next;
      }
    }
    return said.models.get(shape) ?? (makes ? modelAfter(said, shape) : null);
  }

  /** Whether a cell of the row that goes to a place speaks for itself; then it is `found` which row tells what it says. */
  function speaks(at: number, slot: number, place: number): boolean {
    const memory = memories[slot];
    if (memory === undefined) return false;
    let from = memory.find(at);
    if (from === NO_PLACE) {
      if (!own[slot]?.put(contentAt(grid, at), place)) return false;
      from = place;
      memory.keep(at, from);
    }
    found[slot] = from;
    return true;
  }

  /** The word of a column; a number, where it is a text. */
  function wordAt(at: number, slot: number): number | string {
    const value = grid.values[at] ?? 0;
    const kind = grid.kinds[at] ?? TEXT;
    return kind === TEXT ? value * slots.length + slot : `${kind} ${value} ${slot}`;
  }

  /** A code is held against the region, which other cells tell. */
  function isRegistered({ place }: Model): boolean {
    if (creditCode.column === null) return true;
    const from = found[creditCode.slot] ?? NO_PLACE;
    const region = valueAt(packer.open.region, place);
    if (from === NO_PLACE || region === null) return true;
    return registrarRemarks(valueAt(packer.open.association, from), region).length === 0;
  }

  return {
    add(index) {
      const model = models === 0 ? null : modelOf(index, packer.size(), false);
      if (model === null || !isRegistered(model)) return false;
      for (let column = 0; column < places.length; column++) {
        const from = found[toldBy[column] ?? 0] ?? NO_PLACE;
        places[column] = from === NO_PLACE ? model.place : from;
      }
      packer.addLike(grid.rowNumbers[index] ?? 0, places);
      hits++;
      return true;
    },
    keep(index) {
      if (models === MOST) {
        isUseless = hits < MOST / RARELY;
        [words, filled, models, hits] = [noWords(), noneFilled(), 0, 0];
      }
      const place = packer.size() - 1;
      const model = isUseless ? null : modelOf(index, place, true);
      if (model === null) return;
      model.place = place;
      models++;
    },
  };
}
