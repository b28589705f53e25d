import { daysInMonth, type Period, type PeriodKind, period } from '../period/period.ts';

/**
 * A spelling of time as it stands in a text. `named` is a period by name (第一季度, Q1, 上半年), `months` a range of
 * months (1—3月), `year` a year that only gives other spellings their year, `date` a day, which names no period.
 */
export type PeriodPhrase =
  | { readonly kind: 'named'; readonly of: PeriodKind; readonly number: number; readonly year: number | null }
  | { readonly kind: 'months'; readonly first: number; readonly last: number; readonly year: number | null }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'date' };

/** A period read from a phrase; `yearToDate` when the phrase counts from January and is longer than the period. */
export interface PeriodRead {
  readonly period: Period;
  readonly yearToDate: boolean;
}

// The characters of dates are notation, as digits are: they stand here and not in the scheme.
const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const MONTH_NUMBER = `1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]`;
const QUARTER_NUMBER = '[1-4]|[一二三四]';
const GAP = String.raw`[\s._\-/]*`;
const DASH = String.raw`\s*(?:[\-‐‑‒–—―~〜至到]|--|——)\s*`;
const YEAR = String.raw`(?:(?<y4>(?:19|20)\d{2})(?:\s*年度?)?|(?<y2>\d{2})\s*年度?|(?<yh>[〇零○一二三四五六七八九]{4})\s*年度?)`;

/** Up to a day or month: 截至2024年3月31日; the word may have been taken for a mark already. */
const UP_TO = '(?:截[至止]到?|(?<=截[至止]到?))';
const NO_MORE_TIME = String.raw`(?![\d.年月/\-第一二三四QH上下前])`;

