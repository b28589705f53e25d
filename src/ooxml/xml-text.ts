import { PackageError } from './package-error.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LETTER_X = 0x78;

const ENTITIES = [
  { name: Buffer.from('amp;'), character: AMPERSAND },
  { name: Buffer.from('lt;'), character: 0x3c },
  { name: Buffer.from('gt;'), character: 0x3e },
  { name: Buffer.from('quot;'), character: 0x22 },
  { name: Buffer.from('apos;'), character: 0x27 },
];

/** Longest name of a reference that is looked at: `#x10FFFF` with some leading zeros. */
const LONGEST_NAME = 16;

/** What UTF-8 stands for: in CDATA references are text, in an attribute its own line ends and tabs are spaces. */
export type XmlTextKind = 'text' | 'cdata' | 'attribute';

/**
 * Character data, as UTF-8, with references replaced and line ends made `\n`; throws `PackageError` on an unknown
 * reference. A hundred megabytes may be nothing but references: they are read byte by byte, never as strings.
 */
export function unescapeXml(bytes: Buffer, from: number, to: number, kind: XmlTextKind): Buffer {
  // No character is longer than its reference.
  const out = Buffer.allocUnsafe(to - from);
  const lineEnd = kind === 'attribute' ? SPACE : LINE_FEED;
  let size = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === AMPERSAND && kind !== 'cdata') {
      const end = referenceEnd(bytes, at + 1, to);
      size = putCharacter(out, size, characterOf(bytes, at + 1, end));
      at = end;
    } else if (byte === RETURN) {
      out[size++] = lineEnd;
      if (at + 1 < to && bytes[at + 1] === LINE_FEED) at++;
    } else if (kind === 'attribute' && (byte === TAB || byte === LINE_FEED)) out[size++] = SPACE;
    else out[size++] = byte;
  }
  return out.subarray(0, size);
}

/** Index of the `;` that ends the reference whose name begins at `from`. */
function referenceEnd(bytes: Buffer, from: number, to: number): number {
  const last = Math.min(to, from + LONGEST_NAME + 1);
  for (let at = from; at < last; at++) if (bytes[at] === SEMICOLON) return at;
  throw new PackageError('markup');
}

/** Code point of the reference whose name stands at `from` … `end`. */
function characterOf(bytes: Buffer, from: number, end: number): number {
  if (bytes[from] !== HASH) {
    const entity = ENTITIES.find(({ name }) => isAt(bytes, from, end + 1, name));
    if (entity === undefined) throw new PackageError('markup');
    return entity.character;
  }
  const isHexadecimal = bytes[from + 1] === LETTER_X;
  const base = isHexadecimal ? 16 : 10;
  let code = 0;
  for (let at = from + (isHexadecimal ? 2 : 1); at < end; at++) code = code * base + digit(bytes[at] ?? 0, base);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw new PackageError('markup');
  return code;
}

function isAt(bytes: Buffer, from: number, to: number, name: Buffer): boolean {
  if (to - from !== name.length) return false;
  for (let at = 0; at < name.length; at++) if (bytes[from + at] !== name[at]) return false;
  return true;
}

function digit(byte: number, base: number): number {
  const letter = byte | 0x20;
  const value = letter >= 0x61 ? letter - 0x61 + 10 : byte - 0x30;
  if (value < 0 || value >= base) throw new PackageError('markup');
  return value;
}

/** Writes a character as UTF-8 and returns the size behind it. */
function putCharacter(out: Buffer, size: number, code: number): number {
  let at = size;
  if (code < 0x80) {
    out[at++] = code;
    return at;
  }
  if (code < 0x800) out[at++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) out[at++] = 0xe0 | (code >> 12);
    else {
      out[at++] = 0xf0 | (code >> 18);
      out[at++] = 0x80 | ((code >> 12) & 0x3f);
    }
    out[at++] = 0x80 | ((code >> 6) & 0x3f);
  }
  out[at++] = 0x80 | (code & 0x3f);
  return at;
}

/** The `_xHHHH_` escapes by which OOXML strings hold characters that XML cannot (`_x000D_`, `_x005F_` for `_`). */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
