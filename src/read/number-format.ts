/** What a number format makes of a number; `time` is a time of day or a duration without a date. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time';

/** Excel allows 64,000 cell styles; of a file that has more, the first count. */
export const MAX_STYLES = 65_536;

const PERCENT_IDS = new Set([9, 10]);

/** Built-in formats of dates and times: the common ones, and those that East Asian Excel keeps for its own. */
const RANGES: readonly (readonly [NumberKind, number, number])[] = [
  ['date', 14, 17],
  ['time', 18, 21],
  ['date', 22, 22],
  ['date', 27, 31],
  ['time', 32, 35],
  ['date', 36, 36],
  ['time', 45, 47],
  ['date', 50, 54],
  ['time', 55, 56],
  ['date', 57, 58],
];

/** The kind of a built-in format that the file does not spell out. */
export function builtinNumberKind(id: number): NumberKind {
  if (PERCENT_IDS.has(id)) return 'percent';
  return RANGES.find(([, first, last]) => id >= first && id <= last)?.[0] ?? 'number';
}

/** Literal text, escaped characters, padding, then brackets that do not hold an elapsed time. */
const LITERALS = /"[^"]*"?|\\.|[_*]./gsu;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const BRACKETS = /\[[^\]]*\]/g;
/** `General` under its own name, and `G/…`, as localised Excel writes it. */
const GENERAL = /general|g\//gi;
const EXPONENT = /e[+-]/gi;
/** Year, day, era year, weekday; a month alone, as it is no minute without an hour or second. */
const DATE_LETTERS = /[yde]|a{3,4}/i;
const TIME_LETTERS = /[hs]/i;
const MONTH = /m/i;

/** The kind of a format code such as `yyyy"年"m"月"d"日"`, by its first section. */
export function numberKind(code: string): NumberKind {
  const section = code.replace(LITERALS, '').split(';', 1)[0] ?? '';
  if (ELAPSED.test(section)) return 'time';
  const bare = section.replace(BRACKETS, '').replace(GENERAL, '').replace(EXPONENT, '');
  if (DATE_LETTERS.test(bare)) return 'date';
  if (TIME_LETTERS.test(bare)) return 'time';
  if (MONTH.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}
