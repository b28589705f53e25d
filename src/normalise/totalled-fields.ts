import type { CellContent } from '../model/grid.ts';
import type { TotalledColumn } from '../model/totalled-table.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { ledgerNumberReader } from './ledger-number.ts';
import type { NumberReading } from './number-cell.ts';
import { summaryColumns } from './summary-columns.ts';
import { columnMeaning, type TableView } from './table-view.ts';

/** A number column of a table with its reader. */
export interface TotalledField extends TotalledColumn {
  readonly read: (cell: CellContent | undefined) => NumberReading;
}

/** The number columns of a table: units of header and banner hold for totals as for data. */
export function totalledFields(view: TableView, scheme: Scheme): readonly TotalledField[] {
  if (view.table.form === 'ledger') {
    return numberColumns(scheme).flatMap((definition) => {
      const found = columnMeaning(view.table, definition.id);
      if (found === null) return [];
      const counts = definition.joint === 'once' ? 'once' : 'each';
      const read = ledgerNumberReader(view, definition, scheme);
      return [{ column: found.column, id: definition.id, yearToDate: false, counts, read }];
    });
  }
  return summaryColumns(view, scheme).indicators.map(({ column, id, yearToDate, indicator, read }) => {
    const counts = indicator.kind === 'distinct' ? 'distinct' : 'each';
    return { column, id, yearToDate, counts, read };
  });
}
