import { CHINESE_DIGITS, NUMERAL_CHARACTERS, parseChineseNumeral, spelledDigits } from './chinese-numeral.ts';
import { fold } from './fold.ts';

// 年, 月, 日, weekdays and times of day are the notation of dates: they stand here and not in the scheme.
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天]';
const WEEKDAYS = new RegExp(`${WEEKDAY}(?:[-~—–至到、]?${WEEKDAY})?`, 'g');
const HALF_DAY = '(?:上午|下午|中午|晚上|早上|凌晨)';
const CLOCK = '(?:(?<!\\d)\\d{1,2}(?::\\d{2}){1,2}(?:\\.\\d+)?|(?<!\\d)\\d{1,2}[点时](?:\\d{1,2}分?|半)?)';
const TIME = `(?:${HALF_DAY} ?${CLOCK}?|全天|${CLOCK}Z?)`;
const TIMES = new RegExp(`${TIME}(?: ?[-~—–至到] ?${TIME})?`, 'g');
const JOINERS = /(?:起?[至到]|[—–―─∼〜~]+|--+)/g;
const YEARS = new RegExp(`[${CHINESE_DIGITS}]+(?=年)`, 'g');
const NUMERALS = new RegExp(`[${NUMERAL_CHARACTERS}]+(?=[月日号季])`, 'g');

/**
 * A date text reduced to its dates: weekdays, times and spaces out, Chinese numerals as digits, joiners as `~`.
 *
 * Null when white space parts two numbers, which then are two dates.
 */
export function dateText(text: string): string | null {
  const dates = fold(text)
    .replace(WEEKDAYS, '')
    .replace(/(?<=\d)T(?=\d)/, ' ')
    .replace(TIMES, '')
    .replace(/\([ ,、]*\)/g, '')
    .trim();
  if (/\d \d/.test(dates)) return null;
  return dates
    .replaceAll(' ', '')
    .replace(/^[自从]/, '')
    .replace(YEARS, (year) => spelledDigits(year) ?? year)
    .replace(NUMERALS, (numeral) => String(parseChineseNumeral(numeral) ?? numeral))
    .replace(JOINERS, '~');
}
