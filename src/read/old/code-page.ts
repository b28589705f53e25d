import { TextDecoder } from 'node:util';

/** How the byte strings of an old workbook are to be read. */
export interface CodePage {
  /** As the WHATWG names it. */
  readonly encoding: string;
  /** The workbook does not say it, or says another that hardly fits. */
  readonly unclear: boolean;
}

const CHINESE = 'gb18030';
const WESTERN = 'windows-1252';

/** Encodings by the numbers of CODEPAGE records. */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, CHINESE],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, WESTERN],
  [1253, 'windows-1253'],
  [1254, 'windows-1254'],
  [1255, 'windows-1255'],
  [1256, 'windows-1256'],
  [1257, 'windows-1257'],
  [1258, 'windows-1258'],
  [10000, 'macintosh'],
  [10008, CHINESE],
  [20936, CHINESE],
  [0x8000, 'macintosh'],
  [0x8001, WESTERN],
  [54936, CHINESE],
  [65001, 'utf-8'],
]);
/** What writers put that do not care. */
const CARELESS = new Set([WESTERN, 'macintosh']);

/**
 * The code page of byte strings: what the workbook states, unless they speak Chinese against it.
 *
 * Where it states nothing, GB18030 if every string is sound in it.
 */
export function codePageOf(stated: number | null, strings: readonly Buffer[]): CodePage {
  const encoding = stated === null ? undefined : ENCODINGS.get(stated);
  if (encoding !== undefined && !CARELESS.has(encoding)) return { encoding, unclear: false };
  const foreign = strings.filter((bytes) => bytes.some((byte) => byte >= 0x80));
  if (foreign.length === 0) return { encoding: encoding ?? WESTERN, unclear: false };
  const decode = strictDecoder(CHINESE);
  const isSound = foreign.every((bytes) => decode(bytes) !== null);
  if (isSound && (encoding === undefined || pairedShare(foreign) > 0.5)) return { encoding: CHINESE, unclear: true };
  return { encoding: encoding ?? WESTERN, unclear: encoding === undefined };
}

/** Gives the text of bytes, or null when some of them mean nothing in the encoding. */
export function strictDecoder(encoding: string): (bytes: Buffer) => string | null {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
}

/** The share of bytes beyond ASCII that stand in pairs as those of everyday Chinese do, and accented letters do not. */
function pairedShare(strings: readonly Buffer[]): number {
  let beyond = 0;
  let paired = 0;
  for (const bytes of strings) {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) continue;
      const isPair = byte >= 0xa1 && byte <= 0xf7 && (bytes[at + 1] ?? 0) >= 0xa1;
      beyond += isPair ? 2 : 1;
      paired += isPair ? 2 : 0;
      if (isPair) at++;
    }
  }
  return beyond === 0 ? 0 : paired / beyond;
}
