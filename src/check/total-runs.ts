import type { TotalledTable, TotalRow } from '../model/totalled-table.ts';
import { firstFrom, totalsByWord } from './totals-by-word.ts';

/** A run of data rows, as places in `parts`: from the first to before the last. */
export type Run = readonly [from: number, to: number];

/**
 * Gives the runs of rows that a total may cover, the likeliest first; none is empty.
 *
 * A total of the whole table covers all its rows, wherever it stands. Any other covers the rows since the total, page
 * or section before it, or, where totals stand above their rows, those down to the next. Of the other runs that may be
 * meant some go back to the last total of the same word (合计 above several 小计), or over a page or section; but not
 * for a total that names its regions, when rows can be told by region (`byRegion`). Totals carried over pages go back to
 * the first row.
 */
export function totalRuns(
  { parts, totals, pages, sections }: TotalledTable,
  byRegion: boolean,
): (total: TotalRow) => readonly Run[] {
  const partRows = parts.map(({ row }) => row);
  const totalRows = totals.map(({ row }) => row);
  const marks = [...totalRows, ...pages, ...sections].toSorted((a, b) => a - b);
  const rowsByWord = new Map([...totalsByWord(totals)].map(([word, same]) => [word, same.map(({ row }) => row)]));
  const grandTotals = totals.filter(({ grand }) => grand).length;
  const below = (row: number) => firstFrom(partRows, row);
  const since = (rows: readonly number[], row: number) => below(rows[firstFrom(rows, row) - 1] ?? 0);
  const until = (rows: readonly number[], row: number) =>
    below(rows[firstFrom(rows, row + 1)] ?? Number.POSITIVE_INFINITY);
  const all: Run = [0, parts.length];
  // Then nothing stands between the header and the first total of a group.
  const firstOfGroup = totals.find(({ grand }) => !grand || grandTotals > 1)?.row ?? null;
  const headers = [...pages, ...sections].toSorted((a, b) => a - b);
  const standAbove = firstOfGroup !== null && below(firstOfGroup) === since(headers, firstOfGroup);
  return (total) => {
    const { row, grand, word, scope } = total;
    const at = below(row);
    const around = (rows: readonly number[]): Run => [since(rows, row), until(rows, row)];
    if (grand && grandTotals === 1) return distinct([all, around(sections)]);
    const sides = (rows: readonly number[]): readonly Run[] => [
      [since(rows, row), at],
      [at, until(rows, row)],
    ];
    const own = standAbove ? sides(marks).toReversed() : sides(marks);
    if (byRegion && scope !== null && !grand) return distinct(own);
    const sameWord = rowsByWord.get(word) ?? [];
    return distinct([
      ...own,
      ...[totalRows, sameWord, pages, sections].flatMap(sides),
      around(pages),
      around(sections),
      [0, at],
      all,
    ]);
  };
}

function distinct(runs: readonly Run[]): readonly Run[] {
  const known = new Map(runs.filter(([from, to]) => to > from).map((run) => [run.join(), run]));
  return [...known.values()];
}
