import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescapeXml, type XmlTextKind } from '../../../src/ooxml/xml-text.ts';

const read = (text: string, kind: XmlTextKind = 'text') => {
  const bytes = Buffer.from(`<${text}>`);
  return unescapeXml(bytes, 1, bytes.length - 1, kind).toString();
};

describe('character data', () => {
  test.each<[string, XmlTextKind, string]>([
    ['&amp;&lt;&gt;&quot;&apos;', 'text', '&<>"\''],
    ['&#65;&#x4e2d;&#x6587;&#128512;&#xE9;', 'text', 'A中文😀é'],
    ['&#0000000000065;', 'text', 'A'],
    ['a\r\nb\rc\nd', 'text', 'a\nb\nc\nd'],
    ['a&#13;&#10;b', 'text', 'a\r\nb'],
    ['a\r\nb\rc\nd\te', 'attribute', 'a b c d e'],
    ['a&#10;b', 'attribute', 'a\nb'],
    ['&amp;\r\n&x', 'cdata', '&amp;\n&x'],
    ['', 'text', ''],
  ])('%j as %s', (text, kind, expected) => expect(read(text, kind)).toBe(expected));

  test.each(['&', '&;', '&a;', '&ampx;', '&am;', '&amp', '&#;', '&#x;', '&#X41;', '&#-1;', '&#6A;', '&#x6G;', '&#0;'])(
    'refuses %s',
    (text) => expect(() => read(text)).toThrow('markup'),
  );
  test.each(['&#xD800;', '&#xDFFF;', '&#x110000;', '&#99999999999999;', '&#00000000000000065;', '& amp;', '&#@;'])(
    'refuses %s',
    (text) => expect(() => read(text)).toThrow('markup'),
  );

  test('of any characters, written as they are, by number or by name', () => {
    const NAMES = new Map([...'&<>"\''].map((one, at) => [one, ['amp', 'lt', 'gt', 'quot', 'apos'][at]]));
    const written = fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.nat(2)).map(([one, how]) => {
      const code = one.codePointAt(0) ?? 0;
      if (how === 0 && !/[&\r<]/.test(one)) return { one, text: one };
      if (how === 1 && NAMES.has(one)) return { one, text: `&${NAMES.get(one)};` };
      return { one, text: how === 2 ? `&#x${code.toString(16)};` : `&#${code};` };
    });
    fc.assert(
      fc.property(fc.array(written), (all) => {
        const known = all.filter(({ one }) => one !== '\0');
        expect(read(known.map(({ text }) => text).join(''))).toBe(known.map(({ one }) => one).join(''));
      }),
    );
  });

  test('makes no string of a hundred thousand references', () => {
    const bytes = Buffer.from('&#65;'.repeat(100_000));
    bytes.toString = () => expect.unreachable();
    expect(unescapeXml(bytes, 0, bytes.length, 'text').equals(Buffer.from('A'.repeat(100_000)))).toBe(true);
  });
});
