import { describe, expect, test } from 'vitest';
import { PackageError } from '../../../src/ooxml/package-error.ts';
import { codes, vocabulary } from '../../../src/ooxml/vocabulary.ts';
import { xmlTokenizer } from '../../../src/ooxml/xml-tokenizer.ts';

const ELEMENT = codes('a', 'b', 'row');
const ATTRIBUTE = codes('r', 'name');
const NAMES = ['?', 'a', 'b', 'row'];
const WORDS = vocabulary({
  namespace: 'urn:main',
  elements: ELEMENT,
  attributes: ATTRIBUTE,
  foreign: { namespace: 'urn:other', attributes: codes('id') },
});

/** The events of a part as text, fed in pieces of a size. */
function events(xml: string | Buffer, pieceSize = Number.POSITIVE_INFINITY): string {
  const told: string[] = [];
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  const tokenizer = xmlTokenizer(WORDS, {
    open(element, attributes, depth) {
      const given = [1, 2, 3].filter((code) => attributes.has(code)).map((code) => `${code}=${attributes.text(code)}`);
      told.push(`<${NAMES[element]}${depth}${given.map((one) => ` ${one}`).join('')}>`);
    },
    close: (element, depth) => told.push(`</${NAMES[element]}${depth}>`),
    text: (piece, from, to) => told.push(`[${piece.toString('utf8', from, to)}]`),
  });
  for (let at = 0; at < bytes.length; at += pieceSize)
    tokenizer.feed(bytes.subarray(at, Math.min(bytes.length, at + pieceSize)));
  tokenizer.end();
  return told.join('');
}

function root(content: string, attributes = 'xmlns="urn:main"'): string {
  return `<a ${attributes}>${content}</a>`;
}

test('values that come again, and others of their length', () => {
  // Ã© is written by four bytes; those of é are what its letters are numbered.
  const values = ['ab', 'ab', 'ac', '甲', 'éa', 'abc', 'ab', '', '甲', 'Ã©', 'é'];
  const rows = values.map((value) => `<b r="${value}"/>`).join('');
  const told = values.map((value) => `<b2 1=${value}></b2>`).join('');
  expect(events(root(rows))).toBe(`<a1>${told}</a1>`);
});

const FLOOD = 300_000;

describe('well-formed', () => {
  test.each<[string, string, string]>([
    ['nested elements', root('<b><row/></b>'), '<a1><b2><row3></row3></b2></a1>'],
    ['text', root('一 二'), '<a1>[一 二]</a1>'],
    ['attributes in both quotes', root(`<b r="1" name='x"y'/>`), '<a1><b2 1=1 2=x"y></b2></a1>'],
    ['spaces everywhere', root('<b  r = "1"\n\tname= "2" ></b >'), '<a1><b2 1=1 2=2></b2></a1>'],
    ['entities', root('&lt;&gt;&amp;&quot;&apos;'), `<a1>[<>&"']</a1>`],
    ['character references', root('&#20013;&#x6587;&#x1F600;'), '<a1>[中文😀]</a1>'],
    ['entities in attributes', root('<b r="&amp;&#65;\n"/>'), '<a1><b2 1=&A ></b2></a1>'],
    ['line ends', root('a\r\nb\rc'), '<a1>[a\nb\nc]</a1>'],
    ['a return by reference stays', root('a&#13;b'), '<a1>[a\rb]</a1>'],
    ['CDATA', root('x<![CDATA[<b>&amp;]]>y'), '<a1>[x<b>&amp;y]</a1>'],
    ['comments join text', root('x<!-- <b> - -->y'), '<a1>[xy]</a1>'],
    ['instructions', `<?xml version="1.0"?>${root('<?x <b>?>')}<!-- end -->\n`, '<a1></a1>'],
    ['unknown elements', root('<c><b/></c>'), '<a1><?2><b3></b3></?2></a1>'],
    ['other namespaces', root('<b xmlns="urn:x"/><b/>'), '<a1><?2></?2><b2></b2></a1>'],
    ['prefixes', '<m:a xmlns:m="urn:main"><m:b m:r="1" r="2"/></m:a>', '<a1><b2 1=2></b2></a1>'],
    ['a prefix declared after its use', root('<b p:id="7" xmlns:p="urn:other"/>'), '<a1><b2 3=7></b2></a1>'],
    [
      'a prefix that changes its meaning',
      root('<p:b xmlns:p="urn:main"/><p:b xmlns:p="urn:x"/>'),
      '<a1><b2></b2><?2></?2></a1>',
    ],
    ['no namespace', '<a><b/></a>', '<a1><b2></b2></a1>'],
    ['a byte order mark', `\u{feff}${root('x')}`, '<a1>[x]</a1>'],
    ['names that begin alike', root('<bb/><b/><rowx/><row/>'), '<a1><?2></?2><b2></b2><?2></?2><row2></row2></a1>'],
  ])('%s', (_, xml, expected) => {
    expect(events(xml)).toBe(expected);
    for (const size of [1, 2, 3, 7]) expect(events(xml, size)).toBe(expected);
  });

  test('UTF-16 by its mark and by its look', () => {
    const xml = root('中文');
    const little = Buffer.from(`\u{feff}${xml}`, 'utf16le');
    expect(events(little)).toBe('<a1>[中文]</a1>');
    expect(events(little, 5)).toBe('<a1>[中文]</a1>');
    expect(events(Buffer.from(little).swap16())).toBe('<a1>[中文]</a1>');
    expect(events(Buffer.from(xml, 'utf16le'))).toBe('<a1>[中文]</a1>');
  });

  test('a declared encoding', () => {
    const head = Buffer.from('<?xml version="1.0" encoding="GBK"?><a>');
    expect(events(Buffer.concat([head, Buffer.from([0xd6, 0xd0]), Buffer.from('</a>')]))).toBe('<a1>[中]</a1>');
  });

  // Quadratic work on so many would take longer than any test may.
  test('a flood of names and attributes', () => {
    const flood = Array.from({ length: FLOOD }, (_, place) => `n${place}="1"`).join(' ');
    const elements = Array.from({ length: FLOOD }, (_, place) => `<e${place}/>`).join('');
    expect(events(root(`<b r="1" ${flood}/>`))).toBe('<a1><b2 1=1></b2></a1>');
    expect(events(root(elements), 4096)).toHaveLength(FLOOD * '<?2></?2>'.length + '<a1></a1>'.length);
  });
});

