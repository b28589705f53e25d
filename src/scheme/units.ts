import { matchKey } from '../text/match-key.ts';
import { perScheme } from './per-scheme.ts';
import type { Scheme } from './scheme.ts';
import { wordSets } from './words.ts';

/** Units of columns and indicators that have one, by id. */
const unitsById = perScheme(
  ({ columns, indicators }) => new Map([...columns, ...indicators].map(({ id, unit }) => [id, matchKey(unit ?? '')])),
);

/**
 * Whether a unit cannot be that of a column or indicator: money where it counts, a count where it is money, or one that
 * counts something else (人 of 场次).
 */
export function contradictsUnit(unit: string, id: string, scheme: Scheme): boolean {
  const own = unitsById(scheme).get(id) ?? '';
  if (own === '') return false;
  const { moneyUnits, unitGroups } = wordSets(scheme);
  const key = matchKey(unit);
  if (moneyUnits.has(key) !== moneyUnits.has(own)) return true;
  const [group, ownGroup] = [unitGroups.get(key), unitGroups.get(own)];
  return group !== undefined && ownGroup !== undefined && group !== ownGroup;
}
