import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/decimal/decimal.ts';
import { activityList } from '../../../src/model/activities.ts';
import { singly } from '../../../src/model/packed-findings.ts';
import { filePlace } from '../../../src/model/place.ts';
import { activityTypeReader } from '../../../src/normalise/activity-type.ts';
import { parseBoolean } from '../../../src/normalise/boolean.ts';
import { checkCreditCode } from '../../../src/normalise/credit-code.ts';
import { parseDateRange } from '../../../src/normalise/date.ts';
import { moneyPower, parseMoney } from '../../../src/normalise/money.ts';
import { normalise } from '../../../src/normalise/normalise.ts';
import { parseNumber } from '../../../src/normalise/number.ts';
import { numberWords } from '../../../src/normalise/number-words.ts';
import { ledgerRegions } from '../../../src/normalise/region-finder.ts';
import { periodOf, phraseAt } from '../../../src/recognise/period-text.ts';
import { decidePeriod } from '../../../src/recognise/reporting-period.ts';
import type { Source } from '../../../src/recognise/source.ts';
import { findTask } from '../../../src/scheme/dictionary.ts';
import { regionIndex } from '../../../src/scheme/regions.ts';
import { wordSets } from '../../../src/scheme/words.ts';
import { recognisedFile } from '../../support/recognised-files.ts';
import { Q1, scheme } from '../../support/returns.ts';

const page = readFileSync(new URL('../../../docs/grammars.md', import.meta.url), 'utf8');
const words = numberWords(scheme);

/** The rows of the first table below a heading, or of the one below its nth sub-heading; cells without back-ticks. */
function table(heading: string, nth = 0): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = (section.split(/^### /m)[nth] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map(cell));
}

function cell(text: string): string {
  const code = /^ `(.*)` $/.exec(text);
  return code?.[1] ?? text.trim();
}

/** `12.5 万元 approximate rounded`. */
function described(value: string, ...marks: readonly (string | null | false)[]): string {
  return [value, ...marks.filter((mark) => mark !== null && mark !== false)].join(' ');
}

describe('docs/grammars.md holds', () => {
  test.each(table('Numbers'))('number %j is %s', (spelling, value) => {
    const parsed = parseNumber(spelling ?? '', words);
    if (parsed === null) expect('refused').toBe(value);
    else if ('nil' in parsed) expect('nil').toBe(value);
    else {
      const { approximate, tooFine, unit } = parsed;
      expect(described(format(parsed.value), unit, approximate && 'approximate', tooFine && 'rounded')).toBe(value);
    }
  });

  test.each(table('Money'))('money %j under %j, %j is %s', (spelling, header, banner, value) => {
    const power = moneyPower(header || null, banner || null, 0, words);
    const parsed = parseMoney(spelling ?? '', power, words);
    if (parsed === null) expect('refused').toBe(value);
    else if ('nil' in parsed) expect('nil').toBe(value);
    else {
      const { approximate, tooFine } = parsed;
      expect(described(format(parsed.value), approximate && 'approximate', tooFine && 'rounded')).toBe(value);
    }
  });

  test.each(table('Dates'))('date %j is from %s to %s, %s', (spelling, from, to, remarks) => {
    const range = parseDateRange(spelling ?? '', Q1);
    if (range === null) expect(['refused', '', '']).toEqual([from, to, remarks]);
    else {
      const { start, end, precision, assumedYear, ambiguous } = range;
      const said = [precision, assumedYear && 'assumed year', ambiguous && 'ambiguous'].filter((one) => one !== false);
      expect([start, end, said.join(', ')]).toEqual([from, to, remarks]);
    }
  });

  test.each(table('Credit codes'))('credit code %j is %s (%s)', (spelling, code, problems) => {
    const divisions = new Set([...scheme.regions, ...scheme.formerRegions].map((region) => region.code));
    const checked = checkCreditCode(spelling ?? '', divisions);
    expect([checked.code, checked.problems.join(', ')]).toEqual([code, problems]);
  });

  test.each(table('Yes and no'))('yes or no: %j is %s', (spelling, value) => {
    const flag = parseBoolean(spelling ?? '', wordSets(scheme));
    expect(flag === null ? 'refused' : flag ? 'yes' : 'no').toBe(value);
  });

  test.each(table('Periods'))('period %j is %s', (spelling, expected) => {
    const place = filePlace('a.xlsx');
    const source: Source = { text: spelling ?? '', label: 'period', from: 'cover', place, vague: false };
    const { period } = decidePeriod('a.xlsx', null, [source], scheme);
    const found = phraseAt((spelling ?? '').normalize('NFKC'), 0);
    const yearToDate = found !== null && periodOf(found.phrase, scheme.periodKind, null)?.yearToDate === true;
    expect(described(period?.value.id ?? 'none', yearToDate && 'year to date')).toBe(expected);
  });

  test.each(table('Tasks'))('task %j is %s', (spelling, task) => {
    expect(findTask(scheme, spelling ?? '')?.id ?? 'none').toBe(task);
  });

  test.each(table('Activity types'))('of %s type %j is %s', (task, spelling, type) => {
    expect(activityTypeReader(scheme)(spelling ?? '', task ?? '').value ?? 'none').toBe(type);
  });

  test.each(table('Regions of rows'))('%s: city %j, county %j, code %j is %s', (sender, city, county, code, region) => {
    const { nilMarks, ofWhich } = wordSets(scheme);
    const scope = { index: regionIndex(scheme), sender: sender ?? '', home: sender ?? '', nilMarks, ofWhich };
    const found = ledgerRegions(scope)({ city: city ?? '', county: county ?? '', region_code: code ?? '' });
    const said = found.remark?.(filePlace('a.xlsx'), {}).code ?? null;
    expect(described(found.region ?? 'none', said)).toBe(region);
  });

  test.each(table('Regions of rows', 1))('city %j, county %j: %s', (city, county, regions) => {
    const cells = [city, county].map((text) => (text === '' ? [] : (text ?? '').split(';')));
    const rows = (cells[1] ?? []).map((_, at) => [...cells.map((column) => column[at] || null), '甲']);
    const total = (cells[1] ?? []).indexOf('合计') + 2;
    const file = recognisedFile({
      columns: ['city', 'county', 'title'],
      rows,
      task: 't5',
      classes: { [total]: 'total' },
    });
    const read = normalise(file, { scheme, sender: '441300', period: Q1 });
    const filled = new Set([...singly(read.findings)].map(({ place }) => place.row));
    const found = activityList(read.value.activities).map(
      ({ region, row }) => `${region}${filled.has(row) ? '*' : ''}`,
    );
    expect(found.join(' ')).toBe(regions);
  });

  test('every section has its table', () => {
    for (const heading of [
      'Numbers',
      'Money',
      'Dates',
      'Credit codes',
      'Yes and no',
      'Periods',
      'Tasks',
      'Regions of rows',
    ]) {
      expect(table(heading).length, heading).toBeGreaterThan(10);
    }
  });
});
