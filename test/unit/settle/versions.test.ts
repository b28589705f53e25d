import { describe, expect, test } from 'vitest';
import { deriveLedger } from '../../../src/derive/derive-ledger.ts';
import type { FiledReturn, FiledTable } from '../../../src/model/filed-return.ts';
import type { StatedVersion } from '../../../src/model/recognised.ts';
import { regionIndex } from '../../../src/scheme/regions.ts';
import { replacedPlaces } from '../../../src/settle/replaced-places.ts';
import { settleCoverage } from '../../../src/settle/settle-coverage.ts';
import { type SettleContext, settleFiles } from '../../../src/settle/settle-files.ts';
import { versionNumber } from '../../../src/text/version-mark.ts';
import { activity, filed, Q1, scheme, summaryRow } from '../../support/returns.ts';

const regions = regionIndex(scheme);
const CITY = '441300';

interface Settings {
  /** Days of receipt by file. */
  readonly received?: Readonly<Record<string, string>>;
  readonly refused?: readonly string[];
  readonly forms?: readonly ('ledger' | 'summary')[];
}

function settled(files: readonly FiledReturn[], { received = {}, refused = [], forms = [] }: Settings = {}) {
  const context: SettleContext = {
    period: Q1,
    area: '440000',
    roster: [{ bureau: CITY, name: '惠州市', exempt: false, forms }],
    regions,
    scheme,
    receiptOf: (_bureau, sha256) => received[sha256] ?? null,
    deadlines: { days: {}, dates: new Map([['2024Q1', '2024-04-15']]) },
  };
  const one = settleFiles(files, new Set(refused), (some) => deriveLedger(some, scheme), context);
  const errors = one.findings.flatMap(({ severity, bureau }) => (severity === 'error' && bureau ? [bureau] : []));
  const coverage = settleCoverage(one, new Set(errors), context);
  for (const { rows } of coverage.sources) expect(rows.data).toBe(rows.counted + rows.setAside);
  return {
    ...one,
    ...coverage,
    states: Object.fromEntries(one.files.map(({ filed: { file }, state }) => [file, state])),
    said: one.findings.map(({ code, place: { file } }) => `${file} ${code}`),
    bureau: coverage.bureaus[0],
  };
}

const version = (fields: Partial<StatedVersion>): StatedVersion => ({
  number: null,
  revised: false,
  folders: [],
  date: null,
  ...fields,
});

/** A ledger with a row for each title, of 惠城区 and the fifth task. */
function ledger(file: string, titles: readonly string[], fields: Parameters<typeof filed>[1] = {}): FiledReturn {
  const activities = titles.map((title, at) => activity({ region: '441302', title, row: 5 + at }));
  return filed(CITY, { file, activities, ...fields });
}

function summary(file: string, rows: Readonly<Record<string, Readonly<Record<string, string>>>>, fields = {}) {
  const cells = Object.entries(rows).flatMap(([region, values], at) => summaryRow(region, 5 + at, values));
  return filed(CITY, { file, summary: cells, ...fields });
}

const JOBS = (value: string) => ({ '441302': { t5_job_fairs: value } });

