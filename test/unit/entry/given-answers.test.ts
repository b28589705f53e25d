import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../../src/entry/draft.ts';
import { NOTHING_GIVEN, parseAnswers, withGiven } from '../../../src/entry/given-answers.ts';
import { partsOf } from '../../../src/entry/questions.ts';
import { scheme } from '../../support/returns.ts';

const regions = partsOf(scheme, '441300').map(({ code }) => code);
const blank = emptyDraft({ scheme, bureau: '441300', period: '2024Q1', forms: ['summary', 'ledger'], regions });

describe('a file of answers', () => {
  test('tells figures of the bureau and of regions, activities and reasons', () => {
    const { given, faults } = parseAnswers(
      `\uFEFF${JSON.stringify({
        bureau: '惠州市',
        period: '2024Q1',
        forms: ['summary'],
        summary: { t5_job_fairs: 3, 惠城区: { t5_job_fairs: ' 4场 ', t4_rural_funds: 0.5 } },
        activities: [{ title: '甲', leader_led: true, participants: 120 }],
        reasons: [{ code: 'L108', reason: '核实' }],
        nil: false,
      })}`,
    );
    expect(faults).toEqual([]);
    expect(given).toEqual({
      ...{ bureau: '惠州市', period: '2024Q1', forms: ['summary'], nil: false },
      figures: [
        { region: null, item: 't5_job_fairs', text: '3' },
        { region: '惠城区', item: 't5_job_fairs', text: '4场' },
        { region: '惠城区', item: 't4_rural_funds', text: '0.5' },
      ],
      activities: [{ title: '甲', leader_led: 'TRUE', participants: '120' }],
      reasons: [{ code: 'L108', reason: '核实' }],
    });
  });

  test.each([
    ['{', [['$', 'notJson']]],
    ['[]', [['$', 'notObject']]],
    ['{"summry":{}}', [['$.summry', 'unknownKey']]],
    ['{"summary":[1]}', [['$.summary', 'notObject']]],
    ['{"summary":{"a":null}}', [['$.summary.a', 'notText']]],
    ['{"summary":{"惠城区":{"a":[1]}}}', [['$.summary.惠城区.a', 'notText']]],
    ['{"activities":{}}', [['$.activities', 'notList']]],
    [
      '{"activities":[3,{"a":{}}]}',
      [
        ['$.activities[0]', 'notObject'],
        ['$.activities[1].a', 'notText'],
      ],
    ],
    ['{"forms":["both"]}', [['$.forms[0]', 'notForm']]],
    [
      '{"reasons":[{"code":"L1","why":"x"}]}',
      [
        ['$.reasons[0].why', 'unknownKey'],
        ['$.reasons[0].reason', 'notText'],
      ],
    ],
    ['{"bureau":{}}', [['$.bureau', 'notText']]],
    ['{"nil":"true"}', [['$.nil', 'notBoolean']]],
    [
      '{"nil":1,"bureau":[]}',
      [
        ['$.bureau', 'notText'],
        ['$.nil', 'notBoolean'],
      ],
    ],
  ])('%s has all its faults told', (text, faults) => {
    expect(parseAnswers(text).faults.map(({ at, code }) => [at, code])).toEqual(faults);
  });
});

