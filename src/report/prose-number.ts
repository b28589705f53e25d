import { absolute, type Decimal, quotient, rounded, shifted, toNumber, whole } from '../decimal/decimal.ts';
import type { ReportLabels } from '../message/report-labels.ts';

/** A number as prose says it: shortened to a scale (2.35 万个, 1.2 亿元) when it is large. */
export interface ProseNumber {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

/** Decimals that a shortened number keeps. */
const SHORT_DECIMALS = 2;

/**
 * The prose form of a value; full digits below the smallest scale.
 *
 * Money moves to a larger money unit of the scheme that lies a scale above (万元 → 亿元, never 百万元), counts take a scale before their unit (个 → 万个).
 */
export function proseNumber(
  value: Decimal,
  unit: string,
  decimals: number,
  moneyUnits: Readonly<Record<string, number>>,
  scales: ReportLabels['scales'],
): ProseNumber {
  for (const { power, unit: larger } of largerUnits(unit, moneyUnits, scales)) {
    const scale = shifted(whole(1), power);
    if (scale === null || absolute(value) < scale) continue;
    return { value: toNumber(quotient(value, scale, SHORT_DECIMALS)), decimals: SHORT_DECIMALS, unit: larger };
  }
  return { value: toNumber(rounded(value, decimals)), decimals, unit };
}

/** Units above the given one with their distance in powers of ten, largest first. */
function largerUnits(
  unit: string,
  moneyUnits: Readonly<Record<string, number>>,
  scales: ReportLabels['scales'],
): readonly { power: number; unit: string }[] {
  const own = Object.hasOwn(moneyUnits, unit) ? moneyUnits[unit] : undefined;
  if (own === undefined) return scales.map(({ power, word }) => ({ power, unit: word + unit }));
  return Object.entries(moneyUnits)
    .map(([larger, power]) => ({ power: power - own, unit: larger }))
    .filter(({ power }) => scales.some((scale) => scale.power === power))
    .sort((a, b) => b.power - a.power);
}
