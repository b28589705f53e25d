import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toNumber } from '../../src/decimal/decimal.ts';
import type { Compilation } from '../../src/model/compilation.ts';
import { compileFiles } from '../support/compile-files.ts';
import { DEEDS, type Deed } from '../support/styles/deeds.ts';
import { ALL, BY_TASK, type LedgerStyle, ledgerHeader, ledgerRows, ledgerTotal } from '../support/styles/ledger.ts';
import { type SummaryStyle, summaryHeader, summaryRows, summaryTotal } from '../support/styles/summary.ts';
import { INDICATORS } from '../support/styles/truth.ts';
import type { FileContent, Row } from '../support/write-files.ts';

const RUNS = { numRuns: 8, includeErrorInReport: true };
const RUN = { period: '2024Q1', area: '441300' };
const FILE = '惠州市2024年第一季度';
const TEXTS = ['outcome', 'evidence', 'supervisor', 'registration_authority', 'remark'];
const LEDGER: LedgerStyle = { columns: ALL.filter((id) => !TEXTS.includes(id)) };
const SUMMARY: SummaryStyle = { lead: ['seq', 'county'], indicators: INDICATORS.filter(({ tier }) => tier === 'core') };

/** A table as header and rows, and the row of its totals. */
const TABLES = {
  ledger: {
    header: ledgerHeader(LEDGER).rows,
    rows: ledgerRows(DEEDS, LEDGER),
    total: ledgerTotal('合计', 'seq', DEEDS, LEDGER),
  },
  summary: {
    header: summaryHeader(SUMMARY).rows,
    rows: summaryRows(SUMMARY),
    total: summaryTotal('合计', SUMMARY),
  },
} as const;

type Form = keyof typeof TABLES;

const titles = fc.shuffledSubarray([
  '附件1',
  '惠州市行业协会商会六项重点任务进展情况',
  '（2024年第一季度）',
  '填报单位：惠州市民政局',
  '填报日期：2024年4月8日',
  '填表说明：按实际情况填写，没有的填“无”。',
]);
const notes = fc.shuffledSubarray([
  '注：1.人次按场次累计',
  '说明：资金含物资折价',
  '填表人：李样例',
  '本表一式两份',
  '数据来源：各县（市、区）民政局',
]);

describe.each<Form>(['ledger', 'summary'])('figures of a %s', async (form) => {
  const { header, rows, total } = TABLES[form];
  const table: readonly Row[] = [...header, ...rows];
  const plain = figuresOf(await compiled(table));

  /** Holds that rows made from the table give the same figures and no error. */
  async function same(made: readonly Row[]): Promise<void> {
    const result = await compiled(made);
    expect(result.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(figuresOf(result)).toEqual(plain);
  }

  test('stand under blank rows, titles and notes', async () => {
    const places = fc.array(fc.nat(rows.length), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(titles, notes, places, async (above, below, blanks) => {
        const spaced = rows.flatMap((row, at): readonly Row[] => (blanks.includes(at) ? [[], row] : [row]));
        await same([...above.map((text) => [text]), ...header, ...spaced, ...below.map((text) => [text])]);
      }),
      RUNS,
    );
  });

  test('stand under empty columns and columns in another order', async () => {
    const width = (table[0] ?? []).length;
    const order = fc.shuffledSubarray([...Array(width).keys(), -1, -1], { minLength: width + 2 });

    await fc.assert(
      fc.asyncProperty(order, (columns) => same(table.map((row) => columns.map((column) => row[column] ?? null)))),
      RUNS,
    );
  });

  test('stand beside columns that the scheme does not know', async () => {
    const width = (table[0] ?? []).length;
    const strange = fc.record({
      at: fc.nat(width),
      name: fc.constantFrom('经费来源', '媒体报道（篇）', '是否党建引领', '自编码', '占比（%）', '责任科室'),
      cell: fc.constantFrom<Row[number]>('自筹', 3, '是', null, '12%', '2024年3月', '无'),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(strange, { minLength: 1, maxLength: 3, selector: ({ name }) => name }), (added) =>
        same(
          table.map((row, index) =>
            added.reduce<Row>(
              (wide, { at, name, cell }) => [
                ...wide.slice(0, at),
                index < header.length ? name : cell,
                ...Array.from({ length: Math.max(0, at - wide.length) }, () => null),
                ...wide.slice(at),
              ],
              Array.from({ length: width }, (_, column) => row[column] ?? null),
            ),
          ),
        ),
      ),
      RUNS,
    );
  });

  test('stand under headers and titles repeated after a page break', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(rows.length - 1), { maxLength: 3 }), fc.boolean(), (breaks, titled) =>
        same([
          ...header,
          ...rows.flatMap((row, at): readonly Row[] =>
            breaks.includes(at) && at > 0 ? [...(titled ? [['进展情况表（续）']] : []), ...header, row] : [row],
          ),
        ]),
      ),
      RUNS,
    );
  });

  test('stand under a right total before or behind', async () => {
    await same([...header, total, ...rows]);
    await same([...table, total]);
  });

  test('stand when the rows come in another order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) =>
        same([...header, ...shuffled]),
      ),
      RUNS,
    );
  });
});

