import { expect, test } from 'vitest';
import { compatible } from '../../../src/text/compatible.ts';
import { matchKey } from '../../../src/text/match-key.ts';

const marks = (count: number) => '\u0316\u0301'.repeat(count / 2);

test('is NFKC for what anybody writes', () => {
  for (const text of ['', '惠城区（１）', 'é', 'e\u0301', '\u1100\u1161', `a${marks(30)}`, `${'甲'.repeat(40)}é`])
    expect(compatible(text)).toBe(text.normalize('NFKC'));
});

test('leaves out marks that would have to be put in order by the square of their number', () => {
  // 400,000 marks take minutes when all are put in order.
  const key = compatible(`甲${marks(400_000)}乙`);
  expect(key).toBe(`甲${marks(30)}乙`.normalize('NFKC'));
  expect(matchKey(`a${marks(400_000)}`)).toBe(matchKey(matchKey(`a${marks(400_000)}`)));
});

test('no long text becomes many times as long', () => {
  expect(compatible('（ﷺ）')).toBe('（ﷺ）'.normalize('NFKC'));
  expect(compatible('（ﷺ）ﷻ１２３４５')).toBe('(ﷺ)ﷻ12345');
  expect(compatible('ﷺ'.repeat(16_000))).toHaveLength(16_000);
  expect(matchKey(matchKey('ﷺé'))).toBe(matchKey('ﷺé'));
});
