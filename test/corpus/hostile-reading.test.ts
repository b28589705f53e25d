import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowCount } from '../../src/model/grid.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { corpusFolder, needs } from '../support/needs.ts';
import { cellsOf } from '../support/read-cells.ts';
import { corpusFiles } from './corpus-files.ts';

/** Long past any reading: only a hang takes so long. */
const HANG = 60_000;

/** What must be said about a file; the others are read without a word or refused in any way. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  '000-control.xlsx': [],
  '010-zipbomb-2gb-text.xlsx': ['FILE_TOO_LARGE'],
  '012-zipbomb-lying-size.xlsx': ['SHEET_DAMAGED'],
  '013-zipbomb-sharedstring-600mb.xlsx': ['FILE_TOO_LARGE'],
  '020-billion-laughs-sheet.xlsx': ['SHEET_DAMAGED'],
  '021-billion-laughs-workbook.xlsx': ['FILE_DAMAGED'],
  '022-xxe-file.xlsx': ['SHEET_DAMAGED'],
  '023-xml-deep-nesting.xlsx': ['SHEET_DAMAGED'],
  '024-xml-attribute-flood.xlsx': [],
  '025-xml-not-closed.xlsx': ['SHEET_DAMAGED'],
  '031-rels-escape.xlsx': ['SHEET_MISSING'],
  '032-rels-external.xlsx': ['SHEET_MISSING'],
  '033-missing-sheet-part.xlsx': ['SHEET_MISSING'],
  '038-truncated-05.xlsx': ['FILE_DAMAGED'],
  '040-1048576-formatted-empty-rows.xlsx': [],
  '042-dimension-lie-huge.xlsx': [],
  '043-dimension-lie-small.xlsx': [],
  '044-16384-columns.xlsx': [],
  '045-200k-merges.xlsx': [],
  '046-merge-whole-sheet.xlsx': ['MERGE_IGNORED'],
  '048-rows-out-of-order.xlsx': [],
  '049-duplicate-cells.xlsx': ['CELL_TWICE'],
  '050-sst-index-bad.xlsx': ['CELL_DAMAGED', 'CELL_DAMAGED', 'CELL_STYLE_BAD'],
  '056-no-sheets.xlsx': ['FILE_DAMAGED'],
  '073-cell-40k.xlsx': ['CELL_TEXT_CUT'],
  '100-gbk.csv': [],
  '102-utf16le-bom.csv': [],
  '103-utf16le-nobom.csv': [],
  '104-utf16be-bom.csv': [],
  '105-utf8-nobom.csv': [],
  '109-gbk-bad-byte.csv': ['ENCODING_BROKEN'],
  '110-gbk-that-is-valid-utf8.csv': ['ENCODING_UNCLEAR'],
  '112-zero-bytes.csv': ['FILE_EMPTY'],
  '117-unclosed-quote.csv': ['TEXT_QUOTE_OPEN'],
  '118-quote-in-middle.csv': [],
  '119-mixed-line-ends.csv': [],
  '121-semicolon.csv': [],
  '124-pipe.csv': [],
  '125-dunhao.csv': [],
  '126-sep-line-semicolon.csv': [],
  '127-bom-sep-line.csv': [],
  '128-ragged.csv': ['TEXT_ROW_LENGTH'],
  '129-million-commas.csv': [],
  '130-newlines-in-fields.csv': [],
  '140-random.csv': ['FILE_UNSUPPORTED'],
  '145-xlsx-named-xls.xls': [],
  '146-xlsx-named-csv.csv': [],
  '149-csv-gbk-named.xls': [],
  '150-unicode-text-named.xls': [],
};

/** Files that hold the control's table and nothing else in its columns. */
const CONTROL = [
  ...['000-control.xlsx', '024-xml-attribute-flood.xlsx', '033-missing-sheet-part.xlsx', '042-dimension-lie-huge.xlsx'],
  ...[
    '043-dimension-lie-small.xlsx',
    '045-200k-merges.xlsx',
    '048-rows-out-of-order.xlsx',
    '054-hidden-rows-cols.xlsx',
  ],
  ...['100-gbk.csv', '102-utf16le-bom.csv', '103-utf16le-nobom.csv', '104-utf16be-bom.csv', '105-utf8-nobom.csv'],
  ...['119-mixed-line-ends.csv', '121-semicolon.csv', '124-pipe.csv', '125-dunhao.csv', '126-sep-line-semicolon.csv'],
  ...['127-bom-sep-line.csv', '129-million-commas.csv', '130-newlines-in-fields.csv', '145-xlsx-named-xls.xls'],
  ...['149-csv-gbk-named.xls', '150-unicode-text-named.xls', '040-1048576-formatted-empty-rows.xlsx'],
];

needs.corpus.describe('hostile files', () => {
  const files = needs.corpus.available ? corpusFiles('hostile', /\.(?:xlsx|csv|xls|et)$/i) : [];

  test.each(files)('%j is read or refused with a finding', { timeout: HANG }, async (file) => {
    const name = file.slice('hostile/'.length);
    const { value, findings } = await readWorkbook(readFileSync(join(corpusFolder, file)), name);
    expect(value !== null || findings.some((finding) => finding.severity === 'error')).toBe(true);
    expect(findings.every((finding) => finding.place.file === name)).toBe(true);
    const told = TOLD[name];
    if (told !== undefined) expect(findings.map((finding) => finding.code)).toEqual(told);
  });

  test.each(CONTROL)('%s holds the control’s six rows', async (name) => {
    const { value } = await readWorkbook(readFileSync(join(corpusFolder, 'hostile', name)), name);
    const [grid] = value?.grids ?? [];
    if (grid === undefined) throw new Error('no grid');
    const sum = (column: number) =>
      cellsOf(grid).reduce((total, cell) => total + (cell.column === column ? Number(cell.text) || 0 : 0), 0);
    expect(rowCount(grid)).toBe(7);
    expect([sum(7), sum(8), sum(9)]).toEqual([21, 63, 2100]);
  });
});
