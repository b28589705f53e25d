import { describe, expect, test } from 'vitest';
import {
  type Draft,
  emptyDraft,
  isBlank,
  sameTarget,
  withActivity,
  withAnswer,
  withoutActivity,
} from '../../../src/entry/draft.ts';
import { draftText, parseDraft } from '../../../src/entry/draft-text.ts';
import { scheme } from '../../support/returns.ts';

const blank = emptyDraft({
  scheme,
  bureau: '441300',
  period: '2024Q1',
  forms: ['summary', 'ledger'],
  regions: ['441300'],
});
const filled: Draft = {
  ...withActivity(withAnswer(blank, { form: 'summary', region: '441300', item: 't5_job_fairs' }, '3'), {
    title: '甲“乙”\n丙',
  }).draft,
  reasons: [
    {
      ...{ code: 'L108', bureau: '441300', period: '2024Q1', activity: '', association: '', date: '' },
      ...{ region: '441300', item: 't5_jobs_filled', value: '3 / 2', reason: '核实' },
    },
  ],
  source: { file: '惠州市.xlsx', sha256: 'ab', version: 1, without: [] },
};

describe('the file of a draft', () => {
  test.each([
    ['blank', blank],
    ['filled', filled],
    ['nil', { ...blank, nil: true }],
  ])('reads back: %s', (_, draft) => {
    expect(parseDraft(draftText(draft))).toEqual(draft);
  });

  test.each([
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['another program’s', () => '{"a":1}'],
    ['a later format', (text: string) => text.replace('"huizongDraft": 1', '"huizongDraft": 2')],
    ['answers that are no texts', (text: string) => text.replace('"t5_job_fairs": "3"', '"t5_job_fairs": 3')],
    ['an activity without a number', (text: string) => text.replace('"number": 1', '"number": "1"')],
    ['a form that there is not', (text: string) => text.replace('"ledger"', '"other"')],
    ['nothing', () => ''],
  ])('is refused: %s', (_, spoil) => {
    expect(parseDraft(spoil(draftText(filled)))).toBeNull();
  });
});

describe('activities', () => {
  test('keep their numbers when others go', () => {
    const three = [1, 2, 3].reduce((draft) => withActivity(draft).draft, blank);
    const two = withoutActivity(three, 2);
    expect(two.activities.map(({ number }) => number)).toEqual([1, 3]);
    expect(withActivity(two).number).toBe(4);
  });

  test('that go take the position with them', () => {
    const at = { form: 'ledger', activity: 1, item: 'title' } as const;
    const one = withAnswer(withActivity(blank).draft, at, '甲');
    expect(one.at).toEqual(at);
    expect(withoutActivity(one, 1).at).toBeNull();
  });
});

test('a draft is blank until something is answered', () => {
  expect([isBlank(blank), isBlank(withActivity(blank).draft), isBlank(filled)]).toEqual([true, false, false]);
  const taken = withAnswer(
    withAnswer(blank, { form: 'summary', region: '441300', item: 'a' }, '3'),
    { form: 'summary', region: '441300', item: 'a' },
    '',
  );
  expect(isBlank(taken)).toBe(true);
});

test.each([
  [null, null, true],
  [{ form: 'summary', region: 'a', item: 'x' }, null, false],
  [{ form: 'summary', region: 'a', item: 'x' }, { form: 'summary', region: 'a', item: 'x' }, true],
  [{ form: 'summary', region: 'a', item: 'x' }, { form: 'summary', region: 'b', item: 'x' }, false],
  [{ form: 'ledger', activity: 1, item: 'x' }, { form: 'ledger', activity: 1, item: 'x' }, true],
  [{ form: 'ledger', activity: 1, item: 'x' }, { form: 'ledger', activity: 2, item: 'x' }, false],
  [{ form: 'ledger', activity: 1, item: 'x' }, { form: 'summary', region: 'a', item: 'x' }, false],
] as const)('%j and %j are one place: %s', (a, b, expected) => {
  expect(sameTarget(a, b)).toBe(expected);
});
