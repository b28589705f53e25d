import { describe, expect, test } from 'vitest';
import { aggregate } from '../../../src/aggregate/aggregate.ts';
import { format } from '../../../src/decimal/decimal.ts';
import type { FiledReturn } from '../../../src/model/filed-return.ts';
import { regionIndex } from '../../../src/scheme/regions.ts';
import { defaultRoster } from '../../../src/settle/roster.ts';
import { activity, filed, scheme, summaryRow } from '../../support/returns.ts';
import { settledReturns } from '../../support/settled.ts';

const regions = regionIndex(scheme);

/** `region indicator` → what is printed of the figure. */
function figures(files: readonly FiledReturn[], basis: 'summary' | 'ledger' = 'summary', due: readonly string[] = []) {
  const returns = settledReturns(files);
  const roster = defaultRoster('440000', regions).map(({ bureau }) => bureau);
  const basics = { returns, regions, basis, exempt: new Set<string>(), due: new Set(due), isFirst: true, before: null };
  const all = aggregate(scheme, { area: '440000', roster }, basics).value.figures;
  return (region: string, indicator: string) => {
    const figure = all.find((one) => one.region === region && one.indicator === indicator);
    if (figure === undefined) return undefined;
    const { value, reason, basis: from, complete, lacks } = figure;
    return { value: value === null ? reason : format(value), basis: from, complete, lacks };
  };
}

const fairs = 't5_job_fairs';
const offered = 't5_jobs_offered';
const stock = 't5_training_bases_total';
const active = 't0_assoc_active';

/** The own level and all counties of a city. */
const parts = (city: string) =>
  scheme.regions.filter(({ parent, level }) => parent === city && level !== 'zone').map(({ code }) => code);

describe('§5.15 basis', () => {
  test('no matching row in a ledger that is there is zero', () => {
    const of = figures([filed('440103', { activities: [activity({ task: 't6', type: 't6_survey' })] })]);
    expect(of('440103', fairs)).toMatchObject({ value: '0', basis: 'ledger', complete: true });
    expect(of('440103', 't6_surveys')).toMatchObject({ value: '1' });
  });

  test('an indicator without roll-up from a ledger-only bureau is not in the form', () => {
    const of = figures([filed('440600', { activities: [activity({ region: '440605' })] })]);
    expect(of('440600', stock)).toMatchObject({ value: 'notInForm', basis: null });
  });

  test('the own level of the province, not due, that reported says why it gives no value', () => {
    const of = figures([filed('440000-self', { activities: [activity({ region: '440000-self' })] })]);
    expect(of('440000-self', fairs)).toMatchObject({ value: '1', basis: 'ledger' });
    expect(of('440000-self', stock)).toMatchObject({ value: 'notInForm', basis: null });
    expect(figures([])('440000-self', stock)).toBeUndefined();
  });

  test('the summary value stands before the ledger, and the other way round on request', () => {
    const files = [filed('440103', { activities: [activity()], summary: summaryRow('440103', 6, { [fairs]: '3' }) })];
    expect(figures(files)('440103', fairs)).toMatchObject({ value: '3', basis: 'summary' });
    expect(figures(files, 'ledger')('440103', fairs)).toMatchObject({ value: '1', basis: 'ledger' });
  });

  test('a blank summary cell is replaced by the ledger, an unreadable one is not', () => {
    const files = (state: string) => [
      filed('440103', { activities: [activity()], summary: summaryRow('440103', 6, { [fairs]: state }) }),
    ];
    expect(figures(files('blank'))('440103', fairs)).toMatchObject({ value: '1', basis: 'ledger' });
    expect(figures(files('unreadable'))('440103', fairs)).toBeUndefined();
  });

  test('an unreadable cell of a roster bureau is null with its reason, also behind a ledger', () => {
    const of = figures([
      filed('441900', {
        activities: [activity({ region: '441900-self' })],
        summary: summaryRow('441900', 6, { [fairs]: 'unreadable' }),
      }),
    ]);
    expect(of('441900', fairs)).toMatchObject({ value: 'unreadable' });
  });

  test('a bureau that sent nothing has not reported', () => {
    expect(figures([])('440100', fairs)).toMatchObject({ value: 'notReported', complete: false });
    expect(figures([])('440000', fairs)).toMatchObject({ value: 'notReported' });
  });

  test('a ledger without the column that a sum needs cannot give it, unless no row matches', () => {
    const of = figures([
      filed('440103', { activities: [activity()], ledgerColumns: ['association', 'activity_type'] }),
      filed('440104', {
        activities: [activity({ region: '440104', task: 't6', type: 't6_survey' })],
        ledgerColumns: ['association', 'activity_type'],
      }),
    ]);
    expect(of('440103', offered)).toBeUndefined();
    expect(of('440103', fairs)).toMatchObject({ value: '1' });
    expect(of('440104', offered)).toMatchObject({ value: '0' });
  });
});

