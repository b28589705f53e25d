import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { readName } from './file-name.ts';
import { periodOf } from './period-text.ts';
import { decidePeriod } from './reporting-period.ts';
import { isFilled, type KindedSheet } from './sheet-kind.ts';
import { sourcesOf } from './source.ts';

/**
 * The periods of the sheets that are for another period than their file, which keeps a sheet for each of several
 * (2023年第四季度, 2024年第一季度), or one of an earlier period beside its own (台账, 2023年第四季度); null for all others.
 *
 * Only names of periods of the scheme's kind tell sheets apart, and only where they differ, or a name for what went before
 * (上季度) over a title that says when that was. The file is for the period that is due when a sheet is named after it, else
 * for that of its own name when one is, else for what the sheets without such a name say, else for
 * the latest of which a sheet is filled in.
 */
export function otherPeriods(
  file: string,
  sheets: readonly KindedSheet[],
  due: Period | null,
  scheme: Scheme,
): readonly (Period | null)[] {
  const ofFile = decidePeriod(file, null, sourcesOf(file, []), scheme).period?.value ?? null;
  const year = ofFile?.year ?? yearIn(file, scheme) ?? due?.year ?? null;
  const titled = sheets.map((sheet) => periodOfTitles(sheet, scheme));
  const named = sheets.map(({ kind, read: { grid } }, at) => {
    if (kind !== 'compiled' || grid.sheet === null) return null;
    const isBefore = wordSets(scheme).otherPeriods.has(matchKey(grid.sheet));
    return isBefore ? (titled[at] ?? null) : periodOfName(grid.sheet, year, scheme);
  });
  const periods = named.filter((period) => period !== null).sort((a, b) => (a.start < b.start ? -1 : 1));
  const filled = new Set(named.filter((_, at) => saysSomething(sheets[at])));
  const rest = sheets.flatMap(({ kind }, at) =>
    kind === 'compiled' && named[at] === null ? [titled[at] ?? ofFile] : [],
  );
  const own =
    [due, ofFile].find((one) => periods.some(({ id }) => id === one?.id)) ??
    rest.find((period) => period !== null) ??
    periods.findLast((period) => filled.has(period)) ??
    periods.at(-1);
  return named.map((period, at) => {
    const isMeant = (titled[at] ?? period)?.id === period?.id;
    return period === null || period.id === own?.id || !isMeant ? null : period;
  });
}

/** The period that stands above the tables of a sheet. */
function periodOfTitles({ read: { grid, cover } }: KindedSheet, scheme: Scheme): Period | null {
  const sources = sourcesOf('', [{ sheet: null, cover, vague: false, tabled: true, parts: [] }]);
  const period = decidePeriod(grid.sheet ?? '', null, sources, scheme).period?.value ?? null;
  return period?.kind === scheme.periodKind ? period : null;
}

function yearIn(file: string, scheme: Scheme): number | null {
  const years = readName(file, scheme).phrases.flatMap((phrase) => (phrase.kind === 'date' ? [] : [phrase.year]));
  return years.find((year) => year !== null) ?? null;
}

function periodOfName(sheet: string, year: number | null, scheme: Scheme): Period | null {
  const read = readName(sheet, scheme).phrases.flatMap((phrase) => periodOf(phrase, scheme.periodKind, year) ?? []);
  const [only, another] = read.filter(({ period }) => period.kind === scheme.periodKind);
  return only === undefined || another !== undefined ? null : only.period;
}

/** Whether a sheet has rows of data, or states that there is nothing to report. */
function saysSomething(sheet: KindedSheet | undefined): boolean {
  return sheet !== undefined && (sheet.read.nil || sheet.read.blocks.some(isFilled));
}
