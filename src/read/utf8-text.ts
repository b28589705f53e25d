import { isAscii, transcode } from 'node:buffer';

/** Beyond this the memory for a text twice over costs more than the time that it saves. */
const LARGE = 32 * 1024 * 1024;

/** Valid UTF-8 as a string; measured, the way through UTF-16 takes half the time of `toString`, and more memory. */
export function utf8Text(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return bytes.length > LARGE ? bytes.toString('utf8') : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

/** Bytes of a text that is decoded here; longer ones are worth the way through UTF-16. */
const SHORT = 1024;
const room = Buffer.alloc(2 * SHORT);

/** A part of valid UTF-8 as a string; measured, some tens of Chinese characters take a third of the time of `toString`. */
export function utf8Slice(bytes: Buffer, from: number, to: number): string {
  return to - from > SHORT ? utf8Text(bytes.subarray(from, to)) : shortText(bytes, from, to);
}

/** The same of what may turn out to be no UTF-8, which is told later: of such a part any string is given. */
export function uncheckedSlice(bytes: Buffer, from: number, to: number): string {
  return to - from > SHORT ? bytes.toString('utf8', from, to) : shortText(bytes, from, to);
}

function shortText(bytes: Buffer, from: number, to: number): string {
  let end = 0;
  let all = 0;
  for (let at = from; at < to; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let code = length === 1 ? lead : lead & (0x7f >> length);
    for (let more = 1; more < length; more++) code = (code << 6) | ((bytes[at + more] ?? 0) & 0x3f);
    if (length === 4) {
      end = putUnit(0xd7c0 + (code >> 10), end);
      code = 0xdc00 | (code & 0x3ff);
    }
    end = putUnit(code, end);
    all |= lead;
    at += length;
  }
  return all < 0x80 ? bytes.toString('latin1', from, to) : room.toString('utf16le', 0, end);
}

function putUnit(unit: number, at: number): number {
  room[at] = unit & 0xff;
  room[at + 1] = unit >> 8;
  return at + 2;
}
