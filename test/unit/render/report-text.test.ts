import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { builtinTemplateFolder, loadTemplates } from '../../../src/render/load-templates.ts';
import { renderMarkdown } from '../../../src/render/markdown.ts';
import { buildReport } from '../../../src/report/build.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import {
  bureauOf,
  compilationOf,
  provinceCompilation,
  smallCompilation,
  smallScheme,
  sourceOf,
} from '../../support/compilation.ts';
import { htmlTags } from '../../support/html.ts';

const builtin = await loadScheme(builtinSchemeFolder());
const scheme = smallScheme(builtin);
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const templates = await loadTemplates([builtinTemplateFolder()]);
const model = buildReport(smallCompilation(), scheme, options);
const markdown = renderMarkdown(model, templates);
const html = renderHtml(model, templates);

/** The cells of a Markdown table row. */
const cells = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('report.md', () => {
  test('has the sections of the report in order', () => {
    expect(markdown.split('\n').filter((line) => /^#{1,3} /.test(line))).toEqual([
      '# 甲省2024年第一季度重点任务进展情况',
      '## 一、总体情况',
      '## 二、各项任务进展',
      '### （一）甲任务',
      '### （二）乙任务',
      '## 三、各地市情况',
      '## 四、典型做法',
      '## 五、存在问题',
      '## 六、下一步工作',
      '## 附表',
      '### 附表1　汇总表',
      '### 附表2　分地市表（正文未列指标）',
      '### 附表3　报送情况',
      '### 附表4　审核问题清单',
      '### 附表5　催报名单',
      '### 附表6　未计入的数据行',
      '### 附表7　数据来源',
    ]);
  });

  test.each([
    '截至2024年4月20日，应报单位4个，已报3个，报送率75.0%，其中零报告1个（海城市）；合格2个，合格率50.0%；暂收待改1个，退回0个，未报1个（西城市）；收到日期未登记，及时率无法计算。',
    '截至2024年3月末，全省（缺西城市）登记数300家（上年同期无数据，上期无数据）。',
    '2024年第一季度，全省（缺西城市）举办活动30场次，同比增长25.0%（上期为0）；提供岗位数2.35万个，同比下降6.0%（上期无数据），其中技术岗位12个（上年同期无数据，上期无数据）。',
    '2024年第一季度，全省（缺西城市）投入资金1.23亿元（上年同期为0，上期无数据）。',
    '未报1个：西城市。',
    '审核发现错误4处（须修改）、提示0处（须核实说明）、提醒0处，按问题由多到少列示如下，明细见附表4。',
    '数据行共14行，计入12行，未计入2行。',
    '| 1 | 西城市 | 未报 | — | — |',
  ])('says %s', (sentence) => {
    expect(markdown.split('\n')).toContain(sentence);
  });

  test('a rate that leaves out more than the others of its sentence says what', () => {
    const without = (...yoy: readonly string[]) => ({ comparedWithout: { qoq: [], yoy, ytdYoy: [] } });
    const { figures } = smallCompilation();
    const apart = figures.map((figure) => {
      if (figure.region !== '100000') return figure;
      if (figure.indicator === 't1_a') return { ...figure, ...without('100200') };
      return figure.indicator === 't1_b' ? { ...figure, ...without('100200', '100400') } : figure;
    });
    const report = buildReport(smallCompilation({ figures: apart }), scheme, options);
    const sentence =
      '提供岗位数2.35万个，同比下降6.0%（可比口径，另不含山城市）（上期无数据），其中技术岗位12个（上年同期无数据，上期无数据）。同比按可比口径计算，不含西城市。';
    expect(renderMarkdown(report, templates)).toContain(sentence);
    expect(renderHtml(report, templates)).toContain(sentence);
  });

  test('prints missing values in words, never as zero', () => {
    const row = (name: string) =>
      markdown
        .split('\n')
        .filter((line) => line.startsWith(`| ${name} |`))
        .map(cells);
    expect(row('西城市')).toContainEqual(['西城市', '未报', '未报']);
    expect(row('山城市')).toContainEqual(['山城市', '512', '无法识别']);
    expect(row('海城市')).toContainEqual(['海城市', '0', '0.00']);
  });

  test('every row of a table has as many cells as its head', () => {
    const province = renderMarkdown(buildReport(provinceCompilation(builtin), builtin, options), templates);
    const tables = province.split(/\n\n+/).filter((block) => block.startsWith('| '));
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const [head = '', rule = '', ...rows] = table.split('\n').map((line) => cells(line).length);
      expect([rule, ...rows]).toEqual(Array.from({ length: rows.length + 1 }, () => head));
    }
  });

  test('no empty run renders a broken report', () => {
    const empty = renderMarkdown(buildReport(compilationOf({ area: '100000' }), scheme, options), templates);
    expect(empty).toContain('没有应报单位。');
    expect(empty).toContain('没有可以审核的数据。');
    expect(empty).not.toMatch(/\n{3}|undefined|null|NaN|\[object/);
  });
});

