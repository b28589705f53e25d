import type { Finding } from '../../model/finding.ts';
import type { Grid } from '../../model/grid.ts';
import type { PackageFault } from '../../ooxml/package-error.ts';

/** What is handed to the worker that holds the spreadsheet library: a file whose container is already checked. */
export interface LibraryRequest {
  /** As findings name it. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Code page of byte strings, by its number; null for formats that hold Unicode. */
  readonly codePage: number | null;
  /** How many cells may hold something. */
  readonly cells: number;
}

/** What the worker says: once that it is ready, then one answer to each request. */
export type LibraryMessage = { readonly ready: true } | LibraryAnswer;

/** The sheets, or why there are none. */
export type LibraryAnswer =
  | { readonly grids: readonly Grid[]; readonly findings: readonly Finding[] }
  | { readonly fault: PackageFault; readonly limit?: string };
