import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { isGarbled } from '../../../src/read/garbled-text.ts';

const TEXT = '县（市、区）,任务类别,社会组织名称,活动（项目）名称,活动类型,开展时间,参加人次,受益（服务）人次\n'.repeat(
  3,
);

test.each<[string, string, boolean]>([
  ['plain Chinese', TEXT, false],
  ['UTF-8 taken for GBK', iconv.decode(Buffer.from(TEXT), 'gbk'), true],
  ['GBK taken for Latin 1', iconv.decode(iconv.encode(TEXT, 'gbk'), 'latin1'), true],
  ['Chinese lost to question marks', iconv.encode(TEXT, 'ascii').toString(), true],
  ['bytes that no encoding knew', TEXT.replace(/\p{Script=Han}/gu, '\u{fffd}'), true],
  ['a line of it only', iconv.decode(Buffer.from('社会组织名称'), 'gbk'), false],
  ['sound text with a garbled column', `${TEXT}${'鍗忎細鍚嶇О\n'.repeat(20)}`, false],
  ['traditional characters', '地區,協會名稱,活動項目,參與企業,簽約金額,開展時間,備註,惠州市,廣州市\n'.repeat(3), false],
  ['English with questions', 'Which? What? Where?\n'.repeat(10), false],
  ['nothing', '', false],
])('%s', (_, text, garbled) => {
  expect(isGarbled(text)).toBe(garbled);
});
