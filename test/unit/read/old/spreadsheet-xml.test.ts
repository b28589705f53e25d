import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readMap } from '../../../support/read-cells.ts';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/** An XML spreadsheet of one sheet with these rows. */
function book(rows: string, { styles = '', head = '', tail = '', encoding = 'UTF-8' } = {}): string {
  return `<?xml version="1.0" encoding="${encoding}"?>\n<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}" xmlns:x="urn:schemas-microsoft-com:office:excel">${head}
<Styles>${styles}</Styles>
<Worksheet ss:Name="台账"><Table>${rows}</Table>${tail}</Worksheet></Workbook>`;
}

const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`;
const cellsOf = async (xml: string) => (await readMap(Buffer.from(xml))).cells;

describe('cells', () => {
  test('of all types', async () => {
    const { cells, codes, workbook } = await readMap(
      Buffer.from(
        book(`<Row><Cell>${data('String', '广州 &amp; 0012')}</Cell><Cell>${data('Number', '12.5')}</Cell><Cell>${data('Boolean', '1')}</Cell></Row>
<Row><Cell>${data('Error', '#N/A')}</Cell><Cell>${data('DateTime', '2024-03-05T00:00:00.000')}</Cell><Cell>${data('DateTime', '1899-12-31T12:00:00.000')}</Cell></Row>
<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">甲<B>乙</B></ss:Data></Cell><Cell>${data('String', '')}</Cell></Row>`),
      ),
    );
    expect(cells).toEqual({
      A1: 'text:广州 & 0012',
      B1: 'number:12.5',
      C1: 'boolean:TRUE',
      A2: 'error:#N/A',
      B2: 'date:2024-03-05',
      C2: 'date:1899-12-31T12:00:00',
      A3: 'text:甲乙',
    });
    expect(codes).toEqual([]);
    expect(workbook).toMatchObject({ format: 'xml', grids: [{ sheet: '台账' }] });
  });

  test('stand where they say, and after empty merged ones', async () => {
    expect(
      await cellsOf(
        book(`<Row ss:Index="3"><Cell ss:MergeAcross="2"/><Cell>${data('Number', '1')}</Cell><Cell ss:Index="7">${data('Number', '2')}</Cell><Cell>${data('Number', '3')}</Cell></Row>
<Row><Cell>${data('Number', '4')}</Cell></Row>`),
      ),
    ).toEqual({ D3: 'number:1', G3: 'number:2', H3: 'number:3', A4: 'number:4' });
  });

  test('with formulas and without results are told', async () => {
    expect(
      await cellsOf(
        book(`<Row><Cell ss:Formula="=SUM(R[1]C)"/><Cell ss:Formula="=1+1">${data('Number', '2')}</Cell></Row>`),
      ),
    ).toEqual({ A1: 'uncached:=SUM(R[1]C)', B1: 'number:2' });
  });

  test('do not take in their comments', async () => {
    const comment = '<Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">说明</ss:Data></Comment>';
    expect(
      await cellsOf(book(`<Row><Cell>${data('Number', '1')}${comment}</Cell><Cell>${comment}</Cell></Row>`)),
    ).toEqual({
      A1: 'number:1',
    });
  });

  test('by the formats of their styles, rows and columns', async () => {
    const style = (id: string, format: string, base = '') =>
      `<Style ss:ID="${id}"${base}><NumberFormat ss:Format="${format}"/></Style>`;
    const styles = [
      style('p', 'Percent'),
      style('d', 'Short Date'),
      style('s', 'Scientific'),
      style('c', 'yyyy&quot;年&quot;'),
      '<Style ss:ID="e" ss:Parent="p"/>',
    ].join('');
    const rows = `<Column ss:Index="4" ss:StyleID="d"/><Row>${['p', 'd', 's'].map((id) => `<Cell ss:StyleID="${id}">${data('Number', '1')}</Cell>`).join('')}
<Cell>${data('Number', '1')}</Cell></Row><Row ss:StyleID="c"><Cell>${data('Number', '1')}</Cell><Cell ss:StyleID="e">${data('Number', '1')}</Cell></Row>`;
    expect(await cellsOf(book(rows, { styles }))).toEqual({
      A1: 'percent:100%',
      B1: 'date:1900-01-01',
      C1: 'number:1',
      D1: 'date:1900-01-01',
      A2: 'date:1900-01-01',
      B2: 'percent:100%',
    });
  });

  test('that count days from 1904', async () => {
    const head = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>';
    const styles = '<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>';
    const rows = `<Row><Cell ss:StyleID="d">${data('Number', '43894')}</Cell><Cell ss:StyleID="d">${data('DateTime', '2024-03-05T00:00:00')}</Cell></Row>`;
    expect(await cellsOf(book(rows, { head, styles }))).toEqual({ A1: 'date:2024-03-05', B1: 'date:2024-03-05' });
  });
});

test('merges, hidden rows and columns, hidden sheets', async () => {
  const tail =
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
  const rows = `<Column/><Column ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="1" ss:MergeDown="2">${data('String', '地区')}</Cell></Row><Row ss:Hidden="1"><Cell ss:Index="3">${data('Number', '1')}</Cell></Row>`;
  const { workbook } = await readMap(Buffer.from(book(rows, { tail })));
  expect(workbook?.grids[0]).toMatchObject({
    visibility: 'hidden',
    merges: [{ top: 1, bottom: 3, left: 1, right: 2 }],
    hiddenRows: new Set([2]),
    hiddenColumns: new Set([2, 3]),
  });
});

test.each(['GB2312', 'UTF-8'])('in GBK bytes, declared as %s', async (encoding) => {
  const xml = book(`<Row><Cell>${data('String', '广州市')}</Cell></Row>`, { encoding });
  expect((await readMap(iconv.encode(xml, 'gb18030'))).cells).toEqual({ A1: 'text:广州市' });
});

describe('what is no sound workbook', () => {
  const whole = book(`<Row><Cell>${data('String', '甲')}</Cell></Row>`);

  test.each([
    ['cut short', whole.slice(0, -20), 'FILE_DAMAGED'],
    ['with a document type', whole.replace('<Workbook', '<!DOCTYPE x><Workbook'), 'FILE_DAMAGED'],
    ['without a sheet', whole.replace(/<Worksheet.*<\/Worksheet>/s, ''), 'FILE_DAMAGED'],
    ['with another root', whole.replaceAll('Workbook', 'Werkbuch'), 'FILE_DAMAGED'],
    ['of another kind of XML', '<?xml version="1.0"?><Workbook/>', 'FILE_UNSUPPORTED'],
  ])('is refused: %s', async (_, xml, code) => {
    const { workbook, codes } = await readMap(Buffer.from(xml));
    expect([workbook, codes]).toEqual([null, [code]]);
  });
});

test('of more styles than Excel allows the first count', async () => {
  const style = (id: number) => `<Style ss:ID="s${id}" ss:Parent="s0"><NumberFormat ss:Format="yyyy-mm-dd"/></Style>`;
  const styles = Array.from({ length: 65_540 }, (_, id) => style(id)).join('');
  const cell = (id: number) => `<Cell ss:StyleID="s${id}">${data('Number', '45356')}</Cell>`;
  expect(await cellsOf(book(`<Row>${cell(65_535)}${cell(65_539)}</Row>`, { styles }))).toEqual({
    A1: 'date:2024-03-05',
    B1: 'number:45356',
  });
});
