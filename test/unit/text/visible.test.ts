import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleLine } from '../../../src/text/visible.ts';

test.each([
  ['an override that turns the text', 'a\u202Etxt.xslx', 'a\\u202Etxt.xslx'],
  ['isolates', '\u2066x\u2069', '\\u2066x\\u2069'],
  ['zero-width space and joiner', '协\u200B会\u200D', '协\\u200B会\\u200D'],
  ['a byte order mark', '\uFEFF广州', '\\uFEFF广州'],
  ['controls', 'a\u0000b\u001Bc\u0085', 'a\\u0000b\\u001Bc\\u0085'],
  ['line separators', 'a\u2028b', 'a\\u2028b'],
  ['a lone surrogate', 'a\uD800b', 'a\\uD800b'],
  ['tag characters', '\u{E0041}', '\\uDB40\\uDC41'],
])('spells out %s', (_name, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test.each(['广州市\t第一行\n第二行', '𠮷野家', '😀', 'é ü', '葛\u{E0100}'])('leaves %j as it is', (text) => {
  expect(visible(text)).toBe(text);
});

test('a text on one line has its tabs and line breaks spelled out as well', () => {
  expect(visibleLine('广\t州\r\n市\u202E')).toBe('广\\u0009州\\u000D\\u000A市\\u202E');
});

test('each character is spelled out or left whatever stands beside it', () => {
  const text = fc.array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('\u202E', '\uFEFF', '甲', 'a')),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const characters = [...parts.join('')];
      expect(visible(characters.join(''))).toBe(characters.map((one) => visible(one)).join(''));
    }),
  );
});
