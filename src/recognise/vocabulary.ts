import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';

/** What a known word of a file name, sheet name or title is. A word may be several of these. */
export type WordKind =
  | 'region'
  | 'grouping'
  | 'ownLevel'
  | 'bureau'
  | 'task'
  | 'ledger'
  | 'summary'
  | 'instructions'
  | 'sample'
  | 'total'
  | 'nil'
  | 'revision'
  | 'yearToDate'
  | 'plain';

/** The known words of a scheme by match key, to be found longest first. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, ReadonlySet<WordKind>>;
  /** Lengths of the words that begin with a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** The vocabulary of a scheme, built once. A single character names nothing within a name; as a plain word it may stand. */
export const vocabulary: (scheme: Scheme) => Vocabulary = perScheme((scheme) => {
  const words = new Map<string, Set<WordKind>>();
  const add = (kind: WordKind, texts: readonly string[]) => {
    for (const key of texts.map(matchKey)) {
      if (key === '' || (key.length < 2 && kind !== 'plain' && kind !== 'revision')) continue;
      const kinds = words.get(key);
      if (kinds) kinds.add(kind);
      else words.set(key, new Set([kind]));
    }
  };
  const given = scheme.words;
  for (const { name, shortName, aliases, code } of scheme.regions) add('region', [name, shortName, ...aliases, code]);
  for (const { name } of scheme.formerRegions) add('region', [name]);
  add('grouping', [...new Set(scheme.regions.flatMap(({ grouping }) => (grouping === null ? [] : [grouping])))]);
  add('ownLevel', [...given.ownLevel.province, ...given.ownLevel.city, ...given.ownLevel.county]);
  add('bureau', given.bureauSuffixes);
  for (const { name, shortName, synonyms } of scheme.tasks) add('task', [name, shortName, ...synonyms]);
  add('ledger', given.forms.ledger);
  add('summary', given.forms.summary);
  add('instructions', given.instructionSheets);
  add('sample', given.samples);
  add('total', given.totals);
  add('yearToDate', given.yearToDate);
  add('nil', given.nilStatements);
  add('revision', given.revisions);
  add('plain', [...given.fileWords, ...given.revisions, ...given.currentPeriod, scheme.title]);
  return { words, lengths: lengthsByFirst(words.keys()) };
});

function lengthsByFirst(words: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const word of words) {
    const first = word.charAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(word.length));
  }
  return new Map([...lengths].map(([first, known]) => [first, [...known].sort((a, b) => b - a)]));
}
