import type { RowCounts } from '../model/filed-return.ts';
import { type RecognisedFile, ROW_CLASSES, type RowClass } from '../model/recognised.ts';
import { tableRows } from './table-rows.ts';

/** What becomes of each class in the count; `blank` rows are not counted, `data` only within a table of the scheme. */
const COUNTED_AS: Readonly<Record<RowClass, keyof RowCounts | null>> = {
  other: 'other',
  title: 'title',
  header: 'header',
  columnNumber: 'header',
  data: 'other',
  total: 'total',
  note: 'note',
  signOff: 'note',
  sample: 'other',
  blank: null,
};

/**
 * Counts the rows of a file by class, those of sheets whose rows are set aside included.
 *
 * `data` are the rows of ledgers and summaries, which all are counted or set aside; sheets of instructions have none.
 */
export function countRows(recognised: RecognisedFile): RowCounts {
  const counts = { data: 0, total: 0, note: 0, title: 0, header: 0, other: 0 };
  for (const sheet of recognised.sheets) {
    const inTables = new Uint8Array(sheet.classes.length);
    if (sheet.compiled || sheet.aside !== null) {
      for (const table of sheet.tables) {
        for (const row of tableRows(sheet, table, 'data')) {
          counts.data++;
          inTables[row] = 1;
        }
      }
    }
    sheet.classes.forEach((code, index) => {
      const counted = inTables[index] === 1 ? null : COUNTED_AS[ROW_CLASSES[code] ?? 'other'];
      if (counted !== null) counts[counted]++;
    });
  }
  return counts;
}
