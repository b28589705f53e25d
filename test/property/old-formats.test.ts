import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/read/read-file.ts';
import { gridMap } from '../support/read-cells.ts';

// xlsb goes through the library's worker, which runs compiled code: `npm run build` comes first, as in `npm test`.

const text = fc.oneof(
  fc.constantFrom('广州市', '合　计', '0012', '441302199001011234', '=1+1', '约200人', '甲\n乙', '𠮷', "it's <b>&amp;"),
  fc
    .string({ unit: fc.constantFrom('惠', '州', 'a', ' ', '，', '1'), minLength: 1, maxLength: 12 })
    .map((one) => one.trim()),
);
const day = fc.integer({ min: 61, max: 80_000 });

/** Cells that every format can hold. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant<xlsx.CellObject | null>(null) },
  { weight: 4, arbitrary: text.filter((v) => v !== '').map((v): xlsx.CellObject => ({ t: 's', v })) },
  { weight: 3, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((v): xlsx.CellObject => ({ t: 'n', v })) },
  { weight: 2, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((v): xlsx.CellObject => ({ t: 'n', v: v / 1000 })) },
  { weight: 2, arbitrary: day.map((v): xlsx.CellObject => ({ t: 'n', v, z: 'yyyy"年"m"月"d"日"' })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 200 }).map((v): xlsx.CellObject => ({ t: 'n', v: v / 100, z: '0%' })),
  },
  { weight: 1, arbitrary: fc.boolean().map((v): xlsx.CellObject => ({ t: 'b', v })) },
);
const table = fc.record({
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
  merge: fc.option(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2)), { nil: null }),
  hidden: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2),
  date1904: fc.boolean(),
});

type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

function bookOf({ rows, merge, hidden, date1904 }: Table): xlsx.WorkBook {
  const sheet: xlsx.WorkSheet = { '!ref': 'A1:F8' };
  rows.forEach((cells, r) => {
    cells.forEach((one, c) => {
      if (one !== null) sheet[xlsx.utils.encode_cell({ r, c })] = { ...one };
    });
  });
  if (merge !== null) {
    const [r, c, down, across] = merge;
    // Not every writer keeps merges of empty cells, or values that a merge covers.
    for (let row = r; row <= r + down; row++) {
      for (let column = c; column <= c + across; column++) delete sheet[xlsx.utils.encode_cell({ r: row, c: column })];
    }
    sheet[xlsx.utils.encode_cell({ r, c })] = { t: 's', v: '合并' };
    if (down + across > 0) sheet['!merges'] = [{ s: { r, c }, e: { r: r + down, c: c + across } }];
  }
  return {
    SheetNames: ['封面', '台账'],
    Sheets: { 封面: { '!ref': 'A1', A1: { t: 's', v: '封面' } }, 台账: sheet },
    Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: hidden }], WBProps: { date1904 } },
  };
}

/** What a reader can tell of a workbook, whatever its format. */
async function told(bytes: Buffer): Promise<unknown> {
  const { value, findings } = await readWorkbook(bytes, '甲');
  return {
    findings,
    sheets: value?.grids.map((grid) => [grid.sheet, grid.visibility, gridMap(grid), grid.merges]) ?? null,
  };
}

describe('a workbook is the same in every format', () => {
  test.each<[xlsx.BookType, Partial<Table>]>([
    ['biff8', {}],
    ['xlsb', {}],
    ['xlml', {}],
    // Written without hidden sheets.
    ['ods', { hidden: 0 }],
  ])('%s as in xlsx', async (bookType, lacks) => {
    await fc.assert(
      fc.asyncProperty(table, async (drawn) => {
        const book = () => bookOf({ ...drawn, ...lacks });
        const wanted = await told(xlsx.write(book(), { type: 'buffer', bookType: 'xlsx' }));
        expect(await told(xlsx.write(book(), { type: 'buffer', bookType }))).toEqual(wanted);
      }),
      { numRuns: 25 },
    );
  });
});
