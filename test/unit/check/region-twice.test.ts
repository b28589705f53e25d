import { describe, expect, test } from 'vitest';
import { checkReturn } from '../../../src/check/check-return.ts';
import { format } from '../../../src/decimal/decimal.ts';
import type { FiledReturn, FiledTable } from '../../../src/model/filed-return.ts';
import { cellName } from '../../../src/model/place.ts';
import { NO_REASONS } from '../../support/recognised-files.ts';
import { filed, periodOf, Q1, scheme, summaryRow } from '../../support/returns.ts';
import { settledReturns } from '../../support/settled.ts';

const TABLE: FiledTable = {
  sheet: '统计表',
  form: 'summary',
  headerRows: [4, 4],
  dataRows: [5, 9],
  columns: [{ column: 2, header: '县区', meaning: 'county', unit: null, yearToDate: false }],
  task: null,
  bannerUnit: null,
  region: null,
  lines: null,
  why: NO_REASONS,
};

/** The return of the files, its values of 惠城区, and what is told of regions. */
function joined(files: readonly FiledReturn[], period = Q1) {
  const [one] = settledReturns(files, period).values();
  if (one === undefined) throw new Error('no return');
  const cells = [...(one.summary.get('441302')?.values() ?? [])];
  return {
    values: Object.fromEntries(
      cells.map(({ cell }) => [cell.indicator, cell.value === null ? cell.state : format(cell.value)]),
    ),
    told: checkReturn(one, scheme)
      .filter(({ code }) => code.startsWith('REGION'))
      .map(({ code, severity, place, args }) => ({
        code,
        severity,
        at: cellName(place.row ?? 0, place.column ?? 0),
        args,
      })),
  };
}

const of = (name: string, ...rows: ReturnType<typeof summaryRow>[]) =>
  filed('441300', { file: name, summary: rows.flat(), tables: [TABLE, { ...TABLE, sheet: '表二' }] });
const row = (number: number, values: Record<string, string>, region = '441302') => summaryRow(region, number, values);

describe('one region told twice', () => {
  test('equal values count once and are a notice', () => {
    const { values, told } = joined([
      of('a', row(5, { t5_job_fairs: '3', t6_surveys: '4' }), row(6, { t5_job_fairs: '3', t6_surveys: '4' })),
    ]);
    expect(values).toEqual({ t5_job_fairs: '3', t6_surveys: '4' });
    expect(told).toEqual([
      { code: 'REGION_REPEATED', severity: 'info', at: 'B6', args: { region: '441302', other: 'B5' } },
    ]);
  });

  test('of different values the first counts, and the row is an error that names both cells', () => {
    const { values, told } = joined([
      of(
        'a',
        row(5, { t5_job_fairs: '3', t5_jobs_offered: '7', t6_surveys: '4' }),
        row(6, { t5_job_fairs: '3', t5_jobs_offered: '8', t6_surveys: '5' }),
      ),
    ]);
    expect(values).toEqual({ t5_job_fairs: '3', t5_jobs_offered: '7', t6_surveys: '4' });
    expect(told).toEqual([
      {
        code: 'REGION_TWICE',
        severity: 'error',
        at: 'B6',
        args: { region: '441302', other: 'D5', name: 't5_jobs_offered', kept: '7', ignored: '8', cells: 2 },
      },
    ]);
  });

  test('other sheets and files are named as far as they are others', () => {
    const second = row(6, { t5_job_fairs: '4' }).map((cell) => ({ ...cell, table: 1 }));
    expect(joined([of('a', row(5, { t5_job_fairs: '3' }), second)]).told[0]?.args).toMatchObject({
      other: '统计表 › C5',
    });
    expect(
      joined([of('a', row(5, { t5_job_fairs: '3' })), of('b', row(6, { t5_job_fairs: '4' }))]).told[0]?.args,
    ).toMatchObject({
      other: 'a › 统计表 › C5',
    });
  });

  test.each<[string, ReturnType<typeof summaryRow>, ReturnType<typeof summaryRow>, string]>([
    ['different indicators', row(5, { t5_job_fairs: '3' }), row(6, { t6_surveys: '4' }), '3'],
    ['different regions', row(5, { t5_job_fairs: '3' }), row(6, { t5_job_fairs: '4' }, '441303'), '3'],
    ['a blank gives way', row(5, { t5_job_fairs: 'blank' }), row(6, { t5_job_fairs: '4' }), '4'],
    ['a blank behind says nothing', row(5, { t5_job_fairs: '3' }), row(6, { t5_job_fairs: 'blank' }), '3'],
    [
      'one that cannot be read stays so',
      row(5, { t5_job_fairs: 'unreadable' }),
      row(6, { t5_job_fairs: '4' }),
      'unreadable',
    ],
    ['nil is 0', row(5, { t5_job_fairs: 'nil' }), row(6, { t5_job_fairs: 'unreadable' }), '0'],
  ])('%s: nothing to say', (_, first, second, value) => {
    const { values, told } = joined([of('a', first, second)]);
    expect([values['t5_job_fairs'], told]).toEqual([value, []]);
  });

  test('the period and the year to date are two things', () => {
    const ytd = row(5, { t5_job_fairs: '9' }).map((cell) => ({ ...cell, yearToDate: true }));
    expect(joined([of('a', row(5, { t5_job_fairs: '3' }), ytd)])).toEqual({ values: { t5_job_fairs: '3' }, told: [] });
    expect(joined([of('a', ytd)]).values).toEqual({ t5_job_fairs: '9' });
    expect(joined([of('a', ytd)], periodOf('2024Q2')).values).toEqual({});
  });
});

describe('a stated total', () => {
  const stated = (values: Record<string, string>) => summaryRow('441300', 9, values);
  const cityValues = (file: FiledReturn) => {
    const [one] = settledReturns([file]).values();
    return [...(one?.summary.get('441300')?.values() ?? [])].map(({ cell }) => [cell.indicator, cell.row]);
  };

  test('stands for the city where no row does', () => {
    const summary = [...row(5, { t5_job_fairs: '3', t6_surveys: '4' }), ...row(6, { t5_job_fairs: '3' }, '441300')];
    const file = filed('441300', { summary, statedTotals: stated({ t5_job_fairs: '3', t6_surveys: '4' }) });
    expect(cityValues(file)).toEqual([
      ['t5_job_fairs', 6],
      ['t6_surveys', 9],
    ]);
  });

  test('is no second telling of it', () => {
    const file = filed('441300', {
      summary: row(6, { t5_job_fairs: '3' }, '441300'),
      statedTotals: stated({ t5_job_fairs: '5' }),
    });
    expect(joined([file]).told).toEqual([]);
  });
});
