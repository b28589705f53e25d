import type { Form } from '../model/recognised.ts';
import { matchKey } from '../text/match-key.ts';
import { withoutNumbering } from '../text/numbering.ts';
import { headerKey } from './header-key.ts';
import { perScheme } from './per-scheme.ts';
import type { ActivityType, Column, Scheme, Task } from './scheme.ts';

export { headerKey } from './header-key.ts';
export { nearest } from './nearest.ts';

/** What a header may mean: a column id (ledger), an indicator or column id (summary). */
export interface HeaderMeaning {
  readonly id: string;
  /** 0 for the name itself, then the synonyms in their order. */
  readonly rank: number;
}

/** Meanings by header key, best first. */
export type HeaderDictionary = ReadonlyMap<string, readonly HeaderMeaning[]>;

/** The headers that one form may show; names stand before synonyms. */
export function headerDictionary(scheme: Scheme, form: Form): HeaderDictionary {
  return dictionaries(scheme)[form];
}

const dictionaries = perScheme((scheme) => ({
  ledger: dictionary(scheme, formColumns(scheme, 'ledger')),
  summary: dictionary(scheme, [...scheme.indicators, ...formColumns(scheme, 'summary')]),
}));

type Named = Pick<Column, 'id' | 'name' | 'synonyms'>;

function formColumns(scheme: Scheme, form: Form): readonly Named[] {
  return scheme.columns.filter((column) => column.forms.includes(form));
}

function dictionary(scheme: Scheme, entries: readonly Named[]): HeaderDictionary {
  const meanings = new Map<string, HeaderMeaning[]>();
  for (const entry of entries) {
    [entry.name, ...entry.synonyms].forEach((text, rank) => {
      const { key } = headerKey(text, scheme);
      const known = meanings.get(key) ?? [];
      if (known.some(({ id }) => id === entry.id)) return;
      meanings.set(
        key,
        [...known, { id: entry.id, rank }].sort((a, b) => a.rank - b.rank),
      );
    });
  }
  return meanings;
}

/** Integer and decimal ledger columns in table order: the order of `Activity.numbers`. */
export const numberColumns: (scheme: Scheme) => readonly Column[] = perScheme((scheme) =>
  scheme.columns.filter(({ type }) => type === 'integer' || type === 'decimal'),
);

/** Yes/no ledger columns in table order. */
export const booleanColumns: (scheme: Scheme) => readonly Column[] = perScheme((scheme) =>
  scheme.columns.filter(({ type }) => type === 'boolean'),
);

const PUNCTUATION = /[\p{P}\p{S}]/gu;

/** The key of names of tasks and types, a match key without punctuation: `（一）` is `一`, `任务一：培育` is `任务一培育`. */
export function plainKey(text: string): string {
  return matchKey(text).replace(PUNCTUATION, '');
}

const taskNames = perScheme((scheme) => {
  const names = new Map<string, Task>();
  for (const task of scheme.tasks) {
    for (const text of [task.id, task.name, task.shortName, ...task.synonyms]) names.set(plainKey(text), task);
  }
  return names;
});

/** Longer than any two names of a task together; longer texts name none. */
const LONGEST = 120;

/**
 * The task that a whole text names: by id, name, short name, synonym or number (`1`, `一`, `任务一`), or by
 * two of these one after the other (`一、培育新兴产业`, `任务5：助力就业`).
 */
export function findTask(scheme: Scheme, text: string): Task | null {
  if (text.length > LONGEST) return null;
  const names = taskNames(scheme);
  const key = plainKey(text);
  const whole = names.get(key);
  if (whole) return whole;
  // A name of one character is a number, and behind another text it is a digit of it: `任务11` is not task 1.
  for (let at = 1; at < key.length - 1; at++) {
    const task = names.get(key.slice(0, at));
    if (task && names.get(key.slice(at)) === task) return task;
  }
  return null;
}

const typeNames = perScheme((scheme) => {
  const names = new Map<string, ActivityType[]>();
  for (const type of scheme.activityTypes) {
    for (const key of new Set([type.id, type.name, ...type.synonyms].map(plainKey))) {
      names.set(key, [...(names.get(key) ?? []), type]);
    }
  }
  return names;
});

const BETWEEN = /[、/／,，;；+＋]/u;

/**
 * The activity types that a whole text names, with or without a number before it, or by several names of one type
 * (招聘会、双选会). A remark behind it may say that there was none, or several: 招聘会（取消）, 招聘会（3场） name none. Of types of
 * several tasks those of `task` (if any) are meant; else all are given, in table order, so that a contradiction of type
 * and task can be told.
 */
export function findActivityType(scheme: Scheme, text: string, task: string | null): readonly ActivityType[] {
  const found = typesNamed(scheme, text) ?? typesNamed(scheme, withoutNumbering(text)) ?? [];
  const own = found.filter((type) => type.task === task);
  return own.length > 0 ? own : found;
}

function typesNamed(scheme: Scheme, text: string): readonly ActivityType[] | undefined {
  if (text.length > LONGEST) return undefined;
  const names = typeNames(scheme);
  const whole = names.get(plainKey(text));
  if (whole) return whole;
  const [first, ...others] = text.split(BETWEEN).map((part) => names.get(plainKey(part)));
  return first?.filter((type) => others.every((types) => types?.includes(type)));
}
