import { describe, expect, test } from 'vitest';
import { answer, reasonFor } from '../../../src/entry/answer.ts';
import {
  answerAt,
  type Draft,
  emptyDraft,
  type Target,
  withActivity,
  withAnswer,
  withReason,
} from '../../../src/entry/draft.ts';
import { type DraftFinding, judgeDraft } from '../../../src/entry/judge-draft.ts';
import type { JudgeContext } from '../../../src/pipeline/judge-return.ts';
import { Q1, scheme } from '../../support/returns.ts';

const context: JudgeContext = {
  scheme,
  period: Q1,
  asOf: '2024-04-20',
  known: new Map(),
  explanations: { rows: [] },
};
const blank = emptyDraft({
  scheme,
  bureau: '441302',
  period: '2024Q1',
  forms: ['summary', 'ledger'],
  regions: ['441302'],
});

function figure(item: string): Target {
  return { form: 'summary', region: '441302', item };
}

function cell(item: string): Target {
  return { form: 'ledger', activity: 1, item };
}

function codes(findings: readonly DraftFinding[]): readonly string[] {
  return findings.map(({ finding }) => finding.code);
}

describe('a figure', () => {
  test.each([
    ['abc', 'NUMBER_UNREADABLE'],
    ['3-5', 'NUMBER_UNREADABLE'],
    ['-3', 'NUMBER_NEGATIVE'],
    ['2.5', 'NUMBER_NOT_WHOLE'],
    ['13800138000', 'NUMBER_TELEPHONE'],
    ['150人', 'NUMBER_UNREADABLE'],
  ])('%s is refused as %s, and the draft stays as it was', (text, code) => {
    const before = withAnswer(blank, figure('t5_job_fairs'), '7');
    const { draft, refused } = answer(before, figure('t5_job_fairs'), text, context);
    expect(codes(refused)).toEqual([code]);
    expect(draft).toEqual(before);
  });

  test.each([['12'], ['1,200'], ['12场'], ['无'], ['—'], ['未开展'], ['０']])('%s is taken without a word', (text) => {
    const { draft, refused, errors, warnings } = answer(blank, figure('t5_job_fairs'), ` ${text} `, context);
    expect([refused, errors, warnings]).toEqual([[], [], []]);
    expect(answerAt(draft, figure('t5_job_fairs'))).toBe(text);
    expect(draft.at).toEqual(figure('t5_job_fairs'));
  });

  test('in another unit of money is read as that', () => {
    const { draft } = answer(blank, figure('t4_rural_funds'), '1.2亿元', context);
    const { filed } = judgeDraft(draft, context);
    expect(filed.summary.filter(({ value }) => value !== null).map(({ value }) => value)).toEqual([
      12_000n * 10n ** 12n,
    ]);
  });

  test('that is only about so much is a warning', () => {
    expect(codes(answer(blank, figure('t5_job_fairs'), '约20', context).warnings)).toEqual(['NUMBER_APPROXIMATE']);
  });

  test('larger than its total is kept and told, whichever of both was answered last', () => {
    const total = answer(blank, figure('t5_jobs_filled'), '30', context).draft;
    const part = answer(total, figure('t5_graduates_filled'), '40', context);
    expect(codes(part.errors)).toEqual(['L107']);
    expect(answerAt(part.draft, figure('t5_graduates_filled'))).toBe('40');
    expect(codes(answer(part.draft, figure('t5_jobs_filled'), '35', context).errors)).toEqual(['L107']);
    expect(codes(answer(part.draft, figure('t5_jobs_filled'), '40', context).errors)).toEqual([]);
  });

  test('is not blamed for an error that stands elsewhere', () => {
    const wrong = withAnswer(withAnswer(blank, figure('t5_jobs_filled'), '3'), figure('t5_graduates_filled'), '4');
    const { errors, warnings } = answer(wrong, figure('t6_surveys'), '5', context);
    expect([errors, warnings]).toEqual([[], []]);
  });

  test('taken away leaves nothing behind', () => {
    const one = answer(blank, figure('t5_job_fairs'), '3', context).draft;
    expect(answer(one, figure('t5_job_fairs'), '', context).draft.summary).toEqual({ '441302': {} });
  });
});

