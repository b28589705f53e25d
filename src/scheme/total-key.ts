import { countPower } from './count-unit.ts';
import type { Scheme } from './scheme.ts';
import { wordSets } from './words.ts';

const REMARK = /^(.+)[([][^()[\]]*[)\]]$/u;
/** `合计:6项`, `共计6`: how many entries were added up. */
const COUNTED = /^([^\d:]+):?\d{1,6}([^\d:]*)$/u;

/**
 * A match key without what stands behind the name of a total: a colon, a remark in brackets, or behind one of the scheme's
 * words for totals how many entries it adds up (`合计：6项`).
 */
export function totalKey(key: string, scheme: Scheme): string {
  const plain = key.replace(/:$/, '').replace(REMARK, '$1');
  const [, name = '', unit = ''] = COUNTED.exec(plain) ?? [];
  const { totals, countUnits } = wordSets(scheme);
  return totals.has(name) && (unit === '' || countPower(unit, countUnits) !== null) ? name : plain;
}
