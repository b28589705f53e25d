import { CHINESE_DIGITS, NUMERAL_CHARACTERS, parseChineseNumeral, spelledDigits } from './chinese-numeral.ts';
import { fold } from './fold.ts';

// 年, 月, 日, weekdays and times of day are the notation of dates: they stand here and not in the scheme.
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天]';
const WEEKDAYS = new RegExp(`${WEEKDAY}(?:[-~—–至到、]?${WEEKDAY})?`, 'g');
const HALF_DAY = '(?:上[、/]?下午|上午|下午|中午|午后|傍晚|晚上|晚间|早上|清晨|凌晨|早晨|[早晚])';
const CLOCK = '(?:(?<!\\d)\\d{1,2}(?::\\d{2}){1,2}(?:\\.\\d+)?|(?<!\\d)\\d{1,2}[点时](?:\\d{1,2}分?|半)?)';
/** `9` of `9-11时`. */
const BARE_HOUR = '(?<=[日号] ?)\\d{1,2}(?= ?[-~—–至到] ?\\d{1,2}[点时])';
/** Of world time only what is the same day in China. */
const ZONE = '(?:(?<=(?<![\\d:])(?:0?\\d|1[0-5])(?::\\d{2}){1,2}(?:\\.\\d+)?)Z|\\+08:?00)';
const TIME = `(?:${HALF_DAY} ?${CLOCK}?|全天|半天|${CLOCK}(?: ?[AP]M|${ZONE})?|${BARE_HOUR})`;
const TIMES = new RegExp(`${TIME}(?: ?[-~—–至到] ?${TIME})?`, 'g');
const JOINERS = /(?:起?[至到]|[—–―─∼〜~]+|--+)/g;
const HYPHENS = /[\u2010\u2011\u2212\ufe63]/g;
/** The zero of a year is written in many ways: 二〇二四, 二○二四, 二O二四. */
const YEARS = new RegExp(`(?<![\\d${CHINESE_DIGITS}])[${CHINESE_DIGITS}○O0]{4}(?=年)`, 'g');
const NUMERALS = new RegExp(`[${NUMERAL_CHARACTERS}]+(?=(?:[-~—–至到][${NUMERAL_CHARACTERS}]+)?[月日号季])`, 'g');
/** How long it took, behind the date: `（3天）`. */
const DURATION = /\(共?\d{1,3}天\)$/;
/** Parts of a month by other names than 上旬, 中旬 and 下旬. */
const THIRDS: readonly (readonly [RegExp, string])[] = [
  [/月初(?=$|[-~])/g, '月上旬'],
  [/月中(?=$|[-~])/g, '月中旬'],
  [/月[底末](?=$|[-~])/g, '月下旬'],
];

/**
 * A date text reduced to its dates: weekdays, times and spaces out, Chinese numerals as digits, joiners as `~`.
 *
 * Null when white space parts two numbers, which then are two dates.
 */
export function dateText(text: string): string | null {
  const dates = fold(text)
    .replace(HYPHENS, '-')
    .replace(WEEKDAYS, '')
    .replace(/(?<=\d)T(?=\d)/, ' ')
    .replace(TIMES, '')
    .replace(/\([ ,、]*\)/g, '')
    .trim();
  if (/\d \d/.test(dates)) return null;
  const digits = dates
    .replaceAll(' ', '')
    .replace(/^[自从]/, '')
    .replace(/(?<=[日号])起$|(?<=\d)\.$/, '')
    .replaceAll('元月', '1月')
    .replace(YEARS, (year) => spelledDigits(year.replace(/[○O0]/g, '〇')) ?? year)
    .replace(NUMERALS, (numeral) => String(parseChineseNumeral(numeral) ?? numeral))
    .replace(JOINERS, '~')
    .replaceAll('月份', '月')
    .replace(DURATION, '');
  return THIRDS.reduce((text, [spelling, third]) => text.replace(spelling, third), digits);
}
