import { describe, expect, test } from 'vitest';
import type { Activity, FiledReturn } from '../../../src/model/filed-return.ts';
import { activity, filed, summaryRow } from '../../support/returns.ts';
import { settledRun } from '../../support/settled.ts';

const FAIRS = 't5_job_fairs';
const OFFERED = 't5_jobs_offered';
const FUNDS = 't4_charity_donations';
const ACTIVE = 't0_assoc_active';

type Fields = NonNullable<Parameters<typeof activity>[0]>;

/** The job fair at which several associations took part. */
const fair = (fields: Fields = {}): Activity => activity({ title: '春季招聘会', region: '440605', ...fields });
const jia = { association: '甲协会' };
const yi = { association: '乙协会' };
const bing = { association: '丙协会' };
const jobs = (text: string) => ({ numbers: { jobs_offered: text } });

/** A city's ledger of these rows, numbered from 5. */
function ledger(...rows: readonly Activity[]): FiledReturn {
  return ledgerOf('440600', '440600.xlsx', ...rows);
}

function ledgerOf(sender: string, file: string, ...rows: readonly Activity[]): FiledReturn {
  return filed(sender, { file, activities: rows.map((row, at) => ({ ...row, row: 5 + at })) });
}

describe('§5.8 the event key is title, first day, venue and city', () => {
  const again = (fields: Fields) => settledRun([ledger(fair(jia), fair({ ...yi, ...fields }))]);

  test.each<readonly [string, Fields, number]>([
    ['the same', {}, 1],
    ['the title in other widths, spaces and quotation marks', { title: ' “春季”招聘会 ' }, 1],
    ['another last day', { end: '2024-02-22' }, 1],
    ['another task and type', { task: 't1', type: 't1_member_service' }, 1],
    ['another county of the city', { region: '440606' }, 1],
    ['the own level of the city', { region: '440600-self' }, 1],
    ['another title', { title: '夏季招聘会' }, 2],
    ['another first day', { start: '2024-02-21' }, 2],
    ['another venue', { venue: '文化馆' }, 2],
    ['no venue', { venue: '' }, 2],
    ['another city', { region: '440703' }, 2],
  ])('%s', (_, fields, events) => {
    expect(again(fields).activities).toMatchObject({ read: 2, counted: 2, events });
  });
});

test('more copies of one row than a call takes arguments: the first counts, each other is set aside', () => {
  const copies = 150_000;
  const activities = Array.from({ length: copies }, (_, at) => ({ ...fair(jia), row: 5 + at }));
  const run = settledRun([filed('440600', { file: '440600.xlsx', activities })]);
  expect(run.activities).toMatchObject({ read: copies, counted: 1, setAside: copies - 1, events: 1 });
});

