import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/read/read-file.ts';
import { readMap } from '../../support/read-cells.ts';
import { type WorkbookSketch, workbookBytes, worksheet, zipBytes } from '../../support/workbook-bytes.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRINGS =
  '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>a&amp;b_x000D__x005F_</t></si><si><t/></si>';
const RUNS =
  '<si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>2</t></r></si><si><r><rPr><strike/></rPr><t>99</t></r><r><rPr><strike val="0"/></rPr><t>10</t></r></si>';
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs>';

function read(rows: string, more: Partial<WorkbookSketch> = {}) {
  return readMap(workbookBytes({ sheets: [rows], strings: STRINGS, styles: STYLES, ...more }));
}

test.each(['ff', 'e6', 'eda080'])('a text in its cell that is no UTF-8, %s, costs its sheet only', async (broken) => {
  const begin = '<row r="1"><c r="A1" t="inlineStr"><is><t>';
  const end = `</t></is></c>${'<c r="B1"><v>1</v></c>'.repeat(4)}</row>`;
  const sheet = Buffer.concat([
    ...[Buffer.from('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')],
    ...[
      Buffer.from(begin + '惠'.repeat(400)),
      Buffer.from(broken, 'hex'),
      Buffer.from(`${end}</sheetData></worksheet>`),
    ],
  ]);
  const bytes = workbookBytes({
    sheets: ['', '<row r="1"><c r="A1"><v>1</v></c></row>'],
    parts: { 'xl/worksheets/sheet0.xml': sheet },
  });
  const { value, findings } = await readWorkbook(bytes, 'a.xlsx');
  expect(value?.grids.map(({ sheet }) => sheet)).toEqual(['表2']);
  expect(findings.map(({ code }) => code)).toEqual(['SHEET_DAMAGED']);
});

test('raised digits and what is struck out are no part of the number beside them', async () => {
  const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
  expect((await read(row, { strings: RUNS })).cells).toEqual({ A1: 'text:10¹2', B1: 'text: 99 10' });
  const [raised, struck] = RUNS.split('</si>').map((item) => item.replace('<si>', ''));
  const inline = `<c r="A2" t="inlineStr"><is>${raised}</is></c><c r="B2" t="inlineStr"><is>${struck}</is></c>`;
  const plain = '<c r="C2" t="inlineStr"><is><t>1</t></is></c>';
  expect((await read(`<row r="2">${inline}${plain}</row>`)).cells).toEqual({
    A2: 'text:10¹2',
    B2: 'text: 99 10',
    C2: 'text:1',
  });
});

