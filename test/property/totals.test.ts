import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTotals } from '../../src/check/check-totals.ts';
import { format } from '../../src/decimal/decimal.ts';
import { deriveLedger } from '../../src/derive/derive-ledger.ts';
import type { FiledReturn } from '../../src/model/filed-return.ts';
import type { RowClass } from '../../src/model/recognised.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { brief, recognisedFile, type SheetSpec } from '../support/recognised-files.ts';
import { filed, Q1, scheme } from '../support/returns.ts';

type Cells = readonly (string | number | null)[];
interface Group {
  readonly county: string;
  readonly rows: readonly (readonly [people: number, cents: number])[];
}

const COLUMNS = ['county', 'task', 'activity_type', 'title', 'date', 'participants', 'funds'];
const COUNTIES = ['惠城区', '惠阳区', '博罗县', '惠东县', '龙门县'];

const numbers = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500_000 }));
const groups: fc.Arbitrary<readonly Group[]> = fc
  .array(fc.array(numbers, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 5 })
  .map((all) => all.map((rows, at) => ({ county: COUNTIES[at] ?? '', rows })));

const funds = (cents: number): number => cents / 100;
const sum = (rows: Group['rows'], at: 0 | 1): number => rows.reduce((total, row) => total + row[at], 0);
const totalRow = (label: string, rows: Group['rows']): Cells => [
  label,
  null,
  null,
  null,
  null,
  sum(rows, 0),
  funds(sum(rows, 1)),
];
const dataRows = ({ county, rows }: Group): readonly Cells[] =>
  rows.map(([people, cents], at) => [
    county,
    '助力就业',
    '专业培训',
    `${county}培训${at}`,
    '2024-03-05',
    people,
    funds(cents),
  ]);

/** How totals may stand in a table. */
const LAYOUTS = {
  none: (all: readonly Group[]): readonly Cells[] => all.flatMap(dataRows),
  last: (all) => [
    ...all.flatMap(dataRows),
    totalRow(
      '合计',
      all.flatMap(({ rows }) => rows),
    ),
  ],
  first: (all) => [
    totalRow(
      '总计',
      all.flatMap(({ rows }) => rows),
    ),
    ...all.flatMap(dataRows),
  ],
  below: (all) => [
    ...all.flatMap((group) => [...dataRows(group), totalRow('小计', group.rows)]),
    totalRow(
      '合计',
      all.flatMap(({ rows }) => rows),
    ),
  ],
  above: (all) => [
    totalRow(
      '合计',
      all.flatMap(({ rows }) => rows),
    ),
    ...all.flatMap((group) => [totalRow('小计', group.rows), ...dataRows(group)]),
  ],
  named: (all) => [
    ...all.flatMap((group) => [...dataRows(group), totalRow(`${group.county}小计`, group.rows)]),
    totalRow(
      '惠州市合计',
      all.flatMap(({ rows }) => rows),
    ),
  ],
} satisfies Record<string, (all: readonly Group[]) => readonly Cells[]>;

const layout = fc.constantFrom(...(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]));

function sheetOf(rows: readonly Cells[]): SheetSpec {
  const classes: Record<number, RowClass> = {};
  rows.forEach(([label], at) => {
    if (typeof label === 'string' && /计$/.test(label)) classes[at + 2] = 'total';
  });
  return { columns: COLUMNS, rows, classes };
}

function read(...sheets: readonly SheetSpec[]) {
  const { value } = normalise(recognisedFile(...sheets), { scheme, sender: '441300', period: Q1 });
  const { totalled, ...values } = value;
  const figures = figuresOf(filed('441300', values));
  return { figures, findings: brief(checkTotals(totalled, '441300', scheme).findings) };
}

function figuresOf(file: FiledReturn): Readonly<Record<string, string>> {
  const { byRegion } = deriveLedger([file], scheme);
  const figures = [...byRegion].flatMap(([region, tallies]) =>
    [...tallies].map(([indicator, { sum: value, members }]) => [
      `${region} ${indicator}`,
      `${format(value)} ${members?.size}`,
    ]),
  );
  return Object.fromEntries(figures.toSorted());
}

test('right totals, wherever they stand, say nothing and change no figure', () => {
  fc.assert(
    fc.property(groups, layout, (all, name) => {
      const plain = read(sheetOf(LAYOUTS.none(all)));
      expect(read(sheetOf(LAYOUTS[name](all)))).toEqual({ figures: plain.figures, findings: [] });
    }),
    { numRuns: 60 },
  );
});

test('a total that is off is found at its cell, and nothing else is', () => {
  fc.assert(
    fc.property(groups, layout, fc.nat(), fc.integer({ min: 20_000, max: 90_000 }), (all, name, which, off) => {
      const rows = LAYOUTS[name](all);
      const totals = rows.flatMap(([label], at) => (/计$/.test(String(label)) ? [at] : []));
      const wrong = totals[which % Math.max(1, totals.length)];
      if (wrong === undefined) return;
      const changed = rows.map((row, at) =>
        at === wrong ? row.map((cell, column) => (column === 5 ? Number(cell) + off : cell)) : row,
      );
      const cell = Number(changed[wrong]?.[5]);
      expect(read(sheetOf(changed)).findings).toEqual([`TOTAL_DIFFERS F${wrong + 2} ${cell}`]);
    }),
    { numRuns: 60 },
  );
});

test('splitting a ledger over sheets, each with its totals, changes no figure', () => {
  fc.assert(
    fc.property(groups, layout, fc.nat(), (all, name, at) => {
      const cut = 1 + (at % (all.length - 1));
      const whole = read(sheetOf(LAYOUTS.none(all)));
      const parts = [all.slice(0, cut), all.slice(cut)].map((part, n) => ({
        ...sheetOf(LAYOUTS[name](part)),
        sheet: `表${n}`,
      }));
      expect(read(...parts)).toEqual({ figures: whole.figures, findings: [] });
    }),
    { numRuns: 60 },
  );
});

test('any table of texts and totals is judged without failing', () => {
  const cell = fc.oneof(fc.constantFrom('合计', '小计', '其中', '惠城区', '—', '约3', null), fc.integer(), fc.string());
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      table,
      fc.array(fc.constantFrom<RowClass>('data', 'total', 'header', 'title', 'note')),
      (rows, kinds) => {
        const classes = Object.fromEntries(kinds.map((kind, at) => [at + 2, kind]));
        const columns = ['county', 't5_job_fairs', 't4_rural_funds', 't4_rural_assocs'];
        const file = recognisedFile({ form: 'summary', columns, rows, classes });
        const { value } = normalise(file, { scheme, sender: '441300', period: Q1 });
        for (const { code } of checkTotals(value.totalled, '441300', scheme).findings)
          expect(code).toBe('TOTAL_DIFFERS');
      },
    ),
    { numRuns: 200 },
  );
});
