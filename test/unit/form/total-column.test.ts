import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { toNumber } from '../../../src/decimal/decimal.ts';
import { returnLayout } from '../../../src/form/return-layout.ts';
import { NO_VALUES, type ReturnValues } from '../../../src/form/return-values.ts';
import { writeReturnWorkbook } from '../../../src/form/write-workbook.ts';
import type { Form } from '../../../src/model/recognised.ts';
import { regionIndex, regionOf } from '../../../src/scheme/regions.ts';
import { compileFiles } from '../../support/compile-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

const FILE = '惠州市2024Q1.xlsx';
const ABSENT = '441303';

function layoutOf(forms: readonly Form[]) {
  const bureau = regionOf(regionIndex(scheme), '441300');
  if (bureau === null) throw new Error('no such region');
  return returnLayout({ scheme, bureau, period: Q1, forms, parts: 'all' });
}

const layout = layoutOf(['summary']);
const codes = layout.summary?.regions.map(({ region }) => region.code) ?? [];

/** Every figure 2, of one region none. */
const PARTLY: ReturnValues = {
  ...NO_VALUES,
  figures: codes
    .filter((code) => code !== ABSENT)
    .flatMap((region) => scheme.indicators.map(({ id }) => ({ region, indicator: id, text: '2' }))),
};

/** The form as a spreadsheet saves it: all formulas with these values; null: without any. */
async function saved(values: ReturnValues, of: (row: number) => number | null, forms: readonly Form[] = ['summary']) {
  const wanted = layoutOf(forms);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeReturnWorkbook(wanted, values, scheme)).buffer as ArrayBuffer);
  const { summary } = wanted;
  const sheet = workbook.getWorksheet(summary?.sheet ?? '');
  for (const { row } of summary?.lines ?? []) {
    const cell = sheet?.getCell(row, summary?.totalColumn ?? 0);
    const result = of(row);
    if (cell) cell.value = result === null ? { formula: cell.formula } : { formula: cell.formula, result };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const compiled = (bytes: Buffer) => compileFiles([{ file: FILE, bytes }], { period: null, area: '440000' });

describe.each([
  ['as a spreadsheet works it out', () => (codes.length - 1) * 2],
  ['stale', () => 999],
  ['without a value', () => null],
])('the sum of the form, %s', (_, of) => {
  test('never hides that a region is missing', async () => {
    const run = await compiled(await saved(PARTLY, of));
    expect(run.findings.map(({ code, region }) => [code, region])).toEqual([['FIGURES_BLANK', ABSENT]]);
    expect(run.bureaus.find(({ bureau }) => bureau === '441300')?.state).not.toBe('accepted');
    const [city, county] = ['441300', ABSENT].map((code) => run.figures.filter(({ region }) => region === code));
    expect(county?.filter(({ value }) => value !== null)).toEqual([]);
    const additive = scheme.indicators.filter(({ kind }) => kind !== 'distinct').map(({ id }) => id);
    const told = city?.filter(({ indicator }) => additive.includes(indicator)) ?? [];
    expect(told.map(({ indicator }) => indicator)).toEqual(additive);
    expect(told.filter(({ lacks }) => !lacks.includes(ABSENT))).toEqual([]);
    const sum = (codes.length - 1) * 2;
    expect(told.filter(({ value }) => value === null || toNumber(value) !== sum)).toEqual([]);
  });
});

test('no finding stands at the sum of the form: each is told once, at the figure', async () => {
  const row = { county: '惠城区', task: '助力就业', association: '惠州市甲行业协会', title: '招聘会' };
  const values: ReturnValues = {
    ...NO_VALUES,
    figures: codes.flatMap((region) => scheme.indicators.map(({ id }) => ({ region, indicator: id, text: '2' }))),
    activities: [{ ...row, activity_type: '招聘活动', date: '2024-03-05', jobs_offered: '100' }],
  };
  const { findings } = await compiled(await saved(values, () => codes.length * 2, ['summary', 'ledger']));
  const differences = findings.filter(({ code }) => code === 'SUMMARY_LEDGER_DIFFER');
  expect(differences).not.toEqual([]);
  expect(findings.filter(({ place }) => place.column === layout.summary?.totalColumn)).toEqual([]);
  expect(findings.filter(({ region }) => region === '441300')).toEqual([]);
});
