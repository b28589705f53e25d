import { decimal, toNumber } from '../decimal/decimal.ts';
import type { ColumnType } from '../scheme/scheme.ts';
import type { CoverField } from './layout.ts';

/**
 * What stands in a return. Every value is a text as the clerk typed it; the writer makes numbers and dates of those
 * that are nothing else, so that reading back gives the same value.
 */
export interface ReturnValues {
  readonly cover: Readonly<Record<CoverField, string>>;
  readonly figures: readonly FigureValue[];
  /** Activities in order; their texts by the id of the column. */
  readonly activities: readonly Readonly<Record<string, string>>[];
}

export interface FigureValue {
  /** Codes and ids of the scheme. */
  readonly region: string;
  readonly indicator: string;
  readonly text: string;
}

/** The values of a blank form. */
export const NO_VALUES: ReturnValues = { cover: {}, figures: [], activities: [] };

/** What a cell holds: a text, a number, or a day as a serial of the 1900 date system. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly serial: number };

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Digits that a spreadsheet keeps. */
const MOST_DIGITS = 15;
const SECONDS = 86_400_000;
/** Serial of 1970-01-01. */
const EPOCH = 25_569;
/** Dates before are counted differently by spreadsheets. */
const FIRST_YEAR = 1901;

/** The content of a cell for a text of a column or indicator of this type; null when there is nothing. */
export function cellContent(text: string, type: ColumnType): CellContent | null {
  if (text.trim() === '') return null;
  if (type === 'integer' || type === 'decimal') return numberContent(text.trim()) ?? { kind: 'text', text };
  if (type === 'date_range') return dayContent(text.trim()) ?? { kind: 'text', text };
  return { kind: 'text', text };
}

function numberContent(text: string): CellContent | null {
  if (!PLAIN_NUMBER.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS) return null;
  const value = decimal(text);
  return value === null ? null : { kind: 'number', number: toNumber(value) };
}

function dayContent(text: string): CellContent | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || Number(year) < FIRST_YEAR) return null;
  // 2024-02-31 is no day, and stays what was typed.
  if (new Date(time).toISOString().slice(0, 10) !== text) return null;
  return { kind: 'day', serial: time / SECONDS + EPOCH };
}
