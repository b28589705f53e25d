import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, test } from 'vitest';
import { whole } from '../../../src/decimal/decimal.ts';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { finding } from '../../../src/model/finding.ts';
import { sheetInSchemaOrder } from '../../../src/ooxml/sheet-order.ts';
import { builtinTemplateFolder, loadTemplates } from '../../../src/render/load-templates.ts';
import { renderWorkbook } from '../../../src/render/workbook.ts';
import { buildReport } from '../../../src/report/build.ts';
import type { ReportModel } from '../../../src/report/model.ts';
import type { TableCell } from '../../../src/report/views.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import { compilationOf, figureOf, smallCompilation, smallScheme } from '../../support/compilation.ts';
import { periodOf } from '../../support/returns.ts';

const scheme = smallScheme(await loadScheme(builtinSchemeFolder()));
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const templates = await loadTemplates([builtinTemplateFolder()]);
const render = async (model: ReportModel) => (await renderWorkbook(model, templates)).bytes;
const model = buildReport(smallCompilation(), scheme, options);
const bytes = await render(model);
const book = read(bytes, { type: 'array', cellFormula: true, cellNF: true });
const { views } = model;

type Value = string | number | null;

const sheet = (name: string, of: WorkBook = book): WorkSheet => {
  const found = of.Sheets[name];
  if (!found) throw new Error(`there is no sheet ${name}`);
  return found;
};
const value = (of: WorkSheet, row: number, column: number): Value =>
  (of[utils.encode_cell({ r: row - 1, c: column - 1 })] as { v?: Value } | undefined)?.v ?? null;
/** The values of a row from column A on. */
const cells = (of: WorkSheet, row: number, count: number) =>
  Array.from({ length: count }, (_, at) => value(of, row, at + 1));
/** Where a text stands in column A. */
const rowOf = (of: WorkSheet, text: string, after = 0): number => {
  for (let row = after + 1; row < after + 500; row++) if (value(of, row, 1) === text) return row;
  throw new Error(`there is no row ${text}`);
};
/** What a figure must read as. */
const plain = (cell: TableCell): Value => cell.value ?? REPORT_LABELS.reason[cell.reason ?? 'notReported'];

test('has the sheets of the report', () => {
  expect(book.SheetNames).toEqual([
    ...['总览', '汇总表', '分市汇总', '地区×任务', '甲任务', '乙任务', '地区组构成', '报送情况'],
    ...['审核问题', '未计入', '明细数据', '数据来源'],
  ]);
});

