import { describe, expect, test } from 'vitest';
import { odsBytes, odsTable } from '../../../support/ods-bytes.ts';
import { readMap } from '../../../support/read-cells.ts';

const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, content = '') => `<table:table-cell ${attributes}>${content}</table:table-cell>`;
const text = (content: string) => cell('office:value-type="string"', `<text:p>${content}</text:p>`);
const number = (value: number, attributes = '') =>
  cell(`office:value-type="float" office:value="${value}" ${attributes}`);
const cellsOf = async (rows: string) => (await readMap(odsBytes({ tables: odsTable(rows) }))).cells;

describe('cells', () => {
  test('of all types', async () => {
    const typed = (type: string, rest: string, shown = '') =>
      cell(`office:value-type="${type}" ${rest}`, `<text:p>${shown}</text:p>`);
    const { cells, codes, workbook } = await readMap(
      odsBytes({
        tables: odsTable(
          row(text('广州 &amp; 0012') + number(12.5) + typed('percentage', 'office:value="0.85"', '85%')) +
            row(
              typed('date', 'office:date-value="2024-03-05"', '24/3/5') +
                typed('time', 'office:time-value="PT12H30M0S"') +
                typed('boolean', 'office:boolean-value="true"', 'TRUE'),
            ) +
            row(
              typed('currency', 'office:value="3"', '￥3') +
                typed('string', 'office:string-value="" calcext:value-type="error"', '#N/A') +
                typed('float', 'office:value="0" table:formula="of:=[.A1]"', 'Err:502'),
            ),
        ),
      }),
    );
    expect(cells).toEqual({
      A1: 'text:广州 & 0012',
      B1: 'number:12.5',
      C1: 'percent:85%',
      A2: 'date:2024-03-05',
      B2: 'date:1899-12-31T12:30:00',
      C2: 'boolean:TRUE',
      A3: 'number:3',
      B3: 'error:#N/A',
      C3: 'error:Err:502',
    });
    expect(codes).toEqual([]);
    expect(workbook).toMatchObject({ format: 'ods', grids: [{ sheet: '台账', visibility: 'visible' }] });
  });

  test('with formulas and without results are told', async () => {
    expect(
      await cellsOf(
        row(
          `<table:table-cell table:formula="of:=SUM([.A2:.A9])"/>${number(2, 'table:formula="of:=1+1"')}${cell('office:value-type="string" office:string-value="" table:formula="of:=&quot;&quot;"')}`,
        ),
      ),
    ).toEqual({ A1: 'uncached:of:=SUM([.A2:.A9])', B1: 'number:2' });
  });

  test('whose formula gives an empty text are empty: LibreOffice writes them without a type', async () => {
    expect(
      await cellsOf(row(`<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>`)),
    ).toEqual({});
  });

  test('repeated over columns and rows', async () => {
    const empty = '<table:table-cell table:number-columns-repeated="3"/>';
    const rows =
      row(number(1, 'table:number-columns-repeated="2"') + empty + number(2)) +
      row('<table:table-cell/>', 'table:number-rows-repeated="4"') +
      row(number(3), 'table:number-rows-repeated="2"') +
      row(number(4));
    expect(await cellsOf(rows)).toEqual({
      ...{ A1: 'number:1', B1: 'number:1', F1: 'number:2' },
      ...{ A6: 'number:3', A7: 'number:3', A8: 'number:4' },
    });
  });

  test('hold paragraphs, spaces, tabs and breaks, but no notes or drawings', async () => {
    const note = '<office:annotation><text:p>说明</text:p></office:annotation>';
    const drawing = '<draw:frame xmlns:draw="d"><text:p>图</text:p></draw:frame>';
    const content = `${note}<text:p>甲<text:s text:c="2"/>乙<text:tab/><text:span>丙</text:span></text:p><text:p>丁<text:line-break/>戊</text:p>${drawing}`;
    expect(await cellsOf(row(cell('office:value-type="string"', content)))).toEqual({ A1: 'text:甲  乙\t丙\n丁\n戊' });
  });

  test('too many of them are a finding', async () => {
    const rows = row(number(1, 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"');
    expect((await readMap(odsBytes({ tables: odsTable(rows) }))).codes).toEqual(['FILE_TOO_LARGE']);
  });
});

test('merges, hidden rows and columns, hidden sheets', async () => {
  const styles =
    '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const rows =
    '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
    row(
      `${cell('table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"', '<text:p>地区</text:p>')}<table:covered-table-cell/>`,
    ) +
    `<table:table-row-group>${row(number(1), 'table:visibility="filter" table:number-rows-repeated="2"')}</table:table-row-group>`;
  const { workbook } = await readMap(
    odsBytes({ styles, tables: odsTable(rows, 'table:style-name="h"') + odsTable(rows, 'table:style-name="v"') }),
  );
  expect(workbook?.grids.map(({ visibility }) => visibility)).toEqual(['hidden', 'visible']);
  expect(workbook?.grids[0]).toMatchObject({
    merges: [{ top: 1, bottom: 3, left: 1, right: 2 }],
    hiddenRows: new Set([2, 3]),
    hiddenColumns: new Set([2, 3]),
  });
});

describe('what is no sound spreadsheet', () => {
  const tables = odsTable(row(number(1)));
  const whole = odsBytes({ tables });

  test.each([
    [
      'encrypted',
      odsBytes({ tables, manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }),
      'FILE_ENCRYPTED',
    ],
    ['markup that does not close', odsBytes({ tables: tables.slice(0, -3) }), 'FILE_DAMAGED'],
    ['a text document', odsBytes({ tables: '<text:p>文</text:p>', body: 'text' }), 'FILE_UNSUPPORTED'],
    [
      'a presentation with a table',
      odsBytes({ tables: odsTable(row(text('文'))), body: 'presentation' }),
      'FILE_UNSUPPORTED',
    ],
    ['a spreadsheet without sheets', odsBytes({ tables: '<text:p>文</text:p>' }), 'FILE_DAMAGED'],
    ['a body of an unknown kind', odsBytes({ tables: '<text:p>文</text:p>', body: 'sheet' }), 'FILE_DAMAGED'],
    ['cut short', whole.subarray(0, whole.length - 60), 'FILE_DAMAGED'],
  ])('is refused: %s', async (_, bytes, code) => {
    const { workbook, codes } = await readMap(bytes);
    expect([workbook, codes]).toEqual([null, [code]]);
  });
});
