import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, format } from '../../src/decimal/decimal.ts';
import { parseBoolean } from '../../src/normalise/boolean.ts';
import { parseChineseNumeral } from '../../src/normalise/chinese-numeral.ts';
import { checkCreditCode, checkDigit, organisationDigit } from '../../src/normalise/credit-code.ts';
import { parseDateRange } from '../../src/normalise/date.ts';
import { parseMoney } from '../../src/normalise/money.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { parseNumber } from '../../src/normalise/number.ts';
import { numberWords } from '../../src/normalise/number-words.ts';
import { totalLabel } from '../../src/normalise/total-label.ts';
import { periodOf, phraseAt } from '../../src/recognise/period-text.ts';
import { findActivityType, findTask } from '../../src/scheme/dictionary.ts';
import { findRegion, regionIndex } from '../../src/scheme/regions.ts';
import { wordSets } from '../../src/scheme/words.ts';
import { associationKey } from '../../src/text/association-key.ts';
import { withoutNumbering } from '../../src/text/numbering.ts';
import { recognisedFile } from '../support/recognised-files.ts';
import { Q1, scheme } from '../support/returns.ts';

const words = numberWords(scheme);
const NOTATION =
  "0123456789０１２.,，、。:：/／-－—~～+＋()（）%％ 　\n年月日号旬季度第至到起上中下午周星期一二三十百千万亿零〇两廿壹贰元人次场家约近超余多以上左右无EeT'￥、；和底初份晚半○OQ☑□是否采纳惠州城本级任务合计\u200b\ufeff①²½";

/** Any text, and any text of the characters that the grammars know, which goes deeper. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...NOTATION), maxLength: 24 }),
);

describe('no text makes a grammar throw', () => {
  test('and what it reads is a value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const number = parseNumber(text, words);
        if (number !== null && 'value' in number)
          expect(parseNumber(format(number.value), words)).toMatchObject({ value: number.value });
        parseMoney(text, -4, words);
        const range = parseDateRange(text, Q1);
        if (range !== null) expect([range.start, range.end].join()).toMatch(/^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/);
        parseBoolean(text, wordSets(scheme));
        checkCreditCode(text, new Set());
        parseChineseNumeral(text);
        associationKey(text);
        findTask(scheme, text);
        findActivityType(scheme, text, 't5');
        findRegion(regionIndex(scheme), text, '441300');
        totalLabel(text, scheme, '441300');
        withoutNumbering(text);
        const phrase = phraseAt(text.normalize('NFKC').toUpperCase(), 0);
        if (phrase !== null) periodOf(phrase.phrase, 'quarter', 2024);
      }),
      { numRuns: 3000 },
    );
  });

  test('and white space, invisible characters and an apostrophe around it change nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const typed = `' \u200b${text}\u3000\n`;
        expect(parseNumber(typed, words)).toEqual(parseNumber(text, words));
        expect(parseMoney(typed, 0, words)).toEqual(parseMoney(text, 0, words));
        expect(parseDateRange(typed, Q1)).toEqual(parseDateRange(text, Q1));
        expect(parseBoolean(typed, wordSets(scheme))).toBe(parseBoolean(text, wordSets(scheme)));
      }),
      { numRuns: 2000 },
    );
  });

  test('nor does a long one hold it up', () => {
    const piece = fc.constantFrom(
      ...NOTATION,
      '1,',
      '3月5、',
      '9:00-',
      '☑是',
      '第一、',
      '一、',
      '惠州市/',
      '1 ',
      '是（',
    );
    fc.assert(
      fc.property(piece, fc.constantFrom('', 'x', '元', '日', '）'), (unit, ending) => {
        // Quadratic work on the longest would take longer than any test may.
        for (const length of [59, 119, 160_000]) {
          const text = unit.repeat(length).slice(0, length) + ending;
          parseNumber(text, words);
          parseDateRange(text, Q1);
          parseBoolean(text, wordSets(scheme));
          checkCreditCode(text, new Set());
          findTask(scheme, text);
          findActivityType(scheme, text, null);
          findRegion(regionIndex(scheme), text, null);
          totalLabel(text, scheme, '441300');
          phraseAt(text, 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nor a ledger cell: every row stays an activity', () => {
    const columns = scheme.columns.map(({ id }) => id);
    const row = fc.array(fc.option(anyText), { minLength: columns.length, maxLength: columns.length });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const marked = rows.map((cells) => ['行', ...cells.slice(1)]);
        const { value } = normalise(recognisedFile({ columns, rows: marked }), {
          scheme,
          sender: '441300',
          period: Q1,
        });
        expect(value.activities).toHaveLength(rows.length);
        expect(value.rows.data).toBe(rows.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** Decimals of at most 15 digits, six of them behind the point. */
