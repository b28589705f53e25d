import { join } from 'node:path';
import type { Scheme } from '../scheme/scheme.ts';
import { EXPLANATIONS_FILE, type ExplanationsTable, NO_EXPLANATIONS, parseExplanations } from './explanations.ts';
import { faulty } from './faulty.ts';
import { loadTable } from './load-table.ts';
import { parseSources, SOURCES_FILE, type SourcesTable } from './sources.ts';

/** What officials settle beside the returns. */
export interface WorkspaceTables {
  readonly sources: SourcesTable;
  readonly explanations: ExplanationsTable;
  /** Absolute paths of tables that are no returns, whether they are there or not. */
  readonly paths: ReadonlySet<string>;
}

/** Every table that may stand beside `huizong.yaml`; the last two are for who is due and when it came. */
const TABLES = [SOURCES_FILE, EXPLANATIONS_FILE, 'roster.csv', 'receipts.csv'];

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
  const faultyOnes = [sources, explanations].filter(({ faults }) => faults.length > 0);
  if (faultyOnes.length > 0) {
    const paths = faultyOnes.flatMap(({ path }) => path ?? []);
    throw faulty(
      paths.join(', '),
      faultyOnes.flatMap(({ faults }) => faults),
    );
  }
  const own = workspace === null ? [] : TABLES.map((name) => join(workspace, name));
  const loaded = [sources.path, explanations.path].filter((path) => path !== null);
  return { sources: sources.table, explanations: explanations.table, paths: new Set([...own, ...loaded]) };
}
