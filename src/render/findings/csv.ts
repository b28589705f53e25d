import type { UiTexts } from '../../message/ui-texts.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { CSV_MARK, csvLine } from '../csv.ts';
import { bureauName, causesText, entriesByBureau, remedyText } from './entry.ts';

/** Excel cuts a cell at 32,767 characters; `-f json` has every range. */
const LONGEST = 32_000;

/**
 * The findings as a table for Excel and WPS: UTF-8 with byte order mark, CRLF, a line an entry, worst bureaus first.
 *
 * A text that a spreadsheet would calculate gets an apostrophe before it.
 */
export function* findingsCsv(model: ReportModel, texts: UiTexts): Iterable<string> {
  const { findingColumns: columns } = texts;
  yield CSV_MARK + csvLine(Object.values(columns));
  for (const { bureau, entries } of entriesByBureau(model)) {
    const name = bureauName(bureau, model, texts);
    for (const entry of entries)
      yield csvLine(Object.keys(columns).map((id) => field(id as ColumnId, entry, name, texts)));
  }
}

type ColumnId = keyof UiTexts['findingColumns'];

function field(id: ColumnId, entry: ReportFinding, bureauName: string, texts: UiTexts): string {
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

function cut(cells: readonly string[]): string {
  const text = cells.join(' ');
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`;
}
