import { findTask } from '../scheme/dictionary.ts';
import type { Scheme, Task } from '../scheme/scheme.ts';
import { readName } from './file-name.ts';
import { namesRegion } from './measure.ts';

/** `一、`, `（二）`, `3.` before a name: it numbers the sections, not the tasks. */
const NUMBERING =
  /^\s*(?:[([（【]\s*(?:\d{1,2}|\p{Script=Han}{1,3})\s*[)\]）】]|(?:\d{1,2}|\p{Script=Han}{1,3})\s*[、.．，,])\s*/u;
/** `（2项）`, `：` behind it. */
const TAIL = /\s*(?:[([（【][^()[\]（）【】]*[)\]）】])?\s*[:：]?\s*$/u;
/** Longer texts are prose. */
const LONGEST = 60;

/** The task that a title over rows names, with or without numbering, remarks and words of no weight. */
export function namedTask(text: string, scheme: Scheme): Task | null {
  if (text.length > LONGEST) return null;
  const name = nameIn(text);
  const told = name === text.trim() ? null : findTask(scheme, name);
  return told ?? findTask(scheme, text) ?? readName(name, scheme).task;
}

/** The text in a title over rows that names a region, as written; null when it names none. */
export function namedRegion(text: string, scheme: Scheme): string | null {
  if (text.length > LONGEST) return null;
  const name = nameIn(text);
  return namesRegion(name, scheme) ? name : null;
}

function nameIn(text: string): string {
  const plain = text.replace(NUMBERING, '').replace(TAIL, '').trim();
  return plain === '' ? text.trim() : plain;
}
