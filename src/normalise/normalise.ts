import type { Activities } from '../model/activities.ts';
import { activityPacker } from '../model/activity-packer.ts';
import { valueAt } from '../model/coded-column.ts';
import type { FiledReturn, FiledTable } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import { MOST_FINDINGS } from '../model/most-findings.ts';
import type { Form, RecognisedFile } from '../model/recognised.ts';
import type { Staged } from '../model/staged.ts';
import type { TotalledTable } from '../model/totalled-table.ts';
import { booleanColumns, numberColumns } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { NormaliseContext } from './context.ts';
import { countRows } from './count-rows.ts';
import { ledgerColumnsReader } from './ledger-columns.ts';
import { readLedgerTable } from './ledger-table.ts';
import { groupwiseColumns } from './region-habit.ts';
import { repeatedEvents } from './repeated-events.ts';
import type { Noted } from './row-notes.ts';
import { readSummaryTable, type SummaryRows } from './summary-table.ts';
import { type TableBlock, tableBlocks } from './table-blocks.ts';
import { tableRows } from './table-rows.ts';
import { columnMeaning, type TableView } from './table-view.ts';
import { readTotals } from './totals.ts';
import { readTransposedTable } from './transposed-table.ts';
import { withoutChanceNames } from './wrong-columns.ts';

export type { NormaliseContext } from './context.ts';

/** What a file says, as values: the part of a `FiledReturn` that its cells give, and its tables with totals to check. */
export type NormalisedReturn = Pick<
  FiledReturn,
  | 'activities'
  | 'summary'
  | 'summaryRows'
  | 'summarySetAside'
  | 'rowsAside'
  | 'ledgerColumns'
  | 'tables'
  | 'forms'
  | 'rows'
> & { readonly totalled: readonly TotalledTable[] };

const FORMS: readonly Form[] = ['ledger', 'summary'];

/**
 * Reads the data rows of a recognised file; what a cell does not say clearly is a finding at its place. `tooMany`: so much is
 * wrong that the file is not counted, and the rest was not read.
 */
export function normalise(
  recognised: RecognisedFile,
  context: NormaliseContext,
): Staged<NormalisedReturn> & { readonly tooMany: boolean } {
  const views = tableViews(recognised);
  const compiled = views.filter(({ sheet }) => sheet.compiled);
  const ledgers = readLedgers(
    compiled.filter(({ table }) => table.form === 'ledger'),
    context,
  );
  const summaries = readSummaries(
    compiled.filter(({ table }) => table.form === 'summary'),
    context,
  );
  const value = {
    ...ledgers.value,
    ...summaries.value,
    totalled: [...ledgers.value.totalled, ...summaries.value.totalled],
    rowsAside: rowsAside(views),
    tables: views.map(({ sheet, table }): FiledTable => ({ ...table, sheet: sheet.grid.sheet })),
    forms: formsOf(compiled, recognised.nilStatement),
    rows: countRows(recognised),
  };
  // Who states that nothing took place need not write zeros.
  const ofSummaries = recognised.nilStatement
    ? summaries.findings.filter(({ code }) => code !== 'FIGURES_BLANK')
    : summaries.findings;
  const findings = withoutChanceNames([...ledgers.findings, ...ofSummaries]);
  return { value, findings, tooMany: ledgers.told + summaries.told > (context.most ?? MOST_FINDINGS) };
}

/** A form whose tables all are empty is not sent when the other one is filled in, unless it is said that there was nothing. */
function formsOf(views: readonly TableView[], nil: boolean): readonly Form[] {
  const sent = FORMS.filter((form) => views.some(({ table }) => table.form === form));
  const filled = sent.filter((form) => views.some(({ table }) => table.form === form && table.dataRows !== null));
  return nil || filled.length === 0 ? sent : filled;
}

