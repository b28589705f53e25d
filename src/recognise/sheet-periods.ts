import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readName } from './file-name.ts';
import { periodOf } from './period-text.ts';
import { decidePeriod } from './reporting-period.ts';
import type { KindedSheet } from './sheet-kind.ts';
import { sourcesOf } from './source.ts';

/**
 * The periods of the sheets that are for another period than their file, which keeps a sheet for each of several
 * (2023年第四季度, 2024年第一季度); null for all others.
 *
 * Only names of periods of the scheme's kind tell sheets apart, and only where they differ. The file is for the period
 * that is due when a sheet is named after it, else for that of its own name, else for the latest.
 */
export function otherPeriods(
  file: string,
  sheets: readonly KindedSheet[],
  due: Period | null,
  scheme: Scheme,
): readonly (Period | null)[] {
  const ofFile = decidePeriod(file, null, sourcesOf(file, []), scheme).period?.value ?? null;
  const year = ofFile?.year ?? yearIn(file, scheme) ?? due?.year ?? null;
  const named = sheets.map(({ kind, read }) =>
    kind === 'compiled' ? periodOfName(read.grid.sheet, year, scheme) : null,
  );
  const periods = named.filter((period) => period !== null).sort((a, b) => (a.start < b.start ? -1 : 1));
  const own = [due, ofFile].find((one) => periods.some(({ id }) => id === one?.id)) ?? periods.at(-1);
  return named.map((period) => (period === null || period.id === own?.id ? null : period));
}

function yearIn(file: string, scheme: Scheme): number | null {
  const years = readName(file, scheme).phrases.flatMap((phrase) => (phrase.kind === 'date' ? [] : [phrase.year]));
  return years.find((year) => year !== null) ?? null;
}

function periodOfName(sheet: string | null, year: number | null, scheme: Scheme): Period | null {
  if (sheet === null) return null;
  const read = readName(sheet, scheme).phrases.flatMap((phrase) => periodOf(phrase, scheme.periodKind, year) ?? []);
  const [only, another] = read.filter(({ period }) => period.kind === scheme.periodKind);
  return only === undefined || another !== undefined ? null : only.period;
}
