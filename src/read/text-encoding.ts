import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { lineEnd, soundLines } from './broken-lines.ts';
import { type ByteSource, everySlice, SLICE } from './byte-source.ts';
import { wideEncoding } from './wide-encoding.ts';

/** How the bytes of a text file are to be decoded. */
export interface TextCoding {
  /** As the WHATWG names it. */
  readonly encoding: TextEncoding;
  /** Where the text begins, behind byte order marks. */
  readonly start: number;
  /** Some bytes fit no encoding and stand as U+FFFD. */
  readonly broken: boolean;
  /** The bytes are valid in another encoding, too, and nothing says which was meant. */
  readonly unclear: boolean;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const SAMPLE = 65_536;
const LINE_FEED = 0x0a;
/** First byte of characters of three bytes or more in UTF-8, as every Chinese one is. */
const CHINESE = 0xe0;

/**
 * Finds the encoding of a text file: byte order mark, UTF-16 by its zero bytes, strict UTF-8, strict GB18030.
 *
 * When none fits the whole, that of more lines, the others being broken. Null: not a text.
 */
export function textCoding(bytes: ByteSource): TextCoding | null {
  const sample = Buffer.from(bytes(0, SAMPLE));
  const marked = markedCoding(bytes, sample);
  if (marked !== null) return marked;
  const wide = wideEncoding(sample);
  if (wide !== null && fits(bytes, 0, wide, hasNoZero)) return sound(wide);
  if (isUtf8Throughout(bytes, 0)) {
    if (controlShare(sample) > 0.3) return null;
    const isEither = hasNoChinese(bytes) && fits(bytes, 0, 'gb18030');
    return isEither ? { ...sound('gb18030'), unclear: true } : sound('utf-8');
  }
  if (controlShare(sample) > 0.02) return null;
  if (isMostlyUtf8(sample) || !fits(bytes, 0, 'gb18030')) return { ...sound(likelierEncoding(sample)), broken: true };
  return { ...sound('gb18030'), unclear: isRatherBig5(sample) && fits(bytes, 0, 'big5') };
}

function sound(encoding: TextEncoding): TextCoding {
  return { encoding, start: 0, broken: false, unclear: false };
}

/** Byte order marks. */
const MARKS: readonly (readonly [TextEncoding, Buffer])[] = [
  ['utf-8', Buffer.of(0xef, 0xbb, 0xbf)],
  ['utf-16le', Buffer.of(0xff, 0xfe)],
  ['utf-16be', Buffer.of(0xfe, 0xff)],
  ['gb18030', Buffer.of(0x84, 0x31, 0x95, 0x33)],
];

function markedCoding(bytes: ByteSource, sample: Buffer): TextCoding | null {
  const isAt = (mark: Buffer, at: number) => sample.subarray(at, at + mark.length).equals(mark);
  const [encoding, mark] = MARKS.find(([, bytes]) => isAt(bytes, 0)) ?? [];
  if (encoding === undefined || mark === undefined) return null;
  let start = mark.length;
  // Some programs put one before a text that has one.
  while (isAt(mark, start)) start += mark.length;
  if (encoding !== 'utf-8') return { ...sound(encoding), start, broken: !fits(bytes, start, encoding) };
  if (isUtf8Throughout(bytes, start)) return { ...sound(encoding), start };
  return { ...sound(likelierEncoding(sample.subarray(start))), start, broken: true };
}

function fits(
  bytes: ByteSource,
  start: number,
  encoding: TextEncoding | 'big5',
  isText: (text: string) => boolean = () => true,
): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return everySlice(bytes, start, (slice, isLast) => {
    try {
      return isText(decoder.decode(slice, { stream: !isLast }));
    } catch {
      return false;
    }
  });
}

function hasNoZero(text: string): boolean {
  return !text.includes('\0');
}

function isUtf8Throughout(bytes: ByteSource, start: number): boolean {
  for (let at = start; ; ) {
    const slice = bytes(at, SLICE);
    if (slice.length < SLICE) return isUtf8(slice);
    const characters = slice.subarray(0, lastCharacter(slice));
    if (!isUtf8(characters)) return false;
    at += characters.length;
  }
}

/** Where the last character of UTF-8 begins, which may be cut short. */
function lastCharacter(slice: Buffer): number {
  let at = slice.length - 1;
  while (at > slice.length - 4 && ((slice[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Share of the first bytes that are control characters other than white space and escape. */
function controlShare(sample: Buffer): number {
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls++;
  }
  return sample.length === 0 ? 0 : controls / sample.length;
}

/** So many different pairs of GB18030 are never all valid UTF-8 by chance, which one in eight is. */
const MOST_BY_CHANCE = 12;

/**
 * Valid UTF-8 that has other than ASCII, but no character of three bytes or more, as every Chinese one has: much
 * rather GB18030 whose pairs happen to be valid, if they are few.
 */
function hasNoChinese(bytes: ByteSource): boolean {
  const pairs = new Set<number>();
  let lead = 0;
  const isSo = everySlice(bytes, 0, (slice) => {
    if (isAscii(slice)) return true;
    for (const byte of slice) {
      if (byte >= CHINESE) return false;
      if (lead > 0) pairs.add(256 * lead + byte);
      lead = byte >= 0xc0 ? byte : 0;
    }
    return pairs.size <= MOST_BY_CHANCE;
  });
  return isSo && pairs.size > 0;
}

/**
 * Whether a text that is valid GB18030 would hold mostly characters that nobody uses: in simplified Chinese nearly all are
 * those of the first level.
 */
function isRatherBig5(sample: Buffer): boolean {
  let common = 0;
  let rare = 0;
  for (let at = 0; at + 1 < sample.length; ) {
    const lead = sample[at] ?? 0;
    const trail = sample[at + 1] ?? 0;
    if (lead < 0x80) at++;
    else {
      at += trail >= 0x30 && trail <= 0x39 ? 4 : 2;
      if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
      else if (lead > 0xa3 || lead < 0xa1 || trail < 0xa1) rare++;
    }
  }
  return rare > common;
}

/** Whether more lines that hold Chinese in UTF-8 are sound than lines are broken: by chance a line of GB18030 is, but not most. */
function isMostlyUtf8(sample: Buffer): boolean {
  let others = 0;
  let utf8 = 0;
  for (const line of linesOf(sample)) {
    if (!isUtf8(line)) others++;
    else if (line.some((byte) => byte >= CHINESE)) utf8++;
  }
  return utf8 > others;
}

/** UTF-8 unless more lines are broken in it but sound in GB18030 than are sound in UTF-8. */
function likelierEncoding(sample: Buffer): 'utf-8' | 'gb18030' {
  let utf8 = 0;
  let chinese = 0;
  for (const line of linesOf(sample)) {
    if (!isUtf8(line)) chinese += soundLines(line, 'gb18030') === null ? 0 : 1;
    else if (!isAscii(line)) utf8++;
  }
  return chinese > utf8 ? 'gb18030' : 'utf-8';
}

function* linesOf(sample: Buffer): Generator<Buffer> {
  // The last line of many is cut short.
  const length = sample.length < SAMPLE ? sample.length : sample.lastIndexOf(LINE_FEED) + 1;
  for (let from = 0; from < length; ) {
    const end = lineEnd(sample, from);
    yield sample.subarray(from, end);
    from = end;
  }
}
