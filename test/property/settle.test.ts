import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/decimal/decimal.ts';
import { activityList } from '../../src/model/activities.ts';
import { packedActivities } from '../../src/model/activity-packer.ts';
import type { Activity, FiledReturn, SummaryCell } from '../../src/model/filed-return.ts';
import { numberColumns } from '../../src/scheme/dictionary.ts';
import { activity, filed, scheme, summaryRow } from '../support/returns.ts';
import { settledRun } from '../support/settled.ts';

/** A few indicators of each kind are as good as all, and quicker. */
const FAIRS = 't5_job_fairs';
const OFFERED = 't5_jobs_offered';
const FUNDS = 't4_charity_donations';
const STOCK = 't5_training_bases_total';
const ACTIVE = 't0_assoc_active';
const TOLD = [FAIRS, OFFERED, FUNDS, STOCK, ACTIVE];
const small = { ...scheme, indicators: scheme.indicators.filter(({ id }) => TOLD.includes(id)) };

const PROVINCE = '440000';
const CITIES: Readonly<Record<string, readonly string[]>> = {
  '440600': ['440600-self', '440604', '440605', '440606', '440607', '440608'],
  '441900': ['441900-self'],
  '440300': ['440300-self', '440303', '440300-qianhai'],
};
const OWN_LEVEL = '440000-self';
const SENDERS = [PROVINCE, OWN_LEVEL, ...Object.keys(CITIES), '440605', '440606', '440303', '440300-qianhai'];
const childrenOf = (code: string) => scheme.regions.filter(({ parent }) => parent === code).map(({ code: own }) => own);
/** What the province names in its returns. */
const NAMED = [OWN_LEVEL, '440605', '441900-self'];
const isOfProvince = (sender: string) => sender === OWN_LEVEL || sender === PROVINCE;
const regionsOf = (sender: string) => CITIES[sender] ?? (isOfProvince(sender) ? NAMED : [sender]);

const COLUMNS = numberColumns(scheme).map(({ id }) => id);
const AT_OFFERED = COLUMNS.indexOf('jobs_offered');
const AT_FUNDS = COLUMNS.indexOf('funds');

const kind = fc.constantFrom({ task: 't5', type: 't5_job_fair' }, { task: 't4', type: 't4_charity' });
/** So few titles, days and names that many rows tell one event. */
const row = (sender: string) =>
  fc
    .record({
      kind,
      region: fc.constantFrom(...regionsOf(sender)),
      title: fc.constantFrom('招聘会', '捐赠', '对接会', ''),
      start: fc.constantFrom('2024-02-20', '2024-02-21', null),
      venue: fc.constantFrom('体育馆', '文化馆', ''),
      association: fc.constantFrom('甲', '乙', '丙', ''),
      part: fc.constantFrom('', '主办', '参与'),
      jobs: fc.option(fc.nat(9), { nil: undefined }),
      funds: fc.option(fc.nat(9), { nil: undefined }),
      setAside: fc.constantFrom(null, null, null, null, 'noTask' as const),
    })
    .map(({ kind: { task, type }, jobs, funds, ...fields }) =>
      activity({
        ...fields,
        task,
        type,
        numbers: {
          ...(jobs === undefined ? {} : { jobs_offered: `${jobs}` }),
          ...(funds === undefined ? {} : { funds: `${funds}.5` }),
        },
      }),
    );

/** The summary of a bureau: rows of some of its regions, a city's own row among them. */
const summaryOf = (sender: string): fc.Arbitrary<readonly SummaryCell[]> => {
  const city = isOfProvince(sender) ? '440600' : sender;
  const told = [...new Set([city, ...regionsOf(sender)])];
  const values = fc.dictionary(fc.constantFrom(...TOLD), fc.oneof(fc.nat(9).map(String), fc.constant('blank')), {
    maxKeys: 4,
  });
  return fc
    .tuple(fc.subarray(told), fc.array(values, { minLength: told.length, maxLength: told.length }))
    .map(([codes, all]) => codes.flatMap((code, at) => summaryRow(code, 200 + at, all[at] ?? {})));
};

const returnOf = (sender: string, summaries: boolean): fc.Arbitrary<FiledReturn> =>
  fc
    .tuple(fc.array(row(sender), { maxLength: 8 }), summaries ? summaryOf(sender) : fc.constant([]))
    .filter(([rows, summary]) => rows.length + summary.length > 0)
    .map(([rows, summary]) => {
      const activities = rows.map((one, at): Activity => ({ ...one, row: 5 + at }));
      return filed(sender, { file: `${sender}.xlsx`, activities, summary });
    });