describe('§5.13 versions', () => {
  test('byte-identical files are one, which is said', () => {
    const { states, said } = settled([ledger('a', ['甲']), ledger('b', ['甲'], { sha256: 'a' })]);
    expect(states).toEqual({ a: 'counted', b: 'superseded' });
    expect(said).toEqual(['b FILE_COPY']);
  });

  test('so are files that say the same in other bytes', () => {
    const { states, said } = settled([ledger('a', ['甲', '乙']), ledger('b', ['甲', '乙'])]);
    expect(states).toEqual({ a: 'counted', b: 'superseded' });
    expect(said).toEqual(['b FILE_COPY']);
  });

  test.each([
    ['第N版, v2 over v1', { number: 1 }, { number: 2 }],
    ['a number over none', {}, { number: 2 }],
    ['the number before the revision word', { revised: true }, { number: 2 }],
    ['修订 over none', {}, { revised: true }],
    ['the revision word before the cover date', { date: '2024-04-12' }, { revised: true, date: '2024-04-10' }],
    ['cover date', { date: '2024-04-10' }, { date: '2024-04-12' }],
  ])('the later one counts: %s', (_name, earlier, later) => {
    const files = [
      ledger('a', ['甲', '乙'], { version: version(later) }),
      ledger('b', ['甲'], { version: version(earlier) }),
    ];
    for (const order of [files, files.toReversed()]) {
      const { states, said } = settled(order);
      expect(states).toEqual({ a: 'counted', b: 'superseded' });
      expect(said).toEqual(['b FILE_SUPERSEDED']);
    }
  });

  test('then the receipt date', () => {
    const files = [ledger('a', ['甲', '乙']), ledger('b', ['甲'])];
    expect(settled(files, { received: { a: '2024-04-11', b: '2024-04-10' } }).states).toEqual({
      a: 'counted',
      b: 'superseded',
    });
  });

  test('the cover date before the receipt date', () => {
    const files = [
      ledger('a', ['甲', '乙'], { version: version({ date: '2024-04-12' }) }),
      ledger('b', ['甲'], { version: version({ date: '2024-04-10' }) }),
    ];
    const { states } = settled(files, { received: { a: '2024-04-12', b: '2024-04-13' } });
    expect(states).toEqual({ a: 'counted', b: 'superseded' });
  });

  test('dates that only one of two has do not order them', () => {
    const files = [ledger('a', ['甲', '乙'], { version: version({ date: '2024-04-12' }) }), ledger('b', ['甲'])];
    expect(settled(files, { received: { a: '2024-04-12' } }).states).toEqual({ a: 'rejected', b: 'rejected' });
  });

  test('a later rejected one displaces nothing', () => {
    const bad = filed(CITY, { file: 'b', gate: 'header', version: version({ number: 2 }) });
    const { states, bureau } = settled([ledger('a', ['甲']), bad]);
    expect(states).toEqual({ a: 'counted', b: 'rejected' });
    expect(bureau?.state).toBe('accepted');
  });

  test('not orderable and different: an error naming both, both rejected', () => {
    const { states, findings, bureau, setAside } = settled([ledger('a', ['甲', '乙']), ledger('b', ['甲'])]);
    expect(states).toEqual({ a: 'rejected', b: 'rejected' });
    expect(findings.map(({ code, severity, place, args }) => [code, severity, place.file, args])).toEqual([
      ['VERSIONS_CONFLICT', 'error', 'a', { others: ['b'], forms: ['ledger'] }],
      ['VERSIONS_CONFLICT', 'error', 'b', { others: ['a'], forms: ['ledger'] }],
    ]);
    expect(bureau?.state).toBe('rejected');
    expect(setAside.map(({ file, reason, rows }) => [file, reason, rows])).toEqual([
      ['a', 'rejected', 2],
      ['b', 'rejected', 1],
    ]);
  });

  describe('a conflict in one form', () => {
    const two = (row: number, value: string, region = '441302') =>
      ({ summary: summaryRow(region, row, { t5_job_fairs: value }) }) as const;

    test('leaves the other form, which counts once when both say the same', () => {
      const files = [ledger('a', ['甲', '乙'], two(20, '1')), ledger('b', ['甲'], two(20, '1'))];
      const { states, said, setAside, returns, bureau } = settled(files);
      expect(states).toEqual({ a: 'counted', b: 'rejected' });
      expect(said).toEqual(['b FILE_PARTLY_SUPERSEDED', 'a VERSIONS_CONFLICT', 'b VERSIONS_CONFLICT']);
      expect(setAside.map(({ file, row, reason }) => [file, row, reason])).toEqual([
        ['a', 5, 'rejected'],
        ['a', 6, 'rejected'],
        ['b', null, 'rejected'],
      ]);
      expect(returns.get(CITY)?.ledger).toBeNull();
      expect(returns.get(CITY)?.summary.get('441302')?.size).toBe(1);
      expect(bureau).toMatchObject({ state: 'provisional', forms: ['summary'] });
    });

    test('is not also a form that was not sent', () => {
      const files = [ledger('a', ['甲', '乙'], two(20, '1')), ledger('b', ['甲'], two(20, '1'))];
      const { said, bureau } = settled(files, { forms: ['ledger', 'summary'] });
      expect(said.filter((one) => one.includes('FORM_NOT_SENT'))).toEqual([]);
      expect(bureau?.lackingForms).toEqual(['ledger']);
    });

    test('leaves the other forms of both when they are parts', () => {
      const files = [ledger('a', ['甲', '乙'], two(20, '1')), ledger('b', ['甲'], two(20, '1', '441303'))];
      const { states, returns } = settled(files);
      expect(states).toEqual({ a: 'counted', b: 'counted' });
      expect([...(returns.get(CITY)?.summary.keys() ?? [])].toSorted()).toEqual(['441302', '441303']);
    });

    test('in the summary leaves the ledger', () => {
      const other = [activity({ region: '441302', title: '乙', association: '乙会', start: '2024-03-01' })];
      const files = [ledger('a', ['甲'], two(20, '1')), ledger('b', [], { activities: other, ...two(20, '2') })];
      const { states, findings, returns } = settled(files);
      expect(states).toEqual({ a: 'counted', b: 'counted' });
      expect(findings.map(({ code, args }) => [code, args['forms']])).toEqual([
        ['VERSIONS_CONFLICT', ['summary']],
        ['VERSIONS_CONFLICT', ['summary']],
      ]);
      expect(returns.get(CITY)?.summary.size).toBe(0);
      expect(returns.get(CITY)?.files.flatMap(({ activities }) => activities)).toHaveLength(2);
    });

    test('in both rejects both, and names each other file once', () => {
      const files = [ledger('a', ['甲', '乙'], two(20, '1')), ledger('b', ['甲'], two(20, '2'))];
      const { states, findings, bureau } = settled(files);
      expect(states).toEqual({ a: 'rejected', b: 'rejected' });
      expect(findings.map(({ args }) => args)).toEqual([
        { others: ['b'], forms: ['ledger', 'summary'] },
        { others: ['a'], forms: ['ledger', 'summary'] },
      ]);
      expect(bureau?.state).toBe('rejected');
    });

    test('a nil statement is rejected as a whole', () => {
      const nil = filed(CITY, { file: 'b', nilStatement: true });
      const { states, returns } = settled([ledger('a', ['甲'], two(20, '1')), nil]);
      expect(states).toEqual({ a: 'rejected', b: 'rejected' });
      expect(returns.size).toBe(0);
    });
  });

  test('rejected for a conflict, they displace nothing: the version before them counts', () => {
    const revised = { version: version({ revised: true }) };
    const files = [ledger('a', ['甲']), ledger('b', ['甲', '乙'], revised), ledger('c', ['甲', '丙'], revised)];
    const { states, bureau } = settled(files);
    expect(states).toEqual({ a: 'counted', b: 'rejected', c: 'rejected' });
    expect(bureau?.state).toBe('provisional');
  });

  test('a conflict among versions that a later one replaces is no matter', () => {
    const files = [
      ledger('a', ['甲']),
      ledger('b', ['甲', '乙']),
      ledger('c', ['甲', '丙'], { version: version({ number: 2 }) }),
    ];
    const { states, said } = settled(files);
    expect(states).toEqual({ a: 'superseded', b: 'superseded', c: 'counted' });
    expect(said.toSorted()).toEqual(['a FILE_SUPERSEDED', 'b FILE_SUPERSEDED']);
  });

  test('a file with one form replaces that form only', () => {
    const both = ledger('a', ['甲'], { summary: summaryRow('441302', 20, { t5_job_fairs: '1' }) });
    const files = [both, ledger('b', ['甲', '乙'], { version: version({ revised: true }) })];
    const { states, said, setAside, sources, returns, bureau } = settled(files);
    expect(states).toEqual({ a: 'counted', b: 'counted' });
    expect(said).toEqual(['a FILE_PARTLY_SUPERSEDED']);
    expect(setAside.map(({ file, row, reason }) => [file, row, reason])).toEqual([['a', 5, 'superseded']]);
    expect(sources.map(({ rows }) => [rows.data, rows.counted, rows.setAside])).toEqual([
      [2, 1, 1],
      [2, 2, 0],
    ]);
    expect(returns.get(CITY)?.files.flatMap(({ activities }) => activities.title.values)).toEqual(['甲', '乙']);
    expect(bureau?.forms).toEqual(['ledger', 'summary']);
  });

  test('what was found in the replaced part of a file is silent', () => {
    const tables = ['台账', '统计表'].map((sheet) => ({ ...(filed(CITY).tables[0] as FiledTable), sheet }));
    const cells = summaryRow('441302', 5, { t5_job_fairs: '1' }).map((cell) => ({ ...cell, table: 1 }));
    const both = ledger('a', ['甲'], { tables, summary: cells });
    const { files } = settled([both, ledger('b', ['甲', '乙'], { version: version({ revised: true }) })]);
    const isReplaced = replacedPlaces(files[0]?.filed ?? both);
    expect(isReplaced?.({ file: 'a', sheet: '台账', row: 4, column: 2 })).toBe(true);
    expect(isReplaced?.({ file: 'a', sheet: '统计表', row: 5, column: 2 })).toBe(false);
    expect(isReplaced?.({ file: 'a', sheet: null, row: null, column: null })).toBe(false);
  });

  test('a version whose sheets name their task replaces that task only', () => {
    const [table] = filed(CITY).tables;
    const rows = [activity({ region: '441302', row: 5 }), activity({ region: '441302', task: 't6', row: 6 })];
    const fifth = { tables: [{ ...(table as FiledTable), task: 't5' }], version: version({ revised: true }) };
    const { states, setAside } = settled([
      filed(CITY, { file: 'a', activities: rows }),
      ledger('b', ['春季招聘会'], fifth),
    ]);
    expect(states).toEqual({ a: 'counted', b: 'counted' });
    expect(setAside.map(({ file, row, reason }) => [file, row, reason])).toEqual([['a', 5, 'superseded']]);
  });

  test('a later version that lacks tasks or regions of the earlier one is told', () => {
    const rows = [activity({ region: '441302', task: 't6' }), activity({ region: '441303', row: 6 })];
    const files = [
      filed(CITY, { file: 'a', activities: rows }),
      filed(CITY, { file: 'b', activities: [activity({ region: '441303' })], version: version({ revised: true }) }),
    ];
    const { states, findings } = settled(files);
    expect(states).toEqual({ a: 'superseded', b: 'counted' });
    expect(findings.find(({ code }) => code === 'VERSION_NARROWER')).toMatchObject({
      place: { file: 'b' },
      severity: 'warning',
      args: { of: 'a', lost: ['441302', 't6'] },
    });
  });

  test('summaries of different values are versions', () => {
    expect(settled([summary('a', JOBS('1')), summary('b', JOBS('2'))]).states).toEqual({
      a: 'rejected',
      b: 'rejected',
    });
    const later = summary('b', JOBS('2'), { version: version({ number: 2 }) });
    const { states, returns } = settled([summary('a', JOBS('1')), later]);
    expect(states).toEqual({ a: 'superseded', b: 'counted' });
    expect(returns.get(CITY)?.repeated).toEqual([]);
  });

  test('nothing reported and something reported are versions of one return', () => {
    const nil = filed(CITY, { file: 'b', nilStatement: true });
    expect(settled([ledger('a', ['甲']), nil]).states).toEqual({ a: 'rejected', b: 'rejected' });
    const revised = { ...nil, version: version({ revised: true }) };
    expect(settled([ledger('a', ['甲']), revised])).toMatchObject({
      states: { a: 'superseded', b: 'counted' },
      bureau: { nil: true },
    });
    const later = ledger('a', ['甲'], { version: version({ number: 2 }) });
    expect(settled([later, nil])).toMatchObject({ states: { a: 'counted', b: 'superseded' }, bureau: { nil: false } });
  });

  test('a blank form says nothing: it replaces nothing and contradicts nothing', () => {
    const blank = filed(CITY, { file: 'b', forms: ['ledger'], version: version({ revised: true }) });
    expect(settled([ledger('a', ['甲']), blank])).toMatchObject({ states: { a: 'counted' }, said: [] });
  });

  test('under strict counting a superseded file stays superseded', () => {
    const files = [ledger('a', ['甲']), ledger('b', ['甲', '乙'], { version: version({ number: 2 }) })];
    expect(settled(files, { refused: [CITY] }).states).toEqual({ a: 'superseded', b: 'rejected' });
  });
});

