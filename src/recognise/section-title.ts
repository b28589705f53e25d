import { countPower } from '../scheme/count-unit.ts';
import { findTask, headerDictionary, headerKey } from '../scheme/dictionary.ts';
import type { Region, Scheme, Task } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { readName } from './file-name.ts';
import { namesRegion } from './measure.ts';
import { tokenise } from './tokens.ts';

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
  const name = withoutCount(withoutLabel(nameIn(text), scheme), scheme);
  if (namesRegion(name, scheme)) return name;
  // 惠城区活动台账, （惠城区）: a city's name may head each of its pages, and parts nothing.
  const { region, wholly } = readName(name, scheme);
  if (!wholly) return null;
  return region === null ? ownLevelIn(name, scheme) : isPart(region) ? name : null;
}

/** 市本级情况, （市本级）: the words for a city's own level say without its name which rows follow. */
function ownLevelIn(name: string, scheme: Scheme): string | null {
  const words = tokenise(name, scheme).filter((token) => token.kind === 'word' && token.kinds.has('ownLevel'));
  return words.length === 1 ? (words[0]?.text ?? null) : null;
}

/** `辖区：惠城区`: what is told, and its value. */
function withoutLabel(name: string, scheme: Scheme): string {
  const colon = name.search(/[:：]/u);
  if (colon < 1) return name;
  const meanings = headerDictionary(scheme, 'ledger').get(headerKey(name.slice(0, colon), scheme).key) ?? [];
  const isRegion = meanings.some(({ id }) =>
    scheme.columns.some((column) => column.id === id && column.type === 'region'),
  );
  return isRegion ? name.slice(colon + 1).trim() : name;
}

const COUNT = /^(.*?[^\d\s:：])\s*[:：]?\s*\d{1,5}\s*(\D{1,4})$/u;

/** `惠城区：2项`, `惠城区共2场`: how many rows follow. */
function withoutCount(name: string, scheme: Scheme): string {
  const [, before = name, unit = ''] = COUNT.exec(name) ?? [];
  return countPower(matchKey(unit), wordSets(scheme).countUnits) === null ? name : before;
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
