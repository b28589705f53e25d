import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { finishWorkbook } from '../../src/ooxml/finish-workbook.ts';

/** What the torture template is filled with. */
export interface TortureData {
  readonly title: string;
  readonly months: readonly string[];
  readonly cities: readonly {
    readonly name: string;
    readonly code: string;
    readonly value: number;
    readonly last: number;
    readonly note: string;
    readonly monthly: readonly (number | null)[];
  }[];
  readonly tasks: readonly {
    readonly name: string;
    readonly items: readonly { readonly name: string; readonly value: number }[];
  }[];
}

/** Data with `count` cities and as many items of two tasks and one without any; all values are whole. */
export function tortureData(count: number): TortureData {
  const items = (of: number) => Array.from({ length: of }, (_, at) => ({ name: `事项${at + 1}`, value: (at % 7) + 1 }));
  return {
    title: '=1+1"<测试>&',
    months: ['一月', '二月', '三月'],
    cities: Array.from({ length: count }, (_, at) => ({
      name: `市${at + 1}`,
      code: `${1000 + at}`,
      value: (at * 37) % 101,
      last: ((at * 53) % 97) + 1,
      note: at % 2 === 0 ? '@注' : '',
      monthly: [at % 5, at % 3 === 0 ? null : 2, at % 4],
    })),
    tasks: [
      { name: '甲任务', items: items(count) },
      { name: '空任务', items: [] },
      { name: '乙任务', items: items(Math.min(count, 3)) },
    ],
  };
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * A workbook with all that a filler can lose: charts and sparklines over repeated rows, totals above and below, formulas
 * across sheets, two loops on a sheet of which one is nested, repeated columns, merged heads, data bars, lists, names, a
 * picture, notes, links, shared formulas, page breaks, filters, a table, and a sheet for each task.
 */
export async function tortureTemplate(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  dataSheet(workbook);
  crossSheet(workbook);
  tableSheet(workbook);
  taskSheet(workbook);
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finishWorkbook(withMore(written));
}

function dataSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('数据', { views: [{ state: 'frozen', xSplit: 1, ySplit: 4 }] });
  sheet.addRows([
    ['{{title}}（{{size cities}}个市）'],
    ['总计', formula('SUM(B5:B5)'), formula('SUM(C5)'), formula('B2-C2'), formula('COUNTA(A5:A5)')],
    ['地市', '数据', null, '增减', '走势', '备注'],
    [null, '本期', '上年', null, null, null, null, '{{#across months}}{{this}}{{/across}}', '合计'],
    ['{{#each cities}}{{name}}', '{{value}}', '{{last}}', formula('B5-C5'), null, '{{note}}'],
    ['合计', formula('SUM(B5:B5)'), formula('SUM(C5:C5)'), formula('B6-C6'), formula('IF(B6>0,B5/B6,0)')],
    [],
    ['任务', '数量'],
    ['{{#each tasks}}'],
    ['{{name}}', formula('SUBTOTAL(9,B11:B11)'), formula('B10/SUM(B$11:B$11)')],
    ['{{#each items}}{{../name}}-{{name}}', '{{value}}{{/each}}', formula('B11/B10')],
    ['{{/each}}'],
    ['合计', formula('SUBTOTAL(9,B10:B11)'), formula('SUM(B5:B5)+B13')],
  ]);
  // The row's end stands in its last cell, beside repeated columns.
  sheet.getCell('H5').value = '{{#across monthly}}{{this}}{{/across}}';
  sheet.getCell('I5').value = formula('SUM(H5:H5)');
  sheet.getCell('J5').value = '{{/each}}';
  sheet.getCell('H6').value = formula('SUM(H5:H5)');
  sheet.getCell('I6').value = formula('SUM(I5:I5)');
  for (const merge of ['A1:I1', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:E4', 'F3:G4', 'H3:I3', 'F5:G5']) sheet.mergeCells(merge);
  sheet.getColumn(8).width = 33;
  sheet.getRow(5).height = 21;
  sheet.getCell('B5').numFmt = '0.00';
  sheet.getCell('A5').note = '{{name}}的说明';
  sheet.getCell('B6').note = '合计的说明';
  sheet.getCell('F6').value = { text: '回到表头', hyperlink: "#'数据'!A3" };
  sheet.addConditionalFormatting({
    ref: 'B5:B5',
    rules: [
      {
        ...{ type: 'dataBar', priority: 1, gradient: false, cfvo: [{ type: 'min' }, { type: 'max' }] },
      } as unknown as ExcelJS.ConditionalFormattingRule,
    ],
  });
  sheet.addConditionalFormatting({
    ref: 'D5',
    rules: [{ type: 'expression', priority: 2, formulae: ['$D5<0'], style: { font: { bold: true } } }],
  });
  sheet.getCell('F5').dataValidation = { type: 'list', allowBlank: true, formulae: ["'跨表'!$A$5:$A$6"] };
  sheet.autoFilter = 'A4:D5';
  sheet.getRow(6).addPageBreak();
  sheet.pageSetup.printTitlesRow = '3:4';
  sheet.headerFooter.oddHeader = '&C{{title}}';
  const image = workbook.addImage({ base64: PIXEL, extension: 'png' });
  sheet.addImage(image, { tl: { col: 0, row: 14 }, br: { col: 2, row: 17 } } as unknown as ExcelJS.ImageRange);
}

function crossSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('跨表');
  sheet.addRows([
    ['合计', formula('数据!B6'), formula("SUM('数据'!B5:B5)"), formula('AVERAGE(数据!$B$5:$B$5)')],
    ['末行', formula('数据!B13'), formula('数据!C13'), formula('MAX(本期)')],
    ['各任务', formula("SUM('{{#each tasks}}{{name}}'!B2:B2)")],
    ['未改', formula('B1+1')],
    ['是'],
    ['否'],
  ]);
  sheet.getCell('F1').value = 1;
  sheet.getCell('G1').value = { formula: 'F1*2', shareType: 'shared', ref: 'G1:G3' } as unknown as ExcelJS.CellValue;
  sheet.getCell('F2').value = 2;
  sheet.getCell('F3').value = 3;
  for (const address of ['G2', 'G3']) sheet.getCell(address).value = { sharedFormula: 'G1' } as ExcelJS.CellValue;
}

function tableSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('表');
  sheet.addTable({
    name: '城市表',
    ref: 'A1',
    headerRow: true,
    columns: [
      { name: '名称', filterButton: true },
      { name: '数', filterButton: true },
    ],
    rows: [['{{#each cities}}{{name}}', '{{value}}{{/each}}']],
  });
  sheet.getCell('A4').value = '{{#if cities}}有{{/if}}';
  sheet.getCell('A5').value = '{{#unless cities}}没有{{/unless}}';
  sheet.getCell('A6').value = formula('SUM(B2:B2)');
}

function taskSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('x');
  sheet.name = '{{#each tasks}}{{name}}';
  sheet.addRows([
    ['{{name}}', '{{../title}}'],
    ['{{#each items}}{{name}}', '{{value}}', formula('B2/B$4'), '{{/each}}'],
    [],
    ['合计', formula('SUM(B2:B2)'), formula("SUM('{{#each tasks}}{{name}}'!B2:B2)"), formula('数据!B6')],
  ]);
}

function formula(text: string): ExcelJS.CellFormulaValue {
  return { formula: text } as ExcelJS.CellFormulaValue;
}

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What exceljs cannot write: charts, sparklines, names of all sorts. */
function withMore(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const edit = (name: string, change: (xml: string) => string) => {
    const bytes = parts[name];
    if (!bytes) throw new Error(`there is no part ${name}`);
    parts[name] = strToU8(change(strFromU8(bytes)));
  };
  const charts = [
    chartXml('{{title}}', '数据!$A$5:$A$5', [
      ['数据!$B$4', '数据!$B$5:$B$5'],
      ['数据!$C$4', '数据!$C$5'],
    ]),
    chartXml('各月', '数据!$A$5:$A$5', [['数据!$H$4', '数据!$H$5:$H$5']]),
    chartXml('{{name}}', "'{{#each tasks}}{{name}}'!$A$2:$A$2", [
      ["'{{#each tasks}}{{name}}'!$A$1", "'{{#each tasks}}{{name}}'!$B$2:$B$2"],
    ]),
  ];
  for (const [at, xml] of charts.entries()) parts[`xl/charts/chart${at + 1}.xml`] = strToU8(xml);
  edit('xl/drawings/drawing1.xml', (xml) => xml.replace('</xdr:wsDr>', `${frame(1, 14)}${frame(2, 30)}</xdr:wsDr>`));
  edit('xl/drawings/_rels/drawing1.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${chartRelation(1)}${chartRelation(2)}</Relationships>`),
  );
  parts['xl/drawings/drawing2.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${frame(3, 6)}</xdr:wsDr>`,
  );
  parts['xl/drawings/_rels/drawing2.xml.rels'] = strToU8(
    `<Relationships xmlns="${RELATIONSHIPS}">${chartRelation(3)}</Relationships>`,
  );
  parts['xl/worksheets/_rels/sheet4.xml.rels'] = strToU8(
    `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing2.xml"/></Relationships>`,
  );
  edit('xl/worksheets/sheet4.xml', (xml) => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'));
  edit('[Content_Types].xml', (xml) => {
    const overrides = [1, 2, 3].map(
      (number) => `<Override PartName="/xl/charts/chart${number}.xml" ContentType="${CHART_TYPE}"/>`,
    );
    return xml.replace(
      '</Types>',
      `${overrides.join('')}<Override PartName="/xl/drawings/drawing2.xml" ContentType="${DRAWING_TYPE}"/></Types>`,
    );
  });
  edit('xl/worksheets/sheet1.xml', (xml) => withSparkline(xml));
  const names =
    '<definedName name="本期">数据!$B$5:$B$5</definedName><definedName name="动态">OFFSET(数据!$A$5,0,0,COUNTA(数据!$A$5:$A$5),1)</definedName>' +
    '<definedName name="_xlnm.Print_Area" localSheetId="0">数据!$A$1:$I$13</definedName><definedName name="自己的" localSheetId="3">\'{{#each tasks}}{{name}}\'!$B$2:$B$2</definedName>';
  edit('xl/workbook.xml', (xml) => {
    if (!xml.includes('</definedNames>')) throw new Error('exceljs wrote no names');
    return xml.replace('</definedNames>', `${names}</definedNames>`);
  });
  return zipSync(parts);
}

function withSparkline(xml: string): string {
  const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
  const xm = 'http://schemas.microsoft.com/office/excel/2006/main';
  const group = `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="${xm}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>数据!B5:C5</xm:f><xm:sqref>E5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`;
  const end = xml.lastIndexOf('</extLst>');
  if (end < 0) throw new Error('exceljs wrote no data bar');
  return xml.slice(0, end) + group + xml.slice(end);
}

function chartRelation(number: number): string {
  return `<Relationship Id="rIdChart${number}" Type="${OFFICE}/chart" Target="../charts/chart${number}.xml"/>`;
}

function frame(number: number, row: number): string {
  const corner = (name: string, column: number, at: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `<xdr:twoCellAnchor>${corner('from', 3, row)}${corner('to', 8, row + 12)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${number + 10}" name="图${number}" descr="图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rIdChart${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function chartXml(
  title: string,
  categories: string,
  series: readonly (readonly [name: string, values: string])[],
): string {
  const one = ([name, values]: readonly [string, string], at: number) =>
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${name}</c:f></c:strRef></c:tx><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strRef><c:f>${categories}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${values}</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="0"/></c:numCache></c:numRef></c:val></c:ser>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.map(one).join('')}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>' +
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}
