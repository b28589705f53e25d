import { add, type Decimal, decimal, percentChange, ZERO } from '../../src/decimal/decimal.ts';
import type { BureauState, BureauStatus, ComparedFigure, Compilation } from '../../src/model/compilation.ts';
import type { SetAsideRow } from '../../src/model/filed-return.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import { parsePeriodId } from '../../src/period/period.ts';
import type { Indicator, Region, Scheme, Task } from '../../src/scheme/scheme.ts';

/** A figure with plain defaults: a complete value without any comparison. */
export function figureOf(
  region: string,
  indicator: string,
  value: string | null,
  fields: Partial<ComparedFigure> = {},
): ComparedFigure {
  return {
    region,
    indicator,
    value: value === null ? null : exact(value),
    reason: value === null ? 'notReported' : null,
    basis: value === null ? null : 'summary',
    complete: value !== null,
    // What lacks a part was read as far as it is there; what is incomplete for no such reason was not.
    readable: fields.complete !== false || (fields.lacks ?? []).length > 0,
    lacks: [],
    ytd: value === null ? null : exact(value),
    ytdLacks: [],
    previous: null,
    qoq: null,
    yearAgo: null,
    yoy: null,
    ytdYearAgo: null,
    ytdYoy: null,
    comparedWithout: { qoq: [], yoy: [], ytdYoy: [] },
    ...fields,
  };
}

export function bureauOf(
  bureau: string,
  name: string,
  state: BureauState,
  fields: Partial<BureauStatus> = {},
): BureauStatus {
  const sent = state !== 'missing' && state !== 'exempt';
  return {
    bureau,
    name,
    state,
    nil: false,
    timeliness: 'unknown',
    deadline: null,
    received: null,
    lackingForms: [],
    forms: sent ? ['summary'] : [],
    files: sent ? [`${name}.xlsx`] : [],
    ...fields,
  };
}

/** A compilation without data: 2024Q1 for the given area. */
export function compilationOf(fields: Partial<Compilation> = {}): Compilation {
  const period = parsePeriodId('2024Q1');
  if (period === null) throw new Error('no period');
  return {
    period,
    asOf: '2024-04-20',
    area: '440000',
    areaFrom: 'province',
    bureaus: [],
    offRoster: [],
    unknownSenders: [],
    figures: [],
    history: [],
    activities: { read: 0, counted: 0, setAside: 0, events: 0, byTask: new Map() },
    findings: [],
    checks: [],
    setAside: [],
    sources: [],
    ...fields,
  };
}

/** The scheme with a few small tables in place of its own: two groups of two cities, two tasks, six indicators. */
export function smallScheme(scheme: Scheme): Scheme {
  const region = (
    code: string,
    name: string,
    level: Region['level'],
    grouping: string | null,
    order: number,
  ): Region => ({
    code,
    name,
    shortName: name.slice(0, -1),
    aliases: [],
    level,
    parent: level === 'province' ? null : level === 'county' ? '100100' : '100000',
    grouping,
    tile: level === 'city' ? { column: [3, 5].includes(order) ? 1 : 0, row: order > 3 ? 1 : 0 } : null,
    order,
  });
  const task = (id: string, order: number, name: string, headline: string | null): Task => ({
    id,
    order,
    name,
    shortName: name,
    nameEn: id,
    synonyms: [],
    headline,
  });
  const indicator = (id: string, name: string, unit: string, fields: Partial<Indicator> = {}): Indicator => ({
    id,
    task: id.slice(0, 2),
    name,
    nameEn: id,
    phrase: null,
    unit,
    type: 'integer',
    decimals: 0,
    kind: 'flow',
    tier: 'core',
    parent: null,
    rollup: null,
    synonyms: [],
    ...fields,
  });
  return {
    ...scheme,
    title: '重点任务进展情况',
    tasks: [
      task('t0', 0, '基础', null),
      task('t1', 1, '甲任务', 't1_b'),
      task('t2', 2, '乙任务', 't2_a'),
      task('tx', 9, '附加', null),
    ],
    indicators: [
      indicator('t0_a', '期末登记数', '家', { kind: 'stock', phrase: '登记数' }),
      indicator('t1_a', '活动场次', '场次', { phrase: '举办活动' }),
      indicator('t1_b', '提供岗位数', '个'),
      indicator('t1_c', '其中：技术岗位数', '个', { tier: 'ext', parent: 't1_b', phrase: '其中技术岗位' }),
      indicator('t2_a', '投入资金', '万元', { type: 'decimal', decimals: 2 }),
      indicator('tx_a', '减免金额', '万元', { type: 'decimal', decimals: 2, tier: 'opt' }),
    ],
    regions: [
      region('100000', '甲省', 'province', null, 0),
      region('100100', '东城市', 'city', '东部', 1),
      region('100101', '南湖区', 'county', '东部', 2),
      region('100200', '西城市', 'city', '西部', 3),
      region('100300', '海城市', 'city', '东部', 4),
      region('100400', '山城市', 'city', '西部', 5),
    ],
    rules: [],
  };
}

