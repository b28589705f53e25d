import type { FiledReturn } from '../model/filed-return.ts';
import { compareText } from '../text/compare.ts';

/** The day on which a file came; null when nobody noted it. */
export type ReceivedOf = (filed: FiledReturn) => string | null;

/** How far the marks of names put a file behind others. */
export type RankOf = (filed: FiledReturn) => number;

/**
 * Ranks the files of a bureau by number, then revision word. A file without a number is the first version. Folders that
 * all of them lie in tell none from another.
 */
export function markRanks(files: readonly FiledReturn[]): RankOf {
  const paths = files.map(({ file }) => file.split('/').slice(0, -1));
  const [first = []] = paths;
  const apart = first.findIndex((folder, at) => paths.some((path) => path[at] !== folder));
  const shared = apart < 0 ? first.length : apart;
  const ranks = new Map(
    files.map(({ file, version: { number, revised, folders } }, at) => {
      const own = folders.slice(0, (paths[at] ?? []).length - shared);
      const numbers = [number, ...own.map((folder) => folder.number)];
      const isRevised = revised || own.some((folder) => folder.revised);
      return [file, (numbers.find((one) => one !== null) ?? 1) * 2 + Number(isRevised)];
    }),
  );
  return ({ file }) => ranks.get(file) ?? 0;
}

/**
 * The places of the versions of one form in their order, one for those that cannot be ordered: number, then revision word,
 * then date on the cover, then day of receipt.
 *
 * Dates decide only among files of which each has one, so that the order has no circles.
 */
export function versionOrder(files: readonly FiledReturn[], rank: RankOf, received: ReceivedOf): readonly number[] {
  const dateOf = ({ version }: FiledReturn) => version.date;
  const byMark = (file: FiledReturn) => `${rank(file)}`;
  const covered = dated(files, byMark, dateOf);
  const byCover = (file: FiledReturn) => `${byMark(file)} ${covered(file) ? dateOf(file) : ''}`;
  const noted = dated(files, byCover, received);
  const marks = files.map((file) => ({
    rank: rank(file),
    date: (covered(file) ? dateOf(file) : null) ?? '',
    received: (noted(file) ? received(file) : null) ?? '',
  }));
  const texts = marks.map((mark) => `${mark.rank} ${mark.date} ${mark.received}`);
  const apart = new Map(marks.map((mark, at) => [texts[at], mark] as const));
  const sorted = [...apart].toSorted(
    ([, a], [, b]) => a.rank - b.rank || compareText(a.date, b.date) || compareText(a.received, b.received),
  );
  const places = new Map(sorted.map(([text], place) => [text, place]));
  return texts.map((text) => places.get(text) ?? 0);
}

/** Tells of a file whether all that are alike have a date. */
function dated(
  files: readonly FiledReturn[],
  alike: (file: FiledReturn) => string,
  dateOf: (file: FiledReturn) => string | null,
): (file: FiledReturn) => boolean {
  const without = new Set(files.filter((file) => dateOf(file) === null).map(alike));
  return (file) => !without.has(alike(file));
}
