import type { Form } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Cover } from './cover.ts';
import type { HeaderBlock } from './header-block.ts';
import type { PlainReader } from './plain-text.ts';
import type { RowMark } from './row-marks.ts';
import type { SheetView } from './sheet-view.ts';

/** What is known of a sheet before it is read. */
export interface SheetContext {
  readonly scheme: Scheme;
  /** Form that the hints set, and form and task that the file's name tells. */
  readonly hint: Form | null;
  readonly form: Form | null;
  readonly task: string | null;
}

/** A sheet while it is read: its rows get their classes as its tables are found. */
export interface OpenSheet {
  readonly view: SheetView;
  readonly classes: Uint8Array;
  readonly markOf: MarkReader;
  readonly isPlain: PlainReader;
  readonly context: SheetContext;
  /** Money unit that stands above all its tables. */
  readonly unit: string | null;
}

/** Where a table lies: its header, what stands above it, and the row index that it ends at, at the latest. */
export interface Site {
  readonly header: HeaderBlock;
  readonly above: Cover;
  readonly to: number;
}

/** Tells the mark of a text cell. */
export type MarkReader = (at: number) => RowMark | null;
