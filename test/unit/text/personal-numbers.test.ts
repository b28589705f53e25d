import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskNumbers } from '../../../src/text/personal-numbers.ts';

describe('mobile numbers', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['联系张三13812345678。', '联系张三138****5678。'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['138－1234－5678', '138****5678'],
    ['138.1234.5678', '138****5678'],
    ['138　1234　5678', '138****5678'],
    ['138\u200b12345678', '138****5678'],
    ['138 123 45678', '138****5678'],
    ['1381 234 5678', '138****5678'],
    ['13812 345678', '138****5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
    ['+8613812345678', '138****5678'],
    ['+86 138 1234 5678', '138****5678'],
    ['0086-13812345678', '138****5678'],
    ['86-13812345678', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['＋８６１３８－１２３４－５６７８', '138****5678'],
    ['微信wx13812345678', '微信wx138****5678'],
    ['13812345678/19912345679', '138****5678/199****5679'],
    ['2024-03-05 13812345678', '2024-03-05 138****5678'],
    ['1.13812345678', '1.13812345678'],
    ['电话1.13812345678', '电话1.138****5678'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });
});

describe('identity numbers', () => {
  test.each([
    ['440103199001011236', '440***********1236'],
    ['11010519491231002X', '110***********002X'],
    ['11010519491231002x', '110***********002X'],
    ['身份证110105 19491231 002X号', '身份证110***********002X号'],
    ['１１０１０５１９４９１２３１００２Ｘ', '110***********002X'],
    // Mistyped, or stored as a number that lost its last digits: whose it is still shows.
    ['110105194912310021', '110***********0021'],
    ['440103199001011000', '440***********1000'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });
});

describe('what is no personal number stays', () => {
  test.each([
    // Credit codes, with digits that look like a telephone number or all digits.
    '51440300MJL1712376',
    '5144030050267905XD',
    '514403005026790511',
    '13123456MJL1712376',
    // A day that is none, and the number of a document with its day.
    '110105194902300028',
    '441300202403150012',
    // Figures.
    '12345678901',
    '1381234567',
    '138123456789',
    '13812345678.25',
    '13,812,345,678',
    '6222021234567890123',
    '0.13812345678',
    '2024-03-05至2024-03-07',
    '2024年1月15日13时30分至45分2024人',
  ])('%s', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  test('a number that is told to be a figure', () => {
    expect(maskNumbers('投资13812345678元', (behind) => behind.startsWith('元'))).toBe('投资13812345678元');
  });
});

test('masking twice is masking once, and no number is left', () => {
  const number = fc.constantFrom('13812345678', '138 1234 5678', '１３８１２３４５６７８', '110105 19491231 002X');
  const part = fc.oneof(number, fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const once = maskNumbers(parts.join('，'));
      expect(maskNumbers(once)).toBe(once);
      expect(once.normalize('NFKC').replaceAll(' ', '')).not.toMatch(/13812345678|11010519491231002X/);
    }),
  );
});
