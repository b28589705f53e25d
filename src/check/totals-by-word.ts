import type { TotalRow } from '../model/totalled-table.ts';

/** Totals of one word together, each group in row order. */
export function totalsByWord(totals: readonly TotalRow[]): ReadonlyMap<string, readonly TotalRow[]> {
  const groups = new Map<string, TotalRow[]>();
  for (const total of totals) {
    const known = groups.get(total.word);
    if (known) known.push(total);
    else groups.set(total.word, [total]);
  }
  return groups;
}

/** The place of the first of ascending numbers that is not below a bound. */
export function firstFrom(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