describe('given answers', () => {
  test('are laid over a draft; regions are found by name or code, later answers win', () => {
    const figures = [
      { region: '惠城区', item: 't5_job_fairs', text: '3' },
      { region: '441302', item: 't5_job_fairs', text: '4' },
    ];
    const { draft, faults } = withGiven(
      blank,
      { ...NOTHING_GIVEN, figures, activities: [{ title: '甲', venue: '' }] },
      scheme,
    );
    expect(faults).toEqual([]);
    expect(draft.summary).toEqual({ '441302': { t5_job_fairs: '4' } });
    expect(draft.activities).toEqual([{ number: 1, answers: { title: '甲' } }]);
    expect(draft.at).toBeNull();
  });

  test.each([
    [{ region: '惠城区', item: 't5_job_fair', text: '3' }, 'unknownItem', 't5_job_fairs'],
    [{ region: null, item: 't5_job_fairs', text: '3' }, 'unknownRegion', null],
    [{ region: '广州市', item: 't5_job_fairs', text: '3' }, 'unknownRegion', null],
    [{ region: '没有的', item: 't5_job_fairs', text: '3' }, 'unknownRegion', null],
  ])('%j names no question: %s', (figure, code, near) => {
    const { faults } = withGiven(blank, { ...NOTHING_GIVEN, figures: [figure] }, scheme);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    if (near !== null) expect(faults[0]?.nearest).toContain(near);
  });

  test('of columns that are never asked are faults', () => {
    const { faults } = withGiven(blank, { ...NOTHING_GIVEN, activities: [{ contact: '某某', titel: '甲' }] }, scheme);
    expect(faults.map(({ at, code }) => [at, code])).toEqual([
      ['activities[0].contact', 'unknownItem'],
      ['activities[0].titel', 'unknownItem'],
    ]);
  });

  test('of a form that is not asked are one fault, however many they are', () => {
    const figures = ['a', 'b', 'c'].map((item) => ({ region: null, item, text: '3' }));
    const ledger = { ...blank, forms: ['ledger'] as const, regions: [] };
    expect(withGiven(ledger, { ...NOTHING_GIVEN, figures }, scheme).faults).toEqual([
      { at: 'summary', code: 'notAsked', value: 'summary', nearest: [] },
    ]);
    const summary = { ...blank, forms: ['summary'] as const };
    const { draft, faults } = withGiven(summary, { ...NOTHING_GIVEN, activities: [{ titel: '甲' }, {}] }, scheme);
    expect(faults).toEqual([{ at: 'activities', code: 'notAsked', value: 'ledger', nearest: [] }]);
    expect(draft.activities).toEqual([]);
  });

  test('may take a nil statement back, and leave it as it is', () => {
    const nil = { ...blank, nil: true };
    const told = (given: boolean | null) => withGiven(nil, { ...NOTHING_GIVEN, nil: given }, scheme).draft.nil;
    expect([told(false), told(null), told(true)]).toEqual([false, true, true]);
  });
});

describe('given reasons', () => {
  const reason = { code: 'L108', item: 't5_jobs_filled', value: '12 / 7', reason: '核实' };
  const county = { ...blank, bureau: '441302', regions: ['441302'] };

  test('of a return of one region are about it', () => {
    const { draft, faults } = withGiven(county, { ...NOTHING_GIVEN, reasons: [reason] }, scheme);
    expect(faults).toEqual([]);
    expect(draft.reasons.map(({ region, bureau, period }) => [region, bureau, period])).toEqual([
      ['441302', '441302', '2024Q1'],
    ]);
  });

  test('of the same place in other spellings are one, the last', () => {
    const reasons = [
      { ...reason, region: '惠城区' },
      { ...reason, region: '441302', reason: '再核实' },
    ];
    expect(withGiven(blank, { ...NOTHING_GIVEN, reasons }, scheme).draft.reasons).toMatchObject([
      { region: '441302', reason: '再核实' },
    ]);
  });

  test.each([
    ['no region where there are several', {}],
    ['an unknown code', { region: '441302', code: 'L999' }],
    ['an unknown item', { region: '441302', item: 'none' }],
    ['a region without an item', { region: '441302', item: '' }],
    ['an unknown region', { region: '没有的' }],
    ['a date that is none', { association: '甲', date: '2024-02-31' }],
    ['a period that is none', { region: '441302', period: '2024Q9' }],
  ])('that explanations.csv would refuse are faults: %s', (_, change) => {
    const { faults } = withGiven(blank, { ...NOTHING_GIVEN, reasons: [{ ...reason, ...change }] }, scheme);
    expect(faults.map(({ at, code }) => [at, code])).toEqual([['reasons[0]', 'notReason']]);
  });
});
