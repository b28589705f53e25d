import { join } from 'node:path';
import { withLock } from '../deliver/file-lock.ts';
import { writeAtomically } from '../deliver/write-atomically.ts';
import type { Compilation, FileState } from '../model/compilation.ts';
import { decode } from '../scheme/decode.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { newReceipts, withReceipts } from '../workspace/add-receipts.ts';
import { faulty } from '../workspace/faulty.ts';
import { readBytes } from '../workspace/read-bytes.ts';
import { parseReceipts, RECEIPTS_FILE, type Receipt } from '../workspace/receipts.ts';

/** What was noted, and where. */
export interface RecordedReceipts {
  readonly path: string;
  readonly added: readonly RecordedFile[];
}

interface RecordedFile extends Receipt {
  readonly file: string;
}

/** Files that came from a bureau, whether they count or not. */
const RECEIVED: ReadonlySet<FileState> = new Set(['counted', 'superseded', 'rejected', 'wrongPeriod']);

/**
 * Notes in `receipts.csv` of a workspace that files whose receipt nobody noted came on the as-of date.
 *
 * The table is read again right before it is written, whole or not at all, while no other run writes it. A second run
 * finds nothing to add.
 */
export function recordReceipts(folder: string, compilation: Compilation, scheme: Scheme): Promise<RecordedReceipts> {
  const path = join(folder, RECEIPTS_FILE);
  return withLock(path, () => recordIn(path, compilation, scheme));
}

async function recordIn(path: string, { sources, asOf }: Compilation, scheme: Scheme): Promise<RecordedReceipts> {
  const bytes = await readBytes(path);
  const { table, faults } = bytes === null ? { table: [], faults: [] } : parseReceipts(decode(bytes) ?? '', scheme);
  if (faults.length > 0) throw faulty(path, faults);
  const came = sources.flatMap(({ bureau, sha256, state, file }): readonly RecordedFile[] =>
    bureau !== null && sha256 !== '' && RECEIVED.has(state) ? [{ bureau, sha256, received: asOf, file }] : [],
  );
  const fresh = new Set(newReceipts(came, table));
  const added = came.filter((one) => fresh.has(one));
  if (added.length > 0) await writeAtomically(path, withReceipts(bytes, added));
  return { path, added };
}
