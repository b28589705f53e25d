import { expect, test } from 'vitest';
import { csvText } from '../../../src/render/csv.ts';

test('a table opens in Excel as it is', () => {
  expect(csvText([['单位', 'a,b', 3, null]])).toBe('\uFEFF单位,"a,b",3,\r\n');
});

test.each([
  ['=HYPERLINK("http://a.invalid")', `"'=HYPERLINK(""http://a.invalid"")"`],
  ['+1', `'+1`],
  ['-1', `'-1`],
  ['@a', `'@a`],
  ['＝1', `'＝1`],
  ['a\nb', '"a\nb"'],
  ['a\u202Eb', 'a\\u202Eb'],
  ['2024-04-20', '2024-04-20'],
])('the text %j is the cell %j', (text, cell) => {
  expect(csvText([[text]])).toBe(`\uFEFF${cell}\r\n`);
});
