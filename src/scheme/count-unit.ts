// Place words are notation, as digits are.
/** Behind a number they are part of it. */
export const PLACE_WORDS = ['万', '亿'] as const;
const SCALED = /^([十百千]?[万亿]|[百千])(.+)$/u;
const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The power of ten in which a counting unit counts: 0 for 人次, 4 for 万人次; null for a key that is no such unit. */
export function countPower(key: string, countUnits: ReadonlySet<string>): number | null {
  if (countUnits.has(key)) return 0;
  const [, scale = '', unit = ''] = SCALED.exec(key) ?? [];
  if (!countUnits.has(unit)) return null;
  return [...scale].reduce((sum, place) => sum + (POWERS[place] ?? 0), 0);
}
