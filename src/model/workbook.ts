import type { Grid } from './grid.ts';

/** What content a file turned out to hold; the extension never decides. */
/** How a file is written; `text` is one without columns, such as a letter. */
export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'xlsb' | 'xml' | 'html' | 'csv' | 'text' | 'unknown';

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
  /** The bytes of that path, where they are not UTF-8 and the text does not lead there. */
  readonly rawPath?: Buffer;
  /** Path as printed everywhere: relative, forward slashes. */
  readonly name: string;
  /** Where it lies in the zip bundle at that path; left out for a file of its own. */
  readonly packed?: PackedFile;
  /** How many files of that bundle may be returns. */
  readonly bundled?: number;
}

/** A file within a zip bundle, as the bundle's directory describes it; nothing of it is believed before it is inflated. */
export interface PackedFile {
  /** Forward slashes, without a leading one; only for telling it apart. */
  readonly name: string;
  readonly rawName: Buffer;
  readonly isUtf8: boolean;
  readonly unicodeName: string | null;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}
