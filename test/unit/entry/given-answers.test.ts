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
});
