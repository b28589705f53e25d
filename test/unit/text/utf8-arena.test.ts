import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Arena } from '../../../src/text/utf8-arena.ts';

const MEGABYTE = 1 << 20;

/** What is given of what is put, with the sizes of blocks asked for. */
function arena(enough?: number) {
  const blocks: number[] = [];
  const pieces: Buffer[] = [];
  const block = (size: number) => {
    blocks.push(size);
    return Buffer.alloc(size, 0xff);
  };
  const { put, end } = utf8Arena(block, (piece) => pieces.push(piece), enough);
  return { put, end, blocks, pieces };
}

test('gives what was put, in UTF-8 and in its order, whatever its kind and length', () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constant('汉'.repeat(400_000)),
    fc.uint8Array({ maxLength: 50 }),
  );
  fc.assert(
    fc.property(fc.array(content, { maxLength: 12 }), fc.integer({ min: 1, max: 100 }), (contents, enough) => {
      const { put, end, pieces } = arena(enough);
      for (const one of contents) put(one);
      end();
      expect(Buffer.concat(pieces).equals(Buffer.concat(contents.map((one) => Buffer.from(one as string))))).toBe(true);
      expect(pieces.every(({ length }) => length > 0)).toBe(true);
    }),
  );
});

test('gives a piece as soon as it is enough, and the rest at the end', () => {
  const { put, end, pieces } = arena(4);
  put('abc');
  expect(pieces).toHaveLength(0);
  put('汉');
  expect(pieces.map(String)).toEqual(['abc汉']);
  put('d');
  end();
  end();
  expect(pieces.map(String)).toEqual(['abc汉', 'd']);
});

test('takes a new block where a text might not fit, and a larger one for a longer text', () => {
  const { put, end, blocks, pieces } = arena();
  put('a'.repeat(MEGABYTE / 3));
  put('b'.repeat(MEGABYTE / 3));
  put('c');
  put('d'.repeat(MEGABYTE));
  end();
  expect(blocks).toEqual([0, MEGABYTE, MEGABYTE, 3 * MEGABYTE]);
  expect(pieces.map((piece) => [piece.length, String.fromCharCode(piece[0] ?? 0)])).toEqual([
    [349_525, 'a'],
    [349_526, 'b'],
    [MEGABYTE, 'd'],
  ]);
});
