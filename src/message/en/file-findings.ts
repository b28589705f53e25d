import type { FindingWordings, Wording } from '../wording.ts';
import { fileWord } from './file-words.ts';
import { count } from './plural.ts';

const FORM_NAMES: Readonly<Record<string, string>> = { ledger: 'ledger', summary: 'summary form' };

function formName(form: string): string {
  return FORM_NAMES[form] ?? form;
}

/** Kinds of files that hold others. */
const ARCHIVES: ReadonlySet<string> = new Set(['zip', 'archive', 'volume']);

/** Kinds of files that programs can save as a workbook. */
const SAVEABLE: ReadonlySet<string> = new Set(['xls', 'xlsb', 'ods', 'mhtml', 'xml', 'numbers', 'exchange']);

const PASSED_OVER = {
  download: {
    message: 'This download was not finished; nothing of it was compiled.',
    hint: 'Let it finish and run again, or ask the bureau to send the file anew; delete it if it is not needed.',
  },
  link: {
    message: 'This is a shortcut or link and not the file itself; nothing was compiled from it.',
    hint: 'If it leads to a return, put the file itself here, or ask the bureau for it; otherwise there is nothing to do.',
  },
  archive: {
    message: 'Archives of this kind, or parts of one, are not opened; nothing in it was compiled.',
    hint: 'If it holds returns, unpack it (all parts of it together) and put the workbooks here; otherwise there is nothing to do.',
  },
  folder: {
    message: 'This is a folder, though it is named like a return, and no table was found in it.',
    hint: 'Put the return itself here, or ask the bureau to send it anew; delete the folder if it is not needed.',
  },
  other: {
    message: 'This was not taken for a return and was not compiled.',
    hint: 'If it is a return, have it sent as a spreadsheet (xlsx or csv); otherwise there is nothing to do.',
  },
} as const;

