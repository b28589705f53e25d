import { add, type Decimal, whole, ZERO } from '../decimal/decimal.ts';
import type { Activities } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Place } from '../model/place.ts';
import { fatesOf, NO_FATES, type RowFates, rowCounts } from '../model/row-fate.ts';
import type { LedgerTallies, Tally } from '../model/tally.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type Contribution, type ContributionsOf, contributionFinder, type FileContribution } from './contributions.ts';
import { type CountedRow, countedRow, countedRows } from './counted-row.ts';

interface OpenTally extends Tally {
  sum: Decimal;
  /** Small whole numbers that are to be added to the sum: as numbers that takes a tenth of the time. */
  small: number;
  members: Set<string> | null;
  complete: boolean;
  first: Place | null;
}

/** The tallies of a region: by indicator, and beside the contributions of rows that count for the same. */
interface OpenRegion {
  readonly byIndicator: Map<string, OpenTally>;
  readonly beside: Map<readonly FileContribution[], (OpenTally | undefined)[]>;
}

/** What rows of one region, task and type add to. */
interface OpenGroup {
  readonly region: OpenRegion;
  readonly contributions: readonly FileContribution[];
  readonly tallies: (OpenTally | undefined)[];
}

/** Before more is added as numbers it goes to the sum: beyond 2^53 they are no longer exact. */
const MOST_SMALL = 2 ** 52;

/**
 * Adds up the ledger rows of one return that count, by region and indicator (roll-up rules of the scheme, exact). A
 * joint event adds with its first row; each of its rows adds its association and what it did by itself.
 *
 * When no row of an indicator stands in a file that has the columns it needs, the ledger cannot give it; when some do,
 * the others leave its figures incomplete.
 */
export function deriveLedger(files: readonly FiledReturn[], scheme: Scheme, fates: RowFates = NO_FATES): LedgerTallies {
  const columns = numberColumns(scheme).map((column) => column.id);
  const contributionsIn = contributionFinder(scheme);
  const byRegion = new Map<string, OpenRegion>();
  const lacking = new Set<string>();
  const given = new Set<string>();
  for (const filed of files) {
    const present = new Set(filed.ledgerColumns);
    const { activities } = filed;
    const ownFates = fatesOf(activities, fates);
    const rowAt = countedRows(activities);
    const groupOf = groupFinder(byRegion, activities, contributionsIn(filed.ledgerColumns));
    for (let place = 0; place < activities.length; place++) {
      const code = valueAt(activities.region, place);
      if (code === null || !rowCounts(activities, place, ownFates)) continue;
      const fate = ownFates.get(place);
      const row = fate?.counts ? countedRow(fate.row) : rowAt(place);
      const event = fate?.counts ? fate.event : true;
      const { region, contributions, tallies } = groupOf(place, code, row);
      for (let at = 0; at < contributions.length; at++) {
        const contribution = contributions[at];
        if (contribution === undefined || (contribution.perEvent && !event)) continue;
        const { id } = contribution.indicator;
        const tally = tallies[at] ?? entry(region.byIndicator, id, newTally);
        tallies[at] = tally;
        if (
          contribution.given ||
          contribution.needs.every((column) => present.has(column) || tells(row, column, columns))
        ) {
          given.add(id);
          addRow(tally, row, contribution);
          if (tally.first === null && hasAdded(tally)) tally.first = placeOf(filed, row, contribution);
        } else {
          lacking.add(id);
          tally.complete = false;
        }
      }
    }
  }
  for (const { byIndicator } of byRegion.values()) for (const tally of byIndicator.values()) addSmall(tally);
  const withoutRollup = scheme.indicators.filter(({ rollup }) => rollup === null).map(({ id }) => id);
  return {
    byRegion: new Map([...byRegion].map(([region, { byIndicator }]) => [region, byIndicator])),
    cannotGive: new Set([...withoutRollup, ...[...lacking].filter((id) => !given.has(id))]),
  };
}

/** In a joint event another row may tell what the file of the first one has no column for. */
function tells(row: CountedRow, column: string, numbers: readonly string[]): boolean {
  return row.flags.includes(column) || row.number(numbers.indexOf(column)) !== null;
}

/** Finds what the rows of a file add to, by the codes of what decides it; a joint event changes none of them. */
function groupFinder(
  byRegion: Map<string, OpenRegion>,
  activities: Activities,
  contributionsOf: ContributionsOf,
): (place: number, code: string, row: CountedRow) => OpenGroup {
  const groups = new Map<number, OpenGroup>();
  return (place, code, row) => {
    const key = groupKey(activities, place);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const region = entry(byRegion, code, newRegion);
    const contributions = contributionsOf(row);
    const group = { region, contributions, tallies: entry(region.beside, contributions, newTallies) };
    groups.set(key, group);
    return group;
  };
}

function groupKey({ region, task, type }: Activities, place: number): number {
  const ofTask = (region.codes[place] ?? 0) * task.values.length + (task.codes[place] ?? 0);
  return ofTask * type.values.length + (type.codes[place] ?? 0);
}

function addRow(tally: OpenTally, row: CountedRow, { rollup, number }: Contribution): void {
  if (rollup.onlyIf !== null && row.defects.includes(rollup.onlyIf)) tally.complete = false;
  if (rollup.onlyIf !== null && !row.flags.includes(rollup.onlyIf)) return;
  switch (rollup.method) {
    case 'count':
      tally.small++;
      break;
    case 'sum':
      addNumber(tally, row, number);
      if (rollup.column !== null && row.defects.includes(rollup.column)) tally.complete = false;
      break;
    case 'distinct':
      tally.members ??= new Set();
      if (row.association !== '') tally.members.add(row.association);
      break;
  }
}

function addNumber(tally: OpenTally, row: CountedRow, number: number): void {
  const small = row.small(number);
  if (Number.isNaN(small)) {
    tally.sum = add(tally.sum, row.number(number) ?? ZERO);
    return;
  }
  tally.small += small;
  if (tally.small > MOST_SMALL) addSmall(tally);
}

function addSmall(tally: OpenTally): void {
  tally.sum = add(tally.sum, whole(tally.small));
  tally.small = 0;
}

function hasAdded({ sum, small, members }: OpenTally): boolean {
  return sum !== ZERO || small !== 0 || (members !== null && members.size > 0);
}

/** The cell by which a row counts: its number, its association, else what it is. */
function placeOf({ file, tables }: FiledReturn, { table, row }: CountedRow, { rollup }: Contribution): Place {
  const kind = rollup.types.length > 0 ? 'activity_type' : 'task';
  const meaning = rollup.method === 'distinct' ? 'association' : (rollup.column ?? kind);
  const { sheet = null, columns = [] } = tables[table] ?? {};
  return { file, sheet, row, column: columns.find((column) => column.meaning === meaning)?.column ?? null };
}

function newRegion(): OpenRegion {
  return { byIndicator: new Map(), beside: new Map() };
}

function newTallies(): (OpenTally | undefined)[] {
  return [];
}

function newTally(): OpenTally {
  return { sum: ZERO, small: 0, members: null, complete: true, first: null };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
