const AMPERSAND = 0x26;
const RETURN = 0x0d;
const LESS = 0x3c;

/** Whether the bytes at `from` are those of the pattern. */
export function matches(bytes: Buffer, from: number, pattern: Buffer): boolean {
  for (let at = 0; at < pattern.length; at++) if (bytes[from + at] !== pattern[at]) return false;
  return true;
}

/** Index of the tag that ends a text which stands as it is; -1 when it has references or its end has not come. */
export function plainTextEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LESS) return at;
    if (byte === AMPERSAND || byte === RETURN) return -1;
  }
  return -1;
}