function readLedgers(
  views: readonly TableView[],
  context: NormaliseContext,
): Noted<Pick<NormalisedReturn, 'activities' | 'ledgerColumns' | 'totalled'>> {
  const columns = ledgerColumnIds(views, context.scheme);
  const findings: Finding[] = [];
  const packer = activityPacker(
    views.reduce((sum, view) => sum + mostRows(view), 0),
    numberColumns(context.scheme).length,
  );
  const read: { readonly block: TableBlock; readonly from: number; readonly to: number }[] = [];
  const columnsOf = ledgerColumnsReader(context);
  const { most = MOST_FINDINGS } = context;
  let told = 0;
  for (const block of tableBlocks(views)) {
    const groupwise = groupwiseColumns(block);
    const lacking = lackingColumns(block.views[0], columns, context.scheme);
    const from = packer.size();
    for (const view of block.views) {
      const rows = readLedgerTable(view, context, columnsOf(view), lacking, groupwise, packer);
      for (const finding of rows.findings) findings.push(finding);
      told += rows.told;
      if (told > most) break;
    }
    if (told > most) break;
    read.push({ block, from, to: packer.size() });
  }
  const activities = packer.build();
  const totalled = read.flatMap(
    ({ block, from, to }) => readTotals(block, () => ledgerRows(activities, from, to), context) ?? [],
  );
  return { value: { activities, ledgerColumns: columns, totalled }, findings, told };
}

/** Data rows of a table, or more. */
function mostRows({ table: { dataRows }, sheet: { grid } }: TableView): number {
  return dataRows === null ? 0 : Math.min(dataRows[1] - dataRows[0] + 1, grid.rowNumbers.length);
}

function ledgerRows(activities: Activities, from: number, to: number) {
  const repeated = repeatedEvents(activities, from, to);
  const regions = new Map<number, string | null>();
  for (let at = from; at < to; at++) regions.set(activities.rows[at] ?? 0, valueAt(activities.region, at));
  return (row: number) => ({ region: regions.get(row) ?? null, repeats: repeated.has(row) });
}

function readSummaries(
  views: readonly TableView[],
  context: NormaliseContext,
): Noted<Pick<NormalisedReturn, 'summary' | 'summaryRows' | 'summarySetAside' | 'totalled'>> {
  const read: Pick<SummaryRows, 'summary' | 'summaryRows' | 'summarySetAside'>[] = [];
  const findings: Finding[] = [];
  const totalled: TotalledTable[] = [];
  let told = 0;
  for (const block of tableBlocks(views)) {
    if (told > (context.most ?? MOST_FINDINGS)) break;
    const groupwise = groupwiseColumns(block);
    const regions = new Map<number, string | null>();
    for (const view of block.views) {
      if (view.table.lines) {
        const rows = readTransposedTable(view, context);
        read.push(rows.value);
        for (const table of rows.value.totalled) totalled.push(table);
        for (const finding of rows.findings) findings.push(finding);
        told += rows.told;
      } else {
        const rows = readSummaryTable(view, context, groupwise);
        read.push(rows.value);
        for (const [row, region] of rows.value.regions) regions.set(row, region);
        for (const finding of rows.findings) findings.push(finding);
        told += rows.told;
      }
    }
    const facts = () => (row: number) => ({ region: regions.get(row) ?? null, repeats: false });
    const totals = block.views[0].table.lines ? null : readTotals(block, facts, context);
    if (totals !== null) totalled.push(totals);
  }
  const value = {
    summary: read.flatMap(({ summary }) => summary),
    summaryRows: read.flatMap(({ summaryRows }) => summaryRows),
    summarySetAside: read.flatMap(({ summarySetAside }) => summarySetAside),
    totalled,
  };
  return { value, findings, told };
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

/** Number and yes/no columns that another ledger of the file has and this one lacks. */
function lackingColumns({ table }: TableView, present: readonly string[], scheme: Scheme): readonly string[] {
  return [...numberColumns(scheme), ...booleanColumns(scheme)]
    .map(({ id }) => id)
    .filter((id) => present.includes(id) && columnMeaning(table, id) === null);
}

/** Data rows of sheets that are listed but not compiled. */
function rowsAside(views: readonly TableView[]): NormalisedReturn['rowsAside'] {
  return views.flatMap(({ sheet, table }) => {
    const { aside, grid } = sheet;
    if (aside === null) return [];
    const rows = Array.from(tableRows(sheet, table, 'data'), (index) => grid.rowNumbers[index] ?? 0);
    return rows.map((row) => ({ sheet: grid.sheet, row, reason: aside }));
  });
}
