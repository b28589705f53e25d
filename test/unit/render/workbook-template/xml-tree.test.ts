import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { parseXml } from '../../../../src/render/workbook-template/xml-tree.ts';

test('what is plain in a part with Chinese takes a byte for each letter', () => {
  const plain = 'A1:B2 '.repeat(20);
  const { attributes, children } = parseXml(Buffer.from(`<a ref="${plain}" name="汇总表">${plain}<b>é</b>汉字</a>`));
  expect(attributes).toEqual({ ref: plain, name: '汇总表' });
  expect(children).toEqual([plain, { name: 'b', attributes: {}, children: ['é'] }, '汉字']);
  for (const text of [attributes['ref'], children[0]]) expect(serialize(text).length).toBeLessThan(plain.length + 10);
});
