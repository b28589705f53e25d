import { describe, expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { isChoiceSheet } from '../../../src/recognise/choices.ts';
import { sheetView } from '../../../src/recognise/sheet-view.ts';
import { scheme } from './support.ts';

const CITIES = scheme.regions.filter(({ level }) => level === 'city').map(({ name }) => name);

const isChoices = (rows: readonly (readonly (string | null)[])[]) =>
  isChoiceSheet(sheetView(gridFromRows(rows)), scheme);

describe('a sheet of choices', () => {
  test('may be long, its names in the first row or missing', () => {
    expect(CITIES.length).toBeGreaterThan(16);
    expect(isChoices(CITIES.map((city) => [city]))).toBe(true);
    expect(isChoices([['地市', '是否'], ...CITIES.map((city, at) => [city, ['是', '否'][at] ?? null])])).toBe(true);
    expect(isChoices([[null, '地市'], ...CITIES.map((city, at) => [['是', '否', '无'][at] ?? null, city])])).toBe(true);
  });

  test.each([
    ['the first column', (city: string, at: number) => [`甲${at}`, city]],
    ['another column', (city: string, at: number) => [city, `甲${at}`]],
  ])('is none where %s holds other texts', (_, row) => {
    expect(isChoices([['地市', '地市'], ...CITIES.map(row)])).toBe(false);
  });
});