/** The returns of some bureaus. */
const quarter = (summaries = true): fc.Arbitrary<readonly FiledReturn[]> =>
  fc
    .subarray(SENDERS, { minLength: 1 })
    .chain((senders) => fc.tuple(...senders.map((sender) => returnOf(sender, summaries))));

const RUNS = { numRuns: 150, includeErrorInReport: true };
const run = (files: readonly FiledReturn[]) => settledRun(files, 'summary', small);
type Run = ReturnType<typeof run>;

const REGIONS = [PROVINCE, ...scheme.regions.map(({ code }) => code)];

/** All figures of a run as text. */
function figuresOf(one: Run): readonly string[] {
  return REGIONS.flatMap((region) =>
    TOLD.flatMap((indicator) => {
      const figure = one.figure(region, indicator);
      return figure === undefined ? [] : [JSON.stringify(figure)];
    }),
  );
}

describe('figures do not change', () => {
  test('with the order of files', () => {
    const shuffled = quarter().chain((files) =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray([...files], { minLength: files.length })),
    );
    fc.assert(
      fc.property(shuffled, ([files, others]) => {
        const [a, b] = [run(files), run(others)];
        expect(figuresOf(b)).toEqual(figuresOf(a));
        expect(b.aside.toSorted()).toEqual(a.aside.toSorted());
        expect(b.said.toSorted()).toEqual(a.said.toSorted());
        expect(b.activities).toEqual(a.activities);
      }),
      RUNS,
    );
  });

  test('when files are split', () => {
    fc.assert(
      fc.property(quarter(), fc.nat(8), (files, at) => {
        const parts = files.flatMap((file) => {
          const { summary } = file;
          const activities = activityList(file.activities);
          const [first, second] = [activities.slice(0, at), activities.slice(at)];
          // Files that share an activity are versions of one another, not parts (§5.13).
          if (first.length === 0 || second.length === 0 || shareActivity(first, second)) return [file];
          const sender = file.sender?.value ?? '';
          return [
            filed(sender, { file: `${sender}-1.xlsx`, activities: first }),
            filed(sender, { file: `${sender}-2.xlsx`, activities: second, summary }),
          ];
        });
        const [a, b] = [run(files), run(parts)];
        expect(figuresOf(b)).toEqual(figuresOf(a));
        expect(b.activities).toEqual(a.activities);
      }),
      RUNS,
    );
  });

  test('when identical copies are added', () => {
    fc.assert(
      fc.property(quarter(), fc.nat(4), (files, which) => {
        const copies = files.slice(which).map((file) => ({ ...file, file: file.file.replace('.', ' - 副本.') }));
        expect(figuresOf(run([...copies, ...files]))).toEqual(figuresOf(run(files)));
        expect(figuresOf(run([...files, ...copies]))).toEqual(figuresOf(run(files)));
      }),
      RUNS,
    );
  });
});

describe('every row', () => {
  test('is counted or set aside with a reason, and what a duplicate repeats counts', () => {
    fc.assert(
      fc.property(quarter(), (files) => {
        const { sources, setAside, activities } = run(files);
        for (const { rows } of sources) expect(rows.counted + rows.setAside).toBe(rows.data);
        expect(activities.read).toBe(activities.counted + activities.setAside);
        expect(activities.events).toBeLessThanOrEqual(activities.counted);
        const place = (file: string, at: number | null) => `${file} ${at}`;
        const aside = setAside.map(({ file, row: at }) => place(file, at));
        expect(new Set(aside).size).toBe(aside.length);
        for (const { reason, of } of setAside) {
          expect(['noTask', 'duplicate', 'replacedByCounty']).toContain(reason);
          expect(of !== null).toBe(reason === 'duplicate');
          if (of !== null) expect(aside).not.toContain(place(of.file, of.row));
        }
      }),
      RUNS,
    );
  });

  test('of a ledger counts in the area, an event once: nothing is lost', () => {
    fc.assert(
      fc.property(quarter(false), (files) => {
        const one = run(files);
        const fairs = files.map((file) => ({
          ...file,
          activities: packedActivities(
            activityList(file.activities).map((each) => ({ ...each, task: 't5', type: 't5_job_fair' })),
          ),
        }));
        expect(one.activities.events).toBe(run(fairs).activities.events);
        expect(run(fairs).value(PROVINCE, FAIRS)).toBe(String(one.activities.events));
      }),
      RUNS,
    );
  });
});

