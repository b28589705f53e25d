import type { FindingWordings } from '../wording.ts';
import { count } from './plural.ts';

/** Findings about what a file is: form, sender, period, sheets and columns. */
export const FORM_FINDINGS = {
  FORM_UNKNOWN: ({ seen }, { quote }) => ({
    message: `This is neither an activity ledger nor a summary form${seen === '' ? '' : ` (seen: ${quote(seen)})`}.`,
    hint: 'Use the form that was handed out and keep its header row as it is.',
  }),
  HEADER_NOT_FOUND: ({ seen }, { quote }) => ({
    message: `No header row was found, so the columns cannot be told${seen === '' ? '' : ` (nearest: ${quote(seen)})`}.`,
    hint: 'Keep one row of column names above the data, as in the form that was handed out.',
  }),
  SENDER_NOT_FOUND: () => ({
    message: 'Nothing says which bureau sent this; the file cannot be counted.',
    hint: 'Name the bureau above the header (填报单位：…) or in the file name, as in 惠州市.xlsx.',
  }),
  SENDER_DISAGREES: ({ found }, { list }) => ({
    message: `The file names several bureaus: ${list(found)}.`,
    hint: 'Make the cover, the sheet name and the file name say the same bureau.',
  }),
  SENDER_UNKNOWN: ({ name }, { quote, nameOf }) => ({
    message: `The bureau ${quote(nameOf(name))} is outside the area of this report; the file was not counted.`,
    hint:
      nameOf(name) === name
        ? "Check the name; if it belongs here, add it to the scheme's table of regions."
        : 'Check the name; if it is to be compiled, name the area with --area, or check roster.csv.',
  }),
  PERIOD_NOT_FOUND: (_, { raw }) => ({
    message: raw === null ? 'The period is not given.' : `The period ${raw} cannot be read.`,
    hint: 'Write it above the header (报告期：2024年第一季度) or in the file name, as in 惠州市2024Q1.xlsx.',
  }),
  PERIOD_DISAGREES: ({ found }, { list, period }) => ({
    message: `The file names several periods: ${list(found.map(period))}.`,
    hint: 'Make the cover, the sheet name and the file name say the same period.',
  }),
  PERIOD_OTHER: ({ found, expected }, { period }) => ({
    message: `The file is for ${period(found)}, the report for ${period(expected)}; it was not counted.`,
    hint: 'If the period was mistyped, correct it and send the file anew; else move the file away.',
  }),
  NO_DATA_ROWS: () => ({
    message: 'There is a header but no data row.',
    hint: 'If there was nothing in this period, say so (零报告); else fill the form in and send it anew.',
  }),
  FORM_VERSION_OTHER: ({ found, expected }) => ({
    message: `The form was made for another version of the scheme (${found}, now ${expected}).`,
    hint: 'It was read as it is; make new forms by huizong form for the next period.',
  }),
  SHEET_HIDDEN: ({ rows }) => ({
    message: `The sheet is hidden and was not compiled${rows > 0 ? ` (it holds ${count(rows, 'data row')})` : ''}.`,
    hint: 'If it should count, unhide it and send the file anew.',
  }),
  SHEET_NOT_COMPILED: () => ({
    message: 'The sheet is not data and was not compiled.',
    hint: 'If it holds data to report, rename it or move the data to the form.',
  }),
  SHEET_OTHER_PERIOD: ({ found, rows }, { period }) => ({
    message: `The sheet is for ${period(found)} and was not compiled${rows > 0 ? ` (it holds ${count(rows, 'data row')})` : ''}.`,
    hint: 'If it holds data of this period, rename it; sheets of earlier periods do no harm.',
  }),
  TABLE_NOT_COMPILED: ({ rows }) => ({
    message: `The table here is not data of the form and was not compiled${rows > 0 ? ` (${count(rows, 'row')})` : ''}.`,
    hint: 'If it holds data to report, give it the headers of the form and send the file anew.',
  }),
  ROWS_HIDDEN: ({ rows }) => ({
    message: `${count(rows, 'hidden row')} counted like the others.`,
    hint: 'Delete rows that should not be reported and send the file anew.',
  }),
  COLUMN_MISSING: ({ name, nearest }, { quote, list }) => ({
    message: `The column ${quote(name)} is missing; what depends on it cannot be compiled.`,
    hint:
      nearest.length > 0
        ? `There is ${list(nearest)}: if that is the column, rename it to ${quote(name)}.`
        : `Add the column ${quote(name)} as in the form that was handed out.`,
  }),
  COLUMN_TWICE: ({ name, kept, ignored }, { quote }) => ({
    message: `Two columns mean ${quote(name)}: ${quote(kept)} was used, ${quote(ignored)} was not.`,
    hint: 'See that the right one was used; delete or rename the other.',
  }),
  COLUMN_UNKNOWN: ({ header }, { quote }) => ({
    message: `${quote(header)} is no column of the form and was not compiled.`,
    hint: 'Nothing to do for notes of your own; else use the column name of the form.',
  }),
  COLUMNS_UNKNOWN: ({ columns, first }, { quote }) => ({
    message: `${columns} columns are not of the form and were not compiled; the first is ${quote(first)}.`,
    hint: 'Nothing to do for notes of your own; else restore the column names of the form.',
  }),
  COLUMNS_ASIDE: ({ columns, first }, { quote }) => ({
    message: `Beside the table stand lists in ${columns} columns (choices for drop-downs), which are not compiled; the first is ${quote(first)}.`,
    hint: 'Nothing to do; if they hold data to be reported, move them into the table.',
  }),
  COLUMN_BY_CELLS: ({ header }, { quote }) => ({
    message: `${header === '' ? 'This column has no header' : `The header ${quote(header)} does not say that it tells regions`}, but its cells name regions: it is read as the region column.`,
    hint: 'Nothing needs to be done; the header of the form (地市, 县（市、区）) is safer.',
  }),
  COLUMN_WITHOUT_HEADER: ({ numbers, first }) => ({
    message: `This column has no header but ${count(numbers, 'number')} (the first in ${first}), not compiled.`,
    hint: 'Give it the column name of the form; move what stands in the wrong column; delete what is not to be reported.',
  }),
  INDICATOR_UNKNOWN: ({ label }, { quote }) => ({
    message: `${quote(label)} is no indicator of the form; the row is not compiled.`,
    hint: 'If it is only for the record, nothing to do; if it is an indicator of the form, use the name that the form gives it.',
  }),
  ROW_WITHOUT_INDICATOR: () => ({
    message: 'This row holds numbers but does not name their indicator; it is not compiled.',
    hint: 'Add the name as the form has it; move what stands in the wrong row; delete what is not to be reported.',
  }),
  INDICATORS_UNKNOWN: ({ rows, first }, { quote }) => ({
    message: `${rows} rows are no indicators of the form and are not compiled; the first is ${quote(first)}.`,
    hint: 'If they are only for the record, nothing to do; if names were changed, restore those of the form.',
  }),
  INDICATOR_TWICE: ({ kept, ignored }, { name, quote }) => ({
    message: `Two rows are ${quote(name ?? '')}: ${quote(kept)} is used, ${quote(ignored)} is not.`,
    hint: 'Check that the right one is used; delete or rename the other.',
  }),
  INDICATORS_MISSING: ({ names }, { list }) => ({
    message: `Indicators that have to be given are missing (${names.length}): ${list(names)}.`,
    hint: 'Add them as the form has them; where nothing happened, enter 0.',
  }),
  TABLES_TOO_MANY: ({ limit }) => ({
    message: `The sheet holds more than ${limit} tables; from here on it was not read.`,
    hint: 'Put the tables on several sheets, or make one table of them, and send it again.',
  }),
} satisfies Partial<FindingWordings>;