describe('report.html', () => {
  const tags = htmlTags(html);
  const named = (name: string) => tags.filter((tag) => tag.name === name);

  test('is one closed file: no script, no address, a policy that forbids both', () => {
    expect(named('script')).toEqual([]);
    expect(named('link')).toEqual([]);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).not.toMatch(/url\(|@import/);
    const policy = named('meta').find((tag) => tag.attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes['content']).toContain("default-src 'none'");
    expect(named('html')[0]?.attributes['lang']).toBe('zh-CN');
  });

  test('tables have captions or labels, heads with scopes, and regions that can be reached and read out', () => {
    const tables = named('table').length;
    const regions = tags.filter((tag) => tag.attributes['role'] === 'region');
    expect(regions).toHaveLength(tables);
    for (const { attributes } of regions) {
      expect(attributes['tabindex']).toBe('0');
      expect(attributes['aria-label'] ?? attributes['aria-labelledby'] ?? '').not.toBe('');
    }
    for (const { attributes } of named('th')) expect(['row', 'col']).toContain(attributes['scope']);
  });

  test('ids are unique and every reference has its target', () => {
    const ids = tags.flatMap((tag) => tag.attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = tags.flatMap(({ attributes }) => [
      ...(attributes['aria-labelledby'] ? [attributes['aria-labelledby']] : []),
      ...(attributes['href'] ? [attributes['href'].slice(1)] : []),
    ]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('the same figures stand in both formats', () => {
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '');
    for (const said of [
      '举办活动30场次，同比增长25.0%（上期为0）；提供岗位数2.35万个',
      '12,345.68',
      '无法识别',
      '（缺西城市）',
    ]) {
      expect(text).toContain(said);
    }
  });
});

const HOSTILE = [
  ['HTML', '<img src=x onerror="alert(1)"><script>alert(2)</script>'],
  ['Markdown', '**x** [a](http://evil.cn) | # b\n- c'],
  ['Handlebars', '{{title}} {{{title}}} {{> style.css}}'],
  ['an attribute', '" onmouseover="x'],
  ['bidi', 'abc\u202Efdp.exe\u2066'],
  ['very long', `长${'很长'.repeat(16_000)}`],
] as const;

describe.each(HOSTILE)('a hostile name: %s', (_kind, name) => {
  const hostile = buildReport(
    smallCompilation({
      bureaus: [bureauOf('100100', name, 'missing'), bureauOf('100300', name, 'accepted', { files: [name] })],
      unknownSenders: [{ file: name, name }],
      findings: [
        finding(
          'HEADER_NOT_FOUND',
          { file: name, sheet: name, row: 1, column: 1 },
          { seen: name },
          { bureau: '100400', raw: name },
        ),
      ],
      sources: [sourceOf(name, null, 1, 0)],
    }),
    scheme,
    options,
  );

  test('is text in HTML', () => {
    const page = renderHtml(hostile, templates);
    const plain = htmlTags(html);
    const names = new Set(plain.map((tag) => tag.name));
    for (const tag of htmlTags(page)) {
      expect([...names, 'br', 'code', 'abbr', 'ol', 'li']).toContain(tag.name);
      expect(Object.keys(tag.attributes).filter((key) => key.startsWith('on'))).toEqual([]);
    }
    expect(page).not.toMatch(/[\u202E\u2066]/);
  });

  test('is text in Markdown', () => {
    const page = renderMarkdown(hostile, templates);
    expect(page).not.toMatch(/[\u202E\u2066]/);
    expect(page).not.toMatch(/(?<!\\)<(?!br>)/);
    expect(page).not.toMatch(/http:\/\//);
    expect(page.split('\n').filter((line) => line.startsWith('- c'))).toEqual([]);
    const sources = page
      .slice(page.indexOf('附表7'))
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| :'));
    expect(sources.map((line) => cells(line).length)).toEqual([8, 8]);
  });
});
