import { describe, expect, test } from 'vitest';
import { whole } from '../../../src/decimal/decimal.ts';
import { buildReport } from '../../../src/report/build.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import { compilationOf, figureOf, smallCompilation, smallScheme } from '../../support/compilation.ts';
import { periodOf } from '../../support/returns.ts';

const scheme = smallScheme(await loadScheme(builtinSchemeFolder()));
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const model = buildReport(smallCompilation(), scheme, options);
const { views, figures } = model;

describe('the sheets of tasks', () => {
  test('are the sections, each with all indicators of its task', () => {
    expect(views.sheets.map(({ task }) => task)).toEqual(views.sections.map(({ task }) => task));
    for (const { task, headline, columns } of views.sheets) {
      const { indicators = [], headline: wanted } = model.tasks.find(({ id }) => id === task) ?? {};
      expect(headline.id).toBe(wanted);
      expect([headline.id, ...columns.map(({ id }) => id)].toSorted()).toEqual(
        indicators.map(({ id }) => id).toSorted(),
      );
    }
  });

  test('have the figures of all regions, the headline with what it is compared with', () => {
    for (const { headline, columns, rows } of views.sheets) {
      expect(rows.map(({ name }) => name)).toEqual(views.all.rows.map(({ name }) => name));
      for (const row of rows.filter(({ code }) => code !== null)) {
        const ids = [headline, ...columns].map(({ id }) => id);
        const found = ids.map((id) => figures.find(({ region, indicator }) => region === row.code && indicator === id));
        expect([row.headline, ...row.cells].map(({ value }) => value)).toEqual(found.map((one) => one?.value ?? null));
        expect(row.headline.yearAgo).toBe(found[0]?.yearAgo ?? null);
      }
      for (const row of rows.filter(({ code }) => code === null)) expect(row.headline.yearAgo).toBeNull();
    }
  });
});

describe('figures know where they stand', () => {
  test('a cell names its figure; a subtotal none', () => {
    for (const { code, cells } of views.all.rows) {
      for (const [at, { figure, value }] of cells.entries()) {
        const indicator = views.all.columns[at]?.id;
        if (figure === null) expect(code === null || value === null).toBe(true);
        else expect(figures[figure]).toMatchObject({ region: code, indicator, value });
      }
    }
  });

  test('the regions share out all figures, in their order', () => {
    expect(
      views.figures.flatMap(({ region, from, to }) => figures.slice(from, to).map((one) => one.region === region)),
    ).toEqual(figures.map(() => true));
    expect(views.figures.at(-1)?.to).toBe(figures.length);
    expect(Object.keys(views.indicators)).toEqual(scheme.indicators.map(({ id }) => id));
  });
});

test.each([
  ['nothing', {}, []],
  ['the period before', { previous: whole(1) }, ['previous']],
  ['a year to date', { ytd: whole(1), yearAgo: whole(2) }, ['yearAgo', 'ytd']],
])('comparisons with %s', (_name, fields, expected) => {
  const [region = '', indicator = ''] = ['100000', scheme.indicators[0]?.id];
  const figure = figureOf(region, indicator, '8', { ytd: null, ...fields });
  const made = buildReport(
    compilationOf({ area: region, period: periodOf('2024Q2'), figures: [figure] }),
    scheme,
    options,
  );
  expect(made.views.comparisons.map((one) => one.figure)).toEqual(expected);
});