describe('values', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'shared strings',
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>',
      { A1: 'text:甲', B1: 'text:乙 丙', C1: 'text:a&b\r_' },
    ],
    ['an empty shared string', '<c r="A1" t="s"><v>3</v></c>', {}],
    [
      'inline strings',
      '<c r="A1" t="inlineStr"><is><t>一</t><rPh><t>x</t></rPh></is></c><c r="B1" t="inlineStr"><is><r><t>二</t></r><r><t>三</t></r></is></c>',
      { A1: 'text:一', B1: 'text:二三' },
    ],
    ['an inline string without its type', '<c r="A1"><is><t>一</t></is></c>', { A1: 'text:一' }],
    ['formula strings', '<c r="A1" t="str"><f>B1</f><v>x_x000A_y</v></c>', { A1: 'text:x\ny' }],
    ['an empty formula string', '<c r="A1" t="str"><f>""</f><v></v></c>', {}],
    ['a string type without its value', '<c r="A1" t="str"><f>B1</f></c>', { A1: 'uncached:=B1' }],
    [
      'formulas without cached value',
      '<c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1"><f t="shared" si="0"/><v></v></c>',
      { A1: 'uncached:=SUM(B1:C1)', B1: 'uncached:=1+1', C1: 'uncached:=' },
    ],
    ['a formula with cached value', '<c r="A1"><f>1+1</f><v>0</v></c>', { A1: 'number:0' }],
    [
      'numbers',
      '<c r="A1"><v>1</v></c><c r="B1" t="n"><v>-0.5</v></c><c r="C1"><v>1.5E+3</v></c><c r="D1"><v>12345678901234567890</v></c>',
      { A1: 'number:1', B1: 'number:-0.5', C1: 'number:1500', D1: 'number:12345678901234600000' },
    ],
    [
      'numbers with space and CDATA',
      '<c r="A1"><v> 5 </v></c><c r="B1"><v><![CDATA[6]]></v></c><c r="C1"><v>1<!-- -->2</v></c>',
      { A1: 'number:5', B1: 'number:6', C1: 'number:12' },
    ],
    [
      'what is no number',
      '<c r="A1"><v>1,5</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>0x1F</v></c>',
      { A1: 'text:1,5', B1: 'text:1e999', C1: 'text:0x1F' },
    ],
    [
      'styles',
      '<c r="A1" s="1"><v>45356</v></c><c r="B1" s="2"><v>0.125</v></c><c r="C1" s="3"><v>1.5</v></c>',
      { A1: 'date:2024-03-05', B1: 'percent:12.5%', C1: 'date:1900-01-01T12:00:00' },
    ],
    [
      'booleans and errors',
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="e"><v>#REF!</v></c>',
      { A1: 'boolean:TRUE', B1: 'boolean:FALSE', C1: 'error:#REF!' },
    ],
    [
      'ISO dates',
      '<c r="A1" t="d"><v>2024-03-05</v></c><c r="B1" t="d"><v>2024-03-05T12:00:00Z</v></c><c r="C1" t="d"><v>soon</v></c>',
      { A1: 'date:2024-03-05', B1: 'date:2024-03-05T12:00:00', C1: 'text:soon' },
    ],
    ['cells that are only styled', '<c r="A1" s="1"/><c r="B1" s="2"></c><c r="C1"><v/></c>', {}],
    ['another order of attributes', '<c t="s" s="0" r="B1"><v>0</v></c>', { B1: 'text:甲' }],
    ['attributes by reference', '<c r="&#66;1"><v>&#50;</v></c>', { B1: 'number:2' }],
    [
      'elements of other namespaces',
      '<c r="A1"><v>1</v><x:v xmlns:x="urn:x">2</x:v></c><x:c xmlns:x="urn:x" r="B1"><v>3</v></x:c>',
      { A1: 'number:1' },
    ],
  ])('%s', async (_, cells, expected) => {
    const plain = await read(`<row r="1">${cells}</row>`);
    expect(plain.cells).toEqual(expected);
    expect(plain.codes).toEqual([]);
    // The same with white space between the cells takes the long way and must say the same.
    const spaced = await read(`\n<row r="1">\n  ${cells.replaceAll('</c>', '</c>\n')}</row>`);
    expect(spaced.cells).toEqual(expected);
  });

  test('the 1904 system moves dates, not durations', async () => {
    const { cells } = await read(
      '<row r="1"><c r="A1" s="1"><v>43894</v></c><c r="B1" s="3"><v>1.5</v></c><c r="C1"><v>1</v></c></row>',
      { date1904: true },
    );
    expect(cells).toEqual({ A1: 'date:2024-03-05', B1: 'date:1900-01-01T12:00:00', C1: 'number:1' });
  });

  test('without styles and shared strings', async () => {
    const { cells, codes } = await readMap(
      workbookBytes({ sheets: ['<row r="1"><c r="A1" s="5"><v>45356</v></c><c r="B1" t="s"><v>0</v></c></row>'] }),
    );
    expect(cells).toEqual({ A1: 'number:45356', B1: 'error:0' });
    expect(codes).toEqual(['CELL_DAMAGED B1']);
  });
});

