import { lookup } from '../helpers/lists.ts';

/** A number with the number format that shows what the helper would print. */
export interface FormattedNumber {
  readonly number: number;
  /** In Excel's codes. */
  readonly format: string;
}

/** What a helper gives that stands alone in a cell; null where it prints no number. */
type NumberHelper = (...given: readonly unknown[]) => FormattedNumber | null;

/** Helpers that print one number: alone in a cell they give the number itself, to calculate with. */
export const NUMBER_HELPERS: Readonly<Record<string, NumberHelper>> = {
  num: (value, decimals) => formatted(value, formatOf(decimals)),
  pct: (value) => formatted(value, '0.0"%"'),
  cell: (figure) => {
    if (typeof figure !== 'object' || figure === null || !Object.hasOwn(figure, 'value')) return null;
    const decimals = Object.hasOwn(figure, 'decimals') ? lookup(figure, 'decimals') : 0;
    const isPart = Object.hasOwn(figure, 'complete') && lookup(figure, 'complete') === false;
    return formatted(lookup(figure, 'value'), formatOf(decimals) + (isPart ? INCOMPLETE : ''));
  },
};

/** What stands behind a figure that is not complete. */
const INCOMPLETE = '"*"';
const MOST_DECIMALS = 15;

function formatOf(decimals: unknown): string {
  if (typeof decimals !== 'number' || !Number.isInteger(decimals) || decimals < 1) return '#,##0';
  return `#,##0.${'0'.repeat(Math.min(decimals, MOST_DECIMALS))}`;
}

function formatted(number: unknown, format: string): FormattedNumber | null {
  return typeof number === 'number' && Number.isFinite(number) ? { number, format } : null;
}
