import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { BureauState } from '../../../src/model/compilation.ts';
import { htmlCharts, markdownCharts, type PictureFile } from '../../../src/render/chart/print-chart.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { builtinTemplateFolder, loadTemplates } from '../../../src/render/load-templates.ts';
import { renderMarkdown, renderMarkdownWithPictures } from '../../../src/render/markdown.ts';
import { markupText } from '../../../src/render/markup.ts';
import { buildReport } from '../../../src/report/build.ts';
import type { ReportModel } from '../../../src/report/model.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import {
  bureauOf,
  compilationOf,
  provinceCompilation,
  smallCompilation,
  smallScheme,
} from '../../support/compilation.ts';

const builtin = await loadScheme(builtinSchemeFolder());
const templates = await loadTemplates([builtinTemplateFolder()]);
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const scheme = smallScheme(builtin);
const small = buildReport(smallCompilation(), scheme, options);
const province = buildReport(provinceCompilation(builtin), builtin, options);

/** The picture file of a chart; throws when there is none. */
function fileOf(model: ReportModel, kind: string, indicator?: string): PictureFile {
  const files = new Map<string, PictureFile>();
  markdownCharts(model, files)(kind, indicator);
  const [file] = files.values();
  if (!file) throw new Error('no picture');
  return file;
}

/** Texts of the elements of a name, in order, read as strictly as XML is. */
function texts(svg: string, wanted = 'text'): readonly string[] {
  const found: string[] = [];
  let open = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open = name === wanted;
    if (open) found.push('');
  });
  parser.on('text', (text) => {
    if (open) found[found.length - 1] += text;
  });
  parser.on('closetag', () => {
    open = false;
  });
  parser.write(svg).close();
  return found;
}

/** Widths of the bars that are filled. */
const widths = (svg: string) =>
  [...svg.matchAll(/<rect class="area"[^>]* width="([\d.]+)" height="1[02]"/g)].map(([, width]) => Number(width));

/** A model that knows the quarters of two years of one indicator; null where nothing is known. */
function withHistory(years: Readonly<Record<number, readonly (number | null)[]>>): ReportModel {
  const history = Object.entries(years).flatMap(([year, values]) =>
    values.flatMap((value, at) => {
      const label = `第${'一二三四'[at]}季度`;
      const figures = [{ indicator: 't1_b', value, complete: value !== 7 }];
      const period = { id: `${year}Q${at + 1}`, year: Number(year), number: at + 1, label: `${year}年${label}` };
      return value === null ? [] : [{ ...period, shortLabel: label, figures }];
    }),
  );
  return { ...small, history };
}

describe('lines over the periods', () => {
  const lines = (svg: string) => svg.match(/<line class="line"/g)?.length ?? 0;
  const dots = (svg: string) => svg.match(/<circle class="dot/g)?.length ?? 0;

  test('stand for this year and the year before, with every number and a common axis', () => {
    const svg = fileOf(withHistory({ 2023: [1, 2, 3, 4], 2024: [5, 6] }), 'periods', 't1_b').content;
    expect(texts(svg)).toEqual([
      ...['2024年', '2023年'],
      ...['5', '1', '6', '2', '3', '4'],
      ...['第一季度', '第二季度', '第三季度', '第四季度'],
    ]);
    // One more of each for the legend.
    expect([lines(svg), dots(svg)]).toEqual([1 + 3 + 2, 2 + 4 + 2]);
    expect(texts(svg, 'desc')[0]).toBe(
      '2023年第一季度 1；2023年第二季度 2；2023年第三季度 3；2023年第四季度 4；2024年第一季度 5；2024年第二季度 6。',
    );
    expect(texts(svg, 'title')[0]).toBe('甲省提供岗位数（个）各期情况');
  });

  test('have a gap where a period is not known, and mark what is incomplete', () => {
    const svg = fileOf(withHistory({ 2023: [1, null, 3, 7], 2024: [5] }), 'periods', 't1_b').content;
    expect([lines(svg), dots(svg)]).toEqual([1 + 1 + 0 + 1, 2 + 3 + 1]);
    expect(texts(svg)).toContain('7*');
    expect(markupText(htmlCharts(withHistory({ 2023: [7, 6], 2024: [5] }))('periods', 't1_b'))).toContain(
      '带*的数据不完整',
    );
  });

  test.each([
    ['no period', {}],
    ['one period', { 2024: [5] }],
    ['the same quarter of two years', { 2023: [1], 2024: [5] }],
    ['two quarters that do not follow each other', { 2023: [1, null, 3], 2024: [5] }],
    ['years long ago', { 2020: [1, 2, 3], 2024: [5] }],
  ])('%s gives no line', (_, years) => {
    expect(htmlCharts(withHistory(years))('periods', 't1_b')).toBe('');
  });

  test('one number stands for two equal points, and none on the axis', () => {
    const svg = fileOf(withHistory({ 2023: [5, 5, 9], 2024: [5, 1, 9] }), 'periods', 't1_b').content;
    expect(texts(svg).slice(2, -3)).toEqual(['5', '5', '1', '9']);
    const axis = Number(/<line x1="0" y1="([\d.]+)"/.exec(svg)?.[1]);
    const low = Number(/y="([\d.]+)"[^>]*>1</.exec(svg)?.[1]);
    expect(low - 11).toBeGreaterThan(axis);
  });

  test('stay within the picture, whatever the numbers', () => {
    for (const values of [
      [0, 0, 0, 0],
      [1e12, 0, 3, 999999999],
      [0.001, 0.002],
    ]) {
      const svg = fileOf(withHistory({ 2023: values, 2024: values }), 'periods', 't1_b').content;
      expect(svg).not.toMatch(/NaN|Infinity/);
      const [, height = 0] = /viewBox="0 0 \d+ (\d+)"/.exec(svg)?.map(Number) ?? [];
      const ys = [...svg.matchAll(/ (?:c?y|y[12])="([-\d.]+)"/g)].map(([, y]) => Number(y));
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...ys)).toBeLessThanOrEqual(height);
    }
  });
});

