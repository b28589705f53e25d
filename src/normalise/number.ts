import type { NumberWords } from './number-words.ts';
import { type Converted, parseQuantity, toDecimal } from './quantity.ts';

/** A number as read: finer than a `Decimal` holds it is rounded, which `tooFine` says. */
export interface ParsedNumber extends Converted {
  /** Match key of the unit behind it; null when there is none. */
  readonly unit: string | null;
  readonly approximate: boolean;
}

/** A nil mark: declared zero. */
export interface ParsedNil {
  readonly nil: true;
}

/**
 * Reads a text as one number (docs/grammars.md, Numbers); null when it is none, or more than one.
 *
 * Never throws. The unit is told, not applied: `12.5万元` is 12.5 with the unit `万元`, but `1.2万` is 12000. `power` is
 * the power of ten of the column's unit (万人次: 4), for numbers that tell none themselves.
 */
export function parseNumber(text: string, words: NumberWords, power = 0): ParsedNumber | ParsedNil | null {
  const quantity = parseQuantity(text, words);
  if (quantity === null) return null;
  if (quantity === 'nil') return { nil: true };
  // An amount, of which nobody says the unit.
  if (quantity.currency && quantity.unit === null) return null;
  const { unit, approximate, scale } = quantity;
  const applied = unit === null && scale === null ? power : 0;
  const { value, tooFine, step, exact } = toDecimal(quantity, applied);
  return { value, tooFine, step, exact: exact && applied === 0, unit, approximate };
}
