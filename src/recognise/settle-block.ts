import type { Table } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { findRegion, isWithin, regionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type ReadColumns, readColumns } from './columns.ts';
import { readName } from './file-name.ts';
import { type LineMeanings, lineMeanings, type Told } from './line-meaning.ts';
import { readMeasure } from './measure.ts';
import type { ReadBlock } from './table-block.ts';

/** A block whose columns mean what they mean in this file. */
export interface SettledBlock extends ReadBlock {
  /** Where rows are indicators: the columns of each table. */
  readonly meanings: readonly LineMeanings[] | null;
  /** Names of parts of the sender that nobody knows, with their places. */
  readonly strangers: readonly Stranger[];
}

export interface Stranger {
  readonly text: string;
  /** Code of the sender whose part it should be. */
  readonly city: string;
  readonly row: number | null;
  readonly column: number | null;
}

/** Settles what depends on who sent the file and for when: regions and periods in headers, the region of a table. */
export function settleBlock(block: ReadBlock, told: Told, unknown: string | null, scheme: Scheme): SettledBlock {
  const { parts } = block;
  // Parts of a county need not be known: all of them are the county's.
  const { level, code: city = '' } = regionOf(regionIndex(scheme), told.sender ?? '') ?? {};
  const isWhole = level === 'city' || level === 'province';
  const nobody = isWhole && unknown !== null && block.form === 'summary' ? ({ nobody: true } as const) : {};
  const named = unknown === null ? [] : [{ text: unknown, row: null, column: null }];
  const strangers = isWhole ? [...named, ...block.unknownRegions].map((one) => ({ ...one, city })) : [];
  const settled = (table: Table, at: number, { columns }: ReadColumns): Table => {
    const section = block.regions[at] ?? null;
    const names = section === null ? block.names : [section];
    return { ...table, columns, region: regionNamed(names, told.sender, scheme), ...nobody };
  };
  if (parts === null) {
    const read = block.form === 'summary' ? readAgain(block, told.period, scheme) : block.read;
    return {
      ...block,
      read,
      tables: block.tables.map((table, at) => settled(table, at, read)),
      meanings: null,
      strangers,
    };
  }
  const meanings = parts.map(({ columns, figures }) => lineMeanings(columns, figures, told, scheme));
  const tables = block.tables.map((table, at) => settled(table, at, meanings[at] ?? block.read));
  const unknownHeaders = meanings.flatMap((part) => part.unknown);
  return { ...block, read: { ...block.read, unknown: unknownHeaders }, tables, meanings, strangers };
}

/** Columns whose headers name a period outright, which only the file's own period tells apart. */
function readAgain(
  { headers, regionColumns, read, form }: ReadBlock,
  period: Period | null,
  scheme: Scheme,
): ReadColumns {
  if (period === null) return read;
  const named = headers.some(({ levels }) => levels.some((level) => readMeasure([level], scheme)?.phrase));
  return named ? readColumns(headers, form, period, regionColumns, scheme) : read;
}

/**
 * The region that the names of a table tell, when it lies within the sender's area and is not the sender itself, whose
 * name may head each of its sheets.
 */
function regionNamed(names: readonly string[], sender: string | null, scheme: Scheme): string | null {
  const index = regionIndex(scheme);
  const own = sender === null ? null : regionOf(index, sender);
  if (own === null) return null;
  for (const name of names) {
    const whole = findRegion(index, name, own.code);
    const region = whole.kind === 'region' ? whole.region : readName(name, scheme).region;
    if (region && !isWithin(index, own.code, region.code))
      return isWithin(index, region.code, own.code) ? region.code : null;
  }
  return null;
}