describe('§5.8 rows of several associations with one event key are a joint event', () => {
  const rows = [
    fair({ ...jia, numbers: { jobs_offered: '50', jobs_filled: '7' } }),
    fair({ ...yi, region: '440606', numbers: { jobs_offered: '50', jobs_filled: '7' } }),
    fair({ ...bing, numbers: { jobs_offered: '50' } }),
  ];

  test('counted once, with the region of the first row; every association is active', () => {
    const run = settledRun([ledger(...rows)]);
    expect(run.value('440605', FAIRS)).toBe('1');
    expect(run.value('440606', FAIRS)).toBe('0');
    expect(run.value('440600', FAIRS)).toBe('1');
    expect(run.value('440600', OFFERED)).toBe('50');
    expect(run.value('440600', ACTIVE)).toBe('3');
    expect(run.value('440606', ACTIVE)).toBe('1');
    expect(run.activities).toMatchObject({ read: 3, counted: 3, setAside: 0, events: 1 });
    expect(run.said).toEqual([]);
  });

  test('with task and type of the first row', () => {
    const run = settledRun([ledger(fair(jia), fair({ ...yi, task: 't4', type: 't4_charity' }))]);
    expect([run.value('440605', FAIRS), run.value('440605', 't4_charity_events')]).toEqual(['1', '0']);
  });

  test('over files and bureaus', () => {
    const run = settledRun([
      ledgerOf('440605', 'county.xlsx', fair({ ...jia, ...jobs('50') })),
      ledgerOf('440606', 'other.xlsx', fair({ ...yi, ...jobs('50'), region: '440606' })),
      ledgerOf('440600', 'city.xlsx', fair({ ...bing, ...jobs('50'), region: '440600-self' })),
    ]);
    expect(run.value('440600-self', OFFERED)).toBe('50');
    expect(run.value('440605', OFFERED)).toBe('0');
    expect(run.value('440600', ACTIVE)).toBe('3');
    expect(run.activities.events).toBe(1);
  });

  test('a row that names no association takes part', () => {
    expect(settledRun([ledger(fair(jia), fair({ association: '' }))]).activities).toMatchObject({
      counted: 2,
      events: 1,
    });
  });

  test('each association adds what it gave by itself (`each` columns), also when they differ', () => {
    const charity = (fields: Fields) => fair({ task: 't4', type: 't4_charity', ...fields });
    const run = settledRun([
      ledger(charity({ ...jia, numbers: { funds: '3.5' } }), charity({ ...yi, numbers: { funds: '0.25' } })),
    ]);
    expect(run.value('440605', FUNDS)).toBe('3.75');
    expect(run.value('440605', 't4_charity_events')).toBe('1');
    expect(run.said).toEqual([]);
  });

  test('a yes of one row is a yes of the event', () => {
    const proposal = (fields: Fields) => fair({ task: 't6', type: 't6_proposal', ...fields });
    const adopted = (...all: Activity[]) => settledRun([ledger(...all)]).figure('440605', 't6_proposals_adopted');
    expect(adopted(proposal(jia), proposal({ ...yi, flags: ['adopted'] }))).toMatchObject({
      value: '1',
      complete: true,
    });
    const doubtful = adopted(proposal(jia), proposal({ ...yi, defects: ['adopted'] }));
    expect(doubtful).toMatchObject({ value: '0', complete: false });
  });
});

describe('§5.8 `once` columns are taken from the first row, the one that leads before the others', () => {
  test.each<readonly [string, readonly Fields[], string, readonly string[]]>([
    ['no part told: the first', [jobs('50'), jobs('60')], '50', ['JOINT_EVENT_DIFFERS 440600.xlsx 6 50 60 Q5']],
    [
      'the first that leads',
      [jobs('50'), { ...jobs('60'), part: '主办' }, { ...jobs('70'), part: '主办' }],
      '60',
      ['JOINT_EVENT_DIFFERS 440600.xlsx 5 60 50 Q6', 'JOINT_EVENT_DIFFERS 440600.xlsx 7 60 70 Q6'],
    ],
    [
      'no other part goes before',
      [
        { ...jobs('50'), part: '参与' },
        { ...jobs('50'), part: '承办' },
      ],
      '50',
      [],
    ],
    ['a blank says nothing: the first that gives it', [{ part: '主办' }, jobs('60')], '60', []],
    ['blank everywhere', [{}, {}], '0', []],
  ])('%s', (_, rows, value, said) => {
    const names = [jia, yi, bing];
    const run = settledRun([ledger(...rows.map((row, at) => fair({ ...names[at], ...row })))]);
    expect(run.value('440600', OFFERED)).toBe(value);
    expect(run.said.map((line) => line.replace(/ [A-Z]+(\d+)$/, ' Q$1'))).toEqual(said);
    expect(run.activities.events).toBe(1);
  });

  test('what cannot be read in the first row leaves the figure incomplete, in a later one it does not', () => {
    const unreadable = { defects: ['jobs_offered'] };
    const offered = (a: Fields, b: Fields) =>
      settledRun([ledger(fair({ ...jia, ...a }), fair({ ...yi, ...b }))]).figure('440605', OFFERED);
    expect(offered(unreadable, jobs('60'))).toMatchObject({ value: '60', complete: false });
    expect(offered(jobs('60'), unreadable)).toMatchObject({ value: '60', complete: true });
    expect(offered(unreadable, {})).toMatchObject({ value: '0', complete: false });
  });

  test('a file without the column is helped by another that has it', () => {
    const run = settledRun([
      filed('440605', { file: 'a.csv', activities: [fair(jia)], ledgerColumns: ['association', 'activity_type'] }),
      ledgerOf('440605', 'b.csv', fair({ ...yi, ...jobs('60') })),
    ]);
    expect(run.figure('440605', OFFERED)).toMatchObject({ value: '60', complete: true });
  });

  test('differing numbers are a warning at the number that does not count', () => {
    const [said] = settledRun([ledger(fair({ ...jia, ...jobs('50') }), fair({ ...yi, ...jobs('60') }))]).findings;
    expect(said).toMatchObject({
      code: 'JOINT_EVENT_DIFFERS',
      severity: 'warning',
      bureau: '440600',
      region: '440605',
      column: 'jobs_offered',
      place: { row: 6 },
    });
  });

  test('of very many rows that differ each is told, with the smallest and the largest of their numbers', () => {
    const rows = Array.from({ length: 1002 }, (_, at) =>
      fair({ association: `协会${at}`, associationName: `协会${at}`, ...jobs(String(at + 50)) }),
    );
    const { findings } = settledRun([ledger(...rows)]);
    expect(findings.map(({ args }) => args)).toEqual(
      Array.from({ length: 1001 }, () => ({ kept: '50', ignored: '51–1051', at: expect.any(String) })),
    );
  });
});

