import { dueUnits } from '../../scheme/due-units.ts';
import { cityOf, regionIndex } from '../../scheme/regions.ts';
import type { Region, Scheme } from '../../scheme/scheme.ts';
import type { Choice, Dialogue } from '../dialogue.ts';

/** Finds where a search text stands in a name, by its characters or by their pinyin. */
type InName = (name: string, text: string) => boolean;

interface Pinyin {
  readonly match: (name: string, text: string) => unknown;
}

/** Lets a bureau be found by its name, its code or the initials of its pinyin; those due in an area come first. */
export async function chooseBureau(
  dialogue: Dialogue,
  message: string,
  scheme: Scheme,
  area: string | null,
): Promise<string> {
  // Its types speak of another kind of module than it is.
  const pinyin = (await import('pinyin-match')).default as unknown as Pinyin;
  const inName: InName = (name, text) => pinyin.match(name, text) !== false;
  const all = bureaus(scheme, area);
  return dialogue.search({ message, find: (text) => find(all, text, scheme, inName) });
}

function bureaus(scheme: Scheme, area: string | null): readonly Region[] {
  const province = scheme.regions.find(({ level }) => level === 'province')?.code ?? '';
  const due = dueUnits(regionIndex(scheme), area ?? province);
  return [...due, ...scheme.regions.filter((region) => !due.includes(region))];
}

/** The regions that a text means, best first: codes and beginnings of names before what only contains it. */
function find(all: readonly Region[], text: string, scheme: Scheme, inName: InName): readonly Choice<string>[] {
  const key = text.normalize('NFKC').trim().toLowerCase();
  const begins = ({ code, name }: Region) => code.startsWith(key) || name.startsWith(key);
  const holds = ({ name, aliases }: Region) => [name, ...aliases].some((one) => one.includes(key) || inName(one, key));
  const found = key === '' ? all : [...all.filter(begins), ...all.filter((one) => !begins(one) && holds(one))];
  return found.map((region) => ({ value: region.code, name: lineOf(region, scheme) }));
}

function lineOf({ code, name, level }: Region, scheme: Scheme): string {
  const city = level === 'county' || level === 'zone' ? cityOf(regionIndex(scheme), code)?.name : undefined;
  return `${city !== undefined && !name.startsWith(city) ? city : ''}${name} ${code}`;
}
