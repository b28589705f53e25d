import { findTask } from '../scheme/dictionary.ts';
import type { Region, Scheme, Task } from '../scheme/scheme.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { readName } from './file-name.ts';
import { namesRegion } from './measure.ts';

/** `（2项）`, `：` behind it. */
const TAIL = /\s*(?:[([（【][^()[\]（）【】]*[)\]）】])?\s*[:：]?\s*$/u;
const PARTS: ReadonlySet<string> = new Set(['county', 'zone', 'self']);
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
  if (namesRegion(name, scheme)) return name;
  // 惠城区活动台账, （惠城区）: a city's name may head each of its pages, and parts nothing.
  const { region, wholly } = readName(name, scheme);
  return wholly && region !== null && isPart(region) ? name : null;
}

/** Whether a region is one of the parts of a city. */
export function isPart({ level }: Region): boolean {
  return PARTS.has(level);
}

/** What a title says without the number, remark and colon around it. */
export function nameIn(text: string): string {
  // The number counts the sections, not the tasks.
  const plain = withoutNumbering(text).replace(TAIL, '').trim();
  return plain === '' ? text.trim() : plain;
}
