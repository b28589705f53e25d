import { type RecognisedFile, ROW_CLASSES } from '../model/recognised.ts';

/** More rows than a province has towns, villages and communities: no summary holds a region in each of so many. */
export const MOST_SUMMARY_ROWS = 20_000;

const DATA = ROW_CLASSES.indexOf('data');

/** Whether the summaries of a file hold more rows than are read. */
export function summaryTooLong({ sheets }: RecognisedFile): boolean {
  let rows = 0;
  for (const { tables, classes } of sheets) {
    if (!tables.some(({ form, lines }) => form === 'summary' && lines === null)) continue;
    for (const one of classes) if (one === DATA) rows++;
  }
  return rows > MOST_SUMMARY_ROWS;
}
