import { matchKey } from '../text/match-key.ts';
import type { ParsedNil } from './number.ts';
import type { NumberWords } from './number-words.ts';
import { type Converted, parseQuantity, toDecimal } from './quantity.ts';

/** An amount in 万元; finer than a `Decimal` holds it is rounded, which `tooFine` says. */
export interface ParsedMoney extends Converted {
  readonly approximate: boolean;
  /** The cell itself says no unit: that of the column counts. */
  readonly unitOfColumn: boolean;
}

/**
 * 元 in 万元, as a power of ten: what a number written with 万 or 亿 but without a unit counts. One with 千 or a
 * currency may count 元 or the unit of its column, and is read only where these are the same.
 */
const YUAN = -4;

/**
 * Reads a text as an amount of money (docs/grammars.md, Money); null when it is none.
 *
 * `power` is the unit of the column as a power of ten of 万元; null when it cannot be told. A unit in the cell beats it.
 * Never throws.
 */
export function parseMoney(text: string, power: number | null, words: NumberWords): ParsedMoney | ParsedNil | null {
  const quantity = parseQuantity(text, words);
  if (quantity === null) return null;
  if (quantity === 'nil') return { nil: true };
  const { unit, approximate, scale, currency } = quantity;
  const unitOfColumn = unit === null && scale !== 'myriads';
  if (unitOfColumn && (scale !== null || currency) && power !== YUAN) return null;
  const own = unit === null ? YUAN : words.moneyUnits.get(unit);
  const counts = unitOfColumn ? power : own;
  if (counts === null || counts === undefined) return null;
  const { value, tooFine, step, exact } = toDecimal(quantity, counts);
  return { value, tooFine, step, exact, approximate, unitOfColumn };
}

/**
 * The unit of a money column as a power of ten of 万元: that of its header, else that of the banner, else `usual`.
 *
 * A banner may name several units (`单位：万元、家`); null when it names two of money, so that no one can tell.
 */
export function moneyPower(
  header: string | null,
  banner: string | null,
  usual: number,
  words: NumberWords,
): number | null {
  for (const text of [header, banner]) {
    const powers = new Set(unitKeys(text).flatMap((key) => words.moneyUnits.get(key) ?? []));
    if (powers.size > 1) return null;
    for (const power of powers) return power;
  }
  return usual;
}

function unitKeys(text: string | null): readonly string[] {
  return text === null ? [] : matchKey(text).split(/[、,;:/|]/);
}