const GRAMMAR: readonly { readonly pattern: RegExp; readonly read: (groups: Groups) => PeriodPhrase | null }[] = [
  {
    pattern: sticky(
      String.raw`(?<y4>(?:19|20)\d{2})[年.\-/](?<from>\d{1,2})[月.\-/]0?1日?${DASH}(?:(?<year2>(?:19|20)\d{2})[年.\-/])?(?<to>\d{1,2})[月.\-/](?<day>\d{1,2})日?(?!\d)`,
    ),
    read: (groups) => (endsMonth(groups) ? readMonths(groups) : { kind: 'date' }),
  },
  {
    pattern: sticky(
      String.raw`(?<y4>20\d{2})[.年/](?<from>0?[147]|10)${DASH}(?:(?<year2>20\d{2})[.年/])?(?<to>0?[369]|12)${NO_MORE_TIME}`,
    ),
    read: readMonths,
  },
  {
    pattern: sticky(String.raw`(?:19|20)\d{2}(?:年度?)?${DASH}(?:19|20)\d{2}(?:年度?|(?!年))${NO_MORE_TIME}`),
    read: () => ({ kind: 'date' }),
  },
  {
    pattern: sticky(String.raw`${UP_TO}\s*(?:${YEAR}${GAP})?(?<to>${MONTH_NUMBER})月(?<day>\d{1,2})日`),
    read: (groups) => (endsMonth(groups) ? readMonths({ ...groups, from: '1' }) : { kind: 'date' }),
  },
  {
    pattern: sticky(String.raw`(?:${UP_TO}\s*)?(?:${YEAR}${GAP})?(?<to>${MONTH_NUMBER})月[底末]`),
    read: (groups) => readMonths({ ...groups, from: '1' }),
  },
  {
    pattern: sticky(
      String.raw`(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}(?:[日号]|(?![\d\s]*[月日号\-~—]))`,
    ),
    read: () => ({ kind: 'date' }),
  },
  {
    pattern: sticky(String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`),
    read: () => ({ kind: 'date' }),
  },
  { pattern: sticky(String.raw`(?:${MONTH_NUMBER})月\d{1,2}[日号]`), read: () => ({ kind: 'date' }) },
  {
    pattern: sticky(
      `(?:${YEAR}${GAP}第?|第|(?=[一二三四]))(?<from>${QUARTER_NUMBER})季?度?(?:(?:[、,和及]|${DASH})第?(?<to>${QUARTER_NUMBER}))+季度?`,
    ),
    read: readQuarters,
  },
  {
    pattern: sticky(String.raw`(?:${YEAR}${GAP})?第\s*\((?<n>${QUARTER_NUMBER})\)\s*季度?`),
    read: (groups) => named('quarter', groups),
  },
  {
    pattern: sticky(String.raw`(?<y2>\d{2})Q(?<n>[1-4])(?![\dA-Z])`),
    read: (groups) => named('quarter', groups),
  },
  {
    pattern: sticky(String.raw`(?:${YEAR}${GAP})?第?\s*(?<n>${QUARTER_NUMBER})\s*季度?`),
    read: (groups) => named('quarter', groups),
  },
  {
    pattern: sticky(`(?:${YEAR}${GAP})?前(?<n>[2-4]|[二三四])个?季度`),
    read: (groups) => ({ kind: 'months', first: 1, last: 3 * (numberOf(groups['n']) ?? 0), year: yearOf(groups) }),
  },
  {
    pattern: sticky(String.raw`(?:${YEAR}${GAP})?Q(?<n>[1-4])(?![\dA-Z])`),
    read: (groups) => named('quarter', groups),
  },
  {
    pattern: sticky(`(?:${YEAR}${GAP})?(?<n>[上下])半年度?`),
    read: (groups) => named('half', { ...groups, n: groups['n'] === '上' ? '1' : '2' }),
  },
  { pattern: sticky(String.raw`${YEAR}${GAP}H(?<n>[12])(?![\dA-Z])`), read: (groups) => named('half', groups) },
  {
    pattern: sticky(
      String.raw`(?:${YEAR}${GAP})?(?<from>${MONTH_NUMBER})(?:\s*月份?)?${DASH}(?:(?<year2>(?:19|20)\d{2})\s*年\s*)?(?<to>${MONTH_NUMBER})\s*月份?(?!\d)`,
    ),
    read: readMonths,
  },
  {
    pattern: sticky(
      String.raw`(?:(?<y4>(?:19|20)\d{2})|(?<y2>\d{2})|(?<yh>[〇零○一二三四五六七八九]{4}))(?:年度|年?全年)`,
    ),
    read: (groups) => named('year', { ...groups, n: '1' }),
  },
  {
    pattern: sticky(String.raw`(?<y4>(?:19|20)\d{2})-(?<n>0[1-9]|1[0-2])(?!\d)`),
    read: (groups) => named('month', groups),
  },
  {
    pattern: sticky(String.raw`(?:${YEAR}${GAP})?(?<n>${MONTH_NUMBER})\s*月份?(?!\d)`),
    read: (groups) => named('month', groups),
  },
  {
    pattern: sticky(
      String.raw`(?:(?<y4>(?:19|20)\d{2})(?!\d)(?:\s*年)?|(?<y2>\d{2})\s*年|(?<yh>[〇零○一二三四五六七八九]{4})年)`,
    ),
    read: (groups) => asYear(groups),
  },
];

/** What a phrase may begin with; most of a name shows by this that no phrase begins there. */
const BEGINNINGS = /[\s\d〇零○一二三四五六七八九十第截前上下Q]/u;

type Groups = Readonly<Record<string, string | undefined>>;

function sticky(source: string): RegExp {
  return new RegExp(source, 'yu');
}

/**
 * The phrase that begins at a position of a folded text (NFKC, upper case), and where it ends; null when none does.
 * The caller sees to it that no digit stands just before.
 */
export function phraseAt(text: string, at: number): { readonly phrase: PeriodPhrase; readonly end: number } | null {
  if (!BEGINNINGS.test(text.charAt(at))) return null;
  for (const { pattern, read } of GRAMMAR) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const phrase = match ? read(match.groups ?? {}) : null;
    if (match && phrase) return { phrase, end: at + match[0].length };
  }
  return null;
}

/**
 * The period a phrase names; null when it has no year, or is a date, a mere year or a range that is no period.
 *
 * A range from January to the end of a period of `kind` is that period, told year to date: 1—6月 is the second quarter.
 */
export function periodOf(phrase: PeriodPhrase, kind: PeriodKind, otherYear: number | null): PeriodRead | null {
  if (phrase.kind === 'date' || phrase.kind === 'year') return null;
  const year = phrase.year ?? otherYear;
  if (year === null) return null;
  if (phrase.kind === 'named') return plain(period(phrase.of, year, phrase.number));
  const { first, last } = phrase;
  const months = MONTHS[kind];
  if (first === 1 && last % months === 0) {
    const read = period(kind, year, last / months);
    return read && { period: read, yearToDate: last > months };
  }
  const other = KINDS.find((one) => last - first + 1 === MONTHS[one] && last % MONTHS[one] === 0);
  return other === undefined ? null : plain(period(other, year, last / MONTHS[other]));
}

/** Whether a folded text is a period that nobody has filled in: 年第 季度, 202X年第X季度, brackets. */
export function isUnfilledPeriod(key: string): boolean {
  return /[X×_○]/u.test(key) || /^[年月日第季度份至()[\]\-—*/.]*$/u.test(key);
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

const KINDS = ['month', 'quarter', 'half', 'year'] as const;

function plain(read: Period | null): PeriodRead | null {
  return read && { period: read, yearToDate: false };
}

function named(of: PeriodKind, groups: Groups): PeriodPhrase | null {
  const number = numberOf(groups['n']);
  return number === null ? null : { kind: 'named', of, number, year: yearOf(groups) };
}

function readMonths(groups: Groups): PeriodPhrase | null {
  const first = numberOf(groups['from']);
  const last = numberOf(groups['to']);
  const year = yearOf(groups);
  if (first === null || last === null) return null;
  const end = groups['year2'];
  if (first > last || (end !== undefined && Number(end) !== year)) return { kind: 'date' };
  return { kind: 'months', first, last, year };
}

/** 第一、二季度 are the months of both. */
function readQuarters(groups: Groups): PeriodPhrase | null {
  const first = numberOf(groups['from']);
  const last = numberOf(groups['to']);
  if (first === null || last === null) return null;
  if (first >= last) return { kind: 'date' };
  return { kind: 'months', first: first * 3 - 2, last: last * 3, year: yearOf(groups) };
}

/** Whether the last day of a range of days ends its month; in a February without a year both may be its last. */
function endsMonth(groups: Groups): boolean {
  const year = yearOf(groups);
  const month = numberOf(groups['to']);
  const day = Number(groups['day']);
  if (month === null || month < 1 || month > 12) return false;
  if (year === null) return day === daysInMonth(2024, month) || day === daysInMonth(2023, month);
  return day === daysInMonth(year, month);
}

function asYear(groups: Groups): PeriodPhrase | null {
  const year = yearOf(groups);
  return year === null ? null : { kind: 'year', year };
}

function yearOf({ y4, y2, yh }: Groups): number | null {
  if (y4 !== undefined) return Number(y4);
  if (y2 !== undefined) return 2000 + Number(y2);
  if (yh === undefined) return null;
  const year = Number([...yh.replace(/[零○]/g, '〇')].map((numeral) => NUMERALS.indexOf(numeral)).join(''));
  return year >= 1900 && year < 2100 ? year : null;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const numeral = NUMERALS.indexOf(text);
  return numeral >= 0 ? numeral : Number(text);
}
