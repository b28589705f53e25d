import type { ReportFinding } from '../../report/model.ts';

/** Entries of one code, column and sheet, which differ in their values only; those beyond the first few stand apart. */
export interface Kind {
  readonly shown: readonly ReportFinding[];
  readonly more: readonly ReportFinding[];
}

/** How many entries are shown of a bureau. */
const SHOWN = 10;
/** How many are shown of a kind that has more than `FEW`. */
const OF_MANY = 2;
const FEW = 3;

/** The kinds of a bureau's entries in the order of their first ones. */
export function kindsOf(entries: readonly ReportFinding[]): readonly Kind[] {
  const kinds = new Map<string, ReportFinding[]>();
  for (const entry of entries) {
    const { code, severity, file, sheet, column, indicator } = entry;
    const key = JSON.stringify([code, severity, file, sheet, column, indicator]);
    const own = kinds.get(key);
    if (own) own.push(entry);
    else kinds.set(key, [entry]);
  }
  return [...kinds.values()].map((own) =>
    own.length <= FEW ? { shown: own, more: [] } : { shown: own.slice(0, OF_MANY), more: own.slice(OF_MANY) },
  );
}

/** The first kinds, as many as make ten entries, and how many entries are left beside them. */
export function shownKinds(kinds: readonly Kind[]): { readonly shown: readonly Kind[]; readonly left: number } {
  const shown: Kind[] = [];
  let room = SHOWN;
  let left = 0;
  for (const kind of kinds) {
    const part = kind.more.length > 0 && kind.shown.length > room ? [] : kind.shown.slice(0, room);
    room -= part.length;
    if (part.length > 0) shown.push({ shown: part, more: kind.more });
    left += part.length > 0 ? kind.shown.length - part.length : kind.shown.length + kind.more.length;
  }
  return { shown, left };
}
