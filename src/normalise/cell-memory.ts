import type { Grid } from '../model/grid.ts';
import { NO_PLACE } from './row-models.ts';

/** In which rows the cells of a column of one grid stood lately, by what they hold. */
export interface CellMemory {
  /** The place of a row that was kept with what the cell at a place of the grid holds, else `NO_PLACE`. */
  readonly find: (at: number) => number;
  readonly keep: (at: number, row: number) => void;
}

/** Places for what was read lately, at first and at most; powers of two. */
const FEWEST = 64;
const MOST = 16_384;
/** Where fewer than one in so many was known, the memory costs more than it saves. */
const RARELY = 8;
/** Spreads amounts of a few decimals, and leaves numbers of texts that follow each other apart. */
const SPREAD = 8191;

/** A memory that costs a comparison of numbers, and forgets what shares a place with another. */
export function cellMemory({ kinds, values }: Grid): CellMemory {
  let places = FEWEST;
  let hits = 0;
  let misses = 0;
  let isUseless = false;
  let heldKinds = new Uint8Array(places);
  let heldValues = new Float64Array(places);
  // With 1 added: 0 is a place that holds nothing.
  let rows = new Uint32Array(places);

  function grow(): void {
    if (places === MOST) isUseless = hits < misses / RARELY;
    else {
      places *= 2;
      heldKinds = new Uint8Array(places);
      heldValues = new Float64Array(places);
      rows = new Uint32Array(places);
    }
    hits = misses = 0;
  }

  return {
    find(at) {
      if (isUseless) return NO_PLACE;
      const value = values[at] ?? 0;
      const place = (value * SPREAD) & (places - 1);
      if (heldValues[place] !== value || heldKinds[place] !== kinds[at]) return NO_PLACE;
      hits++;
      return (rows[place] ?? 0) - 1;
    },
    keep(at, row) {
      if (isUseless) return;
      if (++misses > places) grow();
      const value = values[at] ?? 0;
      const place = (value * SPREAD) & (places - 1);
      heldKinds[place] = kinds[at] ?? 0;
      heldValues[place] = value;
      rows[place] = row + 1;
    },
  };
}
