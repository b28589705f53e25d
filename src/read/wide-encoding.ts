const LINE_FEED = 0x0a;

/** The UTF-16 that zero bytes and line ends speak for; ASCII characters have a zero byte, of Chinese ones few do. */
export function wideEncoding(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  const little = wideSigns(sample, 1);
  const big = wideSigns(sample, 0);
  const isWide = (own: WideSigns, other: WideSigns) =>
    own.lines > other.lines && own.zeros > other.zeros && 4 * own.strange < sample.length;
  if (isWide(little, big)) return 'utf-16le';
  return isWide(big, little) ? 'utf-16be' : null;
}

interface WideSigns {
  readonly lines: number;
  readonly zeros: number;
  /** Pairs that make a character which hardly is in a Chinese text, as two of another encoding do. */
  readonly strange: number;
}

/** What pairs of bytes look like in UTF-16 whose higher byte is the first or second of each. */
function wideSigns(sample: Buffer, higher: 0 | 1): WideSigns {
  let lines = 0;
  let zeros = 0;
  let strange = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const high = sample[at + higher] ?? 0;
    const low = sample[at + 1 - higher] ?? 0;
    if (high === 0) {
      zeros++;
      if (low === LINE_FEED) lines++;
    } else if (isStrange(high) || (isAsciiLetter(high) && isAsciiLetter(low))) strange++;
  }
  return { lines, zeros, strange };
}

/** Neither Chinese nor a half of it, nor full-width punctuation. */
function isStrange(high: number): boolean {
  return high >= 0xa0 && high < 0xff && !(high >= 0xd8 && high <= 0xdf);
}

function isAsciiLetter(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
