import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { whole } from '../../../src/decimal/decimal.ts';
import { finding } from '../../../src/model/finding.ts';
import { renderJson } from '../../../src/render/json.ts';
import { buildReport } from '../../../src/report/build.ts';
import type { ReportModel } from '../../../src/report/model.ts';
import type { RegionTable } from '../../../src/report/views.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import {
  bureauOf,
  compilationOf,
  figureOf,
  provinceCompilation,
  smallCompilation,
  smallScheme,
} from '../../support/compilation.ts';
import { periodOf } from '../../support/returns.ts';

const builtin = await loadScheme(builtinSchemeFolder());
const scheme = smallScheme(builtin);
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const model = buildReport(smallCompilation(), scheme, options);
const province = buildReport(provinceCompilation(builtin), builtin, options);

describe('report.json', () => {
  test('has the published keys first, in their order', () => {
    expect(Object.keys(model)).toEqual([
      ...['schemaVersion', 'tool', 'scheme', 'period', 'asOf', 'area', 'coverage', 'figures', 'activities'],
      ...[
        'findings',
        'setAside',
        'sources',
        'checks',
        'changes',
        'history',
        'title',
        'narrative',
        'tasks',
        'regions',
        'views',
        'labels',
      ],
    ]);
    expect(Object.keys(model.coverage)).toEqual([
      ...['due', 'accepted', 'provisional', 'rejected', 'missing', 'exempt', 'nil', 'onTime', 'late', 'unknownTime'],
      ...['bureaus', 'offRoster', 'unknownSenders'],
    ]);
    expect(Object.keys(model.figures[0] ?? {})).toEqual([
      ...['region', 'indicator', 'task', 'unit', 'value', 'basis', 'complete', 'lacks', 'reason', 'ytd', 'previous'],
      ...['qoq', 'yearAgo', 'yoy', 'ytdYearAgo', 'ytdYoy', 'comparedWithout', 'ytdLacks', 'readable'],
    ]);
    expect(Object.keys(model.findings[0] ?? {})).toEqual([
      ...['code', 'severity', 'file', 'sheet', 'cells', 'count', 'bureau', 'region', 'column', 'indicator', 'raw'],
      ...['examples', 'args', 'message', 'causes', 'hint', 'explained'],
    ]);
  });

  const schema = JSON.parse(
    readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
  test.each<[string, ReportModel]>([
    ['a small report', model],
    ['a province', province],
    ['a run without anything', buildReport(compilationOf({ area: '100000' }), scheme, options)],
  ])('%s fits the published schema', (_name, report) => {
    const printed: unknown = JSON.parse(Buffer.concat(renderJson(report)).toString());
    expect(validate(printed) ? [] : validate.errors).toEqual([]);
    expect(printed).toEqual(report);
    expect(Buffer.concat(renderJson(report)).toString()).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });

  test.each<[string, (report: Record<string, unknown>) => void]>([
    [
      'a value that is text',
      (report) => (((report['figures'] as { value: unknown }[])[0] ?? { value: 0 }).value = '300'),
    ],
    [
      'a value beside a reason',
      (report) => (((report['figures'] as { reason: unknown }[])[0] ?? { reason: 0 }).reason = 'notReported'),
    ],
    [
      'an unknown severity',
      (report) => (((report['findings'] as { severity: unknown }[])[0] ?? { severity: 0 }).severity = 'note'),
    ],
    ['a missing key', (report) => delete report['coverage']],
  ])('the schema refuses %s', (_name, spoil) => {
    const report = JSON.parse(Buffer.concat(renderJson(model)).toString()) as Record<string, unknown>;
    spoil(report);
    expect(validate(report)).toBe(false);
  });

  test('hidden characters are escapes of the same value; the file ends with a line break', () => {
    const hostile = buildReport(
      smallCompilation({ unknownSenders: [{ file: 'a\u202Exslx.b', name: '甲\u200B' }] }),
      scheme,
      options,
    );
    const text = Buffer.concat(renderJson(hostile)).toString();
    expect(text).toContain('a\\u202Exslx.b');
    expect(text).not.toMatch(/[\u202E\u200B]/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(hostile);
  });
});

describe('coverage', () => {
  test('rates are over the bureaus that are due; timeliness counts only those that sent something', () => {
    const { coverage, views } = buildReport(
      smallCompilation({
        bureaus: [
          bureauOf('100100', '东城市', 'accepted', { timeliness: 'onTime' }),
          bureauOf('100200', '西城市', 'missing'),
          bureauOf('100300', '海城市', 'provisional', { timeliness: 'late' }),
          bureauOf('100400', '山城市', 'exempt'),
        ],
      }),
      scheme,
      options,
    );
    expect(coverage).toMatchObject({ due: 3, exempt: 1, missing: 1, onTime: 1, late: 1, unknownTime: 0 });
    expect(views.coverage.rates).toEqual({ reported: 66.7, accepted: 33.3, onTime: 33.3 });
    expect(views.chase).toEqual([
      expect.objectContaining({ bureau: '100200', name: '西城市', why: 'missing' }),
      expect.objectContaining({ bureau: '100300', name: '海城市', why: 'late' }),
    ]);
    expect(views.coverage.missing).toEqual([{ bureau: '100200', name: '西城市' }]);
  });

  test('no rate when nobody is due, none of timeliness when no receipt is recorded', () => {
    const { views } = buildReport(compilationOf({ area: '100000' }), scheme, options);
    expect(views.coverage.rates).toEqual({ reported: null, accepted: null, onTime: null });
    expect(model.views.coverage.rates.onTime).toBeNull();
  });
});

describe('region tables', () => {
  const table = (id: string): RegionTable | undefined =>
    [...model.views.sections.map((section) => section.table), ...model.views.others].find((one) => one.id === id);
  const values = (id: string) => table(id)?.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.value)]);

  test('the area, group subtotals, then the units in customary order', () => {
    expect(values('t1')).toEqual([
      ['全省', 30, 23512],
      ['东部', 20, 23000],
      ['西部', 10, 512],
      ['东城市', 10, 23000],
      ['西城市', null, null],
      ['海城市', 10, 0],
      ['山城市', 10, 512],
    ]);
  });

  test('a subtotal names what it lacks, an unreadable part included', () => {
    const west = table('t2')?.rows.find((row) => row.name === '西部');
    expect(west?.cells[0]).toMatchObject({ value: null, complete: false, lacks: ['西城市', '山城市'] });
    const east = table('t2')?.rows.find((row) => row.name === '东部');
    expect(east?.cells[0]).toMatchObject({ value: 12345.678, complete: true, lacks: [] });
  });

  test('a missing value keeps its reason and is never zero', () => {
    const [west, sea, hill] = (table('t2')?.rows ?? []).slice(-3).map((row) => row.cells[0]);
    expect(west).toMatchObject({ value: null, reason: 'notReported' });
    expect(sea).toMatchObject({ value: 0, reason: null });
    expect(hill).toMatchObject({ value: null, reason: 'unreadable' });
  });

  test('sections show core indicators, the annex the others; an optional task without values is left out', () => {
    expect(model.views.sections.map(({ task, table: { columns } }) => [task, columns.map(({ id }) => id)])).toEqual([
      ['t1', ['t1_a', 't1_b']],
      ['t2', ['t2_a']],
    ]);
    expect(model.views.others.map(({ id, columns }) => [id, columns.map((column) => column.id)])).toEqual([
      ['t0', ['t0_a']],
      ['t1', ['t1_c']],
    ]);
    expect(model.views.overall.map(({ task }) => task)).toEqual(['t0', 't1', 't2']);
  });

  test('the matrix shows headlines, else the first core flow', () => {
    expect(model.views.matrix.columns.map(({ id, max }) => [id, max])).toEqual([
      ['t1_b', 23000],
      ['t2_a', 12345.678],
    ]);
  });

  test('a city as area: its counties are the units, one grouping gives no subtotal', () => {
    const city = buildReport(
      compilationOf({ area: '100100', figures: [figureOf('100100', 't1_a', '5'), figureOf('100101', 't1_a', '5')] }),
      scheme,
      options,
    );
    expect(city.views.words).toEqual({ whole: '全市', units: '县（市、区）' });
    expect(city.views.matrix.rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['area', '全市'],
      ['unit', '南湖区'],
    ]);
  });
});

