import { PackageError } from './package-error.ts';
import { unescapeXml } from './xml-text.ts';

/** Attributes of the start tag that is being told, by the codes of the vocabulary. */
export interface XmlAttributes {
  has(code: number): boolean;
  /** The value; null when the attribute is absent. */
  text(code: number): string | null;
  /** Bytes of a value that is there, at `from(code)` … `to(code)`: spares making a string of a number. */
  bytes(code: number): Buffer;
  from(code: number): number;
  to(code: number): number;
}

/** The tokenizer's side of it. */
export interface AttributeSlots extends XmlAttributes {
  /** Forgets the attributes of the tag before. */
  clear(): void;
  /** Notes a value; `plain` when it stands as it is, without references and white space to be replaced. */
  set(code: number, bytes: Buffer, from: number, to: number, plain: boolean): void;
}

const CODES = 32;
/** Longer values hardly come again. */
const SHORT = 32;
const LAST_ASCII = 0x7f;

const NOTHING = Buffer.alloc(0);

/** Slots for attribute codes below 32: unknown attributes are not held, however many a tag has. */
export function attributeSlots(): AttributeSlots {
  let tag = 1;
  const tags = new Int32Array(CODES);
  const starts = new Int32Array(CODES);
  const ends = new Int32Array(CODES);
  const sources = new Array<Buffer>(CODES).fill(NOTHING);
  /** The value that was last made a string: types and styles of cells come again and again. */
  const latest = new Array<string>(CODES).fill('');

  function textOf(code: number): string {
    const bytes = sources[code] ?? NOTHING;
    const from = starts[code] ?? 0;
    const to = ends[code] ?? 0;
    const before = latest[code] ?? '';
    if (isWritten(before, bytes, from, to)) return before;
    const text = bytes.toString('utf8', from, to);
    if (to - from <= SHORT) latest[code] = text;
    return text;
  }

  return {
    clear() {
      tag++;
    },
    set(code, bytes, from, to, plain) {
      if (tags[code] === tag) throw new PackageError('markup');
      tags[code] = tag;
      if (plain) {
        if (sources[code] !== bytes) sources[code] = bytes;
        starts[code] = from;
        ends[code] = to;
      } else {
        const value = unescapeXml(bytes, from, to, 'attribute');
        sources[code] = value;
        starts[code] = 0;
        ends[code] = value.length;
      }
    },
    has: (code) => tags[code] === tag,
    text: (code) => (tags[code] === tag ? textOf(code) : null),
    bytes: (code) => sources[code] ?? NOTHING,
    from: (code) => starts[code] ?? 0,
    to: (code) => ends[code] ?? 0,
  };
}

/** Whether bytes are those of a text in ASCII; of others never. */
function isWritten(text: string, bytes: Buffer, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > LAST_ASCII || unit !== bytes[from + at]) return false;
  }
  return true;
}