describe('refused', () => {
  test.each<[string, string, string]>([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'doctype'],
    ['an unknown entity', root('&x;'), 'markup'],
    ['a bare ampersand', root('a & b'), 'markup'],
    ['a character that is none', root('&#0;'), 'markup'],
    ['half a character', root('&#xD83D;'), 'markup'],
    ['a tag that closes another', root('<b></row>'), 'markup'],
    ['a tag that closes nothing', `${root('')}</a>`, 'markup'],
    ['a longer closing name', root('<b></bb>'), 'markup'],
    ['two roots', `${root('')}${root('')}`, 'markup'],
    ['text outside the root', `x${root('')}`, 'markup'],
    ['text after the root', `${root('')}x`, 'markup'],
    ['an attribute twice', root('<b r="1" r="2"/>'), 'markup'],
    ['an attribute without quotes', root('<b r=1/>'), 'markup'],
    ['an attribute without value', root('<b r/>'), 'markup'],
    ['a tag in a value', root('<b r="<"/>'), 'markup'],
    ['an undeclared prefix', root('<p:b/>'), 'markup'],
    ['an undeclared prefix of an attribute', root('<b p:r="1"/>'), 'markup'],
    ['an open element', '<a><b></b>', 'truncated'],
    ['an open tag', '<a><b', 'truncated'],
    ['an open comment', '<a/><!-- ', 'truncated'],
    ['nothing', '', 'truncated'],
    ['nothing but space', ' \n', 'truncated'],
    ['65 levels', '<b>'.repeat(65), 'nesting'],
  ])('%s', (_, xml, fault) => {
    for (const size of [Number.POSITIVE_INFINITY, 1, 3]) {
      expect(() => events(xml, size)).toThrow(new PackageError(fault as PackageError['fault']));
    }
  });

  test('invalid UTF-8', () => {
    expect(() => events(Buffer.from([...Buffer.from('<a>'), 0xd6, 0xd0, ...Buffer.from('</a>')]))).toThrow('encoding');
  });

  test('64 levels are allowed', () => {
    expect(events('<b>'.repeat(64) + '</b>'.repeat(64))).toContain('<b64>');
  });

  test('a text beyond 16 MB', () => {
    const tokenizer = xmlTokenizer(WORDS, { open() {}, close() {}, text() {} });
    tokenizer.feed(Buffer.from('<a>'));
    const piece = Buffer.alloc(1024 * 1024, 'x');
    expect(() => {
      for (let fed = 0; fed < 40; fed++) tokenizer.feed(piece);
    }).toThrow('token');
  });
});
