import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/recognise/header-meaning.ts';
import { headerDictionary } from '../../../src/scheme/dictionary.ts';
import { scheme } from './support.ts';

const summary = (...levels: string[]) => readHeader(levels, headerDictionary(scheme, 'summary'), scheme);
const ledger = (...levels: string[]) => readHeader(levels, headerDictionary(scheme, 'ledger'), scheme);

describe('a header means', () => {
  test.each([
    [['提供就业岗位数'], 't5_jobs_offered'],
    [['提供\n就业 岗位数（个）'], 't5_jobs_offered'],
    [['助力就业', '提供就业岗位数'], 't5_jobs_offered'],
    [['任务五', '助力就业', '提供就业岗位数'], 't5_jobs_offered'],
    [['实现就业人数', '其中：高校毕业生人数'], 't5_graduates_filled'],
    [['实现就业人数', '其中', '高校毕业生人数'], 't5_graduates_filled'],
    [['1.招聘活动场次'], 't5_job_fairs'],
    [['（一）招聘活动场次'], 't5_job_fairs'],
    [['1.1 招聘活动场次（场次）'], 't5_job_fairs'],
    [['4、其中：高校毕业生人数（人）'], 't5_graduates_filled'],
    [['5.42 其中：高校毕业生人数'], 't5_graduates_filled'],
    [['求和项:提供就业岗位数'], 't5_jobs_offered'],
    [['提供就业岗位数 ▼'], 't5_jobs_offered'],
    [['其中：实现就业人数'], 't5_jobs_filled'],
    [['（2）其中：实现就业人数（人）'], 't5_jobs_filled'],
    [['达成就业意向人数', '其中:实现就业人数'], 't5_jobs_filled'],
    [['本期', '招聘活动场次'], 't5_job_fairs'],
    [['招聘活动场次', '本期'], 't5_job_fairs'],
    [['本季度招聘活动场次'], 't5_job_fairs'],
  ])('%j → %s', (levels, id) => {
    const reading = summary(...levels);
    expect(reading.meanings[0]?.id).toBe(id);
    expect(reading.yearToDate).toBe(false);
  });

  test.each([
    [['提供就业岗位数（累计）']],
    [['累计提供就业岗位数']],
    [['1—6月提供就业岗位数']],
    [['提供就业岗位数（1-6月）']],
    [['提供就业岗位数', '累计']],
    [['本年累计', '提供就业岗位数']],
    [['1—9月', '提供就业岗位数（个）']],
    [['提供就业岗位数（累计）（个）']],
    [['提供就业岗位数（截至6月底）']],
    [['截至6月底提供就业岗位数']],
    [['提供就业岗位数（1至6月累计）']],
    [['提供就业岗位数（2024年1—6月）']],
    [['2024年1-6月提供就业岗位数']],
    [['1—6月累计提供就业岗位数（个）']],
    [['（累计）提供就业岗位数']],
    [['提供就业岗位数', '1—6月累计']],
    [['截至2024年6月30日', '提供就业岗位数']],
  ])('year to date: %j', (levels) => {
    expect(summary(...levels)).toMatchObject({ meanings: [{ id: 't5_jobs_offered' }], yearToDate: true });
  });

  test.each([
    [['上年同期', '提供就业岗位数']],
    [['提供就业岗位数', '上年同期']],
    [['提供就业岗位数', '同比增长（%）']],
    [['提供就业岗位数', '累计', '上年同期']],
  ])('figures of another period: %j', (levels) => {
    expect(summary(...levels)).toMatchObject({ meanings: [], otherPeriod: true });
  });

  test.each([
    [['上年同期提供就业岗位数']],
    [['提供就业岗位数增幅']],
    [['岗位']],
    [['累计']],
    [['提供就业岗位数：']],
    [['6月提供就业岗位数']],
    [['提供就业岗位数（6月）']],
    [['提供就业岗位数（4—6月）']],
    [['2024年提供就业岗位数（去年1—6月）']],
    [['预计提供就业岗位数']],
  ])('nearly, but not: %j', (levels) => {
    expect(summary(...levels).meanings).toEqual([]);
  });

  test('the unit stands in any level', () => {
    expect(summary('签约金额（亿元）').unit).toBe('亿元');
    expect(summary('签约金额', '累计（元）')).toMatchObject({ unit: '元', yearToDate: true });
    expect(ledger('投入资金(元)')).toMatchObject({ meanings: [{ id: 'funds' }], unit: '元' });
  });
});
