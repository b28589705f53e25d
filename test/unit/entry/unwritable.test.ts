import { expect, test } from 'vitest';
import { emptyDraft, withActivity, withAnswer } from '../../../src/entry/draft.ts';
import { MOST_CHARACTERS, unwritable, unwritableAnswer } from '../../../src/entry/unwritable.ts';
import { scheme } from '../../support/returns.ts';

test.each([
  ['', null],
  ['招聘会\n第二行\t"=1"', null],
  ['𠮷😀', null],
  ['长'.repeat(MOST_CHARACTERS), null],
  ['长'.repeat(MOST_CHARACTERS + 1), 'tooLong'],
  ['甲\u0000', 'control'],
  ['\u001b[31m', 'control'],
  ['甲\ud83d', 'control'],
  ['甲\uffff', 'control'],
])('%#: what no cell can hold', (text, why) => {
  expect(unwritable(text)).toBe(why);
});

test('the first such answer of a draft', () => {
  const blank = emptyDraft({ scheme, bureau: '441302', period: '2024Q1', forms: ['summary'], regions: ['441302'] });
  const target = { form: 'summary', region: '441302', item: 't5_job_fairs' } as const;
  const draft = withActivity(withAnswer(blank, target, '3'), { title: '甲', venue: '\u0007' }).draft;
  expect(unwritableAnswer(withAnswer(blank, target, '3'))).toBeNull();
  expect(unwritableAnswer(draft)).toEqual({ target: { form: 'ledger', activity: 1, item: 'venue' }, why: 'control' });
});
