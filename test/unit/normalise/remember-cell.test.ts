import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellContent } from '../../../src/model/grid.ts';
import { rememberCell } from '../../../src/normalise/remember-cell.ts';

const cell = (text: string, index: number): CellContent => ({
  ...{ kind: 'text', number: Number.NaN },
  text,
  index,
});

test('what a cell says is what is read of its text, whatever its number and however often it comes', () => {
  const cells = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙', '1', ''), fc.integer({ min: -1, max: 10_000 })));
  fc.assert(
    fc.property(cells, (all) => {
      const read = rememberCell((text) => (text === '' ? null : `${text}!`));
      for (const [text, index] of [...all, ...all])
        expect(read(cell(text, index))).toBe(text === '' ? null : `${text}!`);
    }),
  );
});

test('cells of few texts are read a few times, though many come once between them', () => {
  let reads = 0;
  const read = rememberCell((text) => {
    reads++;
    return text;
  });
  for (let row = 0; row < 20_000; row++) read(cell(`${row % 500}`, row % 500));
  expect(reads).toBeLessThan(2000);
  reads = 0;
  for (let row = 0; row < 20_000; row++) {
    read(cell(`第${row}场`, 500 + row));
    read(cell(`${row % 50}`, row % 50));
  }
  expect(reads).toBeLessThan(22_000);
});