/** Figures, states and findings for a `smallScheme`: 西城市 has not reported, 山城市 was returned with a fault. */
export function smallCompilation(fields: Partial<Compilation> = {}): Compilation {
  const missing = { lacks: ['100200'], complete: false };
  const place = (row: number) => ({ file: '山城市.xlsx', sheet: '统计表', row, column: 4 });
  return compilationOf({
    area: '100000',
    bureaus: [
      bureauOf('100100', '东城市', 'accepted', {
        forms: ['ledger', 'summary'],
        files: ['东城市.xlsx', '东城台账.csv'],
      }),
      bureauOf('100200', '西城市', 'missing'),
      bureauOf('100300', '海城市', 'accepted', { nil: true }),
      bureauOf('100400', '山城市', 'provisional'),
    ],
    figures: [
      figureOf('100000', 't0_a', '300', missing),
      figureOf('100000', 't1_a', '30', { ...missing, yearAgo: exact('24'), yoy: exact('25'), previous: ZERO }),
      figureOf('100000', 't1_b', '23512', { ...missing, yearAgo: exact('25000'), yoy: exact('-6') }),
      figureOf('100000', 't1_c', '12', missing),
      figureOf('100000', 't2_a', '12345.678', { ...missing, yearAgo: ZERO }),
      figureOf('100000', 'tx_a', null),
      ...['100100', '100300', '100400'].flatMap((city, at) => [
        figureOf(city, 't0_a', '100'),
        figureOf(city, 't1_a', '10'),
        figureOf(city, 't1_b', ['23000', '0', '512'][at] ?? null),
        figureOf(city, 't1_c', ['12', '0', null][at] ?? null, at === 2 ? { reason: 'notInForm' } : {}),
        figureOf(city, 't2_a', ['12345.678', '0', null][at] ?? null, at === 2 ? { reason: 'unreadable' } : {}),
        figureOf(city, 'tx_a', null),
      ]),
      ...['t0_a', 't1_a', 't1_b', 't1_c', 't2_a', 'tx_a'].map((id) => figureOf('100200', id, null)),
    ],
    activities: { read: 12, counted: 10, setAside: 2, events: 9, byTask: new Map([['t1', 10]]) },
    findings: [5, 6, 7, 9].map((row) =>
      finding(
        'NUMBER_UNREADABLE',
        place(row),
        {},
        { bureau: '100400', indicator: 't2_a', raw: row === 9 ? '3-5' : '若干' },
      ),
    ),
    setAside: [
      { file: '东城台账.csv', sheet: null, row: 9, rows: 1, reason: 'noTask', of: null },
      {
        file: '东城台账.csv',
        sheet: null,
        row: 11,
        rows: 1,
        reason: 'duplicate',
        of: { file: '东城台账.csv', sheet: null, row: 8 },
      },
    ],
    sources: [
      sourceOf('东城市.xlsx', '100100', 1, 0),
      sourceOf('东城台账.csv', '100100', 10, 2),
      sourceOf('山城市.xlsx', '100400', 1, 0),
    ],
    ...fields,
  });
}

export function sourceOf(
  file: string,
  bureau: string | null,
  counted: number,
  setAside: number,
): Compilation['sources'][number] {
  return {
    file,
    sha256: 'ab'.repeat(32),
    format: file.endsWith('.csv') ? 'csv' : 'xlsx',
    bureau,
    forms: ['summary'],
    state: 'counted',
    rows: { data: counted + setAside, counted, setAside, total: 1, note: 1, title: 1, header: 1, other: 0 },
    activities: { read: 0, counted: 0, setAside: 0, events: 0, byTask: new Map() },
    sender: null,
    period: null,
    tables: [],
    notChecked: null,
  };
}