describe('an activity', () => {
  const begun = withActivity(blank, { task: '助力就业', activity_type: '招聘活动', title: '春季招聘会' }).draft;

  test.each([
    ['date', '2024-13-01', 'DATE_UNREADABLE'],
    ['date', '2024-08-01', 'DATE_FUTURE'],
    ['date', '2024-03-09至2024-03-05', 'DATE_REVERSED'],
    ['uscc', '51440000', 'CREDIT_CODE_WRONG'],
    ['participants', '若干', 'NUMBER_UNREADABLE'],
  ])('refuses %s %s as %s', (item, text, code) => {
    expect(codes(answer(begun, cell(item), text, context).refused)).toEqual([code]);
  });

  test.each([
    ['date', '2024-01-05', []],
    ['date', '3月5日', []],
    ['date', '2023-12-30', ['DATE_OUTSIDE_PERIOD']],
    ['funds', '20000', ['AMOUNT_LARGE']],
  ])('takes %s %s', (item, text, warned) => {
    const { refused, warnings } = answer(begun, cell(item), text, context);
    expect([codes(refused), codes(warnings)]).toEqual([[], warned]);
  });

  test('is held against row rules', () => {
    const filled = answer(begun, cell('jobs_filled'), '3', context).draft;
    expect(codes(answer(filled, cell('graduates_filled'), '5', context).errors)).toEqual(['L302']);
  });

  test('a summary is not held against a ledger that is being typed', () => {
    const summary = withAnswer(begun, figure('t5_jobs_offered'), '100');
    expect(codes(answer(summary, cell('jobs_offered'), '7', context).warnings)).toEqual([]);
    expect(codes(judgeDraft(answer(summary, cell('jobs_offered'), '7', context).draft, context).warnings)).toContain(
      'SUMMARY_LEDGER_DIFFER',
    );
  });
});

describe('a reason', () => {
  function explained(draft: Draft, code: string): Draft {
    const judgement = judgeDraft(draft, context);
    const one = judgement.warnings.find(({ finding }) => finding.code === code);
    const line = one && reasonFor(one, judgement, draft, '已核实，无误，"属实"');
    if (!line) throw new Error(`nothing to explain: ${code}`);
    return withReason(draft, line);
  }

  test('for a figure settles its warning, until the figure changes', () => {
    const warned = answer(blank, figure('t5_job_fairs'), '约20', context).draft;
    const settled = explained(warned, 'NUMBER_APPROXIMATE');
    expect(judgeDraft(settled, context).warnings).toEqual([]);
    expect(codes(judgeDraft(settled, context).explained)).toEqual(['NUMBER_APPROXIMATE']);
    const changed = answer(settled, figure('t5_job_fairs'), '约30', context);
    expect(codes(changed.warnings)).toEqual(['NUMBER_APPROXIMATE']);
  });

  test('for an activity settles its warning', () => {
    const begun = withActivity(blank, { task: '助力就业', title: '春季招聘会', association: '甲协会' }).draft;
    const warned = answer(begun, cell('date'), '2023-12-30', context).draft;
    expect(codes(judgeDraft(explained(warned, 'DATE_OUTSIDE_PERIOD'), context).explained)).toEqual([
      'DATE_OUTSIDE_PERIOD',
    ]);
  });

  test('given twice counts once', () => {
    const warned = answer(blank, figure('t5_job_fairs'), '约20', context).draft;
    const judgement = judgeDraft(warned, context);
    const [one] = judgement.warnings;
    const line = one && reasonFor(one, judgement, warned, '甲');
    if (!line) throw new Error('nothing to explain');
    expect(withReason(withReason(warned, line), { ...line, reason: '乙' }).reasons).toEqual([
      { ...line, reason: '乙' },
    ]);
  });
});

test('what is missing is told apart from errors', () => {
  const { missing, errors } = judgeDraft(blank, context);
  const core = scheme.indicators.filter(({ tier }) => tier === 'core').map(({ id }) => id);
  expect(missing.map(({ item }) => item)).toEqual(core);
  expect(errors).toEqual([]);
});
