import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ConfigurationError } from '../../src/model/errors.ts';
import { renderHtml } from '../../src/render/html.ts';
import { builtinTemplateFolder, loadTemplates } from '../../src/render/load-templates.ts';
import { type MarkdownDocument, renderMarkdown } from '../../src/render/markdown.ts';
import { hashOf } from '../../src/render/template-copy.ts';
import { isTemplate, type Templates, WORKBOOK } from '../../src/render/template-source.ts';
import { renderWorkbook } from '../../src/render/workbook.ts';
import { buildReport } from '../../src/report/build.ts';
import { builtinSchemeFolder, loadScheme } from '../../src/scheme/load.ts';
import { smallCompilation, smallScheme } from '../support/compilation.ts';

/** A module of the built program, which the build filled with compiled templates. */
const built = (module: string) => import(new URL(`../../dist/render/${module}`, import.meta.url).href);

const { COMPILED } = await built('compiled-templates.js');
const { renderMarkdown: builtMarkdown } = await built('markdown.js');
const { renderHtml: builtHtml } = await built('html.js');
const { renderWorkbook: builtWorkbook } = await built('workbook.js');
const { unpackWorkbook } = await built('workbook-template/packed-workbook.js');

const scheme = smallScheme(await loadScheme(builtinSchemeFolder()));
const model = buildReport(smallCompilation(), scheme, { version: '0.1.0', language: 'zh-CN' });
const templates = await loadTemplates([builtinTemplateFolder()]);

const withPart = (name: string, text: string): Templates =>
  new Map([...templates, [name, { file: `mine/${name}`, text }]]);

function faultsOf(render: () => string): unknown {
  try {
    return render();
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
}

test('the build compiles every built-in template as it stands', () => {
  const texts = [...templates].filter(([name]) => isTemplate(name)).map(([name, { text }]) => [name, hashOf(text)]);
  expect(texts.length).toBeGreaterThan(50);
  expect(Object.keys(COMPILED).map((name) => [name, COMPILED[name].sha256])).toEqual(texts);
});

test.each<MarkdownDocument>(['report', 'status', 'chase'])('%s.md is the same by compiled templates', (document) => {
  expect(builtMarkdown(model, templates, document)).toBe(renderMarkdown(model, templates, document));
});

test('report.html is the same by compiled templates', () => {
  expect(builtHtml(model, templates)).toBe(renderHtml(model, templates));
});

test('a part of the user counts among compiled templates', () => {
  const own = withPart('coverage-sentence.md.hbs', 'own {{area.name}}');
  expect(builtMarkdown(model, own)).toContain('own 甲省');
  expect(builtMarkdown(model, own)).toBe(renderMarkdown(model, own));
});

test('what a part of the user gives to a built-in one is told where the built-in one stands', () => {
  const own = withPart('coverage-sentence.html.hbs', '{{> rate.html labels}}{{> cell.html 1 figure=2}}');
  const faults = faultsOf(() => renderHtml(model, own));
  expect(faults).not.toEqual([]);
  expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ line: 1, excerpt: expect.anything() })]));
  expect(faultsOf(() => builtHtml(model, own))).toEqual(faults);
  expect(JSON.stringify(faults)).toContain(builtinTemplateFolder());
});

test('report.xlsx is the same by the packed workbook', async () => {
  const bytes = readFileSync(new URL('../../dist/bundle/report.xlsx.bin', import.meta.url));
  const workbook = templates.get(WORKBOOK) ?? { file: '', text: '' };
  expect(unpackWorkbook(bytes, workbook.bytes, 'report.xlsx')).toMatchObject({ file: 'report.xlsx' });
  const packed = new Map([...templates, [WORKBOOK, { ...workbook, packed: async () => bytes }]]);
  const [fromBuild, fromSource] = [await builtWorkbook(model, packed), await renderWorkbook(model, templates)];
  expect(Buffer.from(await fromBuild.bytes)).toEqual(Buffer.from(await fromSource.bytes));
});
