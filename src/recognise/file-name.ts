import type { Form } from '../model/recognised.ts';
import { findTask } from '../scheme/dictionary.ts';
import { rememberTexts } from '../scheme/per-scheme.ts';
import { findRegion, isWithin, regionIndex } from '../scheme/regions.ts';
import type { Region, Scheme, Task } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import type { PeriodPhrase } from './period-text.ts';
import { type Token, tokenise } from './tokens.ts';
import type { WordKind } from './vocabulary.ts';

/** What a file name, a folder name, a sheet name or a title says. */
export interface NameFacts {
  /** The narrowest region named; null when none is named or several that do not lie in one another. */
  readonly region: Region | null;
  readonly phrases: readonly PeriodPhrase[];
  readonly task: Task | null;
  readonly form: Form | null;
  readonly kinds: ReadonlySet<WordKind>;
  /** A word for a revision stands apart in it. */
  readonly revised: boolean;
  /** Nothing in it is unknown, so that it is a name and no prose. */
  readonly wholly: boolean;
}

/** Reads a name. Regions and tasks count only between boundaries: an edge, a separator, digits or another known word. */
export const readName = rememberTexts((text, scheme): NameFacts => {
  const tokens = tokenise(text, scheme);
  const bounded = tokens.filter((token, at) => token.kind === 'word' && isBounded(tokens, at, scheme));
  const kinds = new Set(tokens.flatMap((token) => (token.kind === 'word' ? [...token.kinds] : [])));
  return {
    region: narrowest(regionsOf(bounded, scheme), scheme),
    phrases: tokens.flatMap((token) => (token.kind === 'period' ? [token.phrase] : [])),
    task: taskOf(bounded, scheme),
    form: formOf(kinds),
    kinds,
    revised: tokens.some((_, at) => isRevision(tokens, at)),
    wholly: tokens.every(({ kind }) => kind !== 'unknown'),
  };
});

/** Whether a text is the name of a bureau and nothing else, with or without a remark on its seal. */
export function namesBureau(text: string, scheme: Scheme): boolean {
  const { region, kinds, wholly } = readName(text, scheme);
  return region !== null && wholly && kinds.has('bureau');
}

/** The region that a name begins with, whatever stands behind it; null when it begins with something else. */
export function leadingRegion(text: string, scheme: Scheme): Region | null {
  const tokens = tokenise(text, scheme);
  const end = tokens.findIndex((token) => !isKindOf(token, 'region'));
  return narrowest(regionsOf(end < 0 ? tokens : tokens.slice(0, end), scheme), scheme);
}

function isBounded(tokens: readonly Token[], at: number, scheme: Scheme): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.kind === 'unknown' || next?.kind === 'unknown') return false;
  // 前海台账 is a ledger of the zone: no forms are called after what else such a word may mean.
  if (isKindOf(next, 'bureau') || isKindOf(next, 'ledger') || isKindOf(next, 'summary')) return true;
  return !(isKindOf(next, 'plain') && !isKindOf(before, 'region') && isOrdinaryWord(token, scheme));
}

/** A single character (改) must stand alone; longer words may follow others but no unknown text (城市更新). */
function isRevision(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isKindOf(token, 'revision')) return false;
  const beside = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
  return !beside.includes('unknown') && (token?.text.length !== 1 || !beside.includes('word'));
}

function isKindOf(token: Token | undefined, kind: WordKind): boolean {
  return token?.kind === 'word' && token.kinds.has(kind);
}

/** Longer names are no ordinary words. */
const ORDINARY = 2;

/** Short names of counties are ordinary words (新兴, 光明, 和平): 光明商会 is no district, 光明区商会 names one. */
function isOrdinaryWord(token: Token | undefined, scheme: Scheme): boolean {
  if (token?.kind !== 'word' || !token.kinds.has('region') || token.text.length > ORDINARY) return false;
  const match = findRegion(regionIndex(scheme), token.text, null);
  if (match.kind !== 'region' || (match.region.level !== 'county' && match.region.level !== 'zone')) return false;
  return matchKey(match.region.name) !== token.text && match.region.code.toUpperCase() !== token.text;
}

/** Each region is sought within the one named before it, so that 城区 behind 汕尾市 is that city's. */
function regionsOf(tokens: readonly Token[], scheme: Scheme): readonly Region[] {
  const index = regionIndex(scheme);
  const regions: Region[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (!token.kinds.has('region') && !token.kinds.has('ownLevel')) continue;
    const match = findRegion(index, token.text, regions.at(-1)?.code ?? null);
    if (match.kind === 'region') regions.push(match.region);
  }
  return regions;
}

function narrowest(regions: readonly Region[], scheme: Scheme): Region | null {
  const index = regionIndex(scheme);
  const inner = regions.find(({ code }) => regions.every((outer) => isWithin(index, code, outer.code)));
  return inner ?? null;
}

function taskOf(tokens: readonly Token[], scheme: Scheme): Task | null {
  const named = tokens.flatMap((token) =>
    token.kind === 'word' && token.kinds.has('task') ? [findTask(scheme, token.text)] : [],
  );
  const tasks = new Set(named);
  const [only] = tasks;
  return tasks.size === 1 ? (only ?? null) : null;
}

function formOf(kinds: ReadonlySet<WordKind>): Form | null {
  if (kinds.has('ledger') === kinds.has('summary')) return null;
  return kinds.has('ledger') ? 'ledger' : 'summary';
}
