import { expect, test } from 'vitest';
import { locationOf } from '../../../src/render/slim-code.ts';
import { templateCodes } from '../../../src/render/template-compile.ts';

const codeOf = (text: string) =>
  templateCodes(new Map([['a.md.hbs', { file: 'a.md.hbs', text }]]), ['upper']).map(({ code }) => code)[0] ?? '';

test('calls name their place as a text, and make no other objects', () => {
  const code = codeOf('{{upper name}}\n{{#each list}}{{this}}{{/each}}');
  expect(code).toContain('{"loc":"a.md.hbs:1:0"}');
  expect(code).toContain('"loc":"a.md.hbs:2:0"}');
  expect(code).toContain('helpers.upper.call(');
  expect(code).not.toMatch(/"loc":\{|"hash":\{\},"data"|lookupProperty\(helpers|function\(parent/);
});

test('a block keeps what it is called with', () => {
  expect(codeOf('{{#each list}}{{this}}{{/each}}')).toMatch(
    /\{"name":"each","hash":\{\},"fn":container\.program\(0, data, 0\),"inverse":container\.noop,"data":data,"loc":"a\.md\.hbs:1:0"\}/,
  );
});

test('words of a template that look like code stay as they are', () => {
  const text =
    '"loc":{"source":"x","start":{"line":1,"column":2},"end":{"line":3,"column":4}} lookupProperty(helpers,"x")';
  expect(codeOf(text)).toContain(JSON.stringify(text));
  const older = 'lookupProperty = container.lookupProperty || function(parent, propertyName) {\na}b} fin';
  expect(codeOf(older)).toContain(JSON.stringify(older));
});

test('a place is a location', () => {
  const location = { source: 'a:b.md.hbs', start: { line: 3, column: 14 } };
  expect(locationOf('a:b.md.hbs:3:14')).toEqual(location);
  expect(locationOf(location)).toBe(location);
});
