import { describe, expect, test } from 'vitest';
import { packedActivities } from '../../../src/model/activity-packer.ts';
import type { FiledReturn } from '../../../src/model/filed-return.ts';
import { activity, filed, scheme, summaryRow } from '../../support/returns.ts';
import { settledRun } from '../../support/settled.ts';

const FAIRS = 't5_job_fairs';
const OFFERED = 't5_jobs_offered';
const MONEY = 't4_rural_funds';
const ACTIVE = 't0_assoc_active';
const STOCK = 't5_training_bases_total';

const CITY = '440600';
/** The own level and the counties of the city. */
const PARTS = scheme.regions.filter(({ parent, level }) => parent === CITY && level !== 'zone').map(({ code }) => code);

type Values = Readonly<Record<string, string>>;

/** The city's summary: what it states for itself, and for each of its parts (null: no row). */
function city(total: Values | null, parts: Values | null, leftOut: readonly string[] = []): FiledReturn {
  const rows = PARTS.filter((code) => parts !== null && !leftOut.includes(code));
  return filed(CITY, {
    file: 'city.xlsx',
    summary: [
      ...(total === null ? [] : summaryRow(CITY, 6, total)),
      ...rows.flatMap((code, at) => summaryRow(code, 7 + at, parts ?? {})),
    ],
  });
}

const county = (code: string, values: Values) =>
  filed(code, { file: `${code}.xlsx`, summary: summaryRow(code, 6, values) });

describe('§5.16 a city', () => {
  test.each<readonly [string, readonly FiledReturn[], string, Partial<{ complete: boolean; lacks: string[] }>]>([
    ['own level and counties, all known', [city(null, { [FAIRS]: '2' })], '12', { complete: true, lacks: [] }],
    ['the sum before the stated total', [city({ [FAIRS]: '99' }, { [FAIRS]: '2' })], '12', { complete: true }],
    ['one part missing: the stated total', [city({ [FAIRS]: '99' }, { [FAIRS]: '2' }, ['440604'])], '99', {}],
    [
      'only a total, with counties’ own returns',
      [city({ [FAIRS]: '9' }, null), county('440604', { [FAIRS]: '3' })],
      '9',
      {},
    ],
    [
      'no total: the partial sum, incomplete',
      [city(null, { [FAIRS]: '2' }, ['440604', '440605'])],
      '8',
      { complete: false, lacks: ['440604', '440605'] },
    ],
    [
      'a part from its own return, the others from the city’s',
      [city(null, { [FAIRS]: '2' }), county('440604', { [FAIRS]: '5' })],
      '15',
      { complete: true },
    ],
    [
      'all counties by themselves, the own level from the city',
      [city(null, { [FAIRS]: '2' }, PARTS.slice(1)), ...PARTS.slice(1).map((code) => county(code, { [FAIRS]: '1' }))],
      '7',
      { complete: true },
    ],
    [
      'an unreadable part is not known',
      [city({ [FAIRS]: '9' }, { [FAIRS]: '2' }), county('440604', { [FAIRS]: 'unreadable' })],
      '9',
      {},
    ],
  ])('%s', (_, files, value, fields) => {
    expect(settledRun(files).figure(CITY, FAIRS)).toMatchObject({ value, ...fields });
  });

  test('child by child: one county’s return says nothing of another', () => {
    const run = settledRun([city(null, { [FAIRS]: '2' }), county('440604', { [OFFERED]: '5' })]);
    expect(run.value('440605', FAIRS)).toBe('2');
    expect(run.figure('440604', FAIRS)).toBeUndefined();
    expect(run.figure(CITY, FAIRS)).toMatchObject({ value: '10', lacks: ['440604'] });
  });

  test('what a row that is set aside says stands nowhere', () => {
    const province = filed('440000', {
      file: 'province.xlsx',
      summary: [...summaryRow(CITY, 6, { [FAIRS]: '7' }), ...summaryRow('440700', 7, { [FAIRS]: '3' })],
    });
    const own = filed(CITY, { file: 'city.xlsx', summary: summaryRow(CITY, 6, { [OFFERED]: '1' }) });
    const run = settledRun([province, own]);
    expect(run.aside).toEqual(['province.xlsx 6 replacedByCounty']);
    expect(run.value(CITY, FAIRS)).toBe('notInForm');
    expect(run.value('440700', FAIRS)).toBe('3');
    expect(run.value('440000', FAIRS)).toBe('3');
  });

  test('nor does what a bureau further up says of a part, when a nearer one sent a return', () => {
    const province = filed('440000', { file: 'p.xlsx', summary: summaryRow('440604', 6, { [FAIRS]: '7' }) });
    const run = settledRun([province, city({ [OFFERED]: '1' }, null)]);
    expect(run.aside).toEqual(['p.xlsx 6 replacedByCounty']);
    expect(run.figure('440604', FAIRS)).toBeUndefined();
    expect(run.value('440000', FAIRS)).not.toBe('7');
  });

  test('zones are units under their city', () => {
    const own = ['440300-self', '440300-qianhai'].flatMap((code, at) => summaryRow(code, 6 + at, { [FAIRS]: '1' }));
    expect(settledRun([filed('440300', { summary: own })]).value('440300', FAIRS)).toBe('2');
  });
});

