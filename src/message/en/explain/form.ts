import type { Explanations } from '../../explanation.ts';

/** Which form it is, who sent it, for which period, with which columns. */
export const FORM = {
  FORM_UNKNOWN: {
    title: 'Form unknown',
    what: 'The sheet holds a table whose columns are neither those of the ledger nor those of the summary form.',
    why: 'What the columns mean is not known, so nothing was compiled and the table was not checked further.',
    mend: 'Use the form as it was handed out and keep its column names.',
  },
  HEADER_NOT_FOUND: {
    title: 'No header',
    what: 'No row of the whole file looks like a header.',
    why: 'What the columns mean is not known; the file is rejected and was not checked further.',
    mend: 'Put a row of column names above the data, as in the form.',
  },
  SENDER_NOT_FOUND: {
    title: 'Bureau unknown',
    what: 'Neither the cover nor the names of sheets, file and folder say which bureau sent it.',
    why: 'Whose figures they are is not known; the file is rejected and was not checked further.',
    mend: 'Write 填报单位 and the bureau above the header, or put the bureau into the file name or sources.csv.',
  },
  SENDER_DISAGREES: {
    title: 'Two bureaus named',
    what: 'The cover and the names of sheets or file do not name the same bureau.',
    why: 'Figures of the wrong bureau are worse than none; the file is rejected.',
    mend: 'Name one bureau everywhere, or settle it in sources.csv.',
  },
  SENDER_UNKNOWN: {
    title: 'Bureau outside the area',
    what: 'The bureau named is no region of the area that is compiled.',
    why: 'The file was not counted and is listed apart.',
    mend: 'Check the name; if it belongs here, add the region to the scheme.',
  },
  PERIOD_NOT_FOUND: {
    title: 'Period unknown',
    what: 'The period written cannot be read, or columns are of several periods and the file does not say which is its own.',
    why: 'The period of the run was assumed, which may be wrong; columns that cannot be told apart were not counted.',
    mend: 'Write 报告期 and the period above the header, such as 2024年第一季度, or put it into the file name.',
  },
  PERIOD_DISAGREES: {
    title: 'Two periods named',
    what: 'The cover and the names of sheets or file do not name the same period.',
    why: 'The cover is believed, then sheet and file name; figures of another period may have been counted.',
    mend: 'Name one period everywhere.',
  },
  PERIOD_OTHER: {
    title: 'Another period',
    what: 'The file is for another period than the one that is compiled.',
    why: 'It was not counted; the state of the bureau does not suffer.',
    mend: 'Correct the period and send it anew, or move the file out of the folder.',
  },
  NO_DATA_ROWS: {
    title: 'No data rows',
    what: 'Nothing stands below the header, and no nil return is stated.',
    why: 'An empty form may have been forgotten; it is not taken for zero.',
    mend: 'If there was nothing, write 零报告; otherwise fill it in and send it anew.',
  },
  SHEET_HIDDEN: {
    title: 'Hidden sheet',
    what: 'The sheet is hidden.',
    why: 'Hidden sheets mostly hold earlier data or lists; it was not compiled, its rows are listed.',
    mend: 'If it should count, unhide it and send the file anew.',
  },
  TABLE_NOT_COMPILED: {
    title: 'Table that was not compiled',
    what: 'Beside the form the sheet holds a table whose headers are not those of the form.',
    why: 'A reminder only, so that no data are lost.',
    mend: 'If it holds data of the return, give it the headers of the form and send the file anew.',
  },
  SHEET_NOT_COMPILED: {
    title: 'Sheet that was not compiled',
    what: 'By its name or content the sheet holds instructions, a sample or something else.',
    why: 'A reminder only, so that no data are lost.',
    mend: 'If it holds data of the return, rename it or move them to the form.',
  },
  SHEET_OTHER_PERIOD: {
    title: 'Sheet of another period',
    what: 'The file has a sheet for each period, and this one is not for the period that is compiled.',
    why: 'It was not compiled, its rows are listed: figures of other periods do not mix with those of this one.',
    mend: 'If it holds data of this period, correct its name; sheets of earlier periods do no harm.',
  },
  ROWS_HIDDEN: {
    title: 'Hidden rows',
    what: 'Data rows are hidden or filtered out.',
    why: 'They were counted, but nobody sees them on paper, and totals will seem wrong.',
    mend: 'Delete rows that should not be reported; better unhide the others.',
  },
  COLUMN_MISSING: {
    title: 'Missing column',
    what: 'The ledger lacks a required column, and no title, sheet name or cover stands in for it.',
    why: 'Indicators that need the column cannot be compiled.',
    mend: 'Add the column, or give it its name as in the form.',
  },
  COLUMN_TWICE: {
    title: 'Two columns of one meaning',
    what: 'The names of two columns mean the same.',
    why: 'The one named more like the form was used, the other was not; it may be the wrong one.',
    mend: 'Check which one is right; delete or rename the other.',
  },
  COLUMN_UNKNOWN: {
    title: 'Column that is not in the form',
    what: 'The form has no column of this name.',
    why: 'The column was not compiled; if its name was changed, data are lost.',
    mend: 'Nothing to do for notes of your own; otherwise use the name in the form.',
  },
  COLUMNS_UNKNOWN: {
    title: 'Many columns that are not in the form',
    what: 'More than 20 columns are not in the form; they are told together.',
    why: 'They were not compiled; perhaps another form was used.',
    mend: 'Nothing to do for notes of your own; otherwise restore the names of the form.',
  },
  COLUMNS_ASIDE: {
    title: 'Lists beside the table',
    what: 'Lists stand beside the table, such as choices for a dropdown.',
    why: 'They are no data and were not compiled.',
    mend: 'Nothing to do, unless they hold data: then move them into the table.',
  },
  INDICATOR_UNKNOWN: {
    title: 'Indicator that is not in the form',
    what: 'A row of the summary is no indicator of the form.',
    why: 'The row was not compiled; if its name was changed, data are lost.',
    mend: 'Nothing to do for notes of your own; otherwise use the name in the form.',
  },
  INDICATORS_UNKNOWN: {
    title: 'Many indicators that are not in the form',
    what: 'More than 20 rows are no indicators of the form; they are told together.',
    why: 'They were not compiled; perhaps another form was used.',
    mend: 'Nothing to do for notes of your own; otherwise restore the names of the form.',
  },
  INDICATOR_TWICE: {
    title: 'Two rows of one indicator',
    what: 'Two rows of the summary are the same indicator.',
    why: 'One was used, the other was not; it may be the wrong one.',
    mend: 'Check which one is right; delete or rename the other.',
  },
  INDICATORS_MISSING: {
    title: 'Missing indicators',
    what: 'The summary speaks of a task but lacks some of its core indicators.',
    why: 'They have no figure and count as not reported, not as zero.',
    mend: 'Add them as in the form; where there was nothing, write 0 or 无.',
  },
  TABLES_TOO_MANY: {
    title: 'Too many tables on a sheet',
    what: 'One sheet holds more tables than can be read.',
    why: 'What stands below was not read, so data are lost.',
    mend: 'Put the tables on several sheets, or join them, and send the file anew.',
  },
} satisfies Partial<Explanations>;