describe('no cell counts twice', () => {
  const value = (one: Run, indicator: string) => decimal(one.value(PROVINCE, indicator) ?? '') ?? 0n;
  const unit = 10n ** 12n;

  /** The quarter with one more in a number of one ledger row. */
  function withMore(files: readonly FiledReturn[], at: number, number: number) {
    const rows = files.flatMap((file) => activityList(file.activities).map((each, place) => ({ file, each, place })));
    const chosen = rows[at % Math.max(1, rows.length)];
    if (chosen === undefined) return null;
    const more = (each: Activity): Activity => ({
      ...each,
      numbers: each.numbers.map((old, column) => (column === number ? (((old ?? 0n) + unit) as typeof old) : old)),
    });
    const rowsOf = (file: FiledReturn) =>
      activityList(file.activities).map((each, place) =>
        file === chosen.file && place === chosen.place ? more(each) : each,
      );
    const changed = files.map((file) => ({ ...file, activities: packedActivities(rowsOf(file)) }));
    return { changed, chosen };
  }

  test.each([
    [OFFERED, AT_OFFERED],
    [FUNDS, AT_FUNDS],
  ] as const)(
    'one more of %s in a row adds one to the area or nothing, and nothing in a row set aside',
    (indicator, number) => {
      fc.assert(
        fc.property(quarter(), fc.nat(), (files, at) => {
          const changed = withMore(files, at, number);
          if (changed === null) return;
          const before = run(files);
          const added = value(run(changed.changed), indicator) - value(before, indicator);
          // A joint event may take its number from this row where it took another's before.
          expect(added).toBeLessThanOrEqual(9n * unit + unit);
          const { file, each } = changed.chosen;
          const old = each.numbers[number] ?? null;
          if (old !== null) expect([0n, unit]).toContain(added);
          if (before.setAside.some((aside) => aside.file === file.file && aside.row === each.row))
            expect(added).toBe(0n);
        }),
        RUNS,
      );
    },
  );

  test('one more in a summary cell adds one to the area or nothing', () => {
    fc.assert(
      fc.property(quarter(), fc.nat(), (files, at) => {
        const cells = files.flatMap(({ summary }) => summary).filter(({ value: old }) => old !== null);
        const chosen = cells[at % Math.max(1, cells.length)];
        if (chosen === undefined || chosen.indicator === ACTIVE) return;
        const more = (cell: SummaryCell): SummaryCell =>
          cell === chosen ? { ...cell, value: ((cell.value ?? 0n) + unit) as typeof cell.value } : cell;
        const changed = files.map((file) => ({ ...file, summary: file.summary.map(more) }));
        const before = run(files);
        const added = value(run(changed), chosen.indicator) - value(before, chosen.indicator);
        expect([0n, unit]).toContain(added);
        const file = files.find(({ summary }) => summary.includes(chosen))?.file;
        if (before.setAside.some((aside) => aside.file === file && aside.row === chosen.row)) expect(added).toBe(0n);
      }),
      RUNS,
    );
  });
});

describe('an area’s total is what its addends say', () => {
  test('province and cities, for flows and stocks; associations are no more than the sum and no fewer than each', () => {
    fc.assert(
      fc.property(quarter(), (files) => {
        const one = run(files);
        const number = (code: string, indicator: string) => decimal(one.value(code, indicator) ?? '');
        for (const indicator of TOLD) {
          for (const whole of [PROVINCE, ...Object.keys(CITIES)]) {
            const total = number(whole, indicator);
            const parts = childrenOf(whole).flatMap((code) => number(code, indicator) ?? []);
            const sum = parts.reduce((all, part) => all + part, 0n);
            const stated = files.flatMap(({ summary }) =>
              summary.filter((cell) => cell.region === whole && cell.indicator === indicator),
            );
            if (total === null) expect(parts).toEqual([]);
            else if (stated.some((cell) => cell.value === total)) continue;
            else if (indicator !== ACTIVE) expect(total).toBe(sum);
            else {
              expect(total).toBeLessThanOrEqual(sum);
              for (const part of parts) expect(total).toBeGreaterThanOrEqual(part);
            }
          }
        }
      }),
      RUNS,
    );
  });
});

/** Whether an association tells one event, or one day, in both. */
function shareActivity(first: readonly Activity[], second: readonly Activity[]): boolean {
  const keys = ({ association, title, start }: Activity) => [`${association} ${title}`, `${association} ${start}`];
  const known = new Set(first.flatMap(keys));
  return second.some((activity) => keys(activity).some((key) => known.has(key)));
}