const amount = fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map((units) => (units * 1_000_000n) as Decimal);

describe('what is written is what is read', () => {
  test('numbers, in every style', () => {
    const style = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => ` ${text} 场`,
      (text) => text.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ','),
      (text) => text.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, '，'),
      (text) => text.replace(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (text) => `${text}E+0`,
    );
    fc.assert(
      fc.property(amount, style, (value, styled) => {
        expect(parseNumber(styled(format(value)), words)).toMatchObject({ value, approximate: false, tooFine: false });
      }),
      { numRuns: 500 },
    );
  });

  test('money, in its units', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('元', '万元', '亿元'), fc.constantFrom(-4, 0, 4), (value, unit, power) => {
        const written = format(value);
        const factor = { 元: 10_000n, 万元: 1n, 亿元: 1n }[unit] ?? 1n;
        const expected = unit === '亿元' ? value * 10_000n : value / factor;
        if (unit === '元') expect(value % factor).toBe(0n);
        expect(parseMoney(written + unit, power, words)).toMatchObject({ value: expected, tooFine: false });
      }),
      { numRuns: 500 },
    );
  });

  test('dates, in every style', () => {
    const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2033-12-31'), noInvalidDate: true });
    const style = fc.constantFrom<(y: number, m: number, d: number) => string>(
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}-${m}-${d} 9:30`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      (y, m, d) => `${y % 100}.${m}.${d}`,
      (y, m, d) => `${y}年${m}月${d}日至${y}年${m}月${d}日`,
      (y, m, d) => String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569),
    );
    fc.assert(
      fc.property(day, style, (date, styled) => {
        const iso = date.toISOString().slice(0, 10);
        const written = styled(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(parseDateRange(written, Q1)).toMatchObject({
          start: iso,
          end: iso,
          precision: 'day',
          assumedYear: false,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('Chinese numerals from 0 to 99,999', () => {
    for (let value = 0; value < 100_000; value++) {
      const written = chinese(value);
      if (parseChineseNumeral(written) !== value)
        expect([written, parseChineseNumeral(written)]).toEqual([written, value]);
    }
  });
});

test('a credit code with one character changed is never in order', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const character = fc.constantFrom(...alphabet);
  fc.assert(
    fc.property(
      fc.string({ unit: character, minLength: 8, maxLength: 8 }),
      fc.nat({ max: 17 }),
      character,
      (body, at, other) => {
        const organisation = body + organisationDigit(body);
        const code = `51440300${organisation}`;
        const whole = code + checkDigit(code);
        expect(checkCreditCode(whole, new Set(['440300'])).problems).toEqual([]);
        if (whole.charAt(at) === other) return;
        const changed = whole.slice(0, at) + other + whole.slice(at + 1);
        expect(checkCreditCode(changed, new Set(['440300'])).problems).not.toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

const DIGITS = '零一二三四五六七八九';

/** The customary Chinese numeral of a whole number below 100,000. */
function chinese(value: number): string {
  if (value < 10) return DIGITS.charAt(value);
  if (value >= 10_000) {
    const low = value % 10_000;
    const gap = low > 0 && low < 1000 ? '零' : '';
    return `${chinese(Math.floor(value / 10_000))}万${gap}${low === 0 ? '' : section(low)}`;
  }
  return value < 20 ? section(value).slice(1) : section(value);
}

function section(value: number): string {
  let text = '';
  let gap = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + DIGITS.charAt(digit) + name;
      gap = false;
    }
  }
  return text;
}
