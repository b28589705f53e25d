import { MOST_SPELLED } from './compatible.ts';
import { ruledKey } from './ruled-key.ts';

const DROP = 0;
/** What its neighbours may change, or what becomes several letters. */
const UNKNOWN = 1;
const UNASKED = 2;

/** Marks, half letters of Hangul and halves of pairs join what stands beside them. */
const JOINING = /[\p{M}\u1100-\u11ff\ud800-\udfff]/u;

/** What each unit of UTF-16 becomes in a match key by itself, as far as it was asked. */
const BECOMES = new Uint16Array(0x10000).fill(UNASKED);
for (let unit = 0x4e00; unit <= 0x9fff; unit++) BECOMES[unit] = unit;
// Long texts are not spelled out.
for (const phrase of '\ufdfa\ufdfb') BECOMES[phrase.charCodeAt(0)] = phrase.charCodeAt(0);

let written = new Uint16Array(1024);

/**
 * The match key of a long text in which no letter changes another, in one pass; null for any other. Files of long texts
 * are keyed a hundred million letters at a time.
 */
export function longKey(text: string): string | null {
  if (written.length < text.length) written = new Uint16Array(2 * text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let unit = BECOMES[code] ?? UNKNOWN;
    if (unit === UNASKED) unit = ask(code);
    if (unit === UNKNOWN) return null;
    if (unit !== DROP) written[length++] = unit;
  }
  if (length <= MOST_SPELLED) return null;
  return Buffer.from(written.buffer, 0, 2 * length).toString('utf16le');
}

function ask(code: number): number {
  const letter = String.fromCharCode(code);
  const key = JOINING.test(letter) ? letter : ruledKey(letter);
  const unit = key === '' ? DROP : key.charCodeAt(0);
  // Control characters are as rare as what is unknown.
  const answer = key.length > 1 || JOINING.test(key) || (key !== '' && unit <= UNASKED) ? UNKNOWN : unit;
  BECOMES[code] = answer;
  return answer;
}
