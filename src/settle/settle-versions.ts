import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { FORMS, type FormContent, formContent, hasContent } from './form-content.ts';
import { nearContents } from './near-contents.ts';
import { withoutForm, withoutReplaced } from './replace-content.ts';
import { markRanks, type RankOf, type ReceivedOf, type VersionOrder, versionOrder } from './version-order.ts';
import { markFinder, relation, saysSame } from './version-relation.ts';

/** A later version of what a file says in one form. */
export interface Replacement {
  readonly earlier: FormContent;
  readonly later: FormContent;
  /** Both say the same. */
  readonly same: boolean;
}

/** What a file contradicts, of many the first, and the forms in which it does. */
export interface Conflict {
  readonly forms: ReadonlySet<Form>;
  readonly others: ReadonlySet<string>;
}

/** So many files that contradict one are told: of hundreds each would have to name all. */
const MOST_OTHERS = 100;

/** The files of one bureau as versions of one another. */
export interface Versions {
  /** Files of which something counts, without what later versions replace. */
  readonly counted: readonly FiledReturn[];
  /** Files of which nothing is left. */
  readonly superseded: ReadonlySet<string>;
  /** Versions that cannot be ordered, by file. */
  readonly conflicts: ReadonlyMap<string, Conflict>;
  readonly replacements: readonly Replacement[];
}

/**
 * Settles which files of one bureau count, form by form. Versions of a form that cannot be ordered are rejected in that
 * form, and what is rejected displaces nothing: the versions before them stand as if they had not come.
 */
export function settleVersions(files: readonly FiledReturn[], scheme: Scheme, received: ReceivedOf): Versions {
  const conflicts = new Map<string, { readonly forms: Set<Form>; readonly others: Set<string> }>();
  const rejected = new Map(FORMS.map((form) => [form, new Set<string>()]));
  const note = (own: FormContent, other: FormContent) => {
    const known = conflicts.get(own.filed.file) ?? { forms: new Set(), others: new Set() };
    conflicts.set(own.filed.file, known);
    if (known.forms.has(own.form) && known.others.size >= MOST_OTHERS) return;
    known.forms.add(own.form);
    if (known.others.size < MOST_OTHERS) known.others.add(other.filed.file);
    // A nil statement has no rows that could go: it goes as a whole.
    for (const form of own.nil ? FORMS : [own.form]) rejected.get(form)?.add(own.filed.file);
  };
  const rank = markRanks(files);
  for (;;) {
    const found = FORMS.map((form) => {
      const standing = files.filter(({ file }) => !rejected.get(form)?.has(file));
      return compareForm(standing, form, scheme, rank, received);
    });
    const replacements = found.flatMap((one) => one.replacements);
    const open = found.flatMap((one) => one.conflicts);
    if (open.length === 0)
      return { ...withoutAllReplaced(files, replacements, rejected, scheme), conflicts, replacements };
    for (const { own, others } of open) {
      for (const other of others) {
        note(own, other);
        note(other, own);
      }
    }
  }
}

interface ComparedForm {
  readonly replacements: readonly Replacement[];
  readonly conflicts: readonly Contradicted[];
}

/** A content and those after it that it cannot be ordered with: of hundreds each may be one to all others. */
interface Contradicted {
  readonly own: FormContent;
  readonly others: readonly FormContent[];
}

