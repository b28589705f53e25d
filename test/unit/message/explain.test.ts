import { describe, expect, test } from 'vitest';
import { decimal, ZERO } from '../../../src/decimal/decimal.ts';
import { explainAll, explainCode, explanationTexts } from '../../../src/message/explain.ts';
import { LANGUAGES } from '../../../src/message/language.ts';
import { DEFAULT_SEVERITY, isProgramCode } from '../../../src/model/finding-codes.ts';
import { findingCodes } from '../../../src/scheme/severities.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { scheme } from '../../support/returns.ts';

const HOLE = /undefined|null|NaN|\[object|\bt\d_|\b44\d{4}\b/;

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const all = explainAll(scheme, language).flatMap(({ codes }) => codes);

  test('explains every code of the program and every rule once, those of the program before the rules', () => {
    expect(all.map(({ code }) => code).toSorted()).toEqual(findingCodes(scheme).toSorted());
    const rules = all.slice(Object.keys(DEFAULT_SEVERITY).length).map(({ code }) => code);
    expect(rules).toEqual(scheme.rules.map(({ id }) => id));
  });

  test.each(all)('$code', ({ code, title, what, why, mend }) => {
    for (const text of [what, why, mend]) {
      expect(text).not.toMatch(HOLE);
      expect(text).toMatch(language === 'en' ? /\.$/ : /。$/);
      expect(text.length).toBeLessThanOrEqual(language === 'en' ? 260 : 120);
    }
    expect(title).not.toMatch(/[.。]$/);
    expect(title).toMatch(language === 'en' ? /[a-z]/ : /\p{Script=Han}/u);
    // One line of a list, beside code and severity.
    if (isProgramCode(code)) expect(displayWidth(title)).toBeLessThanOrEqual(48);
  });

  test('no two codes of the program have one title', () => {
    const titles = Object.values(explanationTexts(language).codes).map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});

test('a rule is told with both sides in names and what it allows', () => {
  expect(explainCode('L107', scheme, 'zh-CN')?.what).toMatch(/^“其中：高校毕业生人数”不应大于“实现就业人数”。对统计表/);
  expect(explainCode('L114', scheme, 'zh-CN')?.what).toContain('“期末交流合作平台数 + 期末供需对接平台数”');
  expect(explainCode('L204', scheme, 'en')?.what).toMatch(/^where "amount signed" is above 0, "projects signed" must/i);
  expect(explainCode('L302', scheme, 'en')?.what).toContain('every row of the ledger');
  expect(explainCode('X302', scheme, 'zh-CN')?.what).toBe(
    '“期末社会组织合作交流平台数”不应大于“上期的期末社会组织合作交流平台数 + 新建合作交流平台数”。' +
      '对统计表的每个地区核对（空着的用台账）。上期没有数或不全的不核对。',
  );
  expect(explainCode('X306', scheme, 'en')?.what).toBe(
    '"training bases at period end" must not exceed "previous training bases at period end + training bases established". ' +
      'By region, where both periods are known.',
  );
  const rules = scheme.rules.map((rule) => ({ ...rule, tolerance: decimal('1.5') ?? ZERO }));
  expect(explainCode('L101', { ...scheme, rules }, 'zh-CN')?.what).toMatch(/，允许相差 1\.5/);
});

test('the severity is the one that the scheme sets', () => {
  const milder = { ...scheme, severity: { DATE_FUTURE: 'info', L101: 'warning' } } as const;
  expect(explainCode('DATE_FUTURE', milder, 'en')?.severity).toBe('info');
  expect(explainCode('L101', milder, 'en')).toMatchObject({
    severity: 'warning',
    mend: explanationTexts('en').rules.mend.warning,
  });
  expect(explainCode('DATE_MISSING', milder, 'en')?.severity).toBe('error');
});

test('a code that nobody has is not explained', () => {
  expect(explainCode('L999', scheme, 'en')).toBeNull();
});
