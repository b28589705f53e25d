import { whole } from '../decimal/decimal.ts';
import type { CellContent } from '../model/grid.ts';
import type { Column, Scheme } from '../scheme/scheme.ts';
import { type NumberReading, numberReader } from './number-cell.ts';
import { numberWords } from './number-words.ts';
import { columnMeaning, type TableView } from './table-view.ts';

/** A reader for a number column of a ledger, by the units that stand around it. */
export function ledgerNumberReader(
  { table }: TableView,
  { id, type, unit }: Column,
  scheme: Scheme,
): (cell: CellContent | undefined) => NumberReading {
  const units = { header: columnMeaning(table, id)?.unit ?? null, banner: table.bannerUnit };
  const { largeAmount } = scheme.thresholds;
  const doubtedFrom = largeAmount === undefined ? null : whole(largeAmount);
  const kind = { type: type === 'integer' ? type : 'decimal', unit, doubtedFrom } as const;
  return numberReader(kind, units, numberWords(scheme));
}
