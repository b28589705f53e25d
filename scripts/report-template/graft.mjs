// Puts charts and links into a workbook that exceljs wrote.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escaped } from './charts.mjs';
import { GROWING } from './looks.mjs';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** English Metric Units of a centimetre. */
const CENTIMETRE = 360_000;

const list = (entries) =>
  `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${entries.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The workbook with the charts and links of its sheets, which are in their order. */
export function grafted(workbook, pages) {
  const parts = unzipSync(workbook);
  const types = [];
  let charts = 0;
  pages.forEach((page, at) => {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    // Rows that may grow with what is in them have no height of their own.
    let sheet = strFromU8(parts[name]).replaceAll(` ht="${GROWING}" customHeight="1"`, ` ht="${GROWING}"`);
    if (page.links.length > 0)
      sheet = withElement(sheet, `<hyperlinks>${page.links.map(linkXml).join('')}</hyperlinks>`);
    if (page.charts.length > 0) {
      const drawing = `drawing${at + 1}.xml`;
      const numbers = page.charts.map(() => ++charts);
      page.charts.forEach(({ xml }, chart) => {
        parts[`xl/charts/chart${numbers[chart]}.xml`] = strToU8(xml);
        types.push([`/xl/charts/chart${numbers[chart]}.xml`, 'drawingml.chart']);
      });
      parts[`xl/drawings/${drawing}`] = strToU8(
        `${HEAD}<xdr:wsDr ${DRAWING}>${page.charts.map(anchor).join('')}</xdr:wsDr>`,
      );
      types.push([`/xl/drawings/${drawing}`, 'drawing']);
      parts[`xl/drawings/_rels/${drawing}.rels`] = strToU8(
        list(
          numbers.map((number, one) => ({
            id: `rId${one + 1}`,
            type: 'chart',
            target: `../charts/chart${number}.xml`,
          })),
        ),
      );
      const relations = `xl/worksheets/_rels/sheet${at + 1}.xml.rels`;
      if (parts[relations]) throw new Error(`${relations} is there already`);
      parts[relations] = strToU8(list([{ id: 'rId1', type: 'drawing', target: `../drawings/${drawing}` }]));
      sheet = withElement(sheet, '<drawing r:id="rId1"/>');
    }
    parts[name] = strToU8(sheet);
  });
  types.push(['/docProps/custom.xml', 'custom-properties']);
  const package_ = strFromU8(parts['_rels/.rels']);
  const property = `<Relationship Id="rIdCustom" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/>`;
  parts['_rels/.rels'] = strToU8(package_.replace('</Relationships>', `${property}</Relationships>`));
  const contents = strFromU8(parts['[Content_Types].xml']);
  const added = types.map(
    ([part, kind]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
  );
  parts['[Content_Types].xml'] = strToU8(contents.replace('</Types>', `${added.join('')}</Types>`));
  return zipSync(parts);
}

const OF_DOCUMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** The property by which a copy of the template is known, whatever becomes of it. */
export function markPart(mark) {
  return strToU8(
    `${HEAD}<Properties xmlns="${OF_DOCUMENTS}/custom-properties" xmlns:vt="${OF_DOCUMENTS}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="huizong"><vt:lpwstr>${mark}</vt:lpwstr></property></Properties>`,
  );
}

/** Where it has to stand is seen to when the package is finished. */
function withElement(sheet, xml) {
  return sheet.replace('</worksheet>', `${xml}</worksheet>`);
}

function linkXml({ ref, location, tip }) {
  return `<hyperlink ref="${ref}" location="${escaped(location)}" tooltip="${escaped(tip)}"/>`;
}

function anchor({ column, row, width, height, name, description }, at) {
  const size = `cx="${Math.round(width * CENTIMETRE)}" cy="${Math.round(height * CENTIMETRE)}"`;
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${size}/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${escaped(name)}" descr="${escaped(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${at + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
}
