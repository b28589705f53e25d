import { describe, expect, test } from 'vitest';
import {
  booleanColumns,
  findActivityType,
  findTask,
  headerDictionary,
  headerKey,
  nearest,
  numberColumns,
} from '../../../src/scheme/dictionary.ts';
import { scheme } from '../../support/returns.ts';

function meanings(form: 'ledger' | 'summary', header: string): readonly string[] {
  const found = headerDictionary(scheme, form).get(headerKey(header, scheme).key) ?? [];
  return found.map(({ id }) => id);
}

describe('headers', () => {
  test.each([
    ['ledger', '地市', 'city'],
    ['ledger', '县（市、区）', 'county'],
    ['ledger', '区(县)', 'county'],
    ['ledger', '活动（项目）名称', 'title'],
    ['ledger', '统一社会信用代码（18位）', 'uscc'],
    ['ledger', '联系电话', 'phone'],
    ['ledger', '签约（意向）金额（万元）', 'amount_signed'],
    ['ledger', '捐赠金额（元）', 'funds'],
    ['ledger', '其中：高校毕业生（人）', 'graduates_filled'],
    ['summary', '地市', 'city'],
    ['summary', '序号', 'seq'],
    ['summary', '备注', 'remark'],
    ['summary', '联系电话', 'phone'],
    ['summary', '其中：高校毕业生', 't5_graduates_filled'],
    ['summary', '签约（意向）金额（万元）', 't3_amount_signed'],
    ['summary', '招聘（送岗）活动场次', 't5_job_fairs'],
    ['summary', '参与“百千万工程”和乡村振兴的协会商会数（家）', 't4_rural_assocs'],
  ] as const)('%s: %s', (form, header, id) => {
    expect(meanings(form, header)).toEqual([id]);
  });

  test.each([
    ['ledger', '填报单位：'],
    ['ledger', '金额'],
    ['ledger', '招聘（送岗）活动场次'],
    ['ledger', '参与'],
    ['summary', '社会组织名称'],
    // Two tasks have trainings: only a header that says which is understood.
    ['summary', '培训场次'],
    ['summary', '单位'],
    ['summary', '__proto__'],
  ] as const)('%s: %s is unknown', (form, header) => {
    expect(meanings(form, header)).toEqual([]);
  });

  test('a name ranks before the synonyms, and these rank in their order', () => {
    const dictionary = headerDictionary(scheme, 'ledger');
    const rank = (header: string): number | undefined => dictionary.get(headerKey(header, scheme).key)?.[0]?.rank;
    expect([rank('社会组织名称'), rank('协会名称'), rank('行业协会商会名称')]).toEqual([0, 1, 2]);
  });
});

describe('tasks', () => {
  test.each([
    ['t3', 't3'],
    ['T3', 't3'],
    ['3', 't3'],
    ['３', 't3'],
    ['三', 't3'],
    ['任务三', 't3'],
    ['任务 3', 't3'],
    ['（三）', 't3'],
    ['三、', 't3'],
    ['第三项', 't3'],
    ['搭建服务平台', 't3'],
    ['三、搭建一批促进行业产业发展的服务平台', 't3'],
    ['任务三：搭建服务平台', 't3'],
    ['任务三（搭建服务平台）', 't3'],
    ['3.搭建服务平台', 't3'],
    ['服务双区和三大平台', 't2'],
    ['引导一批行业协会商会服务“双区”和三大平台建设', 't2'],
    ['基础数据', 't0'],
    ['我为企业减负担', 'tx'],
  ])('%s', (text, id) => {
    expect(findTask(scheme, text)?.id).toBe(id);
  });

  test.each([
    [''],
    ['、'],
    ['7'],
    ['11'],
    ['33'],
    ['任务11'],
    ['任务七'],
    ['三、助力就业'],
    ['三四'],
    ['乡村振兴和助力就业'],
    ['就业困难'],
    ['x'.repeat(10_000)],
  ])('%j names no task', (text) => {
    expect(findTask(scheme, text)).toBeNull();
  });
});

describe('activity types', () => {
  test.each([
    ['招聘活动', null, ['t5_job_fair']],
    ['招聘会', 't5', ['t5_job_fair']],
    ['t5_job_fair', null, ['t5_job_fair']],
    ['招聘（送岗）活动', 't5', ['t5_job_fair']],
    // Two tasks know it: the task decides.
    ['培训', 't5', ['t5_training']],
    ['培训', 't2', ['t2_talent_training']],
    ['培训', null, ['t2_talent_training', 't5_training']],
    ['培训', 't3', ['t2_talent_training', 't5_training']],
    // Of another task than the row says: given all the same, so that the contradiction can be told.
    ['招聘会', 't3', ['t5_job_fair']],
    ['招聘', 't5', ['t5_job_fair']],
    ['招', 't5', []],
    ['', 't5', []],
  ])('%s in %s', (text, task, ids) => {
    expect(findActivityType(scheme, text, task).map(({ id }) => id)).toEqual(ids);
  });
});

test('number and boolean columns stand in table order', () => {
  expect(numberColumns(scheme).map(({ id }) => id)).toEqual([
    'enterprises',
    'manufacturing_enterprises',
    'participants',
    'beneficiaries',
    'jobs_offered',
    'job_intents',
    'jobs_filled',
    'graduates_filled',
    'projects_signed',
    'amount_signed',
    'funds',
    'issues_raised',
    'issues_solved',
  ]);
  expect(booleanColumns(scheme).map(({ id }) => id)).toEqual(['adopted', 'leader_led']);
});

test.each([
  ['壕江区', ['濠江区', '龙湖区', '金平区'], ['濠江区']],
  ['徐门', ['徐闻县', '徐闻'], ['徐闻']],
  ['参加人数', ['参加人次', '参与人数', '备注'], ['参与人数', '参加人次']],
  ['备注', ['备注', '备注'], ['备注']],
  ['完全不同', ['甲', '乙'], []],
  ['', ['甲'], []],
  ['甲', [''], []],
  ['甲乙', ['甲丁', '甲戊', '甲己', '甲庚'], ['甲丁', '甲己', '甲庚']],
  ['长'.repeat(1000), ['长'], []],
])('nearest to %s', (text, candidates, expected) => {
  expect(nearest(text, candidates)).toEqual(expected);
});
