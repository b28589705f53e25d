import type { Indicator } from '../../../src/scheme/scheme.ts';
import type { CellContent, Row } from '../write-files.ts';
import { type Hand, PLAIN } from './hand.ts';
import { header, type Part } from './sheet-parts.ts';
import { cityValue, INDICATORS, SUMMARY, UNITS } from './truth.ts';

/** How a summary is laid out. */
export interface SummaryStyle {
  /** Columns before the figures: `seq`, `city`, `county`. */
  readonly lead: readonly ('seq' | 'city' | 'county')[];
  readonly leadHeaders?: Readonly<Record<string, string>>;
  readonly indicators?: readonly Indicator[];
  /** Levels of an indicator's header; else its name. */
  readonly name?: (indicator: Indicator) => string | readonly string[];
  readonly hand?: Hand;
}

const LEAD: Readonly<Record<string, string>> = { seq: '序号', city: '地市', county: '县（市、区）' };

export function summaryHeader(style: SummaryStyle): Part {
  const { lead, leadHeaders = {}, indicators = INDICATORS, name = ({ name: own }) => own } = style;
  return header([
    ...lead.map((id) => [leadHeaders[id] ?? LEAD[id] ?? id]),
    ...indicators.map((one) => [name(one)].flat()),
  ]);
}

/** A row for each unit of the city. */
export function summaryRows(style: SummaryStyle, units: readonly string[] = UNITS): readonly Row[] {
  const { lead, indicators = INDICATORS, hand = PLAIN } = style;
  return units.map((unit, at) => {
    const cells = { seq: at + 1, city: hand.city, county: hand.unit(unit) };
    return [...lead.map((id) => cells[id]), ...indicators.map((one) => figure(one, unit, hand))];
  });
}

/** The city's total, its label in the last of the leading columns. */
export function summaryTotal(label: string, { lead, indicators = INDICATORS, hand = PLAIN }: SummaryStyle): Row {
  const blanks = lead.slice(1).map((): CellContent => null);
  return [...blanks, label, ...indicators.map((one) => written(one, cityValue(one.id), hand))];
}

/** What a unit states for an indicator. */
export function figure(indicator: Indicator, unit: string, hand: Hand): CellContent {
  return written(indicator, SUMMARY.get(unit)?.get(indicator.id) ?? 0, hand);
}

export function written({ type, unit }: Indicator, value: number, hand: Hand): CellContent {
  return type === 'decimal' ? hand.money(value) : hand.count(value, unit);
}
