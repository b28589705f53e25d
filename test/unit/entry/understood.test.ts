import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/entry/answer.ts';
import { emptyDraft, type Target, withActivity } from '../../../src/entry/draft.ts';
import { understoodAs } from '../../../src/entry/understood.ts';
import type { JudgeContext } from '../../../src/pipeline/judge-return.ts';
import { Q1, scheme } from '../../support/returns.ts';

const context: JudgeContext = { scheme, period: Q1, asOf: '2024-04-20', known: new Map(), explanations: { rows: [] } };
const blank = emptyDraft({
  ...{ scheme, bureau: '441302', period: Q1.id, forms: ['summary', 'ledger'] as const },
  regions: ['441302'],
});
// An empty activity before the one that is answered.
const rows = withActivity(withActivity(blank).draft, { title: '会' }).draft;

function read(target: Target, text: string): string | null {
  const { draft, judgement } = answer(rows, target, text, context);
  const understood = understoodAs(draft, target, judgement, scheme);
  return understood === null ? null : `${understood.value} ${understood.unit}`.trim();
}

const figure = (item: string): Target => ({ form: 'summary', region: '441302', item });
const cell = (item: string): Target => ({ form: 'ledger', activity: 2, item });

describe('a figure in another notation is said as it is read', () => {
  test.each([
    ['t5_job_fairs', '1.2万', '12000 场次'],
    ['t5_job_fairs', '３５', '35 场次'],
    ['t5_job_fairs', '1,234', '1234 场次'],
    ['t5_job_fairs', '三十', '30 场次'],
    ['t5_job_fairs', '12场', '12 场次'],
    ['t5_job_fairs', '无', '0 场次'],
    ['t5_job_fairs', '007', '7 场次'],
    ['t4_rural_funds', '35000元', '3.5 万元'],
    ['t4_rural_funds', '1.2亿元', '12000 万元'],
    ['t4_rural_funds', '1.2万', '1.2 万元'],
  ])('%s %s: %s', (item, text, said) => {
    expect(read(figure(item), text)).toBe(said);
  });

  test.each([
    ['t5_job_fairs', '35'],
    ['t5_job_fairs', '0'],
    ['t4_rural_funds', '3.50'],
    ['t5_job_fairs', '若干'],
    ['t5_job_fairs', ''],
  ])('%s %j is what was typed, or nothing', (item, text) => {
    expect(read(figure(item), text)).toBeNull();
  });
});

describe('so is a cell of an activity', () => {
  test.each([
    ['jobs_offered', '1,200', '1200 个'],
    ['funds', '2万元', '2 万元'],
    ['date', '3月5日', '2024-03-05'],
    ['date', '2024.3.5', '2024-03-05'],
    ['date', '3月5日至7日', '2024-03-05 – 2024-03-07'],
  ])('%s %s: %s', (item, text, said) => {
    expect(read(cell(item), text)).toBe(said);
  });

  test.each([
    ['jobs_offered', '1200'],
    ['date', '2024-03-05'],
    ['date', '2024-03-05至2024-03-07'],
    ['title', '１２３'],
    ['leader_led', '是'],
  ])('%s %s is what was typed', (item, text) => {
    expect(read(cell(item), text)).toBeNull();
  });
});