describe('figures of a ledger in parts', async () => {
  const plain = figuresOf(await compiled([...TABLES.ledger.header, ...TABLES.ledger.rows]));
  const part = (deeds: readonly Deed[]): readonly Row[] => [...TABLES.ledger.header, ...ledgerRows(deeds, LEDGER)];

  test('stand when its rows are spread over sheets', async () => {
    const sheetOf = fc.array(fc.nat(2), { minLength: DEEDS.length, maxLength: DEEDS.length });
    await fc.assert(
      fc.asyncProperty(sheetOf, async (places) => {
        const sheets = [0, 1, 2]
          .map((sheet) => ({ name: `台账${sheet + 1}`, rows: part(DEEDS.filter((_, at) => places[at] === sheet)) }))
          .filter((sheet) => sheet.rows.length > 1);
        expect(figuresOf(await compileFiles([{ file: `${FILE}.xlsx`, sheets }], RUN))).toEqual(plain);
      }),
      RUNS,
    );
  });

  test('stand when its tasks are spread over files, whatever their names and order', async () => {
    const fileOf = fc.array(fc.nat(2), { minLength: BY_TASK.length, maxLength: BY_TASK.length });
    const names = fc.shuffledSubarray(['甲', '乙', '丙', '1', '2', 'Z'], { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fileOf, names, async (places, called) => {
        const files = called.flatMap((name, file): readonly FileContent[] => {
          const deeds = BY_TASK.flatMap(([, own], at) => (places[at] === file ? own : []));
          return deeds.length === 0 ? [] : [{ file: `惠州市/2024年第一季度台账${name}.csv`, rows: part(deeds) }];
        });
        expect(figuresOf(await compileFiles(files, RUN))).toEqual(plain);
      }),
      RUNS,
    );
  });

  test('do not depend on the order in which files are named', async () => {
    const files = BY_TASK.map(([task, deeds]): FileContent => ({ file: `惠州市2024Q1${task}.csv`, rows: part(deeds) }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (shuffled) => {
        const paths = shuffled.map(({ file }) => file);
        expect(figuresOf(await compileFiles(files, { ...RUN, paths }))).toEqual(plain);
      }),
      RUNS,
    );
  });
});

describe('any rows', () => {
  const words = fc.constantFrom(
    '',
    '合计',
    '小计',
    '惠城区',
    '市本级',
    '助力就业',
    '专业培训',
    '注：无',
    '例',
    '无',
    '3场',
    '约5',
    '3-5',
    '2024年3月5日',
  );
  const cell = fc.oneof(words, fc.nat(500), fc.string({ maxLength: 4 }));
  const row = fc.oneof(
    fc.array(cell, { maxLength: 10 }),
    fc.constantFrom<Row>(...TABLES.ledger.rows, ...TABLES.ledger.header),
  );

  test('are each of one class, and all data is counted or set aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Form>('ledger', 'summary'),
        fc.array(row, { maxLength: 12 }),
        async (form, more) => {
          const { header, rows } = TABLES[form];
          const made = [...header, ...rows.slice(0, 2), ...more];
          const { sources, setAside } = await compiled(made);
          for (const { rows: counts } of sources) {
            const { counted, setAside: aside, data, ...others } = counts;
            expect(counted + aside).toBe(data);
            const classed = data + Object.values(others).reduce((sum, count) => sum + count, 0);
            expect(classed).toBeLessThanOrEqual(made.filter((one) => one.some((value) => value !== '')).length);
          }
          const places = setAside.flatMap(({ row: at }) => (at === null ? [] : [at]));
          expect(new Set(places).size).toBe(places.length);
        },
      ),
      { numRuns: 40, includeErrorInReport: true },
    );
  });
});

async function compiled(rows: readonly Row[]): Promise<Compilation> {
  return compileFiles([{ file: `${FILE}.csv`, rows }], RUN);
}

/** All figures of the run with what is said about them. */
function figuresOf({ figures }: Compilation): ReadonlyMap<string, string> {
  return new Map(
    figures.map(({ region, indicator, value, basis, complete, lacks, reason }) => [
      `${region} ${indicator}`,
      JSON.stringify({ value: value === null ? null : toNumber(value), basis, complete, lacks, reason }),
    ]),
  );
}
