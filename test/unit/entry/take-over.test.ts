import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Draft, withAnswer } from '../../../src/entry/draft.ts';
import { draftText, parseDraft } from '../../../src/entry/draft-text.ts';
import { NOTHING_GIVEN, withGiven } from '../../../src/entry/given-answers.ts';
import { judgeDraft } from '../../../src/entry/judge-draft.ts';
import { standardReturn } from '../../../src/entry/return-values.ts';
import { type TakenOver, takeOver } from '../../../src/entry/take-over.ts';
import { activityList } from '../../../src/model/activities.ts';
import { compileOpened } from '../../../src/pipeline/file-road.ts';
import { openReturn } from '../../../src/pipeline/open-return.ts';
import { numberColumns } from '../../../src/scheme/dictionary.ts';
import { Q1, scheme } from '../../support/returns.ts';

/** The draft of a text file with this name. */
async function opened(name: string, lines: readonly string[]): Promise<TakenOver> {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-open-'));
  try {
    await writeFile(join(folder, name), `\uFEFF${lines.join('\r\n')}\r\n`);
    const asked = { cwd: folder, workspace: null, scheme, bureau: null, period: Q1, asOf: '2024-04-20' };
    const found = await openReturn({ ...asked, path: join(folder, name) });
    if (found === null) throw new Error('not found');
    expect(found.filed.gate).toBeNull();
    return takeOver(found.recognised, found.filed, '2024Q1', scheme, (recognised) => {
      const before = { sha256: '', format: 'xlsx', printed: '', findings: [], ofReading: [] } as const;
      return compileOpened({ recognised, ...before }, { scheme, period: Q1, asOf: '2024-04-20' }).filed;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a ledger', () => {
  test('says which of its columns, if anything stands in them, the form does not have', async () => {
    const { leftColumns } = await opened('惠城区活动台账2024年第一季度.csv', [
      '任务类别,社会组织名称,活动名称,活动类型,开展时间,参加人次,经办意见,科室意见',
      '助力就业,甲协会,招聘会,招聘活动,2024-03-05,12,,同意',
      '助力就业,乙协会,招聘会二,招聘活动,2024-03-06,12,,',
    ]);
    expect(leftColumns).toEqual(['科室意见']);
  });

  const HEADER = '序号,地区,任务类别,社会组织名称,活动名称,活动类型,开展时间,参加人次,投入资金（元）,备注,联系人';

  test('is taken over in its own words, money in the unit of the form, and without people', async () => {
    const { draft, leftOut, leftColumns } = await opened('惠州市活动台账2024年第一季度.csv', [
      HEADER,
      '1,惠城区,任务五,"甲  协\n会",招聘会,送岗活动,2024年3月5日,120余人,,有雨,某某',
      '2,惠阳区,四,乙商会,捐赠,慈善捐赠,3月8日,若干,35000,,某某',
    ]);
    expect([leftOut, leftColumns]).toEqual([0, ['联系人']]);
    expect(draft).toMatchObject({ bureau: '441300', forms: ['ledger'], regions: [], summary: {} });
    expect(draft.activities.map(({ answers }) => answers)).toEqual([
      {
        ...{ county: '惠城区', task: '助力就业', association: '甲  协 会', title: '招聘会', activity_type: '招聘活动' },
        ...{ date: '2024年3月5日', participants: '120余人', remark: '有雨' },
      },
      {
        ...{
          county: '惠阳区',
          task: '乡村振兴和兜底民生',
          association: '乙商会',
          title: '捐赠',
          activity_type: '公益慈善活动',
        },
        ...{ date: '3月8日', participants: '若干', funds: '3.5' },
      },
    ]);
    expect(draft.source).toMatchObject({ file: '惠州市活动台账2024年第一季度.csv', version: 1 });
  });

  test('with a task or type that nobody knows keeps what was written', async () => {
    const { draft } = await opened('惠州市活动台账2024年第一季度（第3版）.csv', [
      HEADER,
      '1,惠城区,任务九,甲协会,招聘会,杂项,2024-03-05,1,,,',
    ]);
    expect(draft.activities[0]?.answers).toMatchObject({ task: '任务九', activity_type: '杂项' });
    expect(draft.source?.version).toBe(3);
  });
});

describe('a summary', () => {
  test('of the parts of a city becomes one by part; what is unreadable is kept to be seen', async () => {
    const { draft, leftOut } = await opened('惠州市统计表2024年第一季度.csv', [
      '地区,招聘（送岗）活动场次,提供就业岗位数,投入帮扶资金（元）',
      '惠州市本级,1,1200,',
      '惠城区,2,若干,125000',
      '惠阳区,无,-,0',
    ]);
    expect(draft.regions[0]).toBe('441300-self');
    expect(draft.summary).toEqual({
      '441300-self': { t5_job_fairs: '1', t5_jobs_offered: '1200' },
      '441302': { t5_job_fairs: '2', t5_jobs_offered: '若干', t4_rural_funds: '12.5' },
      '441303': { t5_job_fairs: '无', t5_jobs_offered: '-', t4_rural_funds: '0' },
    });
    expect(leftOut).toBe(0);
  });

  test('that also states the city tells what has no place', async () => {
    const { draft, leftOut } = await opened('惠州市统计表2024年第一季度.csv', [
      '地区,招聘（送岗）活动场次,招聘（送岗）活动场次（累计）',
      '惠州市,3,9',
      '惠城区,2,5',
    ]);
    expect(draft.summary).toEqual({ '441302': { t5_job_fairs: '2' } });
    expect(leftOut).toBe(3);
  });
});

test('parts of a city that its return does not hold are neither asked nor written', async () => {
  const { draft } = await opened('惠州市统计表2024年第一季度.csv', [
    '县（市、区）,招聘（送岗）活动场次,提供就业岗位数',
    '市本级,1,10',
    '惠城区,2,300',
    '惠阳区,,',
  ]);
  expect(draft.regions).toEqual(['441300-self', '441302', '441303']);
  const layout = standardReturn(draft, Q1, scheme)?.layout;
  expect(layout?.summary?.regions.map(({ region }) => region.code)).toEqual(draft.regions);
  const add = (region: string) =>
    withGiven(draft, { ...NOTHING_GIVEN, figures: [{ region, item: 't5_job_fairs', text: '1' }] }, scheme);
  expect(add('博罗县').draft.regions).toEqual([...draft.regions, '441322']);
  expect(add('440103').faults.map(({ code }) => code)).toEqual(['unknownRegion']);
});

test('a figure that the ledger has no column for is none in the new version either, until one is told', async () => {
  const { draft } = await opened('惠州市活动台账2024年第一季度.csv', [
    '序号,地区,任务类别,社会组织名称,活动名称,活动类型,开展时间,参加人次',
    '1,惠城区,任务五,甲协会,招聘会,招聘活动,2024年3月5日,120',
  ]);
  const columns = (of: Draft) =>
    standardReturn(of, Q1, scheme)?.layout.ledger?.columns.map(({ definition }) => definition.id) ?? [];
  expect(columns(draft)).toContain('participants');
  expect(columns(draft).filter((id) => id === 'jobs_filled' || id === 'adopted' || id === 'uscc')).toEqual(['uscc']);
  const numbers = numberColumns(scheme).map(({ id }) => id);
  const { filed } = judgeDraft(draft, {
    scheme,
    period: Q1,
    asOf: '2024-04-20',
    known: new Map(),
    explanations: { rows: [] },
  });
  expect(activityList(filed.activities)[0]?.numbers[numbers.indexOf('jobs_filled')]).toBeNull();
  const told = withAnswer(draft, { form: 'ledger', activity: 1, item: 'jobs_filled' }, '3');
  expect(columns(told)).toContain('jobs_filled');
  expect(parseDraft(draftText(draft))).toEqual(draft);
});