describe('sentences and gaps', () => {
  test('core indicators with a value, parts after their whole, gaps that all share said once', () => {
    const sentence = model.views.sections[0]?.sentence;
    expect(sentence?.clauses.map(({ name, prose, part }) => [name, prose.value, prose.unit, part])).toEqual([
      ['活动场次', 30, '场次', false],
      ['提供岗位数', 2.35, '万个', false],
      ['其中：技术岗位数', 12, '个', true],
    ]);
    expect(sentence?.common.lacks).toEqual(['西城市']);
    expect(sentence?.clauses.map(({ further }) => further.lacks)).toEqual([[], [], []]);
  });

  test('a gap of one indicator is told beside the common ones', () => {
    const figures = smallCompilation().figures.map((figure) =>
      figure.region === '100000' && figure.indicator === 't1_b' ? { ...figure, lacks: ['100200', '100300'] } : figure,
    );
    const { views } = buildReport(smallCompilation({ figures }), scheme, options);
    expect(views.common.lacks).toEqual(['西城市']);
    expect(views.incomplete).toEqual([{ lacks: ['海城市'], indicators: ['提供岗位数'] }]);
  });
});

test('findings by bureau, worst first; bounds give back the entries', () => {
  const at = (row: number) => ({ file: 'a.xlsx', sheet: null, row, column: 1 });
  const report = buildReport(
    smallCompilation({
      findings: [
        finding('CREDIT_CODE_MISSING', at(1), {}, { bureau: '100100' }),
        finding('NUMBER_NEGATIVE', at(2), {}, { bureau: '100300' }),
        finding('NUMBER_NEGATIVE', at(3), {}, { bureau: '100300' }),
        finding('NO_DATA_ROWS', at(4), {}, { bureau: null }),
      ],
    }),
    scheme,
    options,
  );
  const { bureaus, ...counts } = report.views.findings;
  expect(counts).toEqual({ errors: 2, warnings: 1, infos: 1, explained: 0 });
  expect(bureaus.map(({ name, errors, warnings, infos }) => [name, errors, warnings, infos])).toEqual([
    ['海城市', 2, 0, 0],
    ['填报单位不明', 0, 1, 0],
    ['东城市', 0, 0, 1],
  ]);
  for (const { bureau, from, to } of bureaus) {
    expect(report.findings.slice(from, to).every((entry) => entry.bureau === bureau)).toBe(true);
  }
});

test.each([
  ['2024Q1', { ytd: false, previous: true, yearAgo: true }],
  ['2024Q2', { ytd: true, previous: true, yearAgo: true }],
  ['2024H1', { ytd: false, previous: true, yearAgo: true }],
  ['2024', { ytd: false, previous: false, yearAgo: true }],
])('of %s what would say the same twice is no column of the tables', (id, expected) => {
  const region = scheme.regions[0]?.code ?? '';
  const figures = [figureOf(region, scheme.indicators[0]?.id ?? '', '3', { previous: whole(2), yearAgo: whole(2) })];
  const { views } = buildReport(compilationOf({ period: periodOf(id), area: region, figures }), scheme, options);
  expect(views.compared).toEqual(expected);
});