/** Findings about a file as a whole and about how it is stored. */
export const FILE_FINDINGS = {
  FILE_EMPTY: () => ({
    message: 'The file is empty.',
    hint: 'Copying or downloading was probably cut short: export it again and send it anew.',
  }),
  FILE_UNREADABLE: ({ detail }) => ({
    message: `The file cannot be opened (${fileWord(detail)}).`,
    hint: 'See that it is still there, that you may read it, and that no other program locks it.',
  }),
  FILE_BUSY: () => ({
    message: 'The file is open in another program and cannot be read.',
    hint: 'Close it in Excel or WPS and run again.',
  }),
  FILE_DAMAGED: ({ detail }) => ({
    message: `The file is damaged and cannot be read (${fileWord(detail)}).`,
    hint: 'Open the original in Excel or WPS, save it as a new workbook (*.xlsx) and send that.',
  }),
  FILE_TOO_LARGE: ({ part, limit, counted = '' }) =>
    counted === 'findings' || counted === 'bundleFindings'
      ? tooManyFindings(limit, counted)
      : tooLarge(part, limit, counted),
  FILE_TOO_SLOW: ({ seconds }) => ({
    message: `The file was not read to its end within ${count(seconds, 'second')} and was given up, for safety.`,
    hint: 'Open the original in Excel or WPS, save it as a new workbook (*.xlsx) and send that.',
  }),
  FILE_ENCRYPTED: ({ locked }) => LOCKED[locked ?? 'file'],
  FILE_UNSUPPORTED: ({ kind }) => ({
    message: `This kind of file is no return and was not read (${fileWord(kind)}).`,
    hint: unsupportedHint(kind),
  }),
  FILE_COPY: ({ of }, { quote }) => ({
    message: `This file is the same as ${quote(of)}; it counts once.`,
    hint: 'Nothing to do, unless a corrected version should have been sent instead.',
  }),
  FILE_SUPERSEDED: ({ by }, { quote }) => ({
    message: `There is a later version, ${quote(by)}; this file does not count.`,
    hint: 'Nothing to do. If this file is the last version, say so in its name (v2) and run again.',
  }),
  FILE_PARTLY_SUPERSEDED: ({ by, forms }, { quote }) => ({
    message: `What ${quote(by)} corrects of the ${forms.map(formName).join(' and the ')} of this file counts as it is there; the rest of this file counts.`,
    hint: 'Nothing to do, unless that file was not meant as a correction.',
  }),
  VERSION_NARROWER: ({ of, lost }, { quote, list, nameOf }) => ({
    message:
      lost.length === 0
        ? `This file replaces ${quote(of)} and has none of its activities.`
        : `This file replaces ${quote(of)}, which also has ${list(lost.map(nameOf))}.`,
    hint: 'Ask the bureau whether that is meant. If this is only an addition, have both sent as one file.',
  }),
  VERSIONS_CONFLICT: ({ others, forms }, { list }) => ({
    message: `The ${forms.map(formName).join(' and the ')} of this file differs from ${list(others)}, and nothing says which comes later; none of them counts.`,
    hint: 'Ask the bureau: keep one, or name the later one v2. If each is a part, have them sent as one file.',
  }),
  FORM_NOT_SENT: ({ form }) => ({
    message: `The ${formName(form)} is due and was not sent.`,
    hint: 'Have it sent; a bureau with nothing to report sends a nil return.',
  }),
  SOURCES_ROW_UNUSED: ({ name }, { quote }) => ({
    message: `The file ${quote(name)} that this row names is not among the files of this run; the row had no effect.`,
    hint: 'Write the name as the findings print it, or its last part; delete the row when it is no longer needed.',
  }),
  EXPLANATION_LAPSED: ({ about, explained, now }, { quote }) => ({
    message: `The reason that this row gives for ${about} has lapsed: it was given for ${value(explained, quote)}, which is ${value(now, quote)} now.`,
    hint: 'Ask the bureau for a reason for the value as it is now, or delete the row.',
  }),
  EXPLANATION_REFUSED: ({ about }) => ({
    message: `This row gives a reason for ${about}, which is an error; errors must be mended and cannot be explained.`,
    hint: 'Have the bureau mend and send it anew, and delete the row.',
  }),
  EXPLANATION_UNUSED: ({ about }) => ({
    message: `The reason that this row gives has no effect: nothing in what the bureau sent has the finding ${about} at this place.`,
    hint: 'If it was mended, delete the row; if not, check code, bureau and the columns that say where.',
  }),
  FOLDER_UNREADABLE: () => ({
    message: 'This folder cannot be opened; the files in it were not compiled.',
    hint: 'Check the permissions and run again; bureaus in it may be listed as missing.',
  }),
  LINK_BROKEN: () => ({
    message: 'This link leads to no file; nothing was compiled from it.',
    hint: 'Put the file itself here, or delete the link, and run again.',
  }),
  FILE_PASSED_OVER: ({ kind }) => PASSED_OVER[kind ?? 'other'],
  SHEET_DAMAGED: ({ detail }) => ({
    message: `The sheet is damaged and was not read to its end (${fileWord(detail)}).`,
    hint: 'Open the file in Excel or WPS, check this sheet, save as a new file and send that.',
  }),
  SHEET_MISSING: () => ({
    message: 'The file lists this sheet but does not hold it.',
    hint: 'Open the original in Excel or WPS, save it as a new file and send that.',
  }),
  CELL_REFERENCE_BAD: ({ reference }, { quote }) => ({
    message: `The cell address ${quote(reference)} is malformed; the cell was not read.`,
    hint: 'Open the file in Excel or WPS, save it as a new file and send that.',
  }),
  CELL_TWICE: () => ({
    message: 'The file stores this cell twice; which one is meant cannot be told.',
    hint: 'Open the file in Excel or WPS, check the cell, save as a new file and send that.',
  }),
  CELL_DAMAGED: ({ stored }, { quote }) => ({
    message: `The cell is stored wrongly (${quote(stored)}) and was not read.`,
    hint: 'Open the file in Excel or WPS, check the cell, save as a new file and send that.',
  }),
  CELL_STYLE_BAD: ({ style }, { quote }) => ({
    message: `The cell has the format ${quote(style)}, which does not exist; it was read as a plain number.`,
    hint: 'Check the cell; if it is a date, format it as a date, save and send the file anew.',
  }),
  CELL_TEXT_CUT: ({ limit }) => ({
    message: `The text of the cell is too long; its first ${limit} characters were read.`,
    hint: 'Shorten it and send details apart.',
  }),
  MERGE_IGNORED: ({ references, count: merges }, { list }) => ({
    message: `${count(merges, 'merged range')} malformed and ignored: ${list(references)}.`,
    hint: 'Open the file in Excel or WPS, unmerge these cells, save as a new file and send that.',
  }),
  ENCODING_UNCLEAR: ({ encoding }) => ({
    message: `The text file does not say its encoding; it was read as ${encoding}.`,
    hint: 'If characters look wrong in the report, save the file as "CSV UTF-8" and send it anew.',
  }),
  ENCODING_GARBLED: () => ({
    message: 'Most characters of the text are garbled: it was saved in a wrong encoding, and the Chinese is lost.',
    hint: 'Save the sound original as an Excel workbook (xlsx) and send that; what is garbled cannot be mended.',
  }),
  ENCODING_BROKEN: ({ encoding }) => ({
    message: `Some bytes of the text file are not ${encoding}; its characters may be wrong.`,
    hint: 'Open the original in Excel, save it as "CSV UTF-8" and send that.',
  }),
  TEXT_QUOTE_OPEN: () => ({
    message: 'A quotation mark opens here and never closes, so the cells after it cannot be told apart.',
    hint: 'Close or delete the quotation mark; within a cell write it twice, as in "he said ""yes""".',
  }),
  TEXT_ROW_LENGTH: ({ expected, found }) => ({
    message: `The row has ${found} cells, the header ${expected}; its cells may have shifted.`,
    hint: 'Look for a comma too many or too few; a cell with a comma must stand in quotation marks.',
  }),
} satisfies Partial<FindingWordings>;

