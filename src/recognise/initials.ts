/**
 * First characters of match keys, as character codes: a test that spares most texts of a large table the making of
 * their key. It may say yes for nothing, but never no to a text whose key is among the keys.
 */
export type Initials = ReadonlySet<number>;

export function initialsOf(keys: Iterable<string>): Initials {
  return new Set(Array.from(keys, (key) => key.charCodeAt(0)));
}

export function finalsOf(keys: Iterable<string>): Initials {
  return new Set(Array.from(keys, (key) => key.charCodeAt(key.length - 1)));
}

/** Whether the key of a text may begin with one of the initials; yes where folding could change its first character. */
export function mayBegin(text: string, initials: Initials): boolean {
  const code = text.charCodeAt(0);
  return !isPlain(code) || initials.has(code);
}

/** First and last characters of keys, with what may stand before and behind them. */
export interface Ends {
  readonly initials: Initials;
  readonly finals: Initials;
}

/** Whether a text may be one of the keys by both of its ends. */
export function mayBeOneOf(text: string, { initials, finals }: Ends): boolean {
  return mayBegin(text, initials) && mayEnd(text, finals);
}

/** The same of its last character. */
export function mayEnd(text: string, finals: Initials): boolean {
  const code = text.charCodeAt(text.length - 1);
  return !isPlain(code) || finals.has(code);
}

/** Han characters and digits, which folding leaves as they are. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39);
}
