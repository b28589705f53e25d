import {
  absolute,
  type Decimal,
  PLACES,
  quotient,
  rounded,
  shifted,
  toNumber,
  whole,
  ZERO,
} from '../decimal/decimal.ts';
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
  let form = inFull(value, unit, decimals);
  // From small to large: what rounds up to the next scale is said in it.
  for (const { power, unit: larger } of largerUnits(unit, moneyUnits, scales)) {
    const scale = shifted(whole(1), power);
    if (scale === null || absolute(form.rounded) < scale) break;
    const short = quotient(value, scale, SHORT_DECIMALS);
    form = { value: short, rounded: shifted(short, power) ?? short, decimals: SHORT_DECIMALS, unit: larger };
  }
  return { value: toNumber(form.value), decimals: form.decimals, unit: form.unit };
}

/** A number as it would be said, and what it then stands for in its own unit. */
interface Form {
  readonly value: Decimal;
  readonly rounded: Decimal;
  readonly decimals: number;
  readonly unit: string;
}

/** In its own unit; what is not 0 does not become 0 by rounding. */
function inFull(value: Decimal, unit: string, decimals: number): Form {
  let kept = decimals;
  while (value !== ZERO && rounded(value, kept) === ZERO && kept < PLACES) kept++;
  const full = rounded(value, kept);
  return { value: full, rounded: full, decimals: kept, unit };
}

/** Units above the given one with their distance in powers of ten, smallest first. */
function largerUnits(
  unit: string,
  moneyUnits: Readonly<Record<string, number>>,
  scales: ReportLabels['scales'],
): readonly { power: number; unit: string }[] {
  const own = Object.hasOwn(moneyUnits, unit) ? moneyUnits[unit] : undefined;
  if (own === undefined)
    return scales.map(({ power, word }) => ({ power, unit: word + unit })).sort((a, b) => a.power - b.power);
  return Object.entries(moneyUnits)
    .map(([larger, power]) => ({ power: power - own, unit: larger }))
    .filter(({ power }, at, all) => all.findIndex((one) => one.power === power) === at)
    .filter(({ power }) => scales.some((scale) => scale.power === power))
    .sort((a, b) => a.power - b.power);
}
