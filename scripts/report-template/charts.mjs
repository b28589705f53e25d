// Native charts: their parts, which exceljs cannot write.

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Colours that differ in brightness too, for print in grey. */
const COLOURS = ['2F5D9B', 'B9CBE4', 'E0A458', '7A8F5A', 'A05C6A', '8A8FA3'];

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const run = (size, bold) =>
  `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="333A45"/></a:solidFill><a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:defRPr>`;
const textLook = (size) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run(size, false)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
const title = (text, size = 1300) =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run(size, true)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="${size}" b="1"/><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
const fill = (colour) => `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
const reference = (kind, ref) => `<c:${kind}Ref><c:f>${escaped(ref)}</c:f></c:${kind}Ref>`;
const labels = (shown) =>
  `<c:dLbls>${shown ? textLook(800) : ''}<c:showLegendKey val="0"/><c:showVal val="${shown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function series({ name, categories, values }, at, { hasLabels = false, varied = false }) {
  // Series that come to be several are coloured by the program.
  const look = varied ? '' : fill(COLOURS[at]);
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${reference('str', name)}</c:tx>${look}<c:invertIfNegative val="0"/>${labels(hasLabels)}<c:cat>${reference('str', categories)}</c:cat><c:val>${reference('num', values)}</c:val></c:ser>`;
}

const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C9CFD8"/></a:solidFill></a:ln></c:spPr>';

/** Columns side by side, bars one below the other, or bars stacked to the whole. */
export function barChart({ text, kind, all, ...look }) {
  const isBar = kind !== 'columns';
  const isStacked = kind === 'stacked';
  const groups = all.map((one, at) => series(one, at, { ...look, varied: isStacked })).join('');
  const overlap = isStacked ? '<c:overlap val="100"/>' : '';
  const categories = `<c:catAx><c:axId val="101"/><c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textLook(900)}<c:crossAx val="102"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  const format = isStacked ? '0%' : '#,##0';
  const values = `<c:valAx><c:axId val="102"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E7ED"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}${textLook(900)}<c:crossAx val="101"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
  const plot = `<c:barChart><c:barDir val="${isBar ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'percentStacked' : 'clustered'}"/><c:varyColors val="0"/>${groups}<c:gapWidth val="${isBar ? 60 : 70}"/>${overlap}<c:axId val="101"/><c:axId val="102"/></c:barChart>${categories}${values}`;
  const legend = look.alone ? '' : `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(900)}</c:legend>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${title(text)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}