describe('§5.13 parts of one return', () => {
  test('files of one form for different tasks', () => {
    const rows = (task: string) => [activity({ region: '441302', task })];
    const files = [
      filed(CITY, { file: 'a', activities: rows('t5') }),
      filed(CITY, { file: 'b', activities: rows('t6'), version: version({ number: 2 }) }),
    ];
    expect(settled(files)).toMatchObject({ states: { a: 'counted', b: 'counted' }, said: [] });
  });

  test('files of one form for different regions', () => {
    const files = ['441302', '441303'].map((region) =>
      filed(CITY, { file: region, activities: [activity({ region })], version: version({ date: '2024-04-10' }) }),
    );
    expect(settled(files)).toMatchObject({ states: { 441302: 'counted', 441303: 'counted' }, said: [] });
  });

  test('two ledgers of the same tasks that share no activity, and no name says which comes later', () => {
    const parts = ['甲', '乙'].map((association) =>
      filed(CITY, {
        file: association,
        activities: [activity({ region: '441302', association })],
        // Parts have dates, too: they order only what contradicts itself.
        version: version({ date: `2024-04-1${association === '甲' ? 0 : 1}` }),
      }),
    );
    expect(settled(parts)).toMatchObject({ states: { 甲: 'counted', 乙: 'counted' }, said: [] });
  });

  test.each([
    ['the title corrected', { title: '春季大型招聘会' }],
    ['the date corrected', { start: '2024-02-21' }],
    ['a number corrected', { numbers: { jobs_offered: '300' } }],
  ])('a row with %s is the same activity, so that they are versions', (_name, corrected) => {
    const files = [{}, corrected].map((fields, at) =>
      filed(CITY, { file: String(at), activities: [activity({ region: '441302', title: '春季招聘会', ...fields })] }),
    );
    expect(settled(files).states).toEqual({ 0: 'rejected', 1: 'rejected' });
  });

  test('rows without an association are known by title and date', () => {
    const rows = (start: string) => [activity({ region: '441302', association: '', title: '春季招聘会', start })];
    const file = (name: string, start: string) => filed(CITY, { file: name, activities: rows(start) });
    const extra = filed(CITY, { file: 'b', activities: [...rows('2024-02-20'), activity({ region: '441302' })] });
    expect(settled([file('a', '2024-02-20'), extra]).states).toEqual({ a: 'rejected', b: 'rejected' });
    expect(settled([file('a', '2024-02-20'), file('b', '2024-03-20')]).states).toEqual({ a: 'counted', b: 'counted' });
  });

  test('summaries that repeat a common figure beside their own tasks', () => {
    const files = [
      summary('a', { '441302': { t5_job_fairs: '1', t6_surveys: '3' } }),
      summary('b', { '441302': { t5_job_fairs: '1', t4_charity_projects: '2' } }),
    ];
    const { states, returns } = settled(files);
    expect(states).toEqual({ a: 'counted', b: 'counted' });
    expect(returns.get(CITY)?.repeated).toHaveLength(1);
  });

  test('a revised ledger of a month replaces that month’s and not its neighbours', () => {
    const month = (file: string, start: string, titles: readonly string[], fields: Partial<FiledReturn> = {}) => {
      const activities = titles.map((title, at) => activity({ region: '441302', title, start, row: 5 + at }));
      return filed(CITY, { file, activities, ...fields });
    };
    const revised = { version: version({ revised: true }) };
    const january = month('1月', '2024-01-20', ['甲', '乙']);
    const february = month('2月', '2024-02-20', ['丙']);
    const again = month('1月修订', '2024-01-20', ['甲'], revised);
    const months = [january, february, again];
    expect(settled(months).states).toEqual({ '1月': 'superseded', '2月': 'counted', '1月修订': 'counted' });
    const both = [...months, month('2月修订', '2024-02-20', ['丙', '丁'], revised)];
    expect(settled(both).states).toMatchObject({ '2月': 'superseded', '1月修订': 'counted', '2月修订': 'counted' });
    // Without a version of its own among the others the mark is all that tells what it is.
    const whole = month('修订', '2024-03-01', ['戊'], revised);
    const onlyMarked = settled([january, february, whole]);
    expect(onlyMarked.states).toEqual({ '1月': 'superseded', '2月': 'superseded', 修订: 'counted' });
    // That it may be an addition is said of each.
    const narrower = onlyMarked.findings.filter(({ code }) => code === 'VERSION_NARROWER');
    expect(narrower.map(({ args }) => args)).toEqual(['1月', '2月'].map((of) => ({ of, lost: [] })));
    const third = month('第3版', '2024-03-01', ['戊', '己'], { version: version({ number: 3 }) });
    const chain = settled([january, whole, third]).states;
    expect(chain).toEqual({ '1月': 'superseded', 修订: 'superseded', 第3版: 'counted' });
  });

  test('a revised one of them replaces its own version and not its neighbour', () => {
    const cells = (value: string) => ({ '441302': { t5_job_fairs: '1', t4_charity_projects: value } });
    const { states } = settled([
      summary('a', { '441302': { t5_job_fairs: '1', t6_surveys: '3' } }),
      summary('b', cells('2')),
      summary('c', cells('4'), { version: version({ revised: true }) }),
    ]);
    expect(states).toEqual({ a: 'counted', b: 'superseded', c: 'counted' });
  });
});

