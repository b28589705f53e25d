/** Enough for the different texts of any column that repeats itself; a column that does not must not fill the memory. */
const MOST = 20_000;

/** `read` with a memory: cells repeat, so that most texts of a column are read once. */
export function remember<K, V extends NonNullable<unknown> | null>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
}
