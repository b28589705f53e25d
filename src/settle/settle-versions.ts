import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { compareForm, MOST_OTHERS, type Replacement } from './compare-form.ts';
import { FORMS, type FormContent, hasContent } from './form-content.ts';
import { withoutForm, withoutReplaced } from './replace-content.ts';
import { markRanks, type ReceivedOf } from './version-order.ts';

/** What a file contradicts, of many the first, and the forms in which it does. */
export interface Conflict {
  readonly forms: ReadonlySet<Form>;
  readonly others: ReadonlySet<string>;
}

/**
 * So often are hundreds of files looked at that stand again because what came after them was rejected; then all that contradict
 * one another are rejected. Fewer are looked at as often as there is need, until so many pairs were compared.
 */
const FEWEST_ROUNDS = 16;
const MOST_PAIRS = 10_000_000;

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
  const mostRounds = Math.max(FEWEST_ROUNDS, MOST_PAIRS / files.length ** 2);
  for (let round = 1; ; round++) {
    const found = FORMS.map((form) => {
      const standing = files.filter(({ file }) => !rejected.get(form)?.has(file));
      return compareForm(standing, form, { scheme, rank, received, evenReplaced: round > mostRounds });
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