describe('§5.10 timeliness', () => {
  test.each([
    ['on the last day', { a: '2024-04-15' }, 'onTime', '2024-04-15'],
    ['a day after', { a: '2024-04-16' }, 'late', '2024-04-16'],
    ['nobody noted when', {}, 'unknown', null],
  ] as const)('received %s', (_name, received, timeliness, day) => {
    expect(settled([ledger('a', ['甲'])], { received }).bureau).toMatchObject({
      timeliness,
      received: day,
      deadline: '2024-04-15',
    });
  });

  const versions = [ledger('a', ['甲']), ledger('b', ['甲', '乙'], { version: version({ number: 2 }) })];
  test('the first version counts that is not rejected', () => {
    const received = { a: '2024-04-10', b: '2024-04-20' };
    expect(settled(versions, { received }).bureau).toMatchObject({ timeliness: 'onTime', received: '2024-04-10' });
    const [, second] = versions;
    const bad = filed(CITY, { file: 'a', gate: 'header' });
    expect(settled([bad, ...(second ? [second] : [])], { received }).bureau?.timeliness).toBe('late');
  });

  test('a version without a day of receipt may have come in time', () => {
    expect(settled(versions, { received: { b: '2024-04-20' } }).bureau?.timeliness).toBe('unknown');
    expect(settled(versions, { received: { b: '2024-04-12' } }).bureau?.timeliness).toBe('onTime');
  });

  test('a return of several parts is there when the last one is', () => {
    const files = [ledger('a', ['甲']), summary('b', JOBS('1'))];
    const received = { a: '2024-04-10', b: '2024-04-16' };
    expect(settled(files, { received }).bureau).toMatchObject({ timeliness: 'late', received: '2024-04-16' });
    expect(settled(files, { received: { a: '2024-04-10' } }).bureau).toMatchObject({
      timeliness: 'unknown',
      received: null,
    });
  });
});

