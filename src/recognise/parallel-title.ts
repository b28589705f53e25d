import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Region, Scheme } from '../scheme/scheme.ts';
import { compatible } from '../text/compatible.ts';
import { isPart, nameIn } from './section-title.ts';
import { type Token, tokenise } from './tokens.ts';

/** Longer texts before what titles have in common are no names. */
const LONGEST_NAME = 14;

/**
 * Whether a title is made as others that name a county or zone, and names one that nobody knows: 高新区活动台账 beside
 * 惠城区活动台账. `endings` are those of the others.
 */
export function namesUnknownRegion(text: string, endings: ReadonlySet<string>, scheme: Scheme): boolean {
  if (endings.size === 0) return false;
  const tokens = tokenise(nameIn(text), scheme);
  const name = tokens.map((token) => token.text).join('');
  if (!tokens.some(({ kind }) => kind === 'unknown') || tokens.some((token) => partIn(token, scheme) !== null))
    return false;
  const own = numberingOf(text);
  return [...endings].some((one) => {
    const [numbering, ending = ''] = one.split('\n');
    return numbering === own && name.endsWith(ending) && name.length - ending.length < LONGEST_NAME;
  });
}

/**
 * What titles have in common with others like them: how they are numbered, and those that name a county or zone, from its
 * last character on.
 */
export function endingsOf(titles: Iterable<string>, scheme: Scheme): ReadonlySet<string> {
  return new Set(
    [...titles].flatMap((title) => {
      const ending = endingOf(title, scheme);
      return ending === null ? [] : `${numberingOf(title)}\n${ending}`;
    }),
  );
}

/**
 * What a title has from the last character of its county on: 区活动台账; null when it names none. Zones are no measure: of
 * cities without counties the scheme knows zones, but not the towns beside them.
 */
function endingOf(title: string, scheme: Scheme): string | null {
  const tokens = tokenise(nameIn(title), scheme);
  const at = tokens.findLastIndex((token) => partIn(token, scheme)?.level === 'county');
  const [region, ...rest] = at < 0 ? [] : tokens.slice(at).map(({ text }) => text);
  return region === undefined ? null : region.slice(-1) + rest.join('');
}

/** The marks of the number before a title: （一） and 二、 count different things. */
function numberingOf(title: string): string {
  const plain = compatible(title.trim());
  return plain.slice(0, Math.max(0, plain.indexOf(compatible(nameIn(title))))).replace(/[\p{L}\p{N}\s]/gu, '');
}

function partIn(token: Token, scheme: Scheme): Region | null {
  if (token.kind !== 'word' || !(token.kinds.has('region') || token.kinds.has('ownLevel'))) return null;
  const match = findRegion(regionIndex(scheme), token.text, null);
  return match.kind === 'region' && isPart(match.region) ? match.region : null;
}
