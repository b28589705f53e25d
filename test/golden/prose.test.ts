import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';
import { builtinTemplateFolder, loadTemplates } from '../../src/render/load-templates.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { buildReport } from '../../src/report/build.ts';
import type { ReportFigure } from '../../src/report/model.ts';
import { scheme } from '../support/returns.ts';

const root = join(import.meta.dirname, '../../fixtures');
const FOLDERS: Readonly<Record<string, string>> = { '2023Q4': '2023Q4', '2023Q1': '2023Q1', '2024Q1': '2024Q1' };
const templates = await loadTemplates([builtinTemplateFolder()]);

/** The report of a quarter of the fixtures, compared with the quarters that are there. */
async function reportOf(id: string, asOf: string) {
  const compilation = await compile({
    paths: [join(root, id)],
    cwd: root,
    scheme,
    period: null,
    area: null,
    asOf,
    counting: 'normal',
    basis: 'summary',
    earlier: () => async (period) => {
      const folder = FOLDERS[period.id];
      return folder === undefined ? null : { path: join(root, folder), named: true };
    },
  });
  const model = buildReport(compilation, scheme, { version: '0.1.0', language: 'zh-CN' });
  const text = renderMarkdown(model, templates);
  const prose = text
    .slice(0, text.indexOf('## 附表'))
    .split('\n')
    .filter((line) => line !== '' && !/^[|#*]/.test(line));
  return { model, text, prose };
}

const reports = { '2024Q1': await reportOf('2024Q1', '2024-04-20'), '2024Q2': await reportOf('2024Q2', '2024-07-20') };

/** How prose writes a number, made here by itself: full digits, or two decimals of 万 and 亿 without zeros at the end. */
function written(value: number, unit: string): string {
  const scaled = (by: number) => String(Math.round((value / by) * 100 + 1e-9) / 100);
  if (unit === '万元') return value >= 10_000 ? `${scaled(10_000)}亿元` : `${scaled(1)}万元`;
  if (value >= 100_000_000) return `${scaled(100_000_000)}亿${unit}`;
  return value >= 10_000 ? `${scaled(10_000)}万${unit}` : `${value}${unit}`;
}

/** What only rounds to no change, or is none over fewer regions, is nearly the same. */
function change(word: string, rate: number, isSame: boolean): string {
  if (isSame) return `${word}持平`;
  if (rate === 0) return `${word}基本持平`;
  return `${word}${rate > 0 ? '增长' : '下降'}${Math.abs(rate).toFixed(1)}%`;
}

describe.each(Object.entries(reports))('the prose of %s', (_id, { model, prose }) => {
  const area = new Map(
    model.figures.filter(({ region }) => region === model.area.code).map((one) => [one.indicator, one]),
  );
  const said = prose.filter((line) => /^(?:截至)?\d+年.*，全省/.test(line));
  const spoken = scheme.indicators.filter(({ id, tier }) => tier === 'core' && area.get(id)?.value != null);

  test('has a paragraph for the base figures and each of the six tasks', () => {
    expect(said).toHaveLength(7);
  });

  test.each(spoken)('says $name as the figures have it', ({ id, unit, name, phrase }) => {
    const figure = area.get(id) as ReportFigure;
    const isSame = (base: number | null, without: readonly string[]) => base === figure.value && without.length === 0;
    const number = written(figure.value ?? 0, unit).replace('.', '\\.');
    const rates = [
      figure.yoy === null ? '' : change('同比', figure.yoy, isSame(figure.yearAgo, figure.comparedWithout.yoy)),
      figure.qoq === null ? '' : change('环比', figure.qoq, isSame(figure.previous, figure.comparedWithout.qoq)),
    ].map((one) => one.replace('.', '\\.'));
    // Between the number and the rates stands at most what the figure lacks; a rate's own note may follow it.
    const pattern = `${phrase ?? name}${number}(?:（[^）]*）)?${rates.map((rate) => (rate === '' ? '' : `(?:，|（[^）]*），)${rate}`)).join('')}`;
    expect(said.join('\n')).toMatch(new RegExp(pattern));
  });

  test('has no number that the model has not', () => {
    const numbers = new Set<string>();
    const add = (value: number | null) => {
      if (value === null) return;
      for (const by of [1, 10_000, 100_000_000]) numbers.add(String(Math.round((value / by) * 100 + 1e-9) / 100));
      numbers.add(Math.abs(value).toFixed(1));
    };
    for (const one of area.values()) [one.value, one.ytd, one.yoy, one.qoq, one.ytdYoy].forEach(add);
    const { coverage, views, activities } = model;
    const { rates } = views.coverage;
    for (const value of [rates.reported, rates.accepted, rates.onTime]) add(value);
    const counts = [coverage.due, views.coverage.reported, coverage.nil, coverage.accepted, coverage.provisional];
    for (const value of [...counts, coverage.rejected, coverage.missing, coverage.late]) add(value);
    for (const value of [activities.read, activities.counted, activities.events, activities.setAside]) add(value);
    for (const value of [views.findings.errors, views.findings.warnings, views.findings.infos]) add(value);
    // How many names stand in a list that is cut short.
    for (const list of [...area.values()].flatMap((one) => [
      one.lacks,
      one.ytdLacks,
      ...Object.values(one.comparedWithout),
    ]))
      add(list.length);
    for (const bureaus of [views.common, ...views.headlines.map(({ further }) => further)])
      for (const list of Object.values(bureaus)) add(list.length);
    for (const part of [views.base, ...views.sections.map(({ sentence }) => sentence)].flatMap(({ parts }) => parts)) {
      for (const list of [part.lacksFurther, ...part.notes.map((note) => note.without)]) add(list.length);
      for (const one of part.figures) add(one.lacks.length);
      for (const one of part.figures) for (const { without } of one.changes) add(without.length);
    }
    for (const { lacks } of views.incomplete) add(lacks.length);
    const text = prose
      .join('\n')
      // Dates, periods and the number of the annex are no figures.
      .replace(/\d{4}年(?:\d+月(?:\d+日)?|第)?/g, '')
      .replace(/1—\d+月累计|附表\d/g, '')
      .replace(/(\d),(?=\d{3})/g, '$1');
    const found = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
    expect(found.length).toBeGreaterThan(60);
    const known = (number: string) => numbers.has(number) || numbers.has(String(Number(number)));
    expect(found.filter((number) => !known(number))).toEqual([]);
  });

  test('judges nothing and ranks nobody', () => {
    expect(prose.join('\n')).not.toMatch(/第一名|排名第|领先|落后|显著|明显|良好|扎实|有力|成效|高度重视|大力/);
  });
});

test('reads as it was reviewed', () => {
  const golden = readFileSync(join(import.meta.dirname, 'prose/2024Q1.md'), 'utf8');
  expect(`${reports['2024Q1'].prose.join('\n\n')}\n`).toBe(golden);
});

test('says the year to date from the second quarter on', () => {
  const { model, prose } = reports['2024Q2'];
  const jobs = model.figures.find(({ region, indicator }) => region === '440000' && indicator === 't5_jobs_offered');
  expect(jobs?.ytd).toBeGreaterThan(jobs?.value ?? 0);
  expect(prose.join('\n')).toMatch(
    new RegExp(`1—6月累计，全省[^。]*提供就业岗位${written(jobs?.ytd ?? 0, '个').replace('.', '\\.')}`),
  );
});

test('earlier files stand apart from the sources of the period', () => {
  const { text, model } = reports['2024Q1'];
  const [own = '', earlier = ''] = text.slice(text.indexOf('### 附表7')).split('**往期数据**');
  const rows = (part: string) => part.split('\n').filter((line) => /[0-9a-f]{64}/.test(line)).length;
  const earlierFiles = model.sources.filter(({ state }) => state === 'earlierPeriod').length;
  expect(earlierFiles).toBeGreaterThan(10);
  expect({ own: rows(own), earlier: rows(earlier) }).toEqual({
    own: model.sources.length - earlierFiles,
    earlier: earlierFiles,
  });
});
