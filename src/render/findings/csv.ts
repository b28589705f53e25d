import type { UiTexts } from '../../message/ui-texts.ts';
import { findingValue } from '../../model/finding-value.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { CSV_MARK, csvLine } from '../csv.ts';
import { bureauName, causesText, entriesByBureau, remedyText } from './entry.ts';

/** Excel cuts a cell at 32,767 characters; `-f json` has every range. */
const LONGEST = 32_000;

/**
 * The findings as a table for Excel and WPS: UTF-8 with byte order mark, CRLF, a line an entry, worst bureaus first.
 *
 * A text that a spreadsheet would calculate gets an apostrophe before it. Bureau code, file, sheet, a single cell or the
 * item, and the value are what a line of `explanations.csv` needs. `nameOf` tells the scheme's name of an id.
 */
export function* findingsCsv(model: ReportModel, texts: UiTexts, nameOf: (id: string) => string): Iterable<string> {
  const { findingColumns: columns } = texts;
  yield CSV_MARK + csvLine(Object.values(columns));
  for (const { bureau, entries } of entriesByBureau(model)) {
    const name = bureauName(bureau, model, texts);
    for (const entry of entries)
      yield csvLine(
        Object.keys(columns).map((id) => field(id as ColumnId, entry, { bureauName: name, nameOf, texts })),
      );
  }
}

type ColumnId = keyof UiTexts['findingColumns'];

interface FieldContext {
  readonly bureauName: string;
  readonly nameOf: (id: string) => string;
  readonly texts: UiTexts;
}

function field(id: ColumnId, entry: ReportFinding, { bureauName, nameOf, texts }: FieldContext): string {
  switch (id) {
    case 'bureauName':
      return bureauName;
    case 'bureau':
      return entry.bureau ?? '';
    case 'severity':
      return texts.severity[entry.severity];
    case 'sheet':
      return entry.sheet ?? '';
    case 'cells':
      return cut(entry.cells);
    case 'count':
      return String(entry.count);
    case 'item':
      return nameOf(entry.column ?? entry.indicator ?? '');
    case 'value':
      return valueText(entry, texts);
    case 'message':
      return entry.message + (entry.examples.length > 0 ? texts.examples(entry.examples) : '');
    case 'causes':
      return causesText(entry, texts);
    case 'hint':
      return remedyText(entry, texts);
    default:
      return entry[id];
  }
}

/** The value that a reason would be given for. */
function valueText(entry: ReportFinding, texts: UiTexts): string {
  return entry.raw === null && entry.examples.length > 0 ? texts.severalValues : findingValue(entry);
}

function cut(cells: readonly string[]): string {
  const text = cells.join(' ');
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`;
}
