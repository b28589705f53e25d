import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed, unpacked } from '../../../src/scheme/packed-value.ts';

const sources = new Map([['a.csv', Buffer.from('1,2\n')]]);
const value = { names: new Map([['甲', ['惠州市', '博罗县']]]), marks: new Set(['合计']), from: 1n };

test('a value comes back as it was, for the files that it was made of', () => {
  expect(unpacked(packed(value, sources), sources)).toEqual(value);
  expect(unpacked(packed(value, sources), new Map([['a.csv', Buffer.from('1,3\n')]]))).toBeUndefined();
  expect(unpacked(packed(value, sources), new Map([['b.csv', Buffer.from('1,2\n')]]))).toBeUndefined();
  expect(unpacked(packed(value, sources), new Map())).toBeUndefined();
});

test('bytes that a disk has changed or cut are nothing, although most would be read', () => {
  const bytes = packed(value, sources);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
      expect(unpacked(damaged, sources)).toBeUndefined();
      expect(unpacked(bytes.subarray(0, at), sources)).toBeUndefined();
    }),
  );
});

test('what another Node has written and this one cannot read is nothing', () => {
  const content = Buffer.from([0xff, 0xff, 0x01]);
  const seal = createHash('sha256').update(content).update('\na.csv\n4\n').update('1,2\n').digest();
  expect(unpacked(Buffer.concat([seal, content]), sources)).toBeUndefined();
});
