import { PackageError } from '../ooxml/package-error.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';

/** What may be held of one file: cells and characters, over all its sheets. */
export interface ReadBudget {
  /** Throws `PackageError` when the file holds more cells than can be kept. */
  takeCell(): void;
  /** Counts characters that are kept; throws `PackageError` when there are too many. */
  takeText(characters: number): void;
}

const MAX_CHARACTERS = 134_217_728;

/** A fresh budget: as many non-empty cells as the limits say, 128 Mi characters. */
export function readBudget({ cells: maxCells }: Pick<ReadLimits, 'cells'> = DEFAULT_READ_LIMITS): ReadBudget {
  let cells = 0;
  let characters = 0;
  return {
    takeCell() {
      if (++cells > maxCells) throw new PackageError('cells', '', String(maxCells));
    },
    takeText(count) {
      characters += count;
      if (characters > MAX_CHARACTERS) throw new PackageError('characters');
    },
  };
}

/** What a spreadsheet cell can hold; longer texts are cut there, and said to be. */
export const MAX_CELL_TEXT = 32_767;

/** A text as far as a cell can hold it, not cutting a character in half. */
export function cutText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const last = text.charCodeAt(MAX_CELL_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_CELL_TEXT - 1 : MAX_CELL_TEXT);
}
