import type { FiledReturn } from '../model/filed-return.ts';

/** The day on which a file came; null when nobody noted it. */
export type ReceivedOf = (filed: FiledReturn) => string | null;

/** Whether the names of two files mark one of them as the later version. */
export function isMarked(a: FiledReturn, b: FiledReturn): boolean {
  return byMark(a, b) !== 0;
}

/**
 * The order of the versions of one form: number, then revision word, then date on the cover, then day of receipt;
 * 0 when they cannot be ordered.
 *
 * Dates decide only among files of which each has one, so that the order has no circles.
 */
export function versionOrder(
  files: readonly FiledReturn[],
  received: ReceivedOf,
): (a: FiledReturn, b: FiledReturn) => number {
  const covered = (file: FiledReturn) => alike(files, file, byMark).every(({ version }) => version.date !== null);
  const byCover = (a: FiledReturn, b: FiledReturn) =>
    byMark(a, b) || (covered(a) ? compareDates(a.version.date, b.version.date) : 0);
  const noted = (file: FiledReturn) => alike(files, file, byCover).every((other) => received(other) !== null);
  return (a, b) => byCover(a, b) || (noted(a) ? compareDates(received(a), received(b)) : 0);
}

/** A file without a number is the first version. */
function byMark({ version: a }: FiledReturn, { version: b }: FiledReturn): number {
  return (a.number ?? 1) - (b.number ?? 1) || Number(a.revised) - Number(b.revised);
}

function alike(
  files: readonly FiledReturn[],
  file: FiledReturn,
  order: (a: FiledReturn, b: FiledReturn) => number,
): readonly FiledReturn[] {
  return files.filter((other) => order(file, other) === 0);
}

function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}
