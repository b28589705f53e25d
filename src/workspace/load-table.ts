import { join } from 'node:path';
import type { Fault } from '../model/errors.ts';
import { decode } from '../scheme/decode.ts';
import { faultList } from '../scheme/faults.ts';
import { readBytes } from './read-bytes.ts';

/** A table of a workspace with the place it was found in. */
export interface LoadedTable<T> {
  readonly table: T;
  /** Absolute path, so that the table itself is not taken for a return; null when there is none. */
  readonly path: string | null;
  readonly faults: readonly Fault[];
}

/** Reads a table's text and tells all its faults. */
export type ParseTable<T> = (text: string) => { readonly table: T; readonly faults: readonly Fault[] };

/** The table with a name (`sources.csv`, `explanations.csv`) of the first folder that has one, else the one given. */
export async function loadTable<T>(
  name: string,
  folders: readonly string[],
  parse: ParseTable<T>,
  none: T,
): Promise<LoadedTable<T>> {
  for (const folder of folders) {
    const path = join(folder, name);
    const bytes = await readBytes(path);
    if (bytes === null) continue;
    const text = decode(bytes);
    return text === null ? { table: none, path, faults: unreadable(name) } : { path, ...parse(text) };
  }
  return { table: none, path: null, faults: [] };
}

function unreadable(name: string): readonly Fault[] {
  const faults = faultList();
  faults.add(name, null, 'ENCODING_UNREADABLE', {});
  return faults.sorted([name]);
}
