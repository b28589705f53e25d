import type { Period } from '../period/period.ts';
import type { Column, Indicator, Region } from '../scheme/scheme.ts';

/**
 * The standard return of a bureau for a period: which sheets it has and where each value stands.
 *
 * The blank form and a return typed at prompts are written by the same layout, so that both read back alike.
 */
export interface FormLayout {
  readonly bureau: Region;
  readonly period: Period;
  /** Scheme and version of the form, as it stands on every sheet. */
  readonly mark: string;
  readonly summary: SummaryLayout | null;
  readonly ledger: LedgerLayout | null;
}

/** What the two sheets of entries have in common. All rows and columns are 1-based. */
export interface EntrySheet {
  readonly sheet: string;
  readonly title: string;
  /** Last column that the title is merged over. */
  readonly titleEnd: number;
  readonly lastColumn: number;
  /** Fixed texts above the table: bureau, period, mark. */
  readonly cover: readonly CoverText[];
  /** Cells beside labels that are for the clerk to fill in. */
  readonly fields: readonly CoverCell[];
  readonly headerRow: number;
  readonly firstRow: number;
  /** Column of the verdicts of the rules; null when the scheme has none. */
  readonly checkColumn: number | null;
}

export interface CoverText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Last column that it is merged over. */
  readonly lastColumn: number;
}

/**
 * What a cover asks for: `nil` an explicit statement that nothing took place, `date` when the form was filled in, `head`
 * who answers for it, else the id of a column of the scheme that holds personal data.
 */
export type CoverField = string;

export interface CoverCell {
  readonly field: CoverField;
  readonly label: string;
  readonly row: number;
  readonly labelColumns: readonly [first: number, last: number];
  readonly valueColumns: readonly [first: number, last: number];
}

/** Indicators in rows, regions in columns. */
export interface SummaryLayout extends EntrySheet {
  /** Headers of the columns before the figures, by what they hold. */
  readonly heads: Readonly<Record<'number' | 'name' | 'unit' | 'total' | 'check', string>>;
  readonly numberColumn: number;
  readonly nameColumn: number;
  readonly unitColumn: number;
  readonly regions: readonly { readonly region: Region; readonly column: number }[];
  /**
   * Sum of the regions, under a header that is no data: what a spreadsheet last worked out must never pass for what the
   * bureau states. Null when there is only one region, or the scheme has no such column.
   */
  readonly totalColumn: number | null;
  readonly sections: readonly { readonly row: number; readonly text: string }[];
  readonly lines: readonly { readonly indicator: Indicator; readonly row: number }[];
  readonly lastRow: number;
}

/** An activity in each row. */
export interface LedgerLayout extends EntrySheet {
  readonly columns: readonly LedgerColumn[];
  /** What a region that is left blank means, by name; null when the form has no column of regions. */
  readonly ownRegion: string | null;
  /** Rows made ready for entries; more activities get more rows. */
  readonly rows: number;
}

export interface LedgerColumn {
  readonly definition: Column;
  readonly header: string;
  readonly column: number;
  /** In Latin digits. */
  readonly width: number;
}

/** Where a value stands in the workbook. */
export interface FormPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The texts of an activity as the ledger has them: a region left blank would be read as that of the row above. */
export function activityTexts(
  { ownRegion }: LedgerLayout,
  activity: Readonly<Record<string, string>>,
): (definition: Column) => string {
  const isBlank = Object.values(activity).every((text) => text.trim() === '');
  return (definition: Column): string => {
    const text = activity[definition.id] ?? '';
    const isOwn = definition.type === 'region' && text.trim() === '' && !isBlank;
    return isOwn ? (ownRegion ?? '') : text;
  };
}

/** The cell of a region's figure; null when the form does not ask for it. */
export function figurePlace({ summary }: FormLayout, region: string, indicator: string): FormPlace | null {
  const line = summary?.lines.find((one) => one.indicator.id === indicator);
  const at = summary?.regions.find((one) => one.region.code === region);
  return summary && line && at ? { sheet: summary.sheet, row: line.row, column: at.column } : null;
}

/** The cell of a column in the row of the nth activity, counted from 0; null when the form does not ask for it. */
export function activityPlace({ ledger }: FormLayout, at: number, column: string): FormPlace | null {
  const found = ledger?.columns.find(({ definition }) => definition.id === column);
  return ledger && found ? { sheet: ledger.sheet, row: ledger.firstRow + at, column: found.column } : null;
}

/** The cells of a field of the cover: one on each sheet of entries. */
export function coverPlaces({ summary, ledger }: FormLayout, field: CoverField): readonly FormPlace[] {
  return [summary, ledger].flatMap((sheet) => {
    if (sheet === null) return [];
    const cells = sheet.fields.filter((cell) => cell.field === field);
    return cells.map(({ row, valueColumns }) => ({ sheet: sheet.sheet, row, column: valueColumns[0] }));
  });
}
