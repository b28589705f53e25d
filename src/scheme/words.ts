import { matchKey } from '../text/match-key.ts';
import { perScheme } from './per-scheme.ts';
import type { Scheme, SchemeWords } from './scheme.ts';

/** The words of a scheme as sets of match keys: compare `set.has(matchKey(text))`. */
export type WordSets = Sets<Omit<SchemeWords, 'moneyUnits' | 'unitGroups' | 'groupings'>> & {
  /** Power of ten that turns a unit into 万元, by match key of the unit. */
  readonly moneyUnits: ReadonlyMap<string, number>;
  /** What a counting unit counts, by match key of the unit. */
  readonly unitGroups: ReadonlyMap<string, string>;
  /** Groups of regions by match key of a further name. */
  readonly groupings: ReadonlyMap<string, readonly string[]>;
};

type Sets<T> = { readonly [K in keyof T]: T[K] extends readonly string[] ? ReadonlySet<string> : Sets<T[K]> };

/** The word sets of a scheme, built once. */
export const wordSets: (scheme: Scheme) => WordSets = perScheme(({ words }) => ({
  totals: keys(words.totals),
  grandTotals: keys(words.grandTotals),
  ofWhich: keys(words.ofWhich),
  notes: keys(words.notes),
  samples: keys(words.samples),
  endMarks: keys(words.endMarks),
  instructionSheets: keys(words.instructionSheets),
  coverLabels: {
    bureau: keys(words.coverLabels.bureau),
    period: keys(words.coverLabels.period),
    unit: keys(words.coverLabels.unit),
    date: keys(words.coverLabels.date),
    form: keys(words.coverLabels.form),
  },
  signOffs: keys(words.signOffs),
  nilMarks: keys(words.nilMarks),
  nilStatements: keys(words.nilStatements),
  approximate: { before: keys(words.approximate.before), after: keys(words.approximate.after) },
  yes: keys(words.yes),
  no: keys(words.no),
  currency: keys(words.currency),
  moneyUnits: new Map(Object.entries(words.moneyUnits).map(([unit, power]) => [matchKey(unit), power])),
  countUnits: keys(words.countUnits),
  unitGroups: new Map(
    Object.entries(words.unitGroups).flatMap(([group, units]) => units.map((unit) => [matchKey(unit), group] as const)),
  ),
  groupings: new Map(Object.entries(words.groupings).map(([name, groups]) => [matchKey(name), groups])),
  ownLevel: {
    province: keys(words.ownLevel.province),
    city: keys(words.ownLevel.city),
    county: keys(words.ownLevel.county),
  },
  headerMarks: keys(words.headerMarks),
  bureauSuffixes: keys(words.bureauSuffixes),
  fileWords: keys(words.fileWords),
  revisions: keys(words.revisions),
  yearToDate: keys(words.yearToDate),
  currentPeriod: keys(words.currentPeriod),
  otherPeriods: keys(words.otherPeriods),
  forms: { ledger: keys(words.forms.ledger), summary: keys(words.forms.summary) },
}));

function keys(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(matchKey));
}
