import type { Grid } from './grid.ts';

/** What content a file turned out to hold; the extension never decides. */
export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'xlsb' | 'xml' | 'html' | 'csv' | 'unknown';

/** A file as read: its sheets in workbook order (one nameless grid for text). */
export interface Workbook {
  readonly file: string;
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
}

/** A candidate file as found: not opened yet. */
export interface FoundFile {
  /** Absolute path on disk. */
  readonly path: string;
  /** Path as printed everywhere: relative, forward slashes. */
  readonly name: string;
}