describe('bars of the units', () => {
  test('stand in customary order with their numbers; what was not reported says so and has no bar', () => {
    const svg = fileOf(small, 'regions', 't1_b').content;
    expect(texts(svg)).toEqual([
      '2024年第一季度',
      ...['东城市', '23,000', '西城市', '未报', '海城市', '0', '山城市', '512'],
    ]);
    // The swatch of the legend, then the two cities that have more than nothing.
    expect(widths(svg)).toHaveLength(3);
    const [, east = 0, hill = 0] = widths(svg);
    expect(hill / east).toBeCloseTo(512 / 23000, 1);
  });

  test('have a hollow bar and a second number where the year before is known', () => {
    const figures = small.figures.map((figure) =>
      figure.region === '100100' && figure.indicator === 't1_b' ? { ...figure, yearAgo: 21000 } : figure,
    );
    const svg = fileOf({ ...small, figures }, 'regions', 't1_b').content;
    expect(texts(svg)).toEqual([
      ...['2024年第一季度', '上年同期'],
      ...['东城市', '23,000', '21,000', '西城市', '未报', '—', '海城市', '0', '—', '山城市', '512', '—'],
    ]);
    expect(texts(svg, 'desc')[0]).toBe(
      '东城市 23,000（上年同期21,000）；西城市 未报（上年同期—）；海城市 0（上年同期—）；山城市 512（上年同期—）。',
    );
  });

  test('mark what is incomplete, and the caption says what the mark means', () => {
    const figures = small.figures.map((figure) =>
      figure.region === '100100' && figure.indicator === 't1_b' ? { ...figure, complete: false } : figure,
    );
    const charts = markdownCharts({ ...small, figures }, new Map());
    expect(texts(fileOf({ ...small, figures }, 'regions', 't1_b').content)).toContain('23,000*');
    expect(markupText(charts('regions', 't1_b'))).toContain('图：提供岗位数（个）分地市情况。带\\*的数据不完整');
  });
});

describe('stacked bars of the groups', () => {
  test('give each group its number below the bar; they take the whole width', () => {
    const svg = fileOf(small, 'groups').content;
    expect(texts(svg).filter((text) => /^[东西]部 /.test(text))).toEqual([
      '东部 23,000',
      '西部 512*',
      '东部 12,345.68',
      '西部 未报',
    ]);
    expect(texts(svg).filter((text) => text.includes('：'))).toEqual([
      '甲任务：提供岗位数（个）',
      '乙任务：投入资金（万元）',
    ]);
    const bars = [...svg.matchAll(/<rect class="area"[^>]* width="([\d.]+)" height="16"/g)].map(([, one]) =>
      Number(one),
    );
    expect(bars.reduce((sum, width) => sum + width, 0)).toBeCloseTo(2 * 340, 0);
  });

  test('can show one indicator', () => {
    const svg = fileOf(small, 'groups', 't1_a').content;
    expect(texts(svg, 'title')).toEqual(['活动场次（场次）的地区组构成']);
  });
});