describe('places', () => {
  test.each<[string, string, Record<string, string>, readonly string[]]>([
    [
      'no references',
      '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>',
      { A1: 'number:1', B1: 'number:2', A3: 'number:3' },
      [],
    ],
    [
      'some references',
      '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
      { A3: 'number:1', D3: 'number:2', E3: 'number:3', A4: 'number:4' },
      [],
    ],
    [
      'a row without number whose cells say it',
      '<row><c r="B7"><v>1</v></c></row><row><c><v>2</v></c></row>',
      { B7: 'number:1', A8: 'number:2' },
      [],
    ],
    ['lower case', '<row r="1"><c r="b1"><v>1</v></c></row>', { B1: 'number:1' }, []],
    [
      'any order',
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>',
      { A1: 'number:3', A2: 'number:2', B2: 'number:1' },
      [],
    ],
    ['the last cell', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', { XFD1048576: 'number:1' }, []],
    [
      'bad references',
      '<row r="8"><c r="XFE8"><v>1</v></c><c r="A0"><v>1</v></c><c r="8A"><v>1</v></c><c r=""><v>1</v></c><c><v>2</v></c></row>',
      { E8: 'number:2' },
      ['CELL_REFERENCE_BAD 8', 'CELL_REFERENCE_BAD 8', 'CELL_REFERENCE_BAD 8', 'CELL_REFERENCE_BAD 8'],
    ],
    [
      'bad rows',
      '<row r="-1"><c><v>1</v></c></row><row r="1048577"><c r="A1048577"><v>1</v></c></row><row><c><v>2</v></c></row>',
      { A1: 'number:2' },
      ['CELL_REFERENCE_BAD', 'CELL_REFERENCE_BAD', 'CELL_REFERENCE_BAD'],
    ],
    [
      'a cell that contradicts its row',
      '<row r="2"><c r="A3"><v>1</v></c></row>',
      { A3: 'number:1' },
      ['CELL_REFERENCE_BAD A3'],
    ],
    [
      'a cell twice',
      '<row r="2"><c r="G2"><v>1</v></c><c r="G2"><v>500</v></c></row><row r="2"><c r="H2"><v>2</v></c><c r="G2"><v>3</v></c></row>',
      { G2: 'number:1', H2: 'number:2' },
      ['CELL_TWICE G2', 'CELL_TWICE G2'],
    ],
    ['cells outside rows', '<c r="A1"><v>1</v></c><row r="2"><x><c r="A2"><v>1</v></c></x></row>', {}, []],
  ])('%s', async (_, rows, cells, codes) => {
    const found = await read(rows);
    expect(found.cells).toEqual(cells);
    expect(found.codes).toEqual(codes);
  });
});

describe('what is damaged is told', () => {
  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ['a string index beyond the table', '<c r="A1" t="s"><v>99</v></c>', { A1: 'error:99' }, ['CELL_DAMAGED A1']],
    ['a string index that is none', '<c r="A1" t="s"><v>-1</v></c>', { A1: 'error:-1' }, ['CELL_DAMAGED A1']],
    ['a style beyond the table', '<c r="A1" s="99"><v>3</v></c>', { A1: 'number:3' }, ['CELL_STYLE_BAD A1']],
    ['a style that is none', '<c r="A1" s="x"><v>3</v></c>', { A1: 'number:3' }, ['CELL_STYLE_BAD A1']],
    ['an unknown type', '<c r="A1" t="q"><v>3</v></c>', { A1: 'error:3' }, ['CELL_DAMAGED A1']],
    ['a boolean that is none', '<c r="A1" t="b"><v>maybe</v></c>', { A1: 'error:maybe' }, ['CELL_DAMAGED A1']],
  ])('%s', async (_, cells, expected, codes) => {
    const found = await read(`<row r="1">${cells}</row>`);
    expect(found.cells).toEqual(expected);
    expect(found.codes).toEqual(codes);
  });

  test('texts beyond what a cell can hold are cut, not inside a character', async () => {
    const long = `${'长'.repeat(32_766)}😀末`;
    const found = await read(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c><c r="B1" t="s"><v>0</v></c></row>`,
      { strings: `<si><t>${long}</t></si>` },
    );
    expect(found.cells).toEqual({ A1: `text:${'长'.repeat(32_766)}`, B1: `text:${'长'.repeat(32_766)}` });
    expect(found.codes).toEqual(['CELL_TEXT_CUT A1', 'CELL_TEXT_CUT B1']);
  });

  test('a sheet of nothing but faults is damaged as a whole', async () => {
    const found = await read(`<row r="1">${'<c r="0"/>'.repeat(10_001)}</row>`);
    expect(found.workbook).toBeNull();
    expect(found.codes).toEqual(['SHEET_DAMAGED']);
  });
});

describe('sheets', () => {
  const good = '<row r="1"><c r="A1"><v>1</v></c></row>';

  test('keep their order, names and visibility', async () => {
    const bytes = workbookBytes({
      sheets: [
        { name: '甲&amp;乙', xml: good },
        { name: '丙', state: 'hidden', xml: good },
        { name: '__proto__', state: 'veryHidden', xml: good },
      ],
    });
    const { workbook } = await readMap(bytes);
    expect(workbook?.format).toBe('xlsx');
    expect(workbook?.grids.map(({ sheet, visibility }) => [sheet, visibility])).toEqual([
      ['甲&乙', 'visible'],
      ['丙', 'hidden'],
      ['__proto__', 'veryHidden'],
    ]);
  });

  test('hidden rows and columns', async () => {
    const xml = worksheet(
      `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="0"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData>`,
    );
    const { workbook } = await readMap(workbookBytes({ sheets: [xml] }));
    expect([...(workbook?.grids[0]?.hiddenRows ?? [])]).toEqual([1, 2]);
    expect([...(workbook?.grids[0]?.hiddenColumns ?? [])]).toEqual([2, 3]);
  });

  test('merges: whole sheets, overlaps and nonsense are dropped and told', async () => {
    const merges = ['C3:D4', 'A1:C1', 'B1:B2', 'B5:A1', 'A1:XFD1048576', 'E1:E1', 'x', 'D5:D9'];
    const xml = worksheet(
      `<sheetData>${good}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    );
    const { workbook, codes } = await readMap(workbookBytes({ sheets: [xml] }));
    expect(workbook?.grids[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 3, left: 3, bottom: 4, right: 4 },
      { top: 5, left: 4, bottom: 9, right: 4 },
    ]);
    expect(codes).toEqual(['MERGE_IGNORED']);
  });

  test('a missing and a damaged one do not spoil the others', async () => {
    const { workbook, codes } = await readMap(
      workbookBytes({ sheets: [good, good, '<worksheet', good], parts: { 'xl/worksheets/sheet1.xml': null } }),
    );
    expect(workbook?.grids.map((grid) => grid.sheet)).toEqual(['表1', '表4']);
    expect(codes).toEqual(['SHEET_MISSING', 'SHEET_DAMAGED']);
  });

  test('none at all is an error', async () => {
    const { workbook, codes } = await readMap(workbookBytes({ sheets: [] }));
    expect(workbook).toBeNull();
    expect(codes).toEqual(['FILE_DAMAGED']);
  });

  test('prefixed and strict workbooks', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const relationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const { cells, codes } = await readMap(
      workbookBytes({
        sheets: [
          `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        ],
        parts: {
          'xl/book.xml': `<p:workbook xmlns:p="${strict}" xmlns:q="${relationships}"><p:sheets><p:sheet name="表" q:id="a"/></p:sheets></p:workbook>`,
          'xl/_rels/book.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationships}/worksheet" Target="worksheets\\SHEET0.xml"/><Relationship Id="b" Type="${relationships}/sharedStrings" Target="s.xml"/></Relationships>`,
          'xl/s.xml': `<y:sst xmlns:y="${strict}"><y:si><y:t>甲</y:t></y:si></y:sst>`,
        },
      }),
    );
    expect(codes).toEqual([]);
    expect(cells).toEqual({ A1: 'text:甲' });
  });

  test('UTF-16 parts', async () => {
    const xml = `\u{feff}<?xml version="1.0" encoding="UTF-16"?>${worksheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>中</t></is></c></row></sheetData>')}`;
    const { cells } = await readMap(
      workbookBytes({ sheets: [good], parts: { 'xl/worksheets/sheet0.xml': Buffer.from(xml, 'utf16le') } }),
    );
    expect(cells).toEqual({ A1: 'text:中' });
  });

  test('chart sheets hold no cells', async () => {
    const bytes = workbookBytes({
      sheets: [good, `<chartsheet xmlns="${MAIN}"/>`],
      parts: {
        'xl/_rels/book.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['worksheet', 'chartsheet'].map((kind, place) => `<Relationship Id="s${place}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="worksheets/sheet${place}.xml"/>`).join('')}</Relationships>`,
      },
    });
    const { workbook, codes } = await readMap(bytes);
    expect(workbook?.grids).toHaveLength(1);
    expect(codes).toEqual([]);
  });
});

