/** What may stand between the groups of a number: white space, dashes, dots, invisible characters. */
const GAP = String.raw`[\s\p{Default_Ignorable_Code_Point}\-‐‑‒–—―−_.·・/]{0,3}`;
const MOBILE_GROUPS = [
  [String.raw`1[3-9]\d`, String.raw`\d{4}`, String.raw`\d{4}`],
  [String.raw`1[3-9]\d`, String.raw`\d{3}`, String.raw`\d{5}`],
  [String.raw`1[3-9]\d\d`, String.raw`\d{3}`, String.raw`\d{4}`],
  [String.raw`1[3-9]\d{3}`, String.raw`\d{6}`],
  ['1', '[3-9]', ...Array.from({ length: 9 }, () => String.raw`\d`)],
];
const COUNTRY = String.raw`(?:(?:\+|00)?86${GAP})?`;
const MOBILE = new RegExp(
  String.raw`(?<!\d)${COUNTRY}(?:${MOBILE_GROUPS.map((groups) => groups.join(GAP)).join('|')})(?!\d)`,
  'gu',
);
const IDENTITY = new RegExp(
  `(?<![0-9A-Za-z])${[
    String.raw`[1-9]\d{5}`,
    String.raw`(?:19|20)\d{2}`,
    '(?:0[1-9]|1[0-2])',
    String.raw`(?:0[1-9]|[12]\d|3[01])`,
    String.raw`\d{3}`,
    '[0-9Xx]',
  ].join(GAP)}(?![0-9A-Za-z])`,
  'gu',
);
const WIDE = /[\uff01-\uff5e]/g;
const DECIMAL = /^\s*[+-]?\d+\.\d+\s*$/;
const MOBILE_DIGITS = 11;
/** How much of the text behind a number is looked at for a unit. */
const LONGEST_UNIT = 12;
/** Length of a unified social credit code, in which digits may look like a telephone number. */
const CREDIT_CODE = 18;
const CREDIT_CODE_SHAPE = /^[0-9A-Za-z]{2}\d{6}[0-9A-Za-z]{10}$/;
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';
/** From then on, what looks like a birthday may be the day in the number of a document. */
const YOUNG = 2010;

/**
 * A text with its mobile telephone and identity numbers masked: `138****1234`, `440***********002X`.
 *
 * They are found in plain and full-width digits, also in groups; a decimal number, a credit code, and what
 * `isFigure` says of the text behind a number (a unit of money) stay as they are. Texts without any are returned as is.
 */
export function maskNumbers(text: string, isFigure: (behind: string) => boolean = () => false): string {
  if (!hasDigits(text, MOBILE_DIGITS)) return text;
  const plain = toPlain(text);
  if (DECIMAL.test(plain)) return text;
  const hidden = [...plain.matchAll(IDENTITY), ...plain.matchAll(MOBILE)]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length, mask: maskOf(found) }))
    .filter(
      ({ from, to, mask }) =>
        mask !== null && !inCreditCode(plain, from, to) && !isFigure(plain.slice(to, to + LONGEST_UNIT)),
    )
    .sort((a, b) => a.from - b.from);
  let masked = '';
  let done = 0;
  for (const { from, to, mask } of hidden) {
    if (from < done) continue;
    masked += text.slice(done, from) + mask;
    done = to;
  }
  return masked + text.slice(done);
}

/** Whether all of a text is a mobile telephone number, in whatever groups. */
export function isMobile(text: string): boolean {
  if (!hasDigits(text, MOBILE_DIGITS)) return false;
  const plain = toPlain(text).trim();
  return plain.match(MOBILE)?.[0] === plain;
}

/** Full-width forms made plain; every character keeps its place. */
export function toPlain(text: string): string {
  return text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Whether a text has so many digits at least: most have none, and are not looked into. */
function hasDigits(text: string, least: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) count++;
    if (count === least) return true;
  }
  return false;
}

/** Whether so many digits stand together, with no more than single spaces or hyphens between them. */
export function hasNumber(text: string, least: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) count++;
    else if (count === 0 || !(code === 0x20 || code === 0x2d || code === 0x3000 || code === 0xff0d)) count = 0;
    if (count === least) return true;
  }
  return false;
}

function maskOf(found: string): string | null {
  const digits = found.replace(/[^0-9Xx]/g, '').toUpperCase();
  if (digits.length === CREDIT_CODE)
    return isIdentity(digits) ? `${digits.slice(0, 3)}***********${digits.slice(-4)}` : null;
  const mobile = digits.slice(-MOBILE_DIGITS);
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

/**
 * GB 11643: the birthday is a day, and the last character checks the 17 before it. The check is not asked of those who
 * are grown up: who it is shows in a mistyped number just as well.
 */
function isIdentity(digits: string): boolean {
  const [year = 0, month = 0, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return false;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return year < YOUNG || digits[17] === IDENTITY_CHECKS[sum % 11];
}

/** Whether digits stand within a word that is written as a credit code is. */
function inCreditCode(plain: string, from: number, to: number): boolean {
  const before = /[0-9A-Za-z]*$/.exec(plain.slice(Math.max(0, from - CREDIT_CODE), from))?.[0] ?? '';
  const after = /^[0-9A-Za-z]*/.exec(plain.slice(to, to + CREDIT_CODE))?.[0] ?? '';
  const word = before + plain.slice(from, to) + after;
  return before + after !== '' && CREDIT_CODE_SHAPE.test(word);
}
