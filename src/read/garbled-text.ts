import { TextDecoder } from 'node:util';

const SAMPLE = 65_536;
/** A name or two may be odd; so many characters are not. */
const LEAST = 40;
const HAN = /\p{Script=Han}/u;

/**
 * Whether a text is what an editor made of Chinese that it took for another encoding, and saved so: mostly characters that
 * nobody writes (UTF-8 taken for GBK: 鍗忎細), Western letters with marks (GBK taken for Latin 1), or question marks.
 */
export function isGarbled(text: string): boolean {
  const counts = { common: 0, rare: 0, western: 0, lost: 0 };
  for (const sign of text.slice(0, SAMPLE)) {
    if (sign === '?' || sign === '\u{fffd}') counts.lost++;
    else if (sign < '\u{80}') continue;
    else if (sign >= '\u{a0}' && sign <= '\u{ff}') counts.western++;
    else if (commonHan().has(sign)) counts.common++;
    else if (HAN.test(sign)) counts.rare++;
  }
  const { common, rare, western, lost } = counts;
  const odd = rare + western + lost;
  return odd >= LEAST && odd > 2 * common;
}

let known: ReadonlySet<string> | null = null;

/** The 3,755 characters of the first level of GB 2312, which nearly all of any text in simplified Chinese are. */
function commonHan(): ReadonlySet<string> {
  known ??= new Set(new TextDecoder('gb18030').decode(firstLevel()));
  return known;
}

function firstLevel(): Uint8Array {
  const pairs: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) pairs.push(lead, trail);
  }
  return Uint8Array.from(pairs);
}