/** What cannot be read without a password or the software that has encrypted it. */
const LOCKED = {
  file: {
    message: 'The file is protected by a password and cannot be read.',
    hint: 'In Excel choose File > Info > Protect Workbook, clear the password, and send it anew.',
  },
  bundle: {
    message: 'The archive that holds the file is protected by a password; the file cannot be read.',
    hint: 'Unpack it and send the workbook itself, or pack it anew without a password.',
  },
  software: {
    message: 'Software of the office has encrypted the file; away from its computers it cannot be read.',
    hint: 'Decrypt it with that software, or have it released for others, and send it anew.',
  },
};

function unsupportedHint(kind: string): string {
  if (ARCHIVES.has(kind))
    return 'Unpack it and send the workbooks within it as *.xlsx or CSV; archives within archives, rar, 7z and split archives are not opened.';
  return SAVEABLE.has(kind)
    ? 'Save it as an Excel workbook (*.xlsx) or as CSV and send that.'
    : 'Fill in the form, save it as an Excel workbook (*.xlsx) or as CSV and send that.';
}

function value(text: string, quote: (text: string) => string): string {
  return text === '' ? 'a blank' : quote(text);
}

function tooLarge(part: string, limit: string, counted: string): Wording {
  return {
    message: `The file is too large and was not read, for safety (${part === '' ? '' : `${part}, `}limit ${limit}${counted === '' ? '' : ` ${fileWord(counted)}`}).`,
    hint: /^bundle(?:Files|Cells|Bytes)$/.test(counted)
      ? 'Keep the returns only, or part them over several archives, and send them anew.'
      : 'Delete pictures, blank rows and other sheets, keep the return only, save and send it anew.',
  };
}

function tooManyFindings(limit: string, counted: 'findings' | 'bundleFindings'): Wording {
  if (counted === 'bundleFindings')
    return {
      message: `The files of the bundle have too many faults, and this one is not counted (more than ${limit} ${fileWord(counted)}).`,
      hint: 'Mend the files of the bundle that have most faults, or send this one by itself.',
    };
  return {
    message: `The file has too many faults and is not counted (more than ${limit} ${fileWord(counted)}).`,
    hint: 'See whether the cells of each column are what its header says, mend them and send the file anew.',
  };
}
