import { expect, test } from 'vitest';
import { findDelimiter } from '../../../src/read/delimiter.ts';
import { isProse } from '../../../src/read/prose.ts';

test.each<[string, string, boolean]>([
  ['a letter', '省民政厅：\n    现将我市台账报上，请审阅。\n惠州市民政局\n', true],
  ['a letter whose sentences have commas', '省厅：\n现将表报上，请审阅。\n如有问题，请联系。\n谢谢，再见。\n', true],
  ['a table', '地市,名称,数量\n惠州市,甲。,1\n', false],
  ['a table with full-width commas', '地市，任务，名称，数量\n惠州市，助力就业，甲。，1\n', false],
  [
    'a table of few columns with a note',
    '指标，本期，单位\n招聘会场次，5，场\n提供岗位数，60，个\n数据截至季末。\n',
    false,
  ],
  ['columns set apart by blanks', '地市    任务    名称\n惠州市  助力就业  甲。\n', false],
  ['a list of names', '甲协会\n乙协会\n', false],
  ['nothing', '', false],
])('%s', (_, text, prose) => {
  const { delimiter, fields } = findDelimiter(text);
  expect(isProse(text, delimiter, fields)).toBe(prose);
});