describe('maps of tiles', () => {
  test('hold the short name and the number of each city, and an open tile where there is none', () => {
    const svg = fileOf(small, 'map', 't1_b').content;
    expect(texts(svg)).toEqual(['东城', '23,000', '西城', '未报', '海城', '0', '山城', '512']);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  test('shorten numbers that a tile cannot hold', () => {
    const figures = small.figures.map((figure) =>
      figure.region === '100100' && figure.indicator === 't1_b' ? { ...figure, value: 123_456_789 } : figure,
    );
    expect(texts(fileOf({ ...small, figures }, 'map', 't1_b').content)).toContain('1.23亿');
  });

  test('a city stands as the worst of its bureaus that are due', () => {
    const states = (...given: readonly (readonly [string, BureauState])[]) => {
      const bureaus = given.map(([code, state]) => bureauOf(code, code, state));
      const model = buildReport(smallCompilation({ bureaus }), scheme, options);
      return texts(fileOf(model, 'states').content).join('');
    };
    expect(states(['100101', 'accepted'])).toContain('东城合格');
    expect(states(['100100', 'accepted'], ['100101', 'missing'])).toContain('东城未报1/2');
    expect(states(['100100', 'accepted'], ['100101', 'accepted'])).toContain('东城合格2/2');
  });

  test('the states of the returns, by words', () => {
    expect(texts(fileOf(small, 'states').content)).toEqual([
      ...['东城', '合格', '西城', '未报', '海城', '合格', '山城', '暂收待改'],
    ]);
  });

  test('all 21 cities of the built-in scheme have a tile of their own, and say that it is no map of divisions', () => {
    const svg = fileOf(province, 'states').content;
    const places = [
      ...svg.matchAll(/<rect class="area" x="([\d.]+)" y="([\d.]+)"|<rect x="([\d.]+)" y="([\d.]+)"[^>]*dash/g),
    ];
    expect(new Set(places.map(([, x, y, x2, y2]) => `${x ?? Number(x2) - 0.5} ${y ?? Number(y2) - 0.5}`)).size).toBe(
      21,
    );
    expect(markupText(htmlCharts(province)('states'))).toContain('位置示意，非行政区划图。');
  });

  test('are not there when the scheme has no tiles', () => {
    const flat = { ...scheme, regions: scheme.regions.map((region) => ({ ...region, tile: null })) };
    const model = buildReport(smallCompilation(), flat, options);
    expect([htmlCharts(model)('states'), htmlCharts(model)('map', 't1_b')]).toEqual(['', '']);
    expect(renderMarkdownWithPictures(model, templates).pictures.map(({ name }) => name)).not.toContain(
      'report-charts/states.svg',
    );
  });
});

describe('charts in documents', () => {
  test('nothing is drawn of nothing', () => {
    const empty = buildReport(compilationOf({ area: '100000' }), scheme, options);
    const kinds = [['regions', 't1_b'], ['periods', 't1_b'], ['groups'], ['map', 't1_b'], ['states']] as const;
    expect(kinds.map(([kind, id]) => htmlCharts(empty)(kind, id))).toEqual(['', '', '', '', '']);
  });

  test.each([
    ['pie', undefined, 'there is no chart "pie"; there are regions, periods, groups, map, states'],
    ['toString', undefined, 'there is no chart "toString"'],
    ['regions', undefined, 'whose id is missing'],
    ['map', 't9_x', 'there is no indicator "t9_x"'],
  ])('a wrong call is refused: %s %s', (kind, indicator, message) => {
    expect(() => htmlCharts(small)(kind, indicator)).toThrow(message);
  });

  test('the same chart twice in a page has two ids', () => {
    const chart = htmlCharts(small);
    const ids = [chart('states'), chart('states')].map((one) => /<title id="([^"]*)"/.exec(markupText(one) ?? '')?.[1]);
    expect(ids).toEqual(['chart-states-title', 'chart-states-2-title']);
  });

  test('the report in HTML holds them with title, description and caption', () => {
    const page = renderHtml(small, templates);
    expect(page.match(/<figure class="chart"><svg [^>]*role="img" aria-labelledby="[^"]+"/g)).toHaveLength(4);
    expect(page.match(/<figcaption>/g)).toHaveLength(4);
  });

  test('the report in Markdown names its files, the same in every run', () => {
    const { text, pictures, pictureFolder } = renderMarkdownWithPictures(small, templates);
    const named = [...text.matchAll(/^!\[[^\]]+\]\((.*?)\)$/gm)].map(([, name]) => name);
    expect(named).toEqual([
      'report-charts/groups.svg',
      'report-charts/regions-t1_b.svg',
      'report-charts/regions-t2_a.svg',
      'report-charts/states.svg',
    ]);
    expect(pictures.map(({ name }) => name)).toEqual(named);
    expect(pictures.every(({ name }) => name.startsWith(`${pictureFolder}/`))).toBe(true);
    expect(renderMarkdownWithPictures(small, templates)).toEqual({ text, pictures, pictureFolder });
    expect(renderMarkdown(small, templates)).not.toContain('![');
  });
});