describe('§5.16 stated total ≠ sum of parts', () => {
  const differs = (files: readonly FiledReturn[], basis: 'summary' | 'ledger' = 'summary') =>
    settledRun(files, basis)
      .said.filter((line) => line.startsWith('CITY_COUNTY_DIFFER'))
      .map((line) => line.replace('CITY_COUNTY_DIFFER ', ''));

  test.each<readonly [string, readonly FiledReturn[], readonly string[]]>([
    ['equal', [city({ [FAIRS]: '12' }, { [FAIRS]: '2' })], []],
    ['more', [city({ [FAIRS]: '15' }, { [FAIRS]: '2' })], ['city.xlsx 6 15 12 3']],
    ['less', [city({ [FAIRS]: '10' }, { [FAIRS]: '2' })], ['city.xlsx 6 10 12 2']],
    ['a stock', [city({ [STOCK]: '10' }, { [STOCK]: '2' })], ['city.xlsx 6 10 12 2']],
    [
      'a county says another number by itself',
      [city({ [FAIRS]: '12' }, { [FAIRS]: '2' }), county('440604', { [FAIRS]: '3' })],
      ['city.xlsx 6 12 13 1'],
    ],
    ['parts missing, and the total larger', [city({ [FAIRS]: '12' }, { [FAIRS]: '2' }, ['440604'])], []],
    [
      'parts missing, and already more than the total',
      [city({ [FAIRS]: '9' }, { [FAIRS]: '2' }, ['440604'])],
      ['city.xlsx 6 9 10 1 440604'],
    ],
    ['no parts known', [city({ [FAIRS]: '9' }, null)], []],
    ['no total', [city(null, { [FAIRS]: '2' })], []],
    ['associations fewer than the parts say', [city({ [ACTIVE]: '9' }, { [ACTIVE]: '2' })], []],
    ['associations more than the parts say', [city({ [ACTIVE]: '13' }, { [ACTIVE]: '2' })], ['city.xlsx 6 13 12 1']],
    ['rounded to the digits shown', [city({ [MONEY]: '7.41' }, { [MONEY]: '1.234' })], []],
    [
      'more than rounding explains',
      [city({ [MONEY]: '7.45' }, { [MONEY]: '1.234' })],
      ['city.xlsx 6 7.45 7.404 0.046'],
    ],
  ])('%s', (_, files, said) => {
    expect(differs(files)).toEqual(said);
    expect(differs(files, 'ledger')).toEqual(said);
  });

  test('it stands at the stated total, is the city’s to mend and carries both values', () => {
    const [said] = settledRun([city({ [FAIRS]: '15' }, { [FAIRS]: '2' })]).findings;
    expect(said).toMatchObject({
      code: 'CITY_COUNTY_DIFFER',
      severity: 'error',
      bureau: CITY,
      region: CITY,
      indicator: FAIRS,
      place: { file: 'city.xlsx', row: 6, column: 3 },
      args: { stated: '15', sum: '12', difference: '3', lacks: [] },
    });
  });

  test('the ledger behind a stated total is not held against it again', () => {
    const file = { ...city({ [FAIRS]: '15' }, null), activities: packedActivities([activity({ region: '440605' })]) };
    expect(differs([{ ...file, forms: ['ledger', 'summary'] }])).toEqual([]);
  });

  test('a total row was held against the rows of its table; other returns may still contradict it', () => {
    const rows = city(null, { [FAIRS]: '2' });
    const total = { ...rows, statedTotals: summaryRow(CITY, 20, { [FAIRS]: '13' }) };
    expect(differs([total])).toEqual([]);
    expect(differs([total, county('440604', { [FAIRS]: '3' })])).toEqual([]);
    expect(differs([total, county('440604', { [FAIRS]: '9' })])).toEqual(['city.xlsx 20 13 19 6']);
  });

  test('a province’s stated total against its cities', () => {
    const cities = scheme.regions.filter(({ level }) => level === 'city').map(({ code }) => code);
    const province = (value: string) =>
      filed('440000', { file: 'p.xlsx', summary: summaryRow('440000', 6, { [FAIRS]: value }) });
    const all = cities.map((code) => filed(code, { summary: summaryRow(code, 6, { [FAIRS]: '1' }) }));
    expect(differs([province('21'), ...all])).toEqual([]);
    expect(differs([province('22'), ...all])).toEqual(['p.xlsx 6 22 21 1']);
    expect(settledRun([province('22'), ...all]).value('440000', FAIRS)).toBe('21');
  });
});

