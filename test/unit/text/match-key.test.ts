import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchKey } from '../../../src/text/match-key.ts';

/** What a match key is, step by step. */
function byTheBook(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/["'“”‘’「」『』〝〞]/gu, '')
    .toUpperCase()
    .normalize('NFKC');
}

describe('matchKey', () => {
  test.each([
    ['广州市小计', '广州市小计'],
    ['2024-01-05', '2024-01-05'],
    ['', ''],
    ['合 计', '合计'],
    ['合\u200B计\n', '合计'],
    ['（万元）', '(万元)'],
    ['“一带一路”活动', '一带一路活动'],
    ["it's", 'ITS'],
    ['第１期abc', '第1期ABC'],
    ['ß', 'SS'],
    ['龍', '龍'],
  ])('%j is %j', (text, key) => expect(matchKey(text)).toBe(key));

  test('each character of the basic plane alone and behind another', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (matchKey(character) !== byTheBook(character)) expect(matchKey(character)).toBe(byTheBook(character));
      const behind = `会${character}`;
      if (matchKey(behind) !== byTheBook(behind)) expect(matchKey(behind)).toBe(byTheBook(behind));
      if (code === 0xfdfa || code === 0xfdfb) continue;
      const within = `${'会'.repeat(64)}a${character}a`;
      if (matchKey(within) !== byTheBook(within)) expect(matchKey(within)).toBe(byTheBook(within));
    }
  });

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (one) => matchKey(matchKey(one)) === matchKey(one)),
      { numRuns: 2000 },
    );
    expect(matchKey(matchKey('\u03b0'))).toBe(matchKey('\u03b0'));
  });

  test('any text', () => {
    const character = fc.constantFrom(...'会 A a1（)“"\'「\u3000\u200B\u0301ﬁ㈱㎡。·-/:~`');
    const text = fc.oneof(fc.string({ unit: character }), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(text, (one) => matchKey(one) === byTheBook(one)));
    // Long texts are read letter by letter, as far as no letter changes another.
    const letter = fc.oneof(
      character,
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    const spelled = (one: string) => !/[\ufdfa\ufdfb]/.test(one);
    const long = fc.string({ unit: letter, minLength: 64, maxLength: 200 }).filter(spelled);
    fc.assert(
      fc.property(long, (one) => matchKey(one) === byTheBook(one)),
      { numRuns: 2000 },
    );
  });
});
