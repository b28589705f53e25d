import { PackageError } from '../ooxml/package-error.ts';
import { BUNDLE_SHARE, DEFAULT_READ_LIMITS, type ReadLimits, shareOfBundle } from '../ooxml/read-limits.ts';

/** What may be held of one file: cells and characters, over all its sheets. */
export interface ReadBudget {
  /** Throws `PackageError` when the file holds more cells than can be kept. */
  takeCell(): void;
  /** Counts the characters of a text that is kept; throws `PackageError` when there are too many, or of long texts. */
  takeText(characters: number): void;
  /** Counts the characters of a text that another cell holds as well. */
  takeAgain(characters: number): void;
}

const MAX_CHARACTERS = 134_217_728;
/**
 * The engine tells longer texts apart by their length only, so that to look one up among others of its length is to compare
 * it with each of them.
 */
const LONG_TEXT = 16_383;
const MAX_LONG_TEXTS = 256;

/** A fresh budget: as many non-empty cells as the limits say, 128 Mi characters, 256 long texts. */
export function readBudget(limits: Pick<ReadLimits, 'cells' | 'left' | 'bundled'> = DEFAULT_READ_LIMITS): ReadBudget {
  const { cells: own, left } = limits;
  const ofBundle = left === undefined ? own : Math.max(left.cells, Math.floor(shareOfBundle(limits) * own));
  const isOfBundle = ofBundle < own;
  const maxCells = isOfBundle ? ofBundle : own;
  let cells = 0;
  let characters = 0;
  let longTexts = 0;

  function takeAgain(count: number): void {
    characters += count;
    if (characters > MAX_CHARACTERS) throw new PackageError('characters');
  }

  return {
    takeCell() {
      if (left !== undefined) left.cells--;
      if (++cells <= maxCells) return;
      throw isOfBundle
        ? new PackageError('bundleCells', '', String(BUNDLE_SHARE * own))
        : new PackageError('cells', '', String(own));
    },
    takeAgain,
    takeText(count) {
      takeAgain(count);
      if (count > LONG_TEXT && ++longTexts > MAX_LONG_TEXTS) throw new PackageError('longTexts');
    },
  };
}

/** Sheets of a workbook. */
export const MAX_SHEETS = 1024;

/** What a spreadsheet cell can hold; longer texts are cut there, and said to be. */
export const MAX_CELL_TEXT = 32_767;

/** A text as far as a cell can hold it, not cutting a character in half. */
export function cutText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const last = text.charCodeAt(MAX_CELL_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_CELL_TEXT - 1 : MAX_CELL_TEXT);
}