describe('§5.8 the same association twice under one event key is a duplicate', () => {
  test('the first in order of bureau, file, sheet and row counts; both are named', () => {
    const at = (file: string, sender: string, region: string) => ledgerOf(sender, file, fair({ ...jia, region }));
    const files = [
      at('z.xlsx', '440605', '440605'),
      at('b.xlsx', '440607', '440607'),
      at('a.xlsx', '440606', '440606'),
      at('city.xlsx', '440600', '440600-self'),
    ];
    for (const order of [files, files.toReversed()]) {
      const run = settledRun(order);
      expect(run.aside.toSorted()).toEqual([
        'a.xlsx 5 duplicate of city.xlsx 5',
        'b.xlsx 5 duplicate of city.xlsx 5',
        'z.xlsx 5 duplicate of city.xlsx 5',
      ]);
      expect(run.value('440600-self', FAIRS)).toBe('1');
      expect(run.value('440600', FAIRS)).toBe('1');
      expect(run.findings.every(({ code, severity }) => code === 'DUPLICATE_ACTIVITY' && severity === 'warning')).toBe(
        true,
      );
      expect(run.said.toSorted()[0]).toBe('DUPLICATE_ACTIVITY a.xlsx 5 city.xlsx › 台账 › A5');
    }
  });

  test('nothing of it counts, whatever it says', () => {
    const run = settledRun([ledger(fair({ ...jia, ...jobs('50') }), fair({ ...jia, ...jobs('60'), part: '主办' }))]);
    expect(run.value('440605', OFFERED)).toBe('50');
    expect(run.aside).toEqual(['440600.xlsx 6 duplicate of 440600.xlsx 5']);
    expect(run.sources[0]?.rows).toMatchObject({ data: 2, counted: 1, setAside: 1 });
    expect(run.activities).toEqual({ read: 2, counted: 1, setAside: 1, events: 1, byTask: new Map([['t5', 1]]) });
  });

  test('among the rows left when a county’s own return has replaced those of its city', () => {
    const run = settledRun([
      ledger(fair({ ...jia, region: '440605' })),
      ledgerOf('440605', 'county.xlsx', fair({ ...jia, region: '440605' })),
    ]);
    expect(run.aside).toEqual(['440600.xlsx 5 replacedByCounty']);
    expect(run.said).toEqual([]);
    expect(run.value('440605', FAIRS)).toBe('1');
  });

  test('an association that takes part in a joint event and is named twice counts once', () => {
    const run = settledRun([ledger(fair(jia), fair(yi), fair(jia))]);
    expect(run.activities).toMatchObject({ counted: 2, events: 1 });
    expect(run.aside).toEqual(['440600.xlsx 7 duplicate of 440600.xlsx 5']);
  });

  test('in another city it is another event', () => {
    const run = settledRun([ledger(fair(jia)), ledgerOf('440700', '440700.xlsx', fair({ ...jia, region: '440703' }))]);
    expect(run.aside).toEqual([]);
    expect(run.value('440000', FAIRS)).toBe('2');
    expect(run.value('440000', ACTIVE)).toBe('1');
  });
});