/** A whole province of made-up figures for the built-in scheme, the same in every run: for looking at a report. */
export function provinceCompilation(scheme: Scheme): Compilation {
  const random = sequence(20240420);
  const cities = scheme.regions.filter((region) => region.level === 'city');
  const province = scheme.regions[0];
  if (!province) throw new Error('the scheme has no regions');
  const states = cities.map((city, at): BureauStatus => {
    const state: BureauState =
      at === 6 || at === 13 ? 'missing' : at === 9 ? 'rejected' : at % 5 === 3 ? 'provisional' : 'accepted';
    const ledger = state !== 'missing' && at % 3 === 0;
    return bureauOf(city.code, city.name, state, {
      nil: at === 20,
      forms: state === 'missing' ? [] : ledger ? ['ledger', 'summary'] : ['summary'],
      files:
        state === 'missing'
          ? []
          : ledger
            ? [`${city.name}民政局台账.xlsx`, `${city.name}统计表.xlsx`]
            : [`${city.name}统计表.xlsx`],
    });
  });
  const silent = states.filter(({ state }) => state === 'missing' || state === 'rejected').map(({ bureau }) => bureau);
  const cityFigures = cities.flatMap((city) =>
    scheme.indicators.map((indicator) => randomFigure(city, indicator, silent.includes(city.code), random)),
  );
  const total = scheme.indicators.map((indicator) =>
    totalFigure(
      province.code,
      indicator,
      cityFigures.filter((figure) => figure.indicator === indicator.id),
      silent,
    ),
  );
  const sources = states.flatMap(({ bureau, files }) =>
    files.map((file) => sourceOf(file, bureau, 20 + random(60), random(3))),
  );
  const setAside: SetAsideRow[] = sources
    .filter(({ rows }) => rows.setAside > 0)
    .map(({ file, rows }) => ({ file, sheet: '台账', row: 17, rows: rows.setAside, reason: 'noRegion', of: null }));
  return compilationOf({
    area: province.code,
    bureaus: states,
    unknownSenders: [{ file: '长沙市.xlsx', name: '湖南省长沙市' }],
    figures: [...total, ...cityFigures],
    activities: {
      read: 812,
      counted: 800,
      setAside: 12,
      events: 790,
      byTask: new Map(scheme.tasks.map(({ id }) => [id, 120])),
    },
    findings: randomFindings(states, random),
    setAside,
    sources,
  });
}

function randomFigure(
  city: Region,
  indicator: Indicator,
  silent: boolean,
  random: (below: number) => number,
): ComparedFigure {
  if (silent) return figureOf(city.code, indicator.id, null);
  if (indicator.tier === 'opt') return figureOf(city.code, indicator.id, null, { reason: 'notInForm' });
  if (random(40) === 0) return figureOf(city.code, indicator.id, null, { reason: 'unreadable' });
  const size = indicator.unit === '万元' ? 4000 : ['人次', '人', '家次'].includes(indicator.unit) ? 2500 : 60;
  const value = `${random(size)}${indicator.decimals > 0 ? `.${random(90) + 10}` : ''}`;
  const yearAgo = exact(String(random(size)));
  return figureOf(city.code, indicator.id, value, {
    yearAgo,
    yoy: percentChange(exact(value), yearAgo),
    complete: random(30) > 0,
  });
}

function totalFigure(
  area: string,
  indicator: Indicator,
  parts: readonly ComparedFigure[],
  silent: readonly string[],
): ComparedFigure {
  const sum = (of: (figure: ComparedFigure) => Decimal | null) =>
    parts.reduce((total, part) => add(total, of(part) ?? ZERO), ZERO);
  if (parts.every((part) => part.value === null)) return figureOf(area, indicator.id, null, { reason: 'notInForm' });
  const lacks = parts.filter((part) => part.value === null).map((part) => part.region);
  const value = sum((part) => part.value);
  const yearAgo = sum((part) => part.yearAgo);
  return {
    ...figureOf(area, indicator.id, '0'),
    value,
    ytd: value,
    complete: false,
    lacks,
    yearAgo,
    yoy: percentChange(value, yearAgo),
    comparedWithout: { qoq: [], yoy: silent, ytdYoy: [] },
  };
}

function randomFindings(states: readonly BureauStatus[], random: (below: number) => number): readonly Finding[] {
  return states
    .filter(({ state }) => state === 'provisional' || state === 'rejected')
    .flatMap(({ bureau, files }) => {
      const file = files[0] ?? '';
      const place = (row: number, column: number) => ({ file, sheet: '活动台账', row, column });
      const run = Array.from({ length: 4 + random(20) }, (_, at) =>
        finding('CREDIT_CODE_MISSING', place(5 + at, 6), {}, { bureau, column: 'uscc' }),
      );
      return [
        ...run,
        finding('NUMBER_UNREADABLE', place(12, 14), {}, { bureau, column: 'participants', raw: '若干' }),
        finding('NUMBER_APPROXIMATE', place(13, 14), { used: '200' }, { bureau, column: 'participants', raw: '约200' }),
        finding('REGION_UNKNOWN', place(20, 3), { nearest: ['徐闻县'] }, { bureau, column: 'county', raw: '徐门县' }),
      ];
    });
}

/** Numbers that look random and are the same everywhere. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

function exact(text: string): Decimal {
  const value = decimal(text);
  if (value === null) throw new Error(`no number: ${text}`);
  return value;
}
