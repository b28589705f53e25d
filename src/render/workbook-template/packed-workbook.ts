import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
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

/** A workbook that was read and judged, as bytes: the hash of its file and what `node:v8` makes of all that is known of it. */
export function packWorkbook(template: Uint8Array, { book, plans, faults }: ReadyWorkbook): Uint8Array {
  const packed: Packed = { book, plans, sources: faults.sources, trees: treesOf(book.parts) };
  return Buffer.concat([hashOf(template), serialize(packed)]);
}

/**
 * What was packed; null when it was made of another template, or when this Node cannot read it.
 *
 * @param file path of the template as shown in messages.
 */
export function unpackWorkbook(bytes: Uint8Array, template: Uint8Array, file: string): ReadyWorkbook | null {
  const hash = hashOf(template);
  if (!hash.equals(bytes.subarray(0, hash.length))) return null;
  try {
    const { book, plans, sources, trees } = deserialize(bytes.subarray(hash.length)) as Packed;
    keepTrees(book.parts, trees);
    return { file, book, plans, faults: bookFaults(file, sources) };
  } catch {
    return null;
  }
}

function hashOf(template: Uint8Array): Buffer {
  return createHash('sha256').update(template).digest();
}
