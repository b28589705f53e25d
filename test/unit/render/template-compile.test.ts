import { expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/model/errors.ts';
import { templateCodes } from '../../../src/render/template-compile.ts';
import { hashOf } from '../../../src/render/template-copy.ts';

const templates = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, { file: `/somewhere/${name}`, text }]));

test('templates become code that names them, style sheets do not', () => {
  const text = '{{> part.md}}{{upper name}}';
  const codes = templateCodes(templates({ 'a.md.hbs': text, 'part.md.hbs': 'x', 'style.css': 'p {}' }), ['upper']);
  expect(codes.map(({ name, sha256 }) => [name, sha256])).toEqual([
    ['a.md.hbs', hashOf(text)],
    ['part.md.hbs', hashOf('x')],
  ]);
  expect(codes[0]?.code).toContain('"a.md.hbs:1:13"');
  expect(codes[0]?.code).not.toContain('somewhere');
});

test('what is at fault is not compiled', () => {
  const faulty = templates({ 'a.md.hbs': '{{> part.md}}', 'b.html.hbs': '{{upper name}}', 'c.html.hbs': '{{#if}}' });
  let told: unknown;
  try {
    templateCodes(faulty, []);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(ConfigurationError);
  expect((told as ConfigurationError).faults.map(({ file, code }) => [file, code])).toEqual([
    ['a.md.hbs', 'TEMPLATE_PART_UNKNOWN'],
    ['b.html.hbs', 'TEMPLATE_HELPER_UNKNOWN'],
    ['c.html.hbs', 'TEMPLATE_UNCLOSED'],
  ]);
});
