/**
 * Rows that stand for others with the same words, and with something else in the same columns. One is found by going through
 * the cells of a row: each leads from the words so far, or the columns so far, to the next.
 */
export interface Words {
  readonly next: Map<number | string, Words>;
  /** Models with no more words. */
  readonly models: Map<Filled, Model>;
}

/** Columns that are filled with something else than words, up to some one. */
export interface Filled {
  /** By column. */
  readonly next: (Filled | undefined)[];
}

export interface Model {
  /** Place of the row; `NO_PLACE` as long as none is kept. */
  place: number;
}

export const NO_PLACE = -1;

/** Where a row begins. */
export function noWords(): Words {
  return { next: new Map(), models: new Map() };
}

export function noneFilled(): Filled {
  return { next: [] };
}

/** A step to a new word. */
export function wordsAfter({ next }: Words, word: number | string): Words {
  const made = noWords();
  next.set(word, made);
  return made;
}

/** A step to a column that was not filled yet after these. */
export function filledAfter({ next }: Filled, column: number): Filled {
  const made = noneFilled();
  next[column] = made;
  return made;
}

/** A model of rows that end here. */
export function modelAfter({ models }: Words, filled: Filled): Model {
  const made = { place: NO_PLACE };
  models.set(filled, made);
  return made;
}
