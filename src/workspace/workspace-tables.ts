import { join } from 'node:path';
import type { Scheme } from '../scheme/scheme.ts';
import { EXPLANATIONS_FILE, type ExplanationsTable, NO_EXPLANATIONS, parseExplanations } from './explanations.ts';
import { faulty } from './faulty.ts';
import { loadTable } from './load-table.ts';
import { parseReceipts, RECEIPTS_FILE, type ReceiptsTable } from './receipts.ts';
import { parseRoster, ROSTER_FILE, type RosterTable } from './roster.ts';
import { parseSources, SOURCES_FILE, type SourcesTable } from './sources.ts';

/** What officials settle beside the returns. */
export interface WorkspaceTables {
  readonly sources: SourcesTable;
  readonly explanations: ExplanationsTable;
  readonly roster: RosterTable;
  readonly receipts: ReceiptsTable;
  /** Absolute paths of tables that are no returns, whether they are there or not. */
  readonly paths: ReadonlySet<string>;
}

/** Every table that may stand beside `huizong.yaml`. */
export const TABLES: readonly string[] = [SOURCES_FILE, EXPLANATIONS_FILE, ROSTER_FILE, RECEIPTS_FILE];

/**
 * The tables of the workspace or, one by one where it has none, of the first of the other folders that has one.
 *
 * @throws ConfigurationError with every fault of all of them.
 */
export async function workspaceTables(
  workspace: string | null,
  others: readonly string[],
  scheme: Scheme,
): Promise<WorkspaceTables> {
  const folders = workspace === null ? others : [workspace, ...others];
  const sources = await loadTable(SOURCES_FILE, folders, (text) => parseSources(text, scheme), { rows: [] });
  const explanations = await loadTable(
    EXPLANATIONS_FILE,
    folders,
    (text) => parseExplanations(text, scheme),
    NO_EXPLANATIONS,
  );
  // Receipts are written to the workspace, so that no other folder may speak there; nor of who is due.
  const due = workspace === null ? others : [workspace];
  const roster = await loadTable<RosterTable>(ROSTER_FILE, due, (text) => parseRoster(text, scheme), null);
  const receipts = await loadTable<ReceiptsTable>(RECEIPTS_FILE, due, (text) => parseReceipts(text, scheme), []);
  const loaded = [sources, explanations, roster, receipts];
  const faultyOnes = loaded.filter(({ faults }) => faults.length > 0);
  if (faultyOnes.length > 0) {
    const paths = faultyOnes.flatMap(({ path }) => path ?? []);
    throw faulty(
      paths.join(', '),
      faultyOnes.flatMap(({ faults }) => faults),
    );
  }
  const own = workspace === null ? [] : TABLES.map((name) => join(workspace, name));
  const paths = loaded.flatMap(({ path }) => path ?? []);
  return {
    sources: sources.table,
    explanations: explanations.table,
    roster: roster.table,
    receipts: receipts.table,
    paths: new Set([...own, ...paths]),
  };
}
