import { expect, test } from 'vitest';
import { uncheckedSlice, utf8Slice } from '../../../src/read/utf8-text.ts';

test.each(['', 'a', '会😀é', '会'.repeat(341), '会'.repeat(342), 'a'.repeat(2000), '😀'.repeat(600)])(
  'a part of bytes is %j whatever stands around it',
  (text) => {
    const bytes = Buffer.from(`甲${text}乙`);
    expect(utf8Slice(bytes, 3, bytes.length - 3)).toBe(text);
    expect(uncheckedSlice(bytes, 3, bytes.length - 3)).toBe(text);
  },
);

test.each([0x80, 0xc3, 0xe7, 0xf0, 0xff])('bytes %d that are no UTF-8 are a string all the same', (byte) => {
  for (const size of [1, 1023, 1024, 2000])
    expect(typeof uncheckedSlice(Buffer.alloc(size, byte), 0, size)).toBe('string');
});