describe('marks of folders', () => {
  const markOf = (name: string) => ({ number: versionNumber(name), revised: /修订|重报|终稿/.test(name) });
  const file = (path: string, title: string) => {
    const [own = '', ...folders] = path.split('/').toReversed();
    return ledger(path, ['甲', title], { version: version({ ...markOf(own), folders: folders.map(markOf) }) });
  };

  test.each<[string, readonly string[], string]>([
    ['a folder marks what lies in it', ['原件/台账', '修订/台账'], '修订/台账'],
    ['by its number', ['台账第2版', '第3版/台账'], '第3版/台账'],
    ['one that all lie in tells none from another', ['v3/台账', 'v3/台账第2版'], 'v3/台账第2版'],
    ['nor does its revision word', ['重报/台账', '重报/台账终稿'], '重报/台账终稿'],
    ['but a folder below it does', ['v3/惠州市/台账第2版', 'v3/惠州市/第4版/台账'], 'v3/惠州市/第4版/台账'],
  ])('%s', (_, paths, counted) => {
    const { states } = settled(paths.map((path, at) => file(path, String(at))));
    expect(Object.keys(states).filter((path) => states[path] === 'counted')).toEqual([counted]);
  });

  test('the folder above all files is one of them', () => {
    const above = { number: 7, revised: true };
    const files = [
      ledger('台账', ['甲'], { version: version({ folders: [above] }) }),
      ledger('台账第2版', ['甲', '乙'], { version: version({ number: 2, folders: [above] }) }),
    ];
    expect(settled(files).states).toEqual({ 台账: 'superseded', 台账第2版: 'counted' });
  });
});

