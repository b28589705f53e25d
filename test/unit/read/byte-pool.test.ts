import { expect, test } from 'vitest';
import { textOf } from '../../../src/model/grid.ts';
import { bytePool } from '../../../src/read/byte-pool.ts';

test('each text has a number by which it is found, however it is looked up', () => {
  const { texts, indexOf, indexOfBytes } = bytePool();
  const long = '协会'.repeat(100);
  const written = [
    '甲',
    '',
    '乙',
    '甲',
    long,
    'x'.repeat(96),
    'x'.repeat(97),
    '会'.repeat(32),
    '会'.repeat(33),
    long,
    '乙',
  ];
  for (const text of written) {
    const bytes = Buffer.from(`甲${text},乙`);
    expect(textOf({ texts }, indexOfBytes(bytes, 3, 3 + Buffer.byteLength(text)))).toBe(text);
    expect(textOf({ texts }, indexOf(text))).toBe(text);
  }
  const index = indexOf('甲');
  expect(indexOfBytes(Buffer.from('甲'), 0, 3)).toBe(index);
});

test('texts that come again are held once, though many come once and differ in few characters', () => {
  const { texts, indexOfBytes } = bytePool();
  const held = new Set<string>();
  for (let row = 0; row < 100_000; row++) {
    const once = [`第${row}场示例活动`, `编号${1_000_000 + row}`];
    const again = [`示例会展中心${row % 40}号厅`, `示例行业协会第${row % 400}号`, ((row % 5000) / 100).toFixed(2)];
    for (const text of [...once, ...again]) {
      held.add(text);
      const bytes = Buffer.from(text);
      if (textOf({ texts }, indexOfBytes(bytes, 0, bytes.length)) !== text) throw new Error(text);
    }
  }
  expect(held.size).toBeGreaterThan(205_000);
  expect(texts.length).toBeLessThan(1.12 * held.size);
});

test.each(['0', '7', '42', '999999999'])('of the whole number %s no text is kept', (text) => {
  const { texts, indexOf } = bytePool();
  const index = indexOf(text);
  expect(texts).toEqual([]);
  expect(textOf({ texts }, index)).toBe(text);
  expect(indexOf(text)).toBe(index);
});

test.each(['00', '007', '-1', '+1', '1.0', '1e3', '1,000', '１２', '9999999999', '2147483648', ' 1', '1 ', '٣'])(
  '%j is kept as it is written',
  (text) => {
    const { texts, indexOf } = bytePool();
    expect(textOf({ texts }, indexOf(text))).toBe(text);
    expect(texts).toEqual([text]);
  },
);
