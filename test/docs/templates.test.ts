import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownCharts } from '../../src/render/chart/print-chart.ts';
import { checkTemplates } from '../../src/render/check-templates.ts';
import { fieldTables } from '../../src/render/fields-page.ts';
import { reportHelpers } from '../../src/render/helpers/report-helpers.ts';
import { SIGNATURES, usage } from '../../src/render/helpers/signatures.ts';
import { builtinTemplateFolder, loadReportSchema, loadTemplates } from '../../src/render/load-templates.ts';
import { reportShape } from '../../src/render/schema-shape.ts';
import { renderTemplate } from '../../src/render/template.ts';
import { buildReport } from '../../src/report/build.ts';
import { smallCompilation, smallScheme } from '../support/compilation.ts';
import { scheme } from '../support/returns.ts';

const model = buildReport(smallCompilation(), smallScheme(scheme), { version: '0.1.0', language: 'zh-CN' });
const schema = await loadReportSchema();
const shape = reportShape(schema);
const builtin = await loadTemplates([builtinTemplateFolder()]);
const page = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

const DOCUMENT = 'report.md.hbs';
const withText = (text: string) => new Map([...builtin, [DOCUMENT, { file: DOCUMENT, text }]]);
const faultsOf = (text: string) =>
  checkTemplates(withText(text), [DOCUMENT], shape).faults.map(
    ({ file, line, column, text: fault }) => `${file}:${line}:${column}: ${fault}`,
  );
const rendered = (text: string) =>
  renderTemplate(withText(text), DOCUMENT, model, reportHelpers(model, markdownCharts(model, new Map())));

/** Fenced blocks with their languages, in order. */
const blocks = (name: string) =>
  [...page(name).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
/** Rows of tables whose last two cells are a template and what it gives. */
const rows = (name: string) =>
  [...page(name).matchAll(/^\|.*\| `(\{\{.*?\}\})` \| `(.*?)` \|$/gm)].map(([, text = '', gives = '']) => ({
    text,
    gives,
  }));

describe.each([['templates.md'], ['templates.zh-CN.md']])('docs/%s', (name) => {
  const all = blocks(name);
  const templates = all.flatMap(({ language, text }, at) =>
    language === 'handlebars' ? [{ text, result: all[at + 1] ?? { language: '', text: '' } }] : [],
  );

  test('has examples, each followed by what comes of it', () => {
    expect(templates.length).toBeGreaterThan(5);
    expect(templates.filter(({ result }) => !['markdown', 'text'].includes(result.language))).toEqual([]);
    expect(all).toHaveLength(2 * templates.length);
  });

  test.each(templates.filter(({ result }) => result.language === 'markdown'))('an example is right: $text', (one) => {
    expect(faultsOf(one.text)).toEqual([]);
    expect(rendered(one.text)).toBe(one.result.text);
  });

  test.each(templates.filter(({ result }) => result.language === 'text'))('a wrong example is told: $text', (one) => {
    expect(faultsOf(one.text)).toEqual(one.result.text.trimEnd().split('\n'));
  });

  test.each(rows(name))('$text gives $gives', ({ text, gives }) => {
    expect(faultsOf(text)).toEqual([]);
    expect(rendered(text)).toBe(gives);
  });

  test('shows every helper as it is called', () => {
    const shown = rows(name).map(({ text }) => text);
    for (const [helper, signature] of Object.entries(SIGNATURES)) {
      expect(page(name)).toContain(`| \`${usage(helper, signature)}\``);
      expect(
        shown.filter((text) => new RegExp(`[({]${helper} `).test(text)),
        helper,
      ).not.toEqual([]);
    }
  });

  test('names commands and flags that exist', () => {
    const cli = page('cli.md');
    const named = page(name).match(/huizong template \w+|--[a-z]{3,}/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((one) => !cli.includes(one))).toEqual([]);
  });
});

test('the tables of docs/templates.md are current (npm run docs:templates)', () => {
  const made = /<!-- fields: .*? -->\n\n(.*)\n\n<!-- end of fields -->/s.exec(page('templates.md'))?.[1];
  expect(made).toBe(fieldTables(schema));
});

test('their links lead to tables', () => {
  const links = [...page('templates.md').matchAll(/\]\(#(\w+)\)/g)].map(([, link]) => link);
  const headings = [...page('templates.md').matchAll(/^#+ (\w+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !headings.includes(link ?? ''))).toEqual([]);
});
