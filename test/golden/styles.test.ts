import { describe, expect, test } from 'vitest';
import { toNumber } from '../../src/decimal/decimal.ts';
import type { Compilation } from '../../src/model/compilation.ts';
import { compileFiles } from '../support/compile-files.ts';
import { filesOf, RETURN_STYLES } from '../support/styles/return-styles.ts';
import { CITY, cityValue, INDICATORS, SUMMARY } from '../support/styles/truth.ts';

const RUN = { period: '2024Q1', area: '440000' };

/** Values of the city and its units as they must come out, by region and indicator. */
const TRUTH = [...SUMMARY, [CITY, new Map(INDICATORS.map(({ id }) => [id, cityValue(id)]))] as const].flatMap(
  ([region, values]) => [...values].map(([id, value]) => `${region} ${id} ${value}`),
);

describe.each(['both', 'summary'] as const)('one return written in many styles: %s', (what) => {
  for (const style of RETURN_STYLES) {
    test.concurrent(style.name, async () => {
      const compiled = await compileFiles(filesOf(style, what), RUN);
      expect(errorsOf(compiled)).toEqual([]);
      const values = valuesOf(compiled);
      const [found, wanted] = [new Set(values), new Set(TRUTH)];
      expect(
        values.filter((value) => !wanted.has(value)),
        'figures that are wrong',
      ).toEqual([]);
      expect(
        TRUTH.filter((value) => !found.has(value)),
        'figures that are missing',
      ).toEqual([]);
    });
  }
});

function errorsOf({ findings }: Compilation): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place: { sheet, row, column }, raw }) => `${code} ${sheet} ${row} ${column} ${raw}`);
}

/** Known values within the city, but for the optional indicators. */
function valuesOf({ figures }: Compilation): readonly string[] {
  const shown = new Set(INDICATORS.map(({ id }) => id));
  return figures
    .filter(
      ({ region, indicator, value }) => region.startsWith(CITY.slice(0, 4)) && shown.has(indicator) && value !== null,
    )
    .map(({ region, indicator, value }) => `${region} ${indicator} ${value === null ? null : toNumber(value)}`);
}
