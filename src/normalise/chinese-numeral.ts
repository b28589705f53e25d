// Numeral characters are notation, as digits are: they stand here and not in the scheme.
const DIGITS: ReadonlyMap<string, string> = new Map(
  ['〇零', '一壹弌', '二贰两兩弍貳', '三叁參叄弎', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (characters, digit) => [...characters].map((character) => [character, String(digit)] as const),
  ),
);
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['拾', '十'],
  ['佰', '百'],
  ['仟', '千'],
  ['萬', '万'],
  ['億', '亿'],
  ['廿', '2十'],
  ['卅', '3十'],
]);

/** Digits of Chinese numerals, for use within a character class. */
export const CHINESE_DIGITS = [...DIGITS.keys()].join('');
/** Characters that a Chinese numeral may hold, for use within a character class. */
export const NUMERAL_CHARACTERS = [CHINESE_DIGITS, ...PLACES.keys(), '万亿', ...VARIANTS.keys()].join('');

/**
 * The whole number that a Chinese numeral names (`十二`, `一千二百`, `廿三`, `壹万贰仟叁佰`), or null.
 *
 * Refused are digits side by side (`三五`: three to five) and clipped numerals (`三百五`, `一万二`), `一亿二千`), which one
 * reader takes for 350 and another for 305.
 */
export function parseChineseNumeral(text: string): number | null {
  if (/\d/.test(text)) return null;
  const plain = [...text].map((character) => DIGITS.get(character) ?? VARIANTS.get(character) ?? character).join('');
  if (plain === '0') return 0;
  return readMyriads(plain, 1e8, false);
}

/** The digits that Chinese digits side by side spell (`二〇二四`: `2024`), as years are written; or null. */
export function spelledDigits(text: string): string | null {
  const digits = [...text].map((character) => DIGITS.get(character) ?? ' ').join('');
  return digits.includes(' ') || digits === '' ? null : digits;
}

/** Sections parted by 亿 (`unit` 10^8) and 万 (10^4). */
function readMyriads(plain: string, unit: number, below: boolean): number | null {
  if (unit === 1) return readSection(plain, below);
  const at = plain.lastIndexOf(unit === 1e8 ? '亿' : '万');
  if (at < 0) return readMyriads(plain, unit / 1e4, below);
  const high = readMyriads(plain.slice(0, at), unit / 1e4, below);
  if (high === null) return null;
  const rest = plain.slice(at + 1);
  // 一亿二千 may have lost its 万.
  if (unit === 1e8 && /^[1-9]/.test(rest) && !rest.includes('万')) return null;
  const low = rest === '' ? 0 : readMyriads(rest, unit / 1e4, true);
  return low === null ? null : high * unit + low;
}

/** 1 to 9999; `below` a higher section a lone digit needs its zero (`一万零二`), at the front there is none. */
function readSection(plain: string, below: boolean): number | null {
  let value = 0;
  let lowest = 10000;
  let digit = 0;
  let zero = false;
  for (const character of plain) {
    const place = PLACES.get(character);
    if (character === '0') {
      if (digit > 0 || zero || (value === 0 && !below)) return null;
      zero = true;
    } else if (place === undefined) {
      if (digit > 0 || !/^[1-9]$/.test(character)) return null;
      digit = Number(character);
    } else {
      if (place >= lowest || (zero && place * 10 === lowest)) return null;
      if (digit === 0 && (place > 10 || zero)) return null;
      value += (digit || 1) * place;
      lowest = place;
      digit = 0;
      zero = false;
    }
  }
  if (digit === 0) return zero || value === 0 ? null : value;
  const follows = lowest === 10 || (lowest === 10000 && !below);
  return zero === follows ? null : value + digit;
}