test('of two ledgers of one return, one without the column: what is known counts, incomplete', () => {
  const of = figures([
    filed('440103', { file: 'a.csv', activities: [activity({ numbers: { jobs_offered: '5' } })] }),
    filed('440103', { file: 'b.csv', activities: [activity()], ledgerColumns: ['association', 'activity_type'] }),
  ]);
  expect(of('440103', offered)).toMatchObject({ value: '5', complete: false });
  expect(of('440103', fairs)).toMatchObject({ value: '2', complete: true });
});

describe('§5.16 city and counties', () => {
  test('a city ledger gives own level, counties and the city', () => {
    const of = figures([
      filed('440600', {
        activities: [
          activity({ region: '440605', numbers: { jobs_offered: '10.5' } }),
          activity({ region: '440600-self', numbers: { jobs_offered: '0.2' } }),
        ],
      }),
    ]);
    expect(of('440605', offered)).toMatchObject({ value: '10.5' });
    expect(of('440600-self', offered)).toMatchObject({ value: '0.2' });
    expect(of('440604', offered)).toMatchObject({ value: '0' });
    expect(of('440600', offered)).toMatchObject({ value: '10.7', basis: 'ledger', complete: true, lacks: [] });
  });

  test("a county's own return replaces its rows in the city's", () => {
    const of = figures([
      filed('440600', {
        activities: [activity({ region: '440606' }), activity({ region: '440606' }), activity({ region: '440605' })],
      }),
      filed('440606', { activities: [activity({ region: '440606' })] }),
    ]);
    expect(of('440606', fairs)).toMatchObject({ value: '1' });
    expect(of('440600', fairs)).toMatchObject({ value: '2', complete: true });
  });

  test('the stated total stands when the counties are not all known', () => {
    const of = figures([
      filed('440600', { summary: summaryRow('440600', 6, { [fairs]: '9' }) }),
      filed('440606', { summary: summaryRow('440606', 6, { [fairs]: '4' }) }),
    ]);
    expect(of('440600', fairs)).toMatchObject({ value: '9', basis: 'summary', complete: true });
    expect(of('440606', fairs)).toMatchObject({ value: '4' });
  });

  test('the ledger behind a stated total is no second sum', () => {
    const of = figures([
      filed('440600', {
        activities: [activity({ region: '440605' })],
        summary: summaryRow('440600', 6, { [fairs]: '9' }),
      }),
    ]);
    expect(of('440600', fairs)).toMatchObject({ value: '9', basis: 'summary' });
    expect(of('440605', fairs)).toMatchObject({ value: '1' });
  });

  test('own level and all counties known: their sum, even beside a stated total', () => {
    const rows = parts('440600').flatMap((code, index) => summaryRow(code, 7 + index, { [fairs]: '2' }));
    const of = figures([filed('440600', { summary: [...summaryRow('440600', 6, { [fairs]: '99' }), ...rows] })]);
    expect(of('440600', fairs)).toMatchObject({ value: '12', basis: 'summary', complete: true });
  });

  test('without stated total and with counties missing: the partial sum, which names what it lacks', () => {
    const of = figures([filed('440606', { summary: summaryRow('440606', 6, { [fairs]: '4' }) })]);
    const lacks = ['440600-self', '440604', '440605', '440607', '440608'];
    expect(of('440600', fairs)).toEqual({ value: '4', basis: 'summary', complete: false, lacks });
    expect(of('440000', fairs)?.lacks).toEqual(expect.arrayContaining([...lacks, '440100']));
    expect(of('440000', fairs)?.lacks).not.toContain('440600');
  });

  test('zones add to their city but are not missed', () => {
    const of = figures([
      filed('440300', { activities: [activity({ region: '440300-qianhai' }), activity({ region: '440300-self' })] }),
    ]);
    expect(of('440300', fairs)).toMatchObject({ value: '2', complete: true });
    expect(of('440300-qianhai', fairs)).toMatchObject({ value: '1' });
    expect(of('440300-dapeng', fairs)).toBeUndefined();
  });

  test('a zone, or the own level of the province, that has to report is missed like others', () => {
    const rows = parts('440300').map((code, at) => summaryRow(code, 6 + at, { [fairs]: '1' }));
    const city = filed('440300', { summary: rows.flat() });
    const of = figures([city], 'summary', ['440300-dapeng', '440000-self']);
    expect(of('440300', fairs)).toMatchObject({ value: '10', complete: false, lacks: ['440300-dapeng'] });
    expect(of('440000', fairs)?.lacks).toEqual(expect.arrayContaining(['440000-self', '440300-dapeng']));
  });

  test("the province's own level adds and is not missed", () => {
    const cities = scheme.regions.filter(({ level }) => level === 'city');
    const all = cities.map(({ code }) => filed(code, { summary: summaryRow(code, 6, { [fairs]: '1' }) }));
    expect(figures(all)('440000', fairs)).toMatchObject({ value: '21', complete: true, lacks: [] });
    const own = filed('440000-self', { activities: [activity({ region: '440000-self' })] });
    expect(figures([...all, own])('440000', fairs)).toMatchObject({ value: '22', basis: 'mixed', complete: true });
  });

  test('an incomplete part makes every sum above incomplete', () => {
    const of = figures([filed('440606', { activities: [activity({ region: '440606', defects: ['jobs_offered'] })] })]);
    expect(of('440606', offered)).toMatchObject({ value: '0', complete: false });
    expect(of('440606', fairs)).toMatchObject({ value: '1', complete: true });
    expect(of('440000', offered)).toMatchObject({ complete: false });
  });
});