describe('every figure of the model is in its cell', () => {
  test('总览 and 汇总表: what the area has and is compared with', () => {
    const wanted = (row: (typeof views.headlines)[number]) => [
      ...[row.taskName, row.name, row.unit, plain(row)],
      ...views.comparisons.flatMap(({ figure, rate }) => [row[figure] ?? '—', row[rate] ?? '—']),
    ];
    const width = 4 + 2 * views.comparisons.length;
    const first = rowOf(sheet('总览'), '任务') + 1;
    expect(views.headlines.map((_, at) => cells(sheet('总览'), first + at, width))).toEqual(
      views.headlines.map(wanted),
    );
    const all = views.overall.flatMap(({ rows }) => rows);
    const start = rowOf(sheet('汇总表'), '任务') + 1;
    expect(all.map((_, at) => cells(sheet('汇总表'), start + at, width))).toEqual(all.map(wanted));
  });

  test.each([
    ['分市汇总', views.all, 5, ['taskName', 'name', 'unit'] as const],
    ['地区×任务', views.matrix, 5, ['taskName'] as const],
  ])('%s: regions by indicators', (name, table, head, keys) => {
    const of = sheet(name);
    const width = table.columns.length + 1;
    for (const [at, key] of keys.entries()) {
      expect(cells(of, head + at, width).slice(1)).toEqual(table.columns.map((column) => column[key]));
    }
    const first = rowOf(of, table.rows[0]?.name ?? '');
    expect(table.rows.map((_, at) => cells(of, first + at, width))).toEqual(
      table.rows.map((row) => [row.name, ...row.cells.map(plain)]),
    );
  });

  test.each(views.sheets.map((one) => [one.name, one] as const))('%s: a task by regions', (name, task) => {
    const of = sheet(name);
    const compared = views.comparisons.filter(({ rate }) => rate === 'yoy');
    const width = 2 + 2 * compared.length + task.columns.length;
    const first = rowOf(of, task.rows[0]?.name ?? '');
    expect(task.rows.map((_, at) => cells(of, first + at, width))).toEqual(
      task.rows.map((row) => [
        ...[row.name, plain(row.headline)],
        ...compared.flatMap(() => [row.headline.yearAgo ?? '—', row.headline.yoy ?? '—']),
        ...row.cells.map(plain),
      ]),
    );
  });

  test('明细数据: a row for each figure', () => {
    const of = sheet('明细数据');
    const regions = new Map(model.regions.map(({ code, name }) => [code, name]));
    const indicators = new Map(scheme.indicators.map(({ id, name }) => [id, name]));
    const seen = model.figures.map((_, at) => [1, 2, 6, 9, 11, 13].map((column) => value(of, at + 5, column)));
    expect(seen).toEqual(
      model.figures.map((figure) => [
        ...[figure.region, regions.get(figure.region), indicators.get(figure.indicator)],
        ...[figure.value, figure.previous, figure.yearAgo],
      ]),
    );
    expect(value(of, model.figures.length + 5, 1)).toBeNull();
  });

  test('地区组构成: groups by headline indicators', () => {
    const of = sheet('地区组构成');
    const first = rowOf(of, '任务') + 1;
    expect(cells(of, first - 1, 3 + views.groups.length).slice(3)).toEqual(views.groups.map(({ name }) => name));
    expect(views.matrix.columns.map((_, at) => cells(of, first + at, 3 + views.groups.length).slice(3))).toEqual(
      views.matrix.columns.map((_, at) => views.groups.map((group) => group.cells.flatMap((c) => [plain(c)])[at])),
    );
  });
});

test('the lists hold what the model lists', () => {
  const names = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => value(sheet(name), 5 + at, 1));
  expect(names('报送情况', model.coverage.bureaus.length)).toEqual(model.coverage.bureaus.map(({ name }) => name));
  expect(model.findings.map((_, at) => value(sheet('审核问题'), 5 + at, 8))).toEqual(
    model.findings.map(({ message }) => message),
  );
  const own = model.sources.filter(({ state }) => state !== 'earlierPeriod');
  expect(own.map((_, at) => [1, 14].map((column) => value(sheet('数据来源'), 5 + at, column)))).toEqual(
    own.map(({ file, sha256 }) => [file, sha256]),
  );
  const rows = model.setAside.filter(({ reason }) => reason !== 'earlierPeriod');
  expect(rows.map((_, at) => value(sheet('未计入'), 5 + at, 3))).toEqual(rows.map(({ row }) => row));
});

test('a link leads from a figure to its row of 明细数据', () => {
  const details = sheet('明细数据');
  let followed = 0;
  for (const name of ['总览', '汇总表', '分市汇总', '地区×任务', ...views.sheets.map((one) => one.name)]) {
    const links = [...xmlOf(name).matchAll(/<hyperlink ref="([A-Z]+\d+)" location="明细数据!I(\d+)"/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, ref = '', row = ''] of links) {
      const { r, c } = utils.decode_cell(ref);
      const shown = value(sheet(name), r + 1, c + 1);
      if (row === '4') expect(typeof shown).toBe('string');
      else expect(value(details, Number(row), 9)).toBe(typeof shown === 'number' ? shown : null);
      followed++;
    }
  }
  expect(followed).toBeGreaterThan(model.figures.length / 2);
});

/** The part of a sheet. */
function xmlOf(name: string): string {
  const parts = unzipSync(bytes);
  const text = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  const id = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="(\\w+)"`).exec(text('xl/workbook.xml'))?.[1];
  const relations = text('xl/_rels/workbook.xml.rels').match(/<Relationship [^>]*>/g) ?? [];
  const target = relations.find((one) => one.includes(`Id="${id}"`));
  return text(`xl/${/Target="(?:\/xl\/)?([^"]*)"/.exec(target ?? '')?.[1]}`);
}

