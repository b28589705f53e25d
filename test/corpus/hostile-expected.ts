/** 活动次数, 投入资金（万元）, 受益人数 of all counted rows; null where nothing can be said of one. */
export type Sums = readonly [number | null, number | null, number | null];

/** What has to come of a file of the corpus' expected.md. */
export interface Expected {
  /** Null: the file is not counted. */
  readonly sums: Sums | null;
  /** Codes that are told, each once. Credit codes are wrong everywhere: the control's own are made up. */
  readonly told: readonly string[];
}

/** The control's six rows. */
const SIX: Sums = [21, 63, 2100];

const good = (...told: readonly string[]): Expected => ({ sums: SIX, told });
const rows = (sums: Sums, ...told: readonly string[]): Expected => ({ sums, told });
const refused = (...told: readonly string[]): Expected => ({ sums: null, told });

/** Six files of one kind, by their numbers. */
const each = (numbers: readonly string[], name: string, expected: Expected): Readonly<Record<string, Expected>> =>
  Object.fromEntries(numbers.map((number) => [name.replace('*', number), expected]));

/** Files that are not picked up when a folder is read. */
export const NOT_PICKED_UP = ['.~lock.000-control.xlsx#', '156-backup.xlsx.bak'];

/** Written by hand from expected.md. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  '000-control.xlsx': good(),
  '010-zipbomb-2gb-text.xlsx': refused('FILE_TOO_LARGE'),
  // Its size is not what its directory says: damaged, whatever the limits.
  '012-zipbomb-lying-size.xlsx': refused('SHEET_DAMAGED'),
  '013-zipbomb-sharedstring-600mb.xlsx': refused('FILE_TOO_LARGE'),
  '020-billion-laughs-sheet.xlsx': refused('SHEET_DAMAGED'),
  '021-billion-laughs-workbook.xlsx': refused('FILE_DAMAGED'),
  '022-xxe-file.xlsx': refused('SHEET_DAMAGED'),
  '023-xml-deep-nesting.xlsx': refused('SHEET_DAMAGED'),
  '024-xml-attribute-flood.xlsx': good(),
  '025-xml-not-closed.xlsx': refused('SHEET_DAMAGED'),
  '031-rels-escape.xlsx': refused('SHEET_MISSING'),
  '032-rels-external.xlsx': refused('SHEET_MISSING'),
  '033-missing-sheet-part.xlsx': good('SHEET_MISSING'),
  ...each(['02', '03', '05', '06', '07', '08', '09'], '038-truncated-*.xlsx', refused('FILE_DAMAGED')),
  '038-truncated-10-sheetjs-hang.xlsx': refused('FILE_DAMAGED'),
  ...each(['00', '01', '03', '04', '05', '09'], '039-bitflip-*.xlsx', refused('FILE_DAMAGED')),
  // Here the bits are those of the name of the sheet's part.
  '039-bitflip-06.xlsx': refused('SHEET_MISSING'),
  '039-bitflip-10-sheetjs-hang.xlsx': refused('FILE_DAMAGED'),
  '040-1048576-formatted-empty-rows.xlsx': good(),
  '042-dimension-lie-huge.xlsx': good(),
  '043-dimension-lie-small.xlsx': good(),
  '044-16384-columns.xlsx': rows([6, 18, 600], 'COLUMNS_UNKNOWN'),
  '045-200k-merges.xlsx': good(),
  '046-merge-whole-sheet.xlsx': good('MERGE_IGNORED'),
  '047-bad-cell-refs.xlsx': good('CELL_REFERENCE_BAD'),
  '048-rows-out-of-order.xlsx': good(),
  '049-duplicate-cells.xlsx': good('CELL_TWICE'),
  // Row 8 has cells whose text and format are not there; what depends on them is told, too.
  '050-sst-index-bad.xlsx': good(
    ...['CELL_DAMAGED', 'CELL_STYLE_BAD', 'CREDIT_CODE_DIGITS_LOST', 'DATE_MISSING', 'REQUIRED_BLANK', 'TASK_MISSING'],
  ),
  '053-hidden-sheets.xlsx': good('SHEET_HIDDEN'),
  '054-hidden-rows-cols.xlsx': good('ROWS_HIDDEN'),
  '056-no-sheets.xlsx': refused('FILE_DAMAGED'),
  '057-header-only.xlsx': rows([0, 0, 0], 'NO_DATA_ROWS'),
  // 活动次数 stands in the places of 投入资金 and 受益人数.
  '059-duplicate-headers.xlsx': rows([21, null, null], 'COLUMN_TWICE'),
  '061-html-injection.csv': rows([78, 234, 7800]),
  '062-markdown-injection.csv': rows([78, 234, 7800]),
  '062-markdown-injection.xlsx': rows([78, 234, 7800]),
  '064-shell-and-path.csv': rows([78, 234, 7800]),
  '064-shell-and-path.xlsx': rows([78, 234, 7800]),
  '065-unicode-tricks.csv': rows([78, 234, 7800]),
  '066-prototype-headers.csv': good('COLUMN_UNKNOWN'),
  '066-prototype-headers.xlsx': good('COLUMN_UNKNOWN'),
  '067-prototype-values.csv': rows([0, 0, 0], 'REGION_UNKNOWN', 'TASK_UNKNOWN'),
  '067-prototype-values.xlsx': rows([0, 0, 0], 'REGION_UNKNOWN', 'TASK_UNKNOWN'),
  // 123 + 1234 + 12 + 30 + 30 + 125000 + 5 + 7: the readable ones of the 39 spellings.
  ...each(
    ['csv', 'xlsx'],
    '070-numbers-as-text.*',
    rows([39, 117, 126_441], ...['NUMBER_APPROXIMATE', 'NUMBER_NEGATIVE', 'NUMBER_NOT_WHOLE', 'NUMBER_UNREADABLE']),
  ),
  '073-cell-40k.xlsx': rows([22, 64, 2101], 'CELL_TEXT_CUT'),
  '075-formulas.xlsx': rows([12, 63, 2100], 'CELL_ERROR', 'FORMULA_UNCACHED', 'NUMBER_NOT_WHOLE'),
  // Seven rows of one activity: two on the same day, five with dates that are none.
  '077-quarter-dates.xlsx': rows([6, 6, 6], 'DATE_UNREADABLE', 'DUPLICATE_ACTIVITY'),
  '078-date1904.xlsx': rows([1, 1, 1]),
  '080-title-unit-two-row-header-total-notes.xlsx': good(),
  '082-subtotals.xlsx': good(),
  '084-merged-region-down.xlsx': good(),
  '085-blank-region-no-merge.xlsx': good('REGION_FILLED'),
  // The second table holds the first three rows again.
  '086-two-tables-one-sheet.xlsx': rows([6, 18, 600], 'DUPLICATE_ACTIVITY'),
  '087-repeated-header-per-page.xlsx': good(),
  '088-wide-transposed.xlsx': refused('FORM_UNKNOWN'),
  // Mapped where the names are those of the scheme; 630000 元 are 63 万元.
  '089-columns-reordered-renamed.xlsx': rows([null, 63, 2100], 'COLUMN_MISSING', 'COLUMN_UNKNOWN'),
  '090-unit-in-preamble.xlsx': good(),
  // 22 spellings of the task of one activity of one association.
  '092-tasks-odd.xlsx': rows([1, 3, 100], 'DUPLICATE_ACTIVITY', 'TASK_MISSING', 'TASK_UNKNOWN'),
  '093-duplicate-submission-rows.xlsx': rows([6, 18, 600], 'DUPLICATE_ACTIVITY'),
  '094-bad-credit-codes.xlsx': good('CREDIT_CODE_DIGITS_LOST'),
  '100-gbk.csv': good(),
  '102-utf16le-bom.csv': good(),
  '103-utf16le-nobom.csv': good(),
  '104-utf16be-bom.csv': good(),
  '105-utf8-nobom.csv': good(),
  '106-big5.csv': refused('ENCODING_UNCLEAR', 'FORM_UNKNOWN'),
  '107-mixed-utf8-then-gbk.csv': good('ENCODING_BROKEN'),
  // Decoded whole, but no table that the scheme knows.
  '108-ascii-64k-then-gbk.csv': refused('FORM_UNKNOWN'),
  '109-gbk-bad-byte.csv': good('ENCODING_BROKEN'),
  '110-gbk-that-is-valid-utf8.csv': refused('ENCODING_UNCLEAR', 'FORM_UNKNOWN'),
  '112-zero-bytes.csv': refused('FILE_EMPTY'),
  '112-zero-bytes.xls': refused('FILE_EMPTY'),
  '113-whitespace.csv': refused('HEADER_NOT_FOUND'),
  '117-unclosed-quote.csv': rows([22, 64, 2101], 'TEXT_QUOTE_OPEN'),
  '118-quote-in-middle.csv': good(),
  '119-mixed-line-ends.csv': good(),
  '121-semicolon.csv': good(),
  '124-pipe.csv': good(),
  '125-dunhao.csv': good(),
  '126-sep-line-semicolon.csv': good(),
  '127-bom-sep-line.csv': good(),
  '128-ragged.csv': good(
    ...['CREDIT_CODE_MISSING', 'DATE_MISSING', 'REQUIRED_BLANK', 'TASK_MISSING', 'TEXT_ROW_LENGTH'],
  ),
  '129-million-commas.csv': good(),
  '130-newlines-in-fields.csv': good(),
  '131-preamble-and-notes.csv': good(),
  '132-excel-scientific.csv': good('CREDIT_CODE_DIGITS_LOST'),
  ...each(['csv', 'et', 'xls', 'xlsx'], '140-random.*', refused('FILE_UNSUPPORTED')),
  '141-png.xlsx': refused('FILE_UNSUPPORTED'),
  '143-docx.xlsx': refused('FILE_UNSUPPORTED'),
  '144-zip-of-xlsx.zip.xlsx': refused('FILE_UNSUPPORTED'),
  '145-xlsx-named-xls.xls': good(),
  '146-xlsx-named-csv.csv': good(),
  '147-xlsx-named-et.et': good(),
  '148-html-gb2312.xls': good(),
  '149-csv-gbk-named.xls': good(),
  '150-unicode-text-named.xls': good(),
  '151-spreadsheetml2003.xls': good(),
  '152-mhtml.xls': refused('FILE_UNSUPPORTED'),
  '153-ole-header-only.xls': refused('FILE_DAMAGED'),
  '154-biff-bof-only.xls': refused('FILE_DAMAGED'),
  '-rf.csv': good(),
  '158-it\'s "quoted" & $HOME `x`.xlsx': good(),
  '160-<b>html<b>.xlsx': good(),
  '162-emoji📊.xlsx': good(),
  '163-cafe\u0301.xlsx': good(),
  '164-a;rm -rf x.xlsx': good(),
  '165-%2e%2e%2f.xlsx': good(),
  '166-=cmd.csv': good(),
};
