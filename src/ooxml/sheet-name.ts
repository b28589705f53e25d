import { visible } from '../text/visible.ts';

/** Characters that a sheet name may hold. */
const LONGEST = 31;

/** Sheet names that Excel accepts, all different: forbidden characters replaced, cut, numbered when alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history']);
  return wanted.map((name) => {
    const plain = visible(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const free = unique(plain === '' ? 'Sheet' : plain, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function unique(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = cut(name, LONGEST - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Cuts between characters, never inside a surrogate pair. */
function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
