import { headerDictionary } from '../scheme/dictionary.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Indicator, Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { aroundNames, readHeader } from './header-meaning.ts';
import { finalsOf, initialsOf, mayBeOneOf } from './initials.ts';

/** What the texts that name a row say, where rows are indicators. */
export interface NamedLine {
  readonly indicator: Indicator;
  readonly unit: string | null;
  readonly yearToDate: boolean;
}

/** Longer texts name no indicator. */
const LONGEST = 60;
/** `#`, `其中` and the like before the name of a part. */
const OPENING = /^[#＃\s\u3000·•\-—]+/u;
/** Beside figures a name may end as a label does. */
const COLON = /[:：]\s*$/u;

/**
 * The indicator that the texts of a row name, from left to right; of several that share a name, the part of the
 * whole indicator `above`, whose parts may leave out `其中`.
 */
export function namedIndicator(levels: readonly string[], above: Indicator | null, scheme: Scheme): NamedLine | null {
  const names = levels.map((level) => level.replace(COLON, ''));
  const [last = ''] = names.slice(-1);
  if (last === '' || last.length > LONGEST) return null;
  return lookUp(names, above, scheme) ?? (above === null ? null : partOf(above, last, scheme));
}

function lookUp(levels: readonly string[], above: Indicator | null, scheme: Scheme): NamedLine | null {
  const { meanings, unit, yearToDate, otherPeriod } = readHeader(levels, headerDictionary(scheme, 'summary'), scheme);
  if (otherPeriod) return null;
  const known = meanings.flatMap(({ id }) => indicators(scheme).get(id) ?? []);
  const indicator = known.find(({ parent }) => parent !== null && parent === above?.id) ?? known[0];
  return indicator === undefined ? null : { indicator, unit, yearToDate };
}

/** `高校毕业生` below the number of those employed is what the scheme calls `其中：高校毕业生`. */
function partOf(above: Indicator, text: string, scheme: Scheme): NamedLine | null {
  const plain = text.replace(OPENING, '');
  for (const word of wordSets(scheme).ofWhich) {
    const named = lookUp([word + plain], above, scheme);
    if (named?.indicator.parent === above.id) return named;
  }
  return null;
}

/** Whether a text may name an indicator by itself; never no to one that does. Most texts of a ledger show by their ends that they do not. */
export function mayNameIndicator(text: string, scheme: Scheme): boolean {
  return mayBeOneOf(text, indicatorEnds(scheme));
}

const indicatorEnds = perScheme((scheme) => {
  const names = [...headerDictionary(scheme, 'summary')].flatMap(([key, meanings]) =>
    meanings.some(({ id }) => indicators(scheme).has(id)) ? [key] : [],
  );
  const around = aroundNames(scheme);
  return { initials: initialsOf([...names, ...around.before]), finals: finalsOf([...names, ...around.behind]) };
});

const indicators = perScheme((scheme) => new Map(scheme.indicators.map((indicator) => [indicator.id, indicator])));