function compareForm(
  files: readonly FiledReturn[],
  form: FormContent['form'],
  scheme: Scheme,
  rank: RankOf,
  received: ReceivedOf,
): ComparedForm {
  const telling = files.filter((filed) => hasContent(filed, form));
  // What a large ledger says is as large again: it is not looked at without need.
  if (telling.length < 2) return { replacements: [], conflicts: [] };
  const contents = telling.flatMap((filed) => formContent(filed, form, scheme) ?? []);
  const order = versionOrder(
    contents.map(({ filed }) => filed),
    rank,
    received,
  );
  const firsts = firstOfEach(contents, order);
  const isMarked = markFinder(contents, rank);
  const isNearTo = nearContents(contents, rank);
  const replacements: Replacement[] = [];
  const conflicts: Contradicted[] = [];
  for (const [at, a] of contents.entries()) {
    const others: FormContent[] = [];
    conflicts.push({ own: a, others });
    const isNear = isNearTo(at);
    for (let next = at + 1; next < contents.length; next++) {
      if (!isNear(next)) continue;
      const b = contents[next] as FormContent;
      // The first of those that repeat it replaces each of the others; they need not replace one another.
      if (firsts[next] === firsts[at] && firsts[at] !== at) continue;
      const found = relation(a, b, isMarked(a, b));
      if (found === 'parts') continue;
      const sign = order.compare(a.filed, b.filed);
      if (found === 'versions' && sign === 0) others.push(b);
      // Of files that say the same, and that nothing orders, the first counts.
      else replacements.push({ earlier: sign < 0 ? a : b, later: sign < 0 ? b : a, same: found === 'same' });
    }
  }
  const gone = new Set(replacements.filter(isWhole).map(({ earlier }) => earlier));
  const left = conflicts
    .filter(({ own }) => !gone.has(own))
    .map(({ own, others }) => ({ own, others: others.filter((other) => !gone.has(other)) }));
  return { replacements, conflicts: left.filter(({ others }) => others.length > 0) };
}

/** For each content the index of the first that says the same, is for the same and stands at the same place of the order. */
function firstOfEach(contents: readonly FormContent[], { place }: VersionOrder): readonly number[] {
  const alike = new Map<string, number[]>();
  return contents.map((content, at) => {
    const { filed, nil, activityKeys, cells, declared, form, signature } = content;
    const key = [
      place(filed),
      nil,
      activityKeys.size,
      // Of a ledger that would be all its texts.
      form === 'summary' ? signature() : cells.size,
      listed(declared.tasks),
      listed(declared.regions),
    ].join();
    const known = alike.get(key) ?? [];
    alike.set(key, known);
    const first = known.find((other) => saysSame(contents[other] as FormContent, content));
    if (first === undefined) known.push(at);
    return first ?? at;
  });
}

function listed(names: ReadonlySet<string> | null): string {
  return names === null ? '*' : `[${[...names].toSorted().join(' ')}]`;
}

/** Whether nothing is left of the earlier version in the form. */
function isWhole({ earlier, later: { declared } }: Replacement): boolean {
  const within = (own: ReadonlySet<string>, all: ReadonlySet<string> | null) =>
    all === null || [...own].every((one) => all.has(one));
  return within(earlier.tasks, declared.tasks) && within(earlier.regions, declared.regions);
}

/** Of a file with a conflict nothing is left when its other form says nothing, and it is rejected, not superseded. */
function withoutAllReplaced(
  files: readonly FiledReturn[],
  replacements: readonly Replacement[],
  rejected: ReadonlyMap<Form, ReadonlySet<string>>,
  scheme: Scheme,
): Pick<Versions, 'counted' | 'superseded'> {
  const superseded = new Set<string>();
  const replaced = byEarlier(replacements);
  const counted = files.flatMap((filed): readonly FiledReturn[] => {
    const own = replaced.get(filed) ?? [];
    const forms = FORMS.filter((form) => rejected.get(form)?.has(filed.file));
    if (own.length === 0 && forms.length === 0) return [filed];
    // A nil statement has no rows that could go: it goes as a whole.
    const isNil = own.some(({ earlier }) => earlier.nil) || forms.length === FORMS.length;
    const standing = forms.reduce((rest, form) => withoutForm(rest, form, scheme), filed);
    const left = own.reduce((rest, { later }) => withoutReplaced(rest, later, scheme), standing);
    if (!isNil && FORMS.some((form) => hasContent(left, form))) return [left];
    if (forms.length === 0) superseded.add(filed.file);
    return [];
  });
  return { counted, superseded };
}

/** Replacements by the file that is replaced, in their order. */
export function byEarlier(replacements: readonly Replacement[]): ReadonlyMap<FiledReturn, readonly Replacement[]> {
  const replaced = new Map<FiledReturn, Replacement[]>();
  for (const one of replacements) {
    const { filed } = one.earlier;
    const own = replaced.get(filed);
    if (own) own.push(one);
    else replaced.set(filed, [one]);
  }
  return replaced;
}