describe('§5.17 distinct', () => {
  test('ledgers unite their sets, over counties and over cities', () => {
    const of = figures([
      filed('440600', {
        activities: [
          activity({ region: '440605' }),
          activity({ region: '440604' }),
          activity({ region: '440604', association: '乙协会' }),
        ],
      }),
      filed('441900', { activities: [activity({ region: '441900-self' })] }),
    ]);
    expect(of('440604', active)).toMatchObject({ value: '2' });
    expect(of('440605', active)).toMatchObject({ value: '1' });
    expect(of('440600', active)).toMatchObject({ value: '2' });
    expect(of('441900', active)).toMatchObject({ value: '1' });
    expect(of('440000', active)).toMatchObject({ value: '2' });
  });

  test('summary numbers add to the union of the ledgers', () => {
    const of = figures([
      filed('440600', { summary: summaryRow('440600', 6, { [active]: '7' }) }),
      filed('441900', { activities: [activity({ region: '441900-self' })] }),
    ]);
    expect(of('440000', active)).toMatchObject({ value: '8', basis: 'mixed' });
  });
});

describe('§5.9 nil return', () => {
  const coreFlows = scheme.indicators.filter(({ tier, kind }) => tier === 'core' && kind !== 'stock');
  const allNil = Object.fromEntries(coreFlows.map(({ id }) => [id, 'nil']));

  test.each([
    ['a statement alone', filed('441900', { nilStatement: true })],
    ['an empty ledger with a statement', filed('441900', { nilStatement: true, forms: ['ledger'] })],
    ['every figure nil', filed('441900', { summary: summaryRow('441900', 6, { ...allNil, [stock]: 'nil' }) })],
  ])('%s: flows and associations are zero, stocks missing', (_, nil) => {
    const of = figures([nil]);
    expect(of('441900', fairs)).toMatchObject({ value: '0', basis: 'summary' });
    expect(of('441900', 't5_school_coop_projects')).toMatchObject({ value: '0' });
    expect(of('441900', stock)).toMatchObject({ value: 'notReported' });
  });

  test.each([
    ['any figure', { ...allNil, [stock]: '3' }],
    ['a cell that cannot be read', { ...allNil, [offered]: 'unreadable' }],
    ['a blank core cell', { ...allNil, [offered]: 'blank' }],
    ['only some of the core figures', { [fairs]: 'nil', [offered]: '0' }],
  ])('a return with %s is not nil', (_, cells) => {
    const of = figures([filed('441900', { summary: summaryRow('441900', 6, cells) })]);
    expect(of('441900', 't5_school_coop_projects')).toMatchObject({ value: 'notInForm' });
  });

  test('a statement beside a cell that cannot be read, or a row set aside, is not nil', () => {
    const unreadable = filed('441900', {
      nilStatement: true,
      summary: summaryRow('441900', 6, { [offered]: 'unreadable' }),
    });
    expect(figures([unreadable])('441900', offered)).toMatchObject({ value: 'unreadable' });
    const aside = filed('441900', { nilStatement: true, summarySetAside: [{ table: 0, row: 6, reason: 'noRegion' }] });
    expect(figures([aside])('441900', fairs)).toMatchObject({ value: 'notInForm' });
  });
});
