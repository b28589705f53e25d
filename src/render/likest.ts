import { nearest } from '../scheme/nearest.ts';

/** The name that looks most like a wrong one, for "did you mean"; none when no name does. */
export function likest(name: string, names: readonly string[]): readonly string[] {
  return nearest(name, names).slice(0, 1);
}
