import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/decimal/decimal.ts';
import type { FormLayout } from '../../src/form/layout.ts';
import { writeReturnCsv } from '../../src/form/return-csv.ts';
import { returnLayout, returnName } from '../../src/form/return-layout.ts';
import { NO_VALUES, type ReturnValues } from '../../src/form/return-values.ts';
import { writeReturnWorkbook } from '../../src/form/write-workbook.ts';
import { activityList } from '../../src/model/activities.ts';
import type { Finding } from '../../src/model/finding.ts';
import { isProgramCode } from '../../src/model/finding-codes.ts';
import type { Form } from '../../src/model/recognised.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { cityOf, regionIndex, regionOf } from '../../src/scheme/regions.ts';
import { compileFiles } from '../support/compile-files.ts';
import { activitiesOf, bureaus, figuresOf } from '../support/form-values.ts';
import { Q1, scheme } from '../support/returns.ts';

const RUNS = 12;
const COVER = { head: '甲某', contact: '乙某', phone: '020-00000000', date: '2024-04-10' };

function layoutOf(code: string, forms: readonly Form[]): FormLayout {
  const bureau = regionOf(regionIndex(scheme), code);
  if (bureau === null) throw new Error(`no region: ${code}`);
  return returnLayout({ scheme, bureau, period: Q1, forms, parts: 'all' });
}

function nameOf(layout: FormLayout): string {
  return returnName(layout, cityOf(regionIndex(scheme), layout.bureau.code)?.name ?? null);
}

/** What the road reads of a file, and what is said of it beside notes. */
async function readBack(file: string, bytes: Uint8Array) {
  const { value: workbook, findings: ofReading } = await readWorkbook(Buffer.from(bytes), file);
  if (workbook === null) throw new Error('not read');
  const { value: recognised, findings } = recognise(workbook, scheme);
  const { value } = normalise(recognised, { scheme, sender: recognised.sender?.value ?? '', period: Q1 });
  return { recognised, value, findings: [...ofReading, ...findings] };
}

/** What is said beside that codes are missing, which none of the activities has, and rules of the scheme, which values may break. */
function serious(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ code, place }) =>
    code === 'CREDIT_CODE_MISSING' || !isProgramCode(code) ? [] : [`${code} ${place.sheet} ${place.row}`],
  );
}

async function compiled(file: string, bytes: Uint8Array): Promise<readonly Finding[]> {
  const { findings } = await compileFiles([{ file, bytes: Buffer.from(bytes) }], { period: null, area: '440000' });
  return findings;
}

describe('a form that is filled in reads back as it was filled in', () => {
  const filledSummary = bureaus.chain((code) => {
    const layout = layoutOf(code, ['summary']);
    const figures = layout.summary === null ? fc.constant([]) : figuresOf(layout.summary);
    return figures.map((given) => ({ layout, values: { ...NO_VALUES, cover: COVER, figures: given } }));
  });

  async function holdsFigures(layout: FormLayout, values: ReturnValues, file: string, bytes: Uint8Array) {
    const { recognised, value } = await readBack(file, bytes);
    expect([recognised.sender?.value, recognised.period?.value.id]).toEqual([layout.bureau.code, '2024Q1']);
    const read = value.summary.map((cell) => `${cell.region} ${cell.indicator} ${cell.value && format(cell.value)}`);
    const given = values.figures.map(({ region, indicator, text }) => `${region} ${indicator} ${text}`);
    expect(read.map((one) => one.replace(' 0n', ' 0')).toSorted()).toEqual(given.toSorted());
    expect((await compiled(file, bytes)).map(({ code }) => code)).toEqual([]);
  }

  test('summaries, as workbook and as text', async () => {
    await fc.assert(
      fc.asyncProperty(filledSummary, async ({ layout, values }) => {
        const name = nameOf(layout);
        await holdsFigures(layout, values, `${name}.xlsx`, await writeReturnWorkbook(layout, values, scheme));
        await holdsFigures(
          layout,
          values,
          `${name}.csv`,
          writeReturnCsv(layout, 'summary', values) ?? new Uint8Array(),
        );
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  const filledLedger = bureaus.chain((code) => {
    const both = layoutOf(code, ['summary', 'ledger']);
    return activitiesOf(both).map((activities) => ({
      layout: { ...both, summary: null },
      values: { ...NO_VALUES, cover: COVER, activities },
    }));
  });

  async function holdsActivities(values: ReturnValues, file: string, bytes: Uint8Array) {
    const { value } = await readBack(file, bytes);
    expect(activityList(value.activities).map(({ title }) => title)).toEqual(
      values.activities.map(({ title }) => title),
    );
    expect(
      activityList(value.activities).map(({ type }) => scheme.activityTypes.find(({ id }) => id === type)?.name),
    ).toEqual(values.activities.map(({ activity_type: type }) => type));
    expect(
      activityList(value.activities).map(({ start, end }) => (start === end ? start : `${start}至${end}`)),
    ).toEqual(values.activities.map(({ date }) => date));
    const numbers = scheme.columns.filter(({ type }) => type === 'integer' || type === 'decimal');
    expect(
      activityList(value.activities).map((activity) =>
        activity.numbers.map((number) => (number === null ? '' : format(number))),
      ),
    ).toEqual(values.activities.map((activity) => numbers.map(({ id }) => activity[id] ?? '')));
    expect(serious(await compiled(file, bytes))).toEqual([]);
  }

  test('ledgers, as workbook and as text', async () => {
    await fc.assert(
      fc.asyncProperty(filledLedger, async ({ layout, values }) => {
        const name = nameOf(layout);
        await holdsActivities(values, `${name}.xlsx`, await writeReturnWorkbook(layout, values, scheme));
        await holdsActivities(values, `${name}.csv`, writeReturnCsv(layout, 'ledger', values) ?? new Uint8Array());
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);
});

describe('a blank form sent back', () => {
  test.each(['441300', '440103', '440000-self', '440300-qianhai', '441900'])(
    'of %s is told in two lines',
    async (code) => {
      const layout = layoutOf(code, ['summary', 'ledger']);
      const findings = await compiled(`${nameOf(layout)}.xlsx`, await writeReturnWorkbook(layout, NO_VALUES, scheme));
      expect(findings.map(({ code: said }) => said).toSorted()).toEqual(['FIGURES_BLANK', 'NO_DATA_ROWS']);
    },
  );

  test('with the nil statement is a nil return of which nothing is said', async () => {
    const layout = layoutOf('441300', ['summary', 'ledger']);
    const values = { ...NO_VALUES, cover: { nil: scheme.words.nilStatements[0] ?? '' } };
    const bytes = Buffer.from(await writeReturnWorkbook(layout, values, scheme));
    const run = await compileFiles([{ file: `${nameOf(layout)}.xlsx`, bytes }], { period: null, area: '440000' });
    expect(run.findings).toEqual([]);
    expect(run.bureaus.find(({ bureau }) => bureau === '441300')).toMatchObject({
      state: 'accepted',
      nil: true,
    });
  });
});

test('the same layout and values give the same bytes', async () => {
  const layout = layoutOf('441300', ['summary', 'ledger']);
  const [first, second] = [
    await writeReturnWorkbook(layout, NO_VALUES, scheme),
    await writeReturnWorkbook(layout, NO_VALUES, scheme),
  ];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
