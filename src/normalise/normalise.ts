import type { Activity, FiledReturn, FiledTable } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import type { Form, RecognisedFile } from '../model/recognised.ts';
import type { Staged } from '../model/staged.ts';
import { numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { adoptCodes } from './adopt-codes.ts';
import type { NormaliseContext } from './context.ts';
import { countRows } from './count-rows.ts';
import { readLedgerTable } from './ledger-table.ts';
import { readSummaryTable, type SummaryRows } from './summary-table.ts';
import { tableRows } from './table-rows.ts';
import { columnMeaning, type TableView } from './table-view.ts';

export type { NormaliseContext } from './context.ts';

/** What a file says, as values: the part of a `FiledReturn` that its cells give. */
export type NormalisedReturn = Pick<
  FiledReturn,
  | 'activities'
  | 'summary'
  | 'summaryRows'
  | 'summarySetAside'
  | 'hiddenRows'
  | 'ledgerColumns'
  | 'tables'
  | 'forms'
  | 'rows'
>;

const FORMS: readonly Form[] = ['ledger', 'summary'];

/** Reads the data rows of a recognised file; what a cell does not say clearly is a finding at its place. */
export function normalise(recognised: RecognisedFile, context: NormaliseContext): Staged<NormalisedReturn> {
  const views = tableViews(recognised);
  const compiled = views.filter(({ sheet }) => sheet.compiled);
  const ledgers = compiled.filter(({ table }) => table.form === 'ledger');
  const columns = ledgerColumnIds(ledgers, context.scheme);
  const findings: Finding[] = [];
  const activities: Activity[] = [];
  for (const view of ledgers) {
    const rows = readLedgerTable(view, context, lackingColumns(view, columns, context.scheme));
    for (const row of rows.value) activities.push(row);
    for (const finding of rows.findings) findings.push(finding);
  }
  const summaries: SummaryRows[] = [];
  for (const view of compiled.filter(({ table }) => table.form === 'summary')) {
    const rows = readSummaryTable(view, context);
    summaries.push(rows.value);
    for (const finding of rows.findings) findings.push(finding);
  }
  const value = {
    activities: adoptCodes(activities),
    summary: summaries.flatMap(({ summary }) => summary),
    summaryRows: summaries.flatMap(({ summaryRows }) => summaryRows),
    summarySetAside: summaries.flatMap(({ summarySetAside }) => summarySetAside),
    hiddenRows: hiddenRows(views),
    ledgerColumns: columns,
    tables: views.map(({ sheet, table }): FiledTable => ({ ...table, sheet: sheet.grid.sheet })),
    forms: FORMS.filter((form) => compiled.some(({ table }) => table.form === form)),
    rows: countRows(recognised),
  };
  return { value, findings };
}

/** All tables of the file in sheet order; their places here are what rows refer to. */
function tableViews({ file, sheets }: RecognisedFile): readonly TableView[] {
  return sheets
    .flatMap((sheet) => sheet.tables.map((table) => ({ file, sheet, table })))
    .map((view, index) => ({ ...view, index }));
}

/** Ids of the ledger columns that stand in any ledger of the file, in table order of the scheme. */
function ledgerColumnIds(ledgers: readonly TableView[], scheme: Scheme): readonly string[] {
  const present = new Set(ledgers.flatMap(({ table }) => table.columns.map(({ meaning }) => meaning)));
  return scheme.columns.map(({ id }) => id).filter((id) => present.has(id));
}

/** Number columns that another ledger of the file has and this one lacks. */
function lackingColumns({ table }: TableView, present: readonly string[], scheme: Scheme): readonly string[] {
  return numberColumns(scheme)
    .map(({ id }) => id)
    .filter((id) => present.includes(id) && columnMeaning(table, id) === null);
}

/** Data rows of hidden sheets, which are listed but not compiled. */
function hiddenRows(views: readonly TableView[]): NormalisedReturn['hiddenRows'] {
  return views
    .filter(({ sheet }) => !sheet.compiled && sheet.grid.visibility !== 'visible')
    .flatMap(({ sheet, table }) =>
      tableRows(sheet, table, 'data').map((index) => ({
        sheet: sheet.grid.sheet,
        row: sheet.grid.rowNumbers[index] ?? 0,
      })),
    );
}
