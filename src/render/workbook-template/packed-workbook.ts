import { packed, unpacked } from '../../scheme/packed-value.ts';
import { WORKBOOK } from '../template-source.ts';
import { type Book, keepTrees, treesOf } from './book.ts';
import { bookFaults, type CellSource } from './book-faults.ts';
import type { ReadyWorkbook } from './fill-workbook.ts';
import type { SheetPlan } from './plan.ts';
import type { XmlElement } from './xml-tree.ts';

/** What is kept of a workbook that was read and judged. */
interface Packed {
  readonly book: Book;
  readonly plans: readonly SheetPlan[];
  readonly sources: ReadonlyMap<string, CellSource>;
  readonly trees: ReadonlyMap<string, XmlElement>;
}

/** A workbook that was read and judged, as bytes for `unpackWorkbook`. */
export function packWorkbook(template: Uint8Array, { book, plans, faults }: ReadyWorkbook): Uint8Array {
  const value: Packed = { book, plans, sources: faults.sources, trees: treesOf(book.parts) };
  return packed(value, sourcesOf(template));
}

/**
 * What was packed; null when it was made of another template, is damaged, or when this Node cannot read it.
 *
 * @param file path of the template as shown in messages.
 */
export function unpackWorkbook(bytes: Uint8Array, template: Uint8Array, file: string): ReadyWorkbook | null {
  const value = unpacked(bytes, sourcesOf(template)) as Packed | undefined;
  if (value === undefined) return null;
  const { book, plans, sources, trees } = value;
  keepTrees(book.parts, trees);
  return { file, book, plans, faults: bookFaults(file, sources) };
}

function sourcesOf(template: Uint8Array) {
  return new Map([[WORKBOOK, template]]);
}
