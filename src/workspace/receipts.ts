import type { ReceiptOf } from '../model/due.ts';
import type { Fault } from '../model/errors.ts';
import { faultList } from '../scheme/faults.ts';
import { rowReaders } from '../scheme/row-reader.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readTable } from '../scheme/table.ts';
import type { TableSpec } from '../scheme/table-spec.ts';
import { dateCell } from './date-text.ts';
import { regionCell } from './region-setting.ts';

/** When what came: one line for each file of a bureau, known by its content and not by its name. */
export interface Receipt {
  readonly bureau: string;
  /** Lower case. */
  readonly sha256: string;
  /** ISO date. */
  readonly received: string;
}

export type ReceiptsTable = readonly Receipt[];

export const RECEIPTS_FILE = 'receipts.csv';
export const RECEIPTS_COLUMNS = ['bureau', 'sha256', 'received'] as const;

const SPEC: TableSpec = {
  file: RECEIPTS_FILE,
  columns: RECEIPTS_COLUMNS,
  optional: ['file', 'remark'],
  mayBeEmpty: true,
};

/** Reads `receipts.csv` and tells all its faults. */
export function parseReceipts(
  text: string,
  scheme: Scheme,
): { readonly table: ReceiptsTable; readonly faults: readonly Fault[] } {
  const faults = faultList();
  const first = new Map<string, number>();
  const table = rowReaders(readTable(text, SPEC, faults), faults).map((row): Receipt => {
    const bureau = row.needed('bureau') === '' ? '' : (regionCell(row, 'bureau', scheme, null) ?? '');
    const sha256 = row.id('sha256', 'sha256').toLowerCase();
    row.needed('received');
    const received = dateCell(row, 'received') ?? '';
    const key = receiptKey(bureau, sha256);
    const known = first.get(key);
    if (known === undefined) first.set(key, row.line);
    else if (bureau !== '' && sha256 !== '') row.fault('ROW_TWICE', { first: `${RECEIPTS_FILE}:${known}` });
    return { bureau, sha256, received };
  });
  return { table, faults: faults.sorted([RECEIPTS_FILE]) };
}

/** Finds the day of a file; of one that nobody noted, `otherwise`. */
export function receiptFinder(table: ReceiptsTable, otherwise: string | null): ReceiptOf {
  const known = new Map(table.map(({ bureau, sha256, received }) => [receiptKey(bureau, sha256), received]));
  return (bureau, sha256) => known.get(receiptKey(bureau, sha256)) ?? otherwise;
}

function receiptKey(bureau: string, sha256: string): string {
  return `${bureau} ${sha256}`;
}
