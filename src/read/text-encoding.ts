import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { PackageError } from '../ooxml/package-error.ts';

/** A text file as UTF-8: most are that already, and only what is asked for of them becomes a string. */
export interface DecodedText {
  readonly utf8: Buffer;
  /** As the WHATWG names it. */
  readonly encoding: TextEncoding;
  /** Some bytes fit no encoding and stand as U+FFFD. */
  readonly broken: boolean;
  /** The bytes are valid in another encoding, too, and nothing says which was meant. */
  readonly unclear: boolean;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const SAMPLE = 65_536;
const LINE_FEED = 0x0a;

/**
 * Decodes a text file: byte order mark, strict UTF-8, UTF-16 by its zero bytes, strict GB18030.
 *
 * When none fits the whole, line by line, so that one broken line does not spoil the others. Null: not a text.
 * Throws `PackageError` when there is no end of broken lines.
 */
export function decodeText(bytes: Buffer): DecodedText | null {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const wide = wideEncoding(bytes);
  const utf16 = wide === null ? null : transcoded(bytes, wide);
  if (wide !== null && utf16 !== null && !utf16.includes(0)) return whole(utf16, wide);
  if (isUtf8(bytes)) {
    if (controlShare(bytes) > 0.3) return null;
    const either = hasNoChinese(bytes) ? transcoded(bytes, 'gb18030') : null;
    if (either !== null) return { ...whole(either, 'gb18030'), unclear: true };
    return whole(bytes, 'utf-8');
  }
  if (controlShare(bytes) > 0.02) return null;
  const chinese = transcoded(bytes, 'gb18030');
  return chinese === null ? decodeLines(bytes) : { ...whole(chinese, 'gb18030'), unclear: isRatherBig5(bytes) };
}

function whole(utf8: Buffer, encoding: TextEncoding): DecodedText {
  return { utf8, encoding, broken: false, unclear: false };
}

function decodeMarked(bytes: Buffer): DecodedText | null {
  const [a, b, c] = bytes;
  const encoding: TextEncoding | null =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (encoding !== null) {
    const utf8 = transcoded(bytes, encoding);
    return utf8 === null ? { ...whole(lenient(bytes, encoding), encoding), broken: true } : whole(utf8, encoding);
  }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return null;
  const rest = bytes.subarray(3);
  return isUtf8(rest) ? whole(rest, 'utf-8') : decodeLines(rest);
}

/** Bytes that are decoded at once: the whole as a string would take more memory than before and after. */
const PIECE = 1024 * 1024;

/** Bytes of another encoding as UTF-8; null when they do not fit it. */
function transcoded(bytes: Buffer, encoding: TextEncoding | 'big5'): Buffer | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  // Two bytes make three, at most: what is not written to costs nothing.
  let utf8 = Buffer.allocUnsafe(Math.ceil(1.5 * bytes.length));
  let filled = 0;
  try {
    for (let from = 0; from < bytes.length; from += PIECE) {
      const text = decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length });
      const end = filled + Buffer.byteLength(text);
      // A single byte hardly ever makes three.
      if (end > utf8.length) utf8 = Buffer.concat([utf8.subarray(0, filled)], Math.max(end, 2 * utf8.length));
      utf8.write(text, filled);
      filled = end;
    }
  } catch {
    return null;
  }
  return utf8.subarray(0, filled);
}

function lenient(bytes: Buffer, encoding: TextEncoding): Buffer {
  return Buffer.from(new TextDecoder(encoding).decode(bytes));
}

/** The UTF-16 that zero bytes and line ends speak for; ASCII characters have a zero byte, Chinese ones hardly ever. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, SAMPLE);
  let even = 0;
  let odd = 0;
  let littleLines = 0;
  let bigLines = 0;
  for (let at = 0; at + 1 < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
    if (bytes[at] === LINE_FEED && bytes[at + 1] === 0) littleLines++;
    if (bytes[at] === 0 && bytes[at + 1] === LINE_FEED) bigLines++;
  }
  if (littleLines > 0 && odd > 4 * even) return 'utf-16le';
  return bigLines > 0 && even > 4 * odd ? 'utf-16be' : null;
}

/** Share of the first bytes that are control characters other than white space and escape. */
function controlShare(bytes: Buffer): number {
  const end = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls++;
  }
  return end === 0 ? 0 : controls / end;
}

