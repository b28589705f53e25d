import type { Compilation } from '../model/compilation.ts';
import { columnName } from '../model/place.ts';

/** A table as it was understood; `check -v -f json` lists them. Rows are 1-based rows of the sheet. */
export interface ReportTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly form: 'ledger' | 'summary' | 'unknown';
  readonly headerRows: readonly [number, number];
  readonly dataRows: readonly [number, number] | null;
  readonly totalRows: readonly number[];
  readonly columns: readonly { readonly column: string; readonly header: string; readonly meaning: string | null }[];
  /** False for hidden, instruction and sample sheets, which are listed but do not count. */
  readonly compiled: boolean;
}

/** The tables of all files, in the order of files and sheets. */
export function understoodTables({ sources }: Compilation): readonly ReportTable[] {
  return sources.flatMap(({ file, tables }) =>
    tables.map(({ sheet, form, headerRows, dataRows, totalRows, columns, compiled }) => ({
      file,
      sheet,
      form,
      headerRows,
      dataRows,
      totalRows,
      columns: columns.map(({ column, header, meaning }) => ({ column: columnName(column), header, meaning })),
      compiled,
    })),
  );
}