describe('§5.17 distinct', () => {
  const member = (code: string, ...names: readonly string[]) =>
    filed(code, {
      file: `${code}.csv`,
      activities: names.map((association, at) => activity({ region: code, association, row: 5 + at })),
    });

  test('one number per bureau: a return that tells the city and all its parts counts an association once', () => {
    const run = settledRun([city({ [ACTIVE]: '9' }, { [ACTIVE]: '2' })]);
    expect(run.figure(CITY, ACTIVE)).toMatchObject({ value: '9', basis: 'summary', complete: true });
    expect(run.value('440604', ACTIVE)).toBe('2');
  });

  test('a total that is more than its parts is no such number', () => {
    expect(settledRun([city({ [ACTIVE]: '13' }, { [ACTIVE]: '2' })]).value(CITY, ACTIVE)).toBe('12');
  });

  test('a region sums its bureaus', () => {
    const run = settledRun([city({ [ACTIVE]: '9' }, { [ACTIVE]: '2' }), county('440604', { [ACTIVE]: '3' })]);
    expect(run.value(CITY, ACTIVE)).toBe('13');
  });

  test('ledger-based bureaus together by union of sets', () => {
    const run = settledRun([member('440604', '甲', '乙'), member('440605', '乙', '丙'), member('440703', '甲')]);
    expect([run.value('440604', ACTIVE), run.value(CITY, ACTIVE), run.value('440700', ACTIVE)]).toEqual([
      '2',
      '3',
      '1',
    ]);
    expect(run.value('440000', ACTIVE)).toBe('3');
  });

  test('the summary of a bureau before its set', () => {
    const both = { ...member('440604', '甲', '乙'), summary: summaryRow('440604', 9, { [ACTIVE]: '5' }) };
    const run = settledRun([{ ...both, forms: ['ledger', 'summary'] }, member('440605', '甲')]);
    expect(run.value(CITY, ACTIVE)).toBe('6');
  });

  test('an event of two cities counts in each', () => {
    const one = (region: string) => ({ ...activity({ region, title: '双城招聘会', numbers: { jobs_offered: '10' } }) });
    const run = settledRun([
      filed(CITY, { activities: [one('440605')] }),
      filed('440700', { activities: [one('440703')] }),
    ]);
    expect([CITY, '440700', '440000'].map((code) => run.value(code, FAIRS))).toEqual(['1', '1', '2']);
    expect([CITY, '440700', '440000'].map((code) => run.value(code, OFFERED))).toEqual(['10', '10', '20']);
    expect(run.value('440000', ACTIVE)).toBe('1');
    expect(run.activities.events).toBe(2);
  });
});

describe('§5.20 every sum above a missing part names what it lacks', () => {
  test('down to the missing part, in customary order', () => {
    const run = settledRun([city(null, { [FAIRS]: '2' }, ['440605', '440604'])]);
    const province = run.figure('440000', FAIRS);
    expect(run.figure(CITY, FAIRS)?.lacks).toEqual(['440604', '440605']);
    expect(province?.lacks.filter((code) => code.startsWith('4406'))).toEqual(['440604', '440605']);
    expect(province?.lacks).toHaveLength(22);
  });

  test('a stated total lacks nothing', () => {
    expect(settledRun([city({ [FAIRS]: '9' }, { [FAIRS]: '1' }, ['440604'])]).figure(CITY, FAIRS)?.lacks).toEqual([]);
  });
});
