/** Lines that took the place of others. */
export interface Change {
  /** 1-based line of the new text where it begins. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What changed from one text to another, by lines; takes the product of their numbers of lines in time and memory. */
export function changedLines(before: string, after: string): readonly Change[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const common = commonLengths(old, now);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const start = { i, j };
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) break;
      const isRemoved = i < old.length && (j >= now.length || atLeast(common, i + 1, j, i, j + 1));
      if (isRemoved) i++;
      else j++;
    }
    if (i > start.i || j > start.j) {
      changes.push({ line: start.j + 1, removed: old.slice(start.i, i), added: now.slice(start.j, j) });
    }
    while (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    }
  }
  return changes;
}

function atLeast(common: readonly (readonly number[])[], i: number, j: number, k: number, l: number): boolean {
  return (common[i]?.[j] ?? 0) >= (common[k]?.[l] ?? 0);
}

/** For each pair of places how many lines the rests of both texts have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const below = rows[i + 1] ?? [];
      const row = rows[i] ?? [];
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}
