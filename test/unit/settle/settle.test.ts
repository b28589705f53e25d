import { describe, expect, test } from 'vitest';
import { deriveLedger } from '../../../src/derive/derive-ledger.ts';
import type { FiledReturn } from '../../../src/model/filed-return.ts';
import { filePlace } from '../../../src/model/place.ts';
import { regionIndex } from '../../../src/scheme/regions.ts';
import { defaultRoster } from '../../../src/settle/roster.ts';
import { settleCoverage } from '../../../src/settle/settle-coverage.ts';
import { type SettleContext, settleFiles } from '../../../src/settle/settle-files.ts';
import { activity, filed, periodOf, Q1, scheme, summaryRow } from '../../support/returns.ts';

const regions = regionIndex(scheme);

interface Options {
  /** Bureaus refused as a whole. */
  readonly refused?: readonly string[];
  readonly area?: string;
  /** Files that hold an error. */
  readonly errors?: readonly string[];
  readonly exempt?: string;
}

function settled(
  files: readonly FiledReturn[],
  { refused: refusedBureaus = [], area = '440000', errors = [], exempt }: Options = {},
) {
  const roster = defaultRoster(area, regions).map((row) => ({ ...row, exempt: row.bureau === exempt }));
  const deadlines = { days: scheme.deadlines, dates: new Map() };
  const context: SettleContext = { period: Q1, area, roster, regions, scheme, receiptOf: () => null, deadlines };
  const refused = new Set(refusedBureaus);
  const first = settleFiles(files, refused, (some, fates) => deriveLedger(some, scheme, fates), context);
  const bureaus = files
    .filter(({ file }) => errors.includes(file))
    .flatMap(({ sender }) => (sender ? [sender.value] : []));
  const coverage = settleCoverage(first, new Set(bureaus), context);
  const stateOf = (bureau: string) => coverage.bureaus.find((one) => one.bureau === bureau)?.state;
  return { ...first, ...coverage, stateOf };
}

const rows = [activity({ region: '441900-self' }), activity({ region: '441900-self', row: 6 })];

describe('§5.9 states', () => {
  test('the roster is the cities of the province, the counties of a city', () => {
    expect(defaultRoster('440000', regions)).toHaveLength(21);
    expect(defaultRoster('440100', regions)).toHaveLength(11);
    expect(defaultRoster('441900', regions).map(({ bureau }) => bureau)).toEqual(['441900']);
  });

  test('accepted, provisional, rejected, missing, exempt', () => {
    const { stateOf } = settled(
      [
        filed('441900', { activities: rows }),
        filed('440600', { activities: [activity({ region: '440605' })] }),
        filed('440700', { gate: 'header' }),
      ],
      { errors: ['440600.xlsx', '440700.xlsx'], exempt: '445300' },
    );
    expect(stateOf('441900')).toBe('accepted');
    expect(stateOf('440600')).toBe('provisional');
    expect(stateOf('440700')).toBe('rejected');
    expect(stateOf('440100')).toBe('missing');
    expect(stateOf('445300')).toBe('exempt');
  });

  test('of a refused bureau nothing counts', () => {
    const { stateOf, returns, setAside } = settled(
      [
        filed('441900', { activities: rows }),
        filed('441900', { file: 'b.xlsx', activities: rows.map((row) => ({ ...row, task: 't6' })) }),
      ],
      { refused: ['441900'] },
    );
    expect(stateOf('441900')).toBe('rejected');
    expect(returns.size).toBe(0);
    expect(setAside.map(({ reason, row, rows: count }) => [reason, row, count])).toEqual([
      ['rejected', null, 2],
      ['rejected', null, 2],
    ]);
  });

  test('a rejected file beside a counted one leaves the bureau provisional', () => {
    const bad = filed('441900', { file: 'bad.xlsx', gate: 'file' });
    const { stateOf } = settled([filed('441900', { activities: rows }), bad], { errors: ['bad.xlsx'] });
    expect(stateOf('441900')).toBe('provisional');
  });

  test('a bureau outside the area is an unknown sender, listed apart', () => {
    const { unknownSenders, files, findings } = settled([filed('441900', { activities: rows })], { area: '440100' });
    expect(files[0]?.state).toBe('unknownSender');
    expect(unknownSenders).toEqual([{ file: '441900.xlsx', name: '441900' }]);
    expect(findings.map(({ code }) => code)).toEqual(['SENDER_UNKNOWN']);
  });

  test('a county off the roster is known and counts without being in the rates', () => {
    const { files, bureaus } = settled([filed('440605', { activities: [activity({ region: '440605' })] })]);
    expect(files[0]?.state).toBe('counted');
    expect(bureaus).toHaveLength(21);
    expect(bureaus.every(({ state }) => state === 'missing')).toBe(true);
  });

  test('a file of another period is a finding, is not counted, and does not spoil the state', () => {
    const late = filed('441900', {
      file: 'q4.xlsx',
      activities: rows,
      period: { value: periodOf('2023Q4'), from: 'cover', place: filePlace('q4.xlsx'), text: '2023年第四季度' },
    });
    const { stateOf, findings, setAside } = settled([filed('441900', { activities: rows }), late]);
    expect(stateOf('441900')).toBe('accepted');
    expect(findings).toEqual([
      expect.objectContaining({ code: 'PERIOD_OTHER', args: { found: '2023Q4', expected: '2024Q1' } }),
    ]);
    expect(setAside).toEqual([expect.objectContaining({ file: 'q4.xlsx', reason: 'wrongPeriod', rows: 2 })]);
  });

  test('a copy of a file that does not count displaces nothing', () => {
    const period = { value: periodOf('2023Q4'), from: 'fileName', place: filePlace('q4.csv'), text: 'q4' } as const;
    const other = filed('441900', { file: 'q4.csv', sha256: 'same', activities: rows, period });
    const good = filed('441900', { file: 'q1.csv', sha256: 'same', activities: rows });
    expect(settled([other, good]).files.map(({ state }) => state)).toEqual(['wrongPeriod', 'counted']);
  });

  test('an identical copy is superseded', () => {
    const copy = filed('441900', { file: 'copy.xlsx', sha256: '441900.xlsx', activities: rows });
    const { files, findings } = settled([filed('441900', { activities: rows }), copy]);
    expect(files.map(({ state }) => state)).toEqual(['counted', 'superseded']);
    expect(findings).toEqual([expect.objectContaining({ code: 'FILE_COPY', severity: 'info' })]);
  });
});

