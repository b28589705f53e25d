import type { Form } from '../model/recognised.ts';
import { guarded } from '../text/formula-guard.ts';
import { activityTexts, type EntrySheet, type FormLayout, type LedgerLayout, type SummaryLayout } from './layout.ts';
import type { ReturnValues } from './return-values.ts';

/** Excel tells UTF-8 by it. */
const MARK = '\uFEFF';

/** Texts of a sheet by row and column, 1-based. */
type Texts = Map<number, Map<number, string>>;

/**
 * One form of the standard return as a text file, cell by cell where the workbook has it; its columns of verdicts and
 * sums are left out. No text of it is calculated by a spreadsheet, and every text reads back as it was given. Null when
 * the layout does not have the form.
 */
export function writeReturnCsv(layout: FormLayout, form: Form, values: ReturnValues): Uint8Array | null {
  const sheet = layout[form];
  if (sheet === null) return null;
  const texts: Texts = new Map();
  put(texts, 1, 1, sheet.title);
  for (const { text, row, column } of sheet.cover) put(texts, row, column, text);
  for (const { field, label, row, labelColumns, valueColumns } of sheet.fields) {
    put(texts, row, labelColumns[0], label);
    put(texts, row, valueColumns[0], values.cover[field] ?? '');
  }
  if (layout.summary === sheet) putSummary(texts, layout.summary, values);
  if (layout.ledger === sheet) putLedger(texts, layout.ledger, values);
  return new TextEncoder().encode(MARK + lines(texts, widthOf(sheet)));
}

function put(texts: Texts, row: number, column: number, text: string): void {
  if (text === '') return;
  const line = texts.get(row) ?? new Map<number, string>();
  texts.set(row, line.set(column, text));
}

function putSummary(texts: Texts, summary: SummaryLayout, { figures }: ReturnValues): void {
  const { heads, headerRow } = summary;
  put(texts, headerRow, summary.numberColumn, heads.number);
  put(texts, headerRow, summary.nameColumn, heads.name);
  put(texts, headerRow, summary.unitColumn, heads.unit);
  for (const { region, column } of summary.regions) put(texts, headerRow, column, region.name);
  for (const { row, text } of summary.sections) put(texts, row, 1, text);
  const given = new Map(figures.map(({ region, indicator, text }) => [`${region} ${indicator}`, text]));
  summary.lines.forEach(({ indicator, row }, at) => {
    put(texts, row, summary.numberColumn, String(at + 1));
    put(texts, row, summary.nameColumn, indicator.name);
    put(texts, row, summary.unitColumn, indicator.unit);
    for (const { region, column } of summary.regions)
      put(texts, row, column, given.get(`${region.code} ${indicator.id}`) ?? '');
  });
}

function putLedger(texts: Texts, ledger: LedgerLayout, { activities }: ReturnValues): void {
  const { columns, headerRow, firstRow } = ledger;
  const read = activities.map((activity) => activityTexts(ledger, activity));
  for (const { header, column, definition } of columns) {
    if (definition.type === 'check') continue;
    put(texts, headerRow, column, header);
    read.forEach((textOf, at) => {
      const text = definition.type === 'ignore' ? String(at + 1) : textOf(definition);
      put(texts, firstRow + at, column, text);
    });
  }
}

function widthOf({ lastColumn, checkColumn }: EntrySheet): number {
  return checkColumn === lastColumn ? lastColumn - 1 : lastColumn;
}

/** Every line has the same number of fields; those in no row are empty. */
function lines(texts: Texts, width: number): string {
  const last = Math.max(...texts.keys());
  let text = '';
  for (let row = 1; row <= last; row++) {
    const line = texts.get(row);
    const fields = Array.from({ length: width }, (_, at) => field(line?.get(at + 1) ?? ''));
    text += `${fields.join(',')}\r\n`;
  }
  return text;
}

function field(text: string): string {
  const safe = guarded(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