/** So many different pairs of GB18030 are never all valid UTF-8 by chance, which one in eight is. */
const MOST_BY_CHANCE = 12;

/**
 * Valid UTF-8 that has other than ASCII, but no character of three bytes or more, as every Chinese one has: much
 * rather GB18030 whose pairs happen to be valid, if they are few.
 */
function hasNoChinese(bytes: Buffer): boolean {
  if (isAscii(bytes) || bytes.some((byte) => byte >= 0xe0)) return false;
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < bytes.length && pairs.size <= MOST_BY_CHANCE; at++) {
    if ((bytes[at] ?? 0) >= 0xc0) pairs.add(bytes.readUInt16BE(at++));
  }
  return pairs.size <= MOST_BY_CHANCE;
}

/**
 * Whether a text that is valid GB18030 would hold mostly characters that nobody uses, and is valid Big5 as well: in
 * simplified Chinese nearly all are those of the first level.
 */
function isRatherBig5(bytes: Buffer): boolean {
  const end = Math.min(bytes.length, SAMPLE);
  let common = 0;
  let rare = 0;
  for (let at = 0; at + 1 < end; ) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0x80) at++;
    else {
      at += trail >= 0x30 && trail <= 0x39 ? 4 : 2;
      if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
      else if (lead > 0xa3 || lead < 0xa1 || trail < 0xa1) rare++;
    }
  }
  return rare > common && transcoded(bytes, 'big5') !== null;
}

const MAX_BROKEN_LINES = 10_000;
/** Bytes that are decoded at once where none of their lines is broken: a decoder for each line costs more than the line. */
const BLOCK = 4096;

function decodeLines(bytes: Buffer): DecodedText {
  const encoding = likelierEncoding(bytes);
  const pieces: Buffer[] = [];
  let broken = 0;

  /** Lines are halved until those stand alone that are broken. */
  function take(from: number, to: number): void {
    const lines = bytes.subarray(from, to);
    const utf8 = sound(lines, encoding);
    if (utf8 !== null) {
      pieces.push(utf8);
      return;
    }
    const half = from + (lines.length >> 1);
    const next = lineEnd(bytes, half);
    const middle = next < to ? next : bytes.lastIndexOf(LINE_FEED, half) + 1;
    if (middle > from && middle < to) {
      take(from, middle);
      take(middle, to);
    } else {
      if (++broken > MAX_BROKEN_LINES) throw new PackageError('encoding');
      pieces.push(lenient(lines, encoding));
    }
  }

  for (let from = 0; from < bytes.length; ) {
    const end = lineEnd(bytes, from + BLOCK);
    take(from, end);
    from = end;
  }
  return { utf8: Buffer.concat(pieces), encoding, broken: true, unclear: false };
}

function sound(lines: Buffer, encoding: 'utf-8' | 'gb18030'): Buffer | null {
  if (encoding === 'gb18030') return transcoded(lines, encoding);
  return isUtf8(lines) ? lines : null;
}

/** UTF-8 unless more lines are broken in it but sound in GB18030 than are sound in UTF-8. */
function likelierEncoding(bytes: Buffer): 'utf-8' | 'gb18030' {
  let utf8 = 0;
  let chinese = 0;
  const sample = Math.min(bytes.length, SAMPLE);
  for (let from = 0; from < sample; ) {
    const end = lineEnd(bytes, from);
    const line = bytes.subarray(from, end);
    if (!isUtf8(line)) chinese += transcoded(line, 'gb18030') === null ? 0 : 1;
    else if (line.some((byte) => byte >= 0x80)) utf8++;
    from = end;
  }
  return chinese > utf8 ? 'gb18030' : 'utf-8';
}

function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LINE_FEED, from);
  return feed < 0 ? bytes.length : feed + 1;
}