test('§5.13 however many versions contradict one another, what stands behind others by a later version stays replaced', () => {
  const pairs = Array.from({ length: 40 }, (_, at) =>
    ['甲', '乙'].map((title) =>
      ledger(`${at}${title}`, ['共同', `${at}${title}`], { version: version({ number: at + 1 }) }),
    ),
  ).flat();
  const aid = (file: string, title: string, fields: Partial<FiledReturn> = {}) =>
    filed(CITY, {
      file,
      activities: ['帮扶', title].map((one) =>
        activity({ region: '441302', task: 't4', type: 't4_rural', title: one }),
      ),
      ...fields,
    });
  const parts = [
    aid('帮扶一', '一'),
    aid('帮扶二', '二'),
    aid('帮扶修订', '三', { version: version({ revised: true }) }),
  ];
  const { states, said } = settled([...pairs, ...parts]);
  const ofParts = parts.map(({ file }) => states[file]);
  expect(ofParts).toEqual(['superseded', 'superseded', 'counted']);
  expect(said.filter((one) => one.startsWith('帮扶') && one.endsWith('VERSIONS_CONFLICT'))).toEqual([]);
});

describe('hundreds of files of one bureau', () => {
  const names = Array.from({ length: 600 }, (_, at) => String(at).padStart(3, '0'));

  test('that say the same are one, and their dates are asked for a few times a file, not for each pair', () => {
    let asked = 0;
    const files = names.map((name) => {
      const version = {
        number: null,
        revised: false,
        folders: [],
        get date() {
          asked++;
          return null;
        },
      };
      return ledger(name, ['甲'], { version });
    });
    const { states, said } = settled(files);
    expect(Object.values(states).filter((state) => state === 'counted')).toHaveLength(1);
    expect(states['000']).toBe('counted');
    expect(said).toEqual(names.slice(1).map((name) => `${name} FILE_COPY`));
    expect(asked).toBeLessThan(20 * names.length);
  });

  test('that contradict one another name a hundred of the others each', () => {
    const { findings, states } = settled(names.map((name) => summary(name, JOBS(name.replace(/^0*/, '1')))));
    expect(new Set(Object.values(states))).toEqual(new Set(['rejected']));
    const others = findings.flatMap(({ code, args }) =>
      code === 'VERSIONS_CONFLICT' && 'others' in args ? [args['others']] : [],
    );
    expect(others).toHaveLength(names.length);
    expect(others.every((list) => Array.isArray(list) && list.length === 100)).toBe(true);
  });

  test('that each are a version are replaced by the last, which names the first twenty that had other rows', () => {
    const files = names.map((name, at) => {
      const activities = [activity({ region: '441302', association: name, title: name, start: null })];
      return filed(CITY, { file: name, activities, version: version({ number: at + 1 }) });
    });
    const { findings, states } = settled(files);
    expect(Object.entries(states).flatMap(([file, state]) => (state === 'counted' ? [file] : []))).toEqual(['599']);
    const narrower = findings.filter(({ code, place }) => code === 'VERSION_NARROWER' && place.file === '599');
    expect(narrower.map(({ args }) => ('of' in args ? args['of'] : null))).toEqual(names.slice(0, 20));
    expect(findings.filter(({ code }) => code === 'FILE_SUPERSEDED')).toHaveLength(599);
  });

  test('that contradict one another in pairs, each pair behind the one before, are all rejected at last', () => {
    const files = names.map((name, at) =>
      summary(name, JOBS(name.replace(/^0*/, '1')), { version: version({ number: Math.floor(at / 2) + 1 }) }),
    );
    expect(new Set(Object.values(settled(files).states))).toEqual(new Set(['rejected']));
  });

  test('that are parts of one return stand beside the few that repeat, contradict or revise one', () => {
    const part = (file: string, title: string, fields: Partial<FiledReturn> = {}, start: string | null = null) => {
      const activities = [activity({ region: '441302', association: title.slice(0, 1), title, start })];
      return filed(CITY, { file, activities, ...fields });
    };
    const { states, said } = settled([
      ...names.map((name) => part(name, `${name}甲`)),
      part('copy', '007甲'),
      part('untold', ''),
      part('untold copy', ''),
      part('one', '子', {}, '2024-01-01'),
      part('other', '子', {}, '2024-02-02'),
      part('revised', '丑', { version: version({ number: 2 }) }, '2024-02-02'),
      part('before', '丑', {}, '2024-01-01'),
    ]);
    expect(
      Object.entries(states).flatMap(([file, state]) => (state === 'counted' ? [] : [`${file} ${state}`])),
    ).toEqual(['copy superseded', 'untold copy superseded', 'one rejected', 'other rejected', 'before superseded']);
    expect(said.toSorted()).toEqual([
      'before FILE_SUPERSEDED',
      'copy FILE_COPY',
      'one VERSIONS_CONFLICT',
      'other VERSIONS_CONFLICT',
      'untold copy FILE_COPY',
    ]);
  });

  test('that repeat an earlier and a later version keep what is said of each', () => {
    const old = [ledger('a', ['甲']), ledger('b', ['甲']), ledger('c', ['甲'])];
    const { states, said } = settled([...old, ledger('d', ['甲', '乙'], { version: version({ number: 2 }) })]);
    expect(states).toEqual({ a: 'superseded', b: 'superseded', c: 'superseded', d: 'counted' });
    expect(said.toSorted()).toEqual(['a FILE_SUPERSEDED', 'b FILE_SUPERSEDED', 'c FILE_SUPERSEDED']);
  });
});

describe('§5.11 forms of the roster', () => {
  test('a form that is due and not there is an error of its bureau', () => {
    const { said, bureau } = settled([ledger('a', ['甲'])], { forms: ['ledger', 'summary'] });
    expect(said).toEqual(['a FORM_NOT_SENT']);
    expect(bureau).toMatchObject({ state: 'provisional', lackingForms: ['summary'] });
  });

  test('a nil return needs no form, and who sent nothing is missing only', () => {
    const nil = filed(CITY, { file: 'a', nilStatement: true });
    expect(settled([nil], { forms: ['summary'] })).toMatchObject({ said: [], bureau: { state: 'accepted' } });
    expect(settled([], { forms: ['summary'] })).toMatchObject({ said: [], bureau: { state: 'missing' } });
  });
});
