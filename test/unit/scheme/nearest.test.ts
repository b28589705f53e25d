import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../../src/scheme/nearest.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['惠诚区', ['惠城区', '惠阳区', '博罗县'], ['惠城区', '惠阳区']],
  ['惠城', ['惠城区', '惠阳区'], ['惠城区']],
  ['惠城区桥西街道办事处', ['惠城区', '惠阳区'], ['惠城区']],
  ['区惠', ['惠区'], []],
  ['甲', ['甲', '乙'], ['甲']],
  ['惠州市', ['长沙县'], []],
  ['', ['甲'], []],
  ['甲', ['', '甲甲甲'], []],
])('%s among %j', (text, names, expected) => {
  expect(nearest(text, names)).toEqual(expected);
});

/** The plain definition: all changes counted, however unlike the texts. */
function changes(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = changes(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(rest, changes(a.slice(1), b) + 1, changes(a, b.slice(1)) + 1);
}

test('what is passed over early has more than half of its letters changed', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const within = Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a));
      const isLike = within || changes(a, b) / Math.max(a.length, b.length) <= 0.5;
      expect(nearest(a, [b])).toEqual(isLike ? [b] : []);
    }),
  );
});
