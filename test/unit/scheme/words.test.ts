import { expect, test } from 'vitest';
import { wordSets } from '../../../src/scheme/words.ts';
import { matchKey } from '../../../src/text/match-key.ts';
import { scheme } from '../../support/returns.ts';

const words = wordSets(scheme);

test('word sets are built once for a scheme', () => {
  expect(wordSets(scheme)).toBe(words);
  expect(wordSets({ ...scheme })).not.toBe(words);
});

test('every list of the scheme has its set', () => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(scheme.words).sort());
});

test.each([
  ['合　计', words.totals],
  ['全省合计', words.totals],
  ['其中', words.ofWhich],
  ['示例', words.samples],
  ['填表说明', words.instructionSheets],
  ['填报单位（盖章）', words.coverLabels.bureau],
  ['报告期', words.coverLabels.period],
  ['计量单位', words.coverLabels.unit],
  ['填报日期', words.coverLabels.date],
  ['联系电话', words.signOffs],
  ['－', words.nilMarks],
  ['／', words.nilMarks],
  ['n/a', words.nilMarks],
  ['零报告', words.nilStatements],
  ['约', words.approximate.before],
  ['余', words.approximate.after],
  ['√', words.yes],
  ['1', words.yes],
  ['false', words.no],
  ['场次', words.countUnits],
  ['市直', words.ownLevel.city],
  ['民政局', words.bureauSuffixes],
  ['台账', words.fileWords],
  ['终稿', words.revisions],
  ['本年累计', words.yearToDate],
])('%s is known', (word, set) => {
  expect(set.has(matchKey(word))).toBe(true);
});

test('money units are powers of ten of 万元', () => {
  expect(['元', '千元', '万元', '亿元'].map((unit) => words.moneyUnits.get(matchKey(unit)))).toEqual([-4, -1, 0, 4]);
});

test.each([
  ['0', words.nilMarks],
  ['万', words.countUnits],
  ['数据', words.totals],
])('%s is not taken for it', (word, set) => {
  expect(set.has(matchKey(word))).toBe(false);
});
