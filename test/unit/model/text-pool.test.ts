import { expect, test } from 'vitest';
import { textPool } from '../../../src/model/text-pool.ts';

test('each text has a number by which it is found', () => {
  const { texts, indexOf } = textPool();
  const written = ['甲', '', '乙', '甲', '', 'x'.repeat(500), '乙', 'x'.repeat(500)];
  expect(written.map((text) => texts[indexOf(text)])).toEqual(written);
});

test('a long text that comes again is held once, and one that differs within only is told apart', () => {
  const { texts, indexOf } = textPool();
  const name = (sign: string) => `${'协会'.repeat(100)}${sign}${'分会'.repeat(100)}`;
  const first = indexOf(name('甲'));
  expect(indexOf(name('甲'))).toBe(first);
  expect(texts[indexOf(name('乙'))]).toBe(name('乙'));
});

test('texts that come again are held once, though many come once and differ in few characters', () => {
  const { texts, indexOf } = textPool();
  const held = new Set<string>();
  for (let row = 0; row < 100_000; row++) {
    const once = [`第${row}场示例活动`, String(1_000_000 + row)];
    const again = [
      `示例会展中心${row % 40}号厅`,
      `示例行业协会第${row % 400}号`,
      ((row % 5000) / 100).toFixed(2),
      '主办',
    ];
    for (const text of [...once, ...again]) {
      held.add(text);
      if (texts[indexOf(text)] !== text) throw new Error(text);
    }
  }
  expect(held.size).toBeGreaterThan(205_000);
  expect(texts.length).toBeLessThan(1.3 * held.size);
});
