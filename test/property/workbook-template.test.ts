import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Copy } from '../../src/render/workbook-template/axis.ts';
import type { Block, RowBand } from '../../src/render/workbook-template/blocks.ts';
import { columnName, columnNumber, parseArea, printArea } from '../../src/render/workbook-template/cell-address.ts';
import { formulaOf } from '../../src/render/workbook-template/formula.ts';
import { formulaTokens } from '../../src/render/workbook-template/formula-tokens.ts';
import { itemFrames, rootFrame } from '../../src/render/workbook-template/frame.ts';
import { mapFormula } from '../../src/render/workbook-template/map-reference.ts';
import { layRows } from '../../src/render/workbook-template/row-layout.ts';
import { shiftedFormula } from '../../src/render/workbook-template/shared-formula.ts';

const LAST = 12;
const flat: Copy = {
  band: { first: 1, last: 16_384, bands: [] },
  ...{ parent: null, start: 1, length: 16_384, copies: new Map() },
};

/** A block of rows, within it perhaps another one, and how often each is repeated. */
const shapes = fc
  .record({
    first: fc.integer({ min: 2, max: 5 }),
    length: fc.integer({ min: 1, max: 4 }),
    inner: fc.option(fc.record({ offset: fc.nat(3), length: fc.integer({ min: 1, max: 3 }) }), { nil: null }),
    counts: fc.array(fc.nat(3), { maxLength: 4 }),
  })
  .map(({ first, length, inner, counts }) => {
    const last = first + length - 1;
    const from = first + Math.min(inner?.offset ?? 0, length - 1);
    const within = inner && { first: from, last: Math.min(last, from + inner.length - 1) };
    return { first, last, inner: within, counts };
  });
type Shape = typeof shapes extends fc.Arbitrary<infer S> ? S : never;

function bandOf({ first, last, inner }: Shape): RowBand {
  const block = { kind: 'each' } as Block;
  const bands = inner ? [{ ...inner, block: { ...block }, bands: [] }] : [];
  return { first: 1, last: LAST, block: null, bands: [{ first, last, block, bands }] };
}

/** Every output row with the template's row and the copies that it is in, written down one after the other. */
function naive({ first, last, inner, counts }: Shape) {
  const rows: { row: number; outer: number | null; inner: number | null }[] = [];
  for (let row = 1; row < first; row++) rows.push({ row, outer: null, inner: null });
  for (const [outer, count] of counts.entries()) {
    for (let row = first; row <= last; row++) {
      if (!inner || row < inner.first || row > inner.last) rows.push({ row, outer, inner: null });
      else if (row === inner.first) {
        for (let copy = 0; copy < count; copy++) {
          for (let own = inner.first; own <= inner.last; own++) rows.push({ row: own, outer, inner: copy });
        }
      }
    }
  }
  for (let row = last + 1; row <= LAST; row++) rows.push({ row, outer: null, inner: null });
  return rows;
}

const reference = fc.record({
  from: fc.integer({ min: 1, max: LAST }),
  to: fc.integer({ min: 1, max: LAST }),
  absolute: fc.boolean(),
});

test('ranges are those that a list of all rows tells', () => {
  fc.assert(
    fc.property(shapes, reference, (shape, { from: a, to: b, absolute }) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const rows = naive(shape);
      const sources = Array.from({ length: LAST }, (_, at) => ({ number: at + 1, attributes: {}, cells: [] }));
      const layout = layRows(bandOf(shape), sources, rootFrame(shape.counts), {
        frames: (_, frame) =>
          itemFrames(typeof frame.context === 'number' ? Array(frame.context).fill(null) : frame.context, frame),
        standsIn: () => false,
      });
      expect(layout.rows.map(({ source }) => source.number)).toEqual(rows.map(({ row }) => row));
      expect(layout.rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
      const sheet = { origin: 's', name: 's', rows: layout.root, columns: flat, list: null, ordinal: 0 };
      const isWithin = (band: { first: number; last: number } | null) =>
        band !== null && band.first <= from && to <= band.last;
      const sign = absolute ? '$' : '';
      for (const [at, own] of rows.entries()) {
        const meant = rows.flatMap((other, place) => {
          if (other.row < from || other.row > to) return [];
          // What lies wholly in the copies that the formula stands in means those only.
          if (!absolute && own.outer !== null && isWithin(shape) && other.outer !== own.outer) return [];
          if (!absolute && own.inner !== null && isWithin(shape.inner) && other.inner !== own.inner) return [];
          return [place + 1];
        });
        const copy = layout.rows[at]?.copy ?? layout.root;
        const { text } = mapFormula(
          formulaOf(`SUM(B${sign}${from}:B${sign}${to})`),
          { sheet, row: copy, column: flat },
          new Map(),
        );
        const wanted = meant.length === 0 ? 'SUM(#REF!)' : `SUM(B${sign}${meant[0]}:B${sign}${meant.at(-1)})`;
        expect(text).toBe(wanted);
      }
    }),
    { numRuns: 300 },
  );
});

test('tokens joined again are the formula, whatever it is', () => {
  const pieces = fc.constantFrom(
    'A1',
    '$B$2',
    ':',
    "'a b'!",
    '汇总!',
    '"',
    "'",
    '(',
    ')',
    'SUM',
    '[',
    ']',
    '1.5',
    '#REF!',
    ' ',
    '+',
    '{',
    '中',
    '!',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
      const formula = parts.join('');
      expect(
        formulaTokens(formula)
          .map(({ text }) => text)
          .join(''),
      ).toBe(formula);
    }),
    { numRuns: 500 },
  );
});

test('a formula moved there and back is the formula', () => {
  const line = fc.integer({ min: 50, max: 500 });
  fc.assert(
    fc.property(line, line, fc.boolean(), fc.boolean(), fc.integer({ min: -40, max: 40 }), (row, column, a, b, by) => {
      const formula = `SUM(${a ? '$' : ''}${columnName(column)}${b ? '$' : ''}${row}:$A$1)`;
      expect(shiftedFormula(shiftedFormula(formula, by, -by), -by, by)).toBe(formula);
    }),
  );
});

test('addresses read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(columnNumber(columnName(column))).toBe(column);
      const area = { top: row, left: column, bottom: row, right: column };
      expect(parseArea(printArea(area))).toEqual(area);
    }),
  );
});