test('the workbook is found by its content type when no relationship names it', async () => {
  const bytes = workbookBytes({ sheets: ['<row r="1"><c r="A1"><v>1</v></c></row>'], parts: { '_rels/.rels': null } });
  expect((await readMap(bytes)).cells).toEqual({ A1: 'number:1' });
});

test('damage to what all sheets need costs the file', async () => {
  const sheets = ['<row r="1"><c r="A1"><v>1</v></c></row>'];
  const broken = { strings: STRINGS, styles: STYLES };
  for (const part of ['xl/texts.xml', 'xl/formats.xml', 'xl/book.xml', '_rels/.rels', '[Content_Types].xml']) {
    const found = await readMap(workbookBytes({ sheets, ...broken, parts: { [part]: '<x>' } }));
    expect([part, found.workbook, ...found.codes]).toEqual([part, null, 'FILE_DAMAGED']);
  }
});

test('an ods without sheets is damaged', async () => {
  const { value, findings } = await import('../../../src/read/read-file.ts').then(({ readWorkbook }) =>
    readWorkbook(zipBytes({ 'content.xml': '<x/>', 'META-INF/manifest.xml': '<x/>' }), 'x'),
  );
  expect(value).toBeNull();
  expect(findings).toMatchObject([{ code: 'FILE_DAMAGED' }]);
});
