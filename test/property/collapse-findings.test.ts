import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Finding, finding } from '../../src/model/finding.ts';
import { findingPacker } from '../../src/model/packed-findings.ts';
import { collapseFindings } from '../../src/report/collapse-findings.ts';

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    code: fc.constantFrom('NUMBER_UNREADABLE', 'NUMBER_NEGATIVE', 'CELL_ERROR'),
    file: fc.constantFrom('a.xlsx', 'b.xlsx'),
    sheet: fc.constantFrom('一', '二', null),
    row: fc.option(fc.integer({ min: 1, max: 12 })),
    column: fc.option(fc.integer({ min: 1, max: 6 })),
    bureau: fc.constantFrom('440100', '440200', null),
    field: fc.constantFrom('participants', 'funds', null),
    raw: fc.constantFrom('若干', '3-5', null),
  })
  .map(({ code, file, sheet, row, column, bureau, field, raw }) =>
    finding(code as 'CELL_ERROR', { file, sheet, row, column }, {}, { bureau, column: field, raw }),
  );

const describe = ({ code }: Finding) => ({ message: code, hint: '' });
const order = (bureau: string) => Number(bureau);

test('expanding the ranges of an entry gives the cells of its findings back, each once', () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 80 }), (findings) => {
      const entries = collapseFindings(findings, order, describe, ({ code }) => code);
      expect(entries.reduce((sum, entry) => sum + entry.count, 0)).toBe(findings.length);
      const expanded = entries.flatMap((entry) => entry.cells.flatMap(expand).map((cell) => `${keyOf(entry)} ${cell}`));
      expect(new Set(expanded).size).toBe(expanded.length);
      const cells = findings
        .filter(({ place }) => place.row !== null || place.column !== null)
        .map(
          (one) =>
            `${keyOf({ ...one, ...one.place, column: one.column })} ${one.place.row ?? '*'},${one.place.column ?? '*'}`,
        );
      expect([...expanded].sort()).toEqual([...new Set(cells)].sort());
    }),
  );
});

test('the order of the findings does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyFinding, { maxLength: 40 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(collapseFindings(shuffled, order, describe, ({ code }) => code)).toEqual(
          collapseFindings(all, order, describe, ({ code }) => code),
        );
      },
    ),
  );
});

test('packed findings say what they say one by one', () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 80 }), (findings) => {
      const packer = findingPacker();
      for (const one of findings) packer.add(one);
      const told = (all: readonly Finding[]) => collapseFindings(all, order, describe, ({ code }) => code);
      expect(told(packer.findings())).toEqual(told(findings));
    }),
  );
});

interface Keyed {
  readonly code: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly bureau: string | null;
  readonly column: string | null;
}

function keyOf({ code, file, sheet, bureau, column }: Keyed): string {
  return JSON.stringify([code, file, sheet, bureau, column]);
}

/** Every cell of an A1 range as `row,column`, with * for a whole row or column. */
function expand(range: string): string[] {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [bounds(first), bounds(last)];
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      cells.push(`${row === 0 ? '*' : row},${column === 0 ? '*' : column}`);
    }
  }
  return cells;
}

function bounds(cell: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
