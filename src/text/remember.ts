/** Enough for the different texts of any column that repeats itself; a column that does not must not fill the memory. */
const MOST = 20_000;
/** Where fewer than one in so many was known, the memory costs more than it saves. */
const RARELY = 8;
/** So many are then read without it before it is tried again. */
const REST = 8 * MOST;

/** `read` with a memory: cells repeat, so that most texts of a column are read once. */
export function remember<K, V extends NonNullable<unknown> | null>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  let hits = 0;
  let rest = 0;
  return (key) => {
    if (rest > 0) {
      rest--;
      return read(key);
    }
    const found = known.get(key);
    if (found !== undefined) {
      hits++;
      return found;
    }
    const value = read(key);
    if (known.size >= MOST) {
      known.clear();
      rest = hits < MOST / RARELY ? REST : 0;
      hits = 0;
    }
    known.set(key, value);
    return value;
  };
}
