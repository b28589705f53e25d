/** Where another reader gives other cells than ours, and why ours is right or safer. */
export interface ExplainedDifference {
  readonly file: string;
  readonly reader: 'sheetjs' | 'exceljs';
  /** Addresses, or how many cells, or the code of the finding by which we refuse what the other reads. */
  readonly what: string | number;
  readonly why: string;
}

type Row = readonly [file: string, reader: 'sheetjs' | 'exceljs', what: string | number, why: string];

const DOCTYPE = 'a document type is refused; the other ignores or expands it';
const NO_SHEET = 'a workbook without a readable sheet is an error; the other reads nothing without a word';
const NO_WORKBOOK = 'a zip without a workbook is named as such; the other reads nothing without a word';
const LOST_ZERO = 'the other drops a cached result of 0';
const ISO = 'a date of type d is a date; the other takes the first digits for a number';
const LONG = 'a text beyond what a cell can hold is cut, with a finding';
const AMBIGUOUS = 'two entries claim the name of the part: neither is believed';

const ROWS: readonly Row[] = [
  [
    'chinese/alibaba__easyexcel/t09.xlsx',
    'exceljs',
    'Sheet1!A1',
    '_x005F_ stands for an underscore, so _x000D_ after it is text',
  ],
  [
    'chinese/huhuaping__techme/01-accept--raw-2015.xlsx',
    'sheetjs',
    '1!C5 1!D6 1!E6 1!F6',
    'CR CR LF are two line ends by XML 1.0, 2.11',
  ],
  ['hostile/020-billion-laughs-sheet.xlsx', 'sheetjs', 'SHEET_DAMAGED', DOCTYPE],
  ['hostile/021-billion-laughs-workbook.xlsx', 'sheetjs', 'FILE_DAMAGED', DOCTYPE],
  ['hostile/022-xxe-file.xlsx', 'sheetjs', 'SHEET_DAMAGED', DOCTYPE],
  ['hostile/023-xml-deep-nesting.xlsx', 'sheetjs', 'SHEET_DAMAGED', '200,000 levels are refused'],
  ['hostile/023-xml-deep-nesting.xlsx', 'exceljs', 'SHEET_DAMAGED', '200,000 levels are refused'],
  ['hostile/025-xml-not-closed.xlsx', 'sheetjs', 'SHEET_DAMAGED', 'the sheet ends in the middle'],
  ['hostile/031-rels-escape.xlsx', 'exceljs', 'SHEET_MISSING', 'the sheet points out of the package'],
  ['hostile/031-rels-escape.xlsx', 'sheetjs', 'SHEET_MISSING', 'the sheet points out of the package'],
  ['hostile/032-rels-external.xlsx', 'exceljs', 'SHEET_MISSING', 'the sheet is an external link'],
  ['hostile/032-rels-external.xlsx', 'sheetjs', 'SHEET_MISSING', 'the sheet is an external link'],
  ['hostile/047-bad-cell-refs.xlsx', 'sheetjs', 7, 'references outside the sheet are findings, not cells'],
  [
    'hostile/049-duplicate-cells.xlsx',
    'sheetjs',
    'Sheet1!G2',
    'of a cell stored twice the first is kept, with a finding',
  ],
  [
    'hostile/049-duplicate-cells.xlsx',
    'exceljs',
    9,
    'a row stored twice keeps its cells; the other drops the first row',
  ],
  ['hostile/050-sst-index-bad.xlsx', 'sheetjs', 67, 'the other loses the sheet over one bad index'],
  [
    'hostile/050-sst-index-bad.xlsx',
    'exceljs',
    'Sheet1!A8 Sheet1!B8',
    'a bad string index is an error cell, not a number',
  ],
  ['hostile/056-no-sheets.xlsx', 'sheetjs', 'FILE_DAMAGED', NO_SHEET],
  ['hostile/056-no-sheets.xlsx', 'exceljs', 'FILE_DAMAGED', NO_SHEET],
  ['hostile/073-cell-40k.xlsx', 'sheetjs', '填报表!B8', LONG],
  ['hostile/073-cell-40k.xlsx', 'exceljs', '填报表!B8', LONG],
  ['hostile/075-formulas.xlsx', 'exceljs', '填报表!G4', LOST_ZERO],
  [
    'hostile/077-quarter-dates.xlsx',
    'exceljs',
    '填报表!E7',
    'a serial beyond 9999 is kept as a number; the other makes NaN of it',
  ],
  ['hostile/140-random.xlsx', 'sheetjs', 'FILE_UNSUPPORTED', 'random bytes are no text'],
  ['hostile/143-docx.xlsx', 'exceljs', 'FILE_UNSUPPORTED', NO_WORKBOOK],
  ['hostile/144-zip-of-xlsx.zip.xlsx', 'exceljs', 'FILE_UNSUPPORTED', NO_WORKBOOK],
  ['readers/ExcelDataReader__ExcelDataReader/EmptyZipFile.xlsx', 'exceljs', 'FILE_UNSUPPORTED', NO_WORKBOOK],
  [
    'readers/ExcelDataReader__ExcelDataReader/Fillreport.xlsx',
    'sheetjs',
    10,
    'references without a column are findings; the other keeps them as cells named 0 to 9',
  ],
  [
    'readers/ExcelDataReader__ExcelDataReader/LowerCaseReferenceAttribute.xlsx',
    'sheetjs',
    18,
    'the same nine cells; the other names them in lower case',
  ],
  [
    'readers/ExcelDataReader__ExcelDataReader/Test_Issue_NoStyles_NoRAttribute.xlsx',
    'exceljs',
    102,
    'the other does not read cells without reference',
  ],
  [
    'readers/PHPOffice__PhpSpreadsheet/Zip-Windows-Directory-Separator.xlsx',
    'exceljs',
    29,
    'the other does not read parts whose names have backslashes',
  ],
  [
    'readers/SheetJS__test_files/xlsx-stream-d-date-cell.xlsx',
    'exceljs',
    'Sheet1!B11 Sheet1!B5',
    `${ISO}; it also drops the result of a formula of type str`,
  ],
  ['readers/apache__poi/SimpleStrict.xlsx', 'exceljs', 'Sheet Number 2!A4', ISO],
  ['readers/apache__poi/duplicate-filename-case-insensitive.xlsx', 'sheetjs', 'SHEET_DAMAGED', AMBIGUOUS],
  ['readers/apache__poi/duplicate-filename-case-insensitive.xlsx', 'exceljs', 'SHEET_DAMAGED', AMBIGUOUS],
  ['readers/apache__poi/poc-xmlbomb-empty.xlsx', 'sheetjs', 'FILE_DAMAGED', DOCTYPE],
  [
    'readers/apache__poi/xlsx-corrupted.xlsx',
    'sheetjs',
    'FILE_DAMAGED',
    'the relationships of the package are not XML',
  ],
  ['readers/exceljs__exceljs/invalid-xml.xlsx', 'sheetjs', 'SHEET_DAMAGED', 'text stands after the root of the sheet'],
  ['readers/exceljs__exceljs/test-issue-877.xlsx', 'exceljs', 31, LOST_ZERO],
  ['readers/qax-os__excelize/BadWorkbook.xlsx', 'sheetjs', 'FILE_DAMAGED', NO_SHEET],
  ['readers/qax-os__excelize/BadWorkbook.xlsx', 'exceljs', 'FILE_DAMAGED', NO_SHEET],
  [
    'readers/tafia__calamine/date_1904.xlsx',
    'sheetjs',
    'Sheet1!A3',
    'a duration has no epoch: 255:10:10 stays 10.6 days (the comparison shifts what the other gives)',
  ],
  [
    'readers/tafia__calamine/date_1904.xlsx',
    'exceljs',
    'Sheet1!A1 Sheet1!A2',
    'the other does not see date1904="true": its dates are four years early',
  ],
  ['readers/tafia__calamine/date_iso.xlsx', 'exceljs', 'Sheet!A1 Sheet!A2 Sheet!A3', ISO],
  [
    'readers/tafia__calamine/empty_shared_string.xlsx',
    'exceljs',
    'Sheet1!A2',
    'an empty shared string is no cell; the other gives an empty object',
  ],
  [
    'readers/tafia__calamine/inlineStr_cdata.xlsx',
    'exceljs',
    'Sheet1!A1 Sheet1!A2 Sheet1!B1',
    'the other does not read CDATA',
  ],
  [
    'readers/tafia__calamine/nonstandard-xml-ns-prefix.xlsx',
    'exceljs',
    6,
    'the other does not read a workbook part with prefixes',
  ],
  [
    'readers/tealeg__xlsx/inlineStrings.xlsx',
    'sheetjs',
    39,
    'empty inline strings are no cells; the other takes the white space between tags for their text',
  ],
  [
    'readers/tidyverse__readxl/missing-v-node-xlsx.xlsx',
    'sheetjs',
    'Sheet1!C2',
    'a formula without cached value is told; the other drops it',
  ],
];

export const EXPLAINED: readonly ExplainedDifference[] = ROWS.map(([file, reader, what, why]) => ({
  file,
  reader,
  what,
  why,
}));

/** Files that another reader must not be given, because it hangs or takes all memory. */
export const NOT_FOR_OTHERS: readonly { readonly file: RegExp; readonly why: string }[] = [
  { file: /hostile\/01[023]-/, why: 'zip bombs: the others inflate gigabytes' },
  { file: /hostile\/03[89]-/, why: 'damaged on purpose: SheetJS does not return from some' },
  { file: /hostile\/040-/, why: 'a million styled rows: exceljs takes 700 MB' },
  { file: /hostile\/045-|57893-many-merges/, why: 'many merges: exceljs takes quadratic time' },
  { file: /hostile\/046-/, why: 'a merge of the whole sheet: exceljs expands it cell by cell' },
];
