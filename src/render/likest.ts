import { nearest } from '../scheme/nearest.ts';

/** The name that looks most like a wrong one, for "did you mean"; none when no name does. */
export function likest(name: string, names: readonly string[]): readonly string[] {
  return nearest(name, names).slice(0, 1);
}

/** The part whose name looks most like a wrong one; extensions make no names alike. */
export function likestPart(name: string, names: readonly string[]): readonly string[] {
  const [stem] = likest(stemOf(name), names.map(stemOf));
  return stem === undefined ? [] : names.filter((one) => stemOf(one) === stem).slice(0, 1);
}

/** `overview` of `overview.md` and `overview.md.hbs`. */
function stemOf(name: string): string {
  return name.replace(/(?:\.(?:md|html))?(?:\.hbs)?$/, '');
}