test('an incomplete figure stays a number and shows a star', () => {
  const of = sheet('甲任务');
  const task = views.sheets.find(({ name }) => name === '甲任务');
  const first = rowOf(of, task?.rows[0]?.name ?? '');
  const row = task?.rows.findIndex(({ headline }) => headline.value !== null && !headline.complete) ?? -1;
  expect(row).toBeGreaterThanOrEqual(0);
  const cell = of[`B${first + row}`] as { t: string; z: string };
  expect([cell.t, cell.z]).toEqual(['n', '#,##0"*"']);
});

describe('the workbook', () => {
  test('heads are frozen and repeated; pages are A4 landscape', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    for (const one of workbook.worksheets) {
      expect(one.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
      if (one.name === '总览') continue;
      const [view] = one.views;
      expect(view).toMatchObject({ state: 'frozen' });
      const last = Number(one.pageSetup.printTitlesRow?.split(':')[1]?.replace('$', ''));
      expect(last).toBe((view as { ySplit: number }).ySplit);
    }
  });

  test('names the figures for pivots of the user', () => {
    const names = book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref.replaceAll("'", '')]) ?? [];
    expect(names).toContainEqual(['明细', `明细数据!$A$4:$V$${4 + model.figures.length}`]);
  });

  test('its charts show the rows of the units', () => {
    const parts = unzipSync(bytes);
    const charts = Object.keys(parts).filter((name) => name.startsWith('xl/charts/chart'));
    expect(charts).toHaveLength(2 + views.sheets.length);
    const units = views.matrix.rows.filter(({ kind }) => kind === 'unit').map(({ name }) => name);
    const shown = charts.map((name) =>
      [
        ...(/<c:cat>.*?<\/c:cat>/s.exec(strFromU8(parts[name] ?? new Uint8Array()))?.[0] ?? '').matchAll(
          /<c:v>(.*?)<\/c:v>/g,
        ),
      ].map(([, text]) => text),
    );
    expect(shown).toContainEqual(units);
    expect(shown).toContainEqual(views.matrix.columns.map(({ taskName }) => taskName));
  });

  test('without anything to compare with has neither columns nor series for it', async () => {
    const figures = ['100000', '100100'].map((region) => figureOf(region, views.matrix.columns[0]?.id ?? '', '8'));
    const made = buildReport(compilationOf({ area: '100000', figures }), scheme, options);
    expect(made.views.comparisons).toEqual([]);
    const written = await render(made);
    const of = sheet(views.sheets[0]?.name ?? '', read(written, { type: 'array' }));
    const first = rowOf(of, made.views.words.whole);
    const task = made.views.sheets[0];
    expect(cells(of, first, 2 + (task?.columns.length ?? 0))).toEqual([
      ...[made.views.words.whole, 8],
      ...(task?.rows[0]?.cells.map(plain) ?? []),
    ]);
    const parts = unzipSync(written);
    const charts = Object.keys(parts).filter((name) => name.startsWith('xl/charts/chart'));
    const series = charts.map((name) => strFromU8(parts[name] ?? new Uint8Array()).split('<c:ser>').length - 1);
    expect(series).toEqual(charts.map(() => 1));
  });

  test('every part is well-formed, in schema order, and leaves no mark behind', () => {
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      const xml = strFromU8(part);
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(xml).close();
      expect(xml.includes('{{'), name).toBe(false);
      if (name.startsWith('xl/worksheets/sheet')) expect(sheetInSchemaOrder(xml) === xml, name).toBe(true);
    }
  });
});

