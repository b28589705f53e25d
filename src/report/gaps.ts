import type { Gaps, OverallRow } from './views.ts';

export const NO_GAPS: Gaps = { lacks: [], ytd: [], qoq: [], yoy: [], ytdYoy: [] };

/** What all rows with a value lack alike, and what all rows with a rate leave out of it alike. */
export function gapsOf(rows: readonly OverallRow[]): Gaps {
  const rate = (key: 'qoq' | 'yoy' | 'ytdYoy') =>
    shared(rows.filter((row) => row[key] !== null).map((row) => row.comparedWithout[key]));
  return {
    lacks: shared(rows.filter((row) => row.value !== null).map((row) => row.lacks)),
    ytd: [],
    qoq: rate('qoq'),
    yoy: rate('yoy'),
    ytdYoy: rate('ytdYoy'),
  };
}

/** The rows with what each lacks and leaves out beyond the common gaps. */
export function withFurther<Row extends OverallRow>(rows: readonly Row[], common: Gaps): readonly Row[] {
  return rows.map((row) => ({
    ...row,
    further: {
      lacks: without(row.lacks, common.lacks),
      // What all rows lack is said once, for the year to date too.
      ytd: without(row.ytdLacks, common.lacks),
      qoq: without(row.comparedWithout.qoq, common.qoq),
      yoy: without(row.comparedWithout.yoy, common.yoy),
      ytdYoy: without(row.comparedWithout.ytdYoy, common.ytdYoy),
    },
  }));
}

/** The names that stand in every list, in the order of the first. */
export function shared(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((name) => sets.every((set) => set.has(name)));
}

export function without(names: readonly string[], left: readonly string[]): readonly string[] {
  return names.filter((name) => !left.includes(name));
}