describe('§5.8 what never merges', () => {
  test.each<readonly [string, Fields, Fields]>([
    ['an empty title', { ...jia, title: '' }, { ...jia, title: '' }],
    ['an empty date', { ...jia, start: null }, { ...jia, start: null }],
    ['equal titles without a venue, of two associations', { ...jia, venue: '' }, { ...yi, venue: '' }],
    ['equal titles without a venue or an association', { association: '', venue: '' }, { association: '', venue: '' }],
    ['rows that do not count anyway', { ...jia, setAside: 'noTask', task: null }, jia],
  ])('%s', (_, a, b) => {
    const run = settledRun([ledger(fair(a), fair(b))]);
    expect(run.said).toEqual([]);
    expect(run.activities.events).toBe(run.activities.counted);
  });

  test('equal titles without a venue merge within one association', () => {
    const run = settledRun([ledger(fair({ ...jia, venue: '' }), fair({ ...jia, venue: '' }))]);
    expect(run.activities).toMatchObject({ counted: 1, events: 1 });
  });
});

describe('§5.16 a county’s own return replaces its rows in its city’s return', () => {
  const county = ledgerOf('440605', 'county.xlsx', fair({ region: '440605' }));

  test('ledger rows are set aside, the others stand', () => {
    const run = settledRun([ledger(activity({ region: '440605' }), activity({ region: '440606' })), county]);
    expect(run.aside).toEqual(['440600.xlsx 5 replacedByCounty']);
    expect([run.value('440605', FAIRS), run.value('440600', FAIRS)]).toEqual(['1', '2']);
  });

  test('a county return that does not count replaces nothing', () => {
    const run = settledRun([
      ledger(activity({ region: '440605' })),
      filed('440605', { file: 'bad.xlsx', gate: 'header' }),
    ]);
    expect(run.aside).toEqual([]);
    expect(run.value('440605', FAIRS)).toBe('1');
  });

  test('rows of other regions in the return of the province’s own level count, or give way to those regions’ returns', () => {
    const own = ledgerOf(
      '440000-self',
      'self.xlsx',
      activity({ region: '440000-self' }),
      activity({ region: '440605' }),
    );
    const alone = settledRun([own]);
    expect([alone.value('440605', FAIRS), alone.value('440000', FAIRS)]).toEqual(['1', '2']);
    const beside = settledRun([own, ledger(activity({ region: '440606' }))]);
    expect(beside.aside).toEqual(['self.xlsx 6 replacedByCounty']);
    expect(beside.value('440000', FAIRS)).toBe('2');
    const below = settledRun([own, ledgerOf('440000', 'province.xlsx', activity({ region: '440000-self' }))]);
    expect(below.aside.toSorted()).toEqual(['province.xlsx 5 replacedByCounty', 'self.xlsx 6 replacedByCounty']);
    expect(below.value('440000', FAIRS)).toBe('1');
  });
});

describe('§5.15 a summary is held against its own ledger', () => {
  test('as if no other return had been sent', () => {
    const city = filed('440600', {
      file: 'city.xlsx',
      activities: [fair({ ...jia, region: '440605' }), fair({ ...yi, region: '440606', row: 6 })],
      summary: summaryRow('440600', 9, { [FAIRS]: '1' }),
    });
    const county = ledgerOf('440605', 'county.xlsx', fair({ ...jia, region: '440605' }));
    const { returns } = settledRun([city, county]);
    const tally = (which: 'ledger' | 'ledgerAlone') =>
      ['440605', '440606'].map((region) => returns.get('440600')?.[which]?.byRegion.get(region)?.get(FAIRS)?.sum ?? 0n);
    expect(tally('ledgerAlone')).toEqual([10n ** 12n, 0n]);
    expect(tally('ledger')).toEqual([0n, 10n ** 12n]);
  });
});
