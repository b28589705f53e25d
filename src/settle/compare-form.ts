import type { FiledReturn } from '../model/filed-return.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type FormContent, formContent, hasContent } from './form-content.ts';
import { nearContents } from './near-contents.ts';
import { sameContents } from './same-contents.ts';
import { type RankOf, type ReceivedOf, versionOrder } from './version-order.ts';
import { markFinder, relation } from './version-relation.ts';

/** A later version of what a file says in one form. */
export interface Replacement {
  readonly earlier: FormContent;
  readonly later: FormContent;
  /** Both say the same. */
  readonly same: boolean;
}

/** A content and those after it that it cannot be ordered with. */
interface Contradicted {
  readonly own: FormContent;
  readonly others: readonly FormContent[];
}

interface ComparedForm {
  readonly replacements: readonly Replacement[];
  readonly conflicts: readonly Contradicted[];
}

/** So many files that contradict one are told: of hundreds each would have to name all. */
export const MOST_OTHERS = 100;

const NOTHING: ComparedForm = { replacements: [], conflicts: [] };

/** What files are compared with. */
interface CompareContext {
  readonly scheme: Scheme;
  readonly rank: RankOf;
  readonly received: ReceivedOf;
  /** Whether those that are replaced contradict others, too. */
  readonly evenReplaced: boolean;
}

/** Which files of a bureau replace which in a form, and which of those that are not replaced contradict one another. */
export function compareForm(
  files: readonly FiledReturn[],
  form: FormContent['form'],
  { scheme, rank, received, evenReplaced }: CompareContext,
): ComparedForm {
  const telling = files.filter((filed) => hasContent(filed, form));
  // What a large ledger says is as large again: it is not looked at without need.
  if (telling.length < 2) return NOTHING;
  const contents = telling.flatMap((filed) => formContent(filed, form, scheme) ?? []);
  const own = contents.map(({ filed }) => filed);
  const compared: Compared = {
    contents,
    places: versionOrder(own, rank, received),
    sames: sameContents(contents),
    isNearTo: nearContents(contents, rank),
  };
  const replacements = replacementsOf(compared, markFinder(contents, rank));
  const gone = new Set(evenReplaced ? [] : replacements.filter(isWhole).map(({ earlier }) => earlier));
  return { replacements, conflicts: conflictsOf(compared, gone) };
}

interface Compared {
  readonly contents: readonly FormContent[];
  /** Of each content the place of its file in the order. */
  readonly places: readonly number[];
  /** Of each content the index of the first that says the same. */
  readonly sames: readonly number[];
  readonly isNearTo: ReturnType<typeof nearContents>;
}

/** Of files that say the same, and that nothing orders, the first counts. */
function replacementsOf(
  { contents, places, sames, isNearTo }: Compared,
  isMarked: ReturnType<typeof markFinder>,
): readonly Replacement[] {
  const firsts = firstAlike(contents.map(({ declared }, at) => alikeKey(declared, sames[at], places[at])));
  const replacements: Replacement[] = [];
  for (const [at, a] of contents.entries()) {
    const isNear = isNearTo(at);
    const place = places[at] ?? 0;
    for (let next = at + 1; next < contents.length; next++) {
      const same = sames[next] === sames[at];
      const sign = place - (places[next] ?? 0);
      if (sign === 0 && !same) continue;
      // The first of those that repeat it replaces each of the others; they need not replace one another.
      if (firsts[next] === firsts[at] && firsts[at] !== at) continue;
      if (!isNear(next)) continue;
      const b = contents[next] as FormContent;
      if (!same && relation(a, b, isMarked(a, b), false) === 'parts') continue;
      replacements.push({ earlier: sign < 0 ? a : b, later: sign < 0 ? b : a, same });
    }
  }
  return replacements;
}

/** Those at one place of the order that say other things of the same: of each the first so many others, which it is told with. */
function conflictsOf(
  { contents, places, sames, isNearTo }: Compared,
  gone: ReadonlySet<FormContent>,
): readonly Contradicted[] {
  const told = contents.map(() => 0);
  return contents.flatMap((own, at) => {
    if (gone.has(own)) return [];
    const isNear = isNearTo(at);
    const others: FormContent[] = [];
    for (let next = at + 1; next < contents.length; next++) {
      const [ofOwn = 0, ofOther = 0] = [told[at], told[next]];
      if (places[next] !== places[at] || (ofOwn >= MOST_OTHERS && ofOther >= MOST_OTHERS)) continue;
      const other = contents[next] as FormContent;
      if (sames[next] === sames[at] || gone.has(other) || !isNear(next)) continue;
      if (relation(own, other, false, false) === 'parts') continue;
      others.push(other);
      told[at] = ofOwn + 1;
      told[next] = ofOther + 1;
    }
    return others.length === 0 ? [] : [{ own, others }];
  });
}

/** For each text the index of the first that is equal. */
function firstAlike(texts: readonly string[]): readonly number[] {
  const known = new Map<string, number>();
  return texts.map((text, at) => {
    const first = known.get(text) ?? at;
    known.set(text, first);
    return first;
  });
}

/** Equal for contents that say the same, are for the same and stand at the same place of the order. */
function alikeKey({ tasks, regions }: FormContent['declared'], same = 0, place = 0): string {
  return `${same} ${place} ${listed(tasks)} ${listed(regions)}`;
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