describe('user text', () => {
  const texts = [
    '=1+1',
    '+cmd|calc',
    '-2',
    '@SUM(A1)',
    '_x000D_',
    'a\u0000b\u202Ec',
    '<b>&',
    '\uD800',
    '{{title}}',
    'x'.repeat(40_000),
  ];
  test('is text, never a formula; hidden characters show; too long is cut with a mark', async () => {
    const findings = texts.map((raw, at) =>
      finding(
        'NUMBER_UNREADABLE',
        { file: 'a.xlsx', sheet: null, row: at + 1, column: 1 },
        {},
        { bureau: '100100', column: `c${at}`, raw },
      ),
    );
    const hostile = await render(buildReport(smallCompilation({ findings }), scheme, options));
    const of = sheet('审核问题', read(hostile, { type: 'array', cellFormula: true }));
    const seen = texts.map((_, at) => of[`G${at + 5}`] as { t: string; v: string; f?: string });
    expect(seen.map(({ t, f }) => [t, f])).toEqual(texts.map(() => ['s', undefined]));
    expect(seen.map(({ v }) => (v.length > 100 ? v.length : v))).toEqual([
      ...[
        '=1+1',
        '+cmd|calc',
        '-2',
        '@SUM(A1)',
        '_x000D_',
        'a\\u0000b\\u202Ec',
        '<b>&',
        '\\uD800',
        '{{title}}',
        32_767,
      ],
    ]);
    for (const [name, part] of Object.entries(unzipSync(hostile))) {
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
    }
  });
});

describe('byte identity', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 420],
  ])('the same in %s', async (name, offset) => {
    process.env['TZ'] = name;
    expect(new Date(2024, 5, 1).getTimezoneOffset()).toBe(offset);
    expect(Buffer.compare(await render(model), bytes)).toBe(0);
  });
});

describe('the notes of 汇总表', () => {
  const region = scheme.regions[0]?.code ?? '';
  const cities = scheme.regions.filter(({ level }) => level === 'city').map(({ code }) => code);
  const [first = '', second = ''] = scheme.indicators.map(({ id }) => id);

  /** The note beside the area's first indicator, and what is said of all. */
  async function notes(fields: Parameters<typeof figureOf>[3], other: Parameters<typeof figureOf>[3] = {}) {
    const figures = [figureOf(region, first, '8', fields), figureOf(region, second, '3', other)];
    const made = buildReport(compilationOf({ area: region, period: periodOf('2024Q2'), figures }), scheme, options);
    const of = sheet('汇总表', read(await render(made), { type: 'array' }));
    const head = rowOf(of, '任务');
    const width = 5 + 2 * made.views.comparisons.length;
    return { row: value(of, head + 1, width), all: value(of, 3, 1) };
  }

  test('say what a rate leaves out, in each row or once for all', async () => {
    const [city = ''] = cities;
    const name = scheme.regions.find(({ code }) => code === city)?.name;
    const without = { qoq: [city], yoy: [], ytdYoy: [] };
    const rate = { previous: whole(5), qoq: whole(60) };
    expect(await notes({ ...rate, comparedWithout: without }, rate)).toMatchObject({
      row: `（环比为可比口径，不含${name}）`,
    });
    expect(await notes({ ...rate, comparedWithout: without })).toEqual({
      row: null,
      all: `环比按可比口径计算，不含${name}。`,
    });
    expect(await notes(rate)).toMatchObject({ row: null });
  });

  test('say that a base is 0, and what the year to date lacks', async () => {
    expect((await notes({ yearAgo: whole(0) })).row).toBe('（同比基数为0）');
    const name = scheme.regions.find(({ code }) => code === cities[0])?.name;
    expect((await notes({ ytd: whole(9), ytdLacks: cities.slice(0, 1) })).row).toBe(`本年累计（缺${name}）`);
  });
});

test.each([
  ['a city without groups', { area: '100100' }],
  ['nothing but missing bureaus', {}],
])('a report of %s has its sheets, and no part is left out', async (_name, fields) => {
  const made = buildReport(compilationOf({ area: '100000', figures: [], ...fields }), scheme, options);
  const written = read(await render(made), { type: 'array' });
  expect(made.views.groups).toEqual([]);
  expect(written.SheetNames).not.toContain('地区组构成');
  expect(written.SheetNames).toContain('明细数据');
});