describe('reconciliation', () => {
  test('every data row of every file is counted or set aside with a reason', () => {
    const files = [
      filed('440600', {
        activities: [
          activity({ region: '440605', row: 5 }),
          activity({ region: '440606', row: 6 }),
          activity({ region: null, row: 7, setAside: 'noRegion' }),
        ],
        summary: [
          ...summaryRow('440600', 9, { t5_job_fairs: '2' }),
          ...summaryRow('440606', 10, { t5_job_fairs: '1' }),
        ],
        rowsAside: [{ sheet: '旧', row: 3, reason: 'hiddenSheet' }],
      }),
      filed('440606', { activities: [activity({ region: '440606' })] }),
      filed('440700', {
        file: 'bad.xlsx',
        gate: 'form',
        rows: { data: 4, total: 0, note: 0, title: 0, header: 1, other: 0 },
      }),
    ];
    const { sources, setAside, activities } = settled(files);
    for (const { rows: counts } of sources) expect(counts.data).toBe(counts.counted + counts.setAside);
    expect(setAside.map(({ row, reason }) => [row, reason])).toEqual([
      [6, 'replacedByCounty'],
      [7, 'noRegion'],
      [10, 'replacedByCounty'],
      [3, 'hiddenSheet'],
      [null, 'rejected'],
    ]);
    expect(activities).toMatchObject({ read: 4, counted: 2, setAside: 2 });
    expect([...activities.byTask]).toEqual([['t5', 2]]);
  });

  test('a summary row that only tells a region again is set aside, and names the row that counts', () => {
    const summary = [
      ...summaryRow('440605', 5, { t5_job_fairs: '2', t6_surveys: 'blank' }),
      ...summaryRow('440605', 6, { t5_job_fairs: '2', t6_surveys: 'blank' }),
      ...summaryRow('440605', 7, { t5_job_fairs: '2', t6_surveys: '1' }),
    ];
    const { sources, setAside } = settled([filed('440600', { summary })]);
    expect(setAside).toEqual([
      expect.objectContaining({ row: 6, reason: 'duplicate', of: { file: '440600.xlsx', sheet: '台账', row: 5 } }),
    ]);
    expect(sources[0]?.rows).toMatchObject({ data: 3, counted: 2, setAside: 1 });
  });
});
