/** Children of `<worksheet>` in the order of ECMA-376 part 1, 18.3.1.99. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const RANK = new Map(ORDER.map((name, rank) => [name, rank]));

/** The sheet part with the children of its root in schema order; an unknown child keeps its place after the one before it. */
export function sheetInSchemaOrder(xml: string): string {
  const data = xml.indexOf('</sheetData>');
  const end = xml.lastIndexOf('</worksheet>');
  if (data < 0 || end < 0) return xml;
  const start = data + '</sheetData>'.length;
  return xml.slice(0, start) + sorted(children(xml.slice(start, end))).join('') + xml.slice(end);
}

interface Child {
  readonly name: string;
  readonly xml: string;
}

/** Elements at depth 0, each with all that is in it. The parts are machine-written: no comments, no CDATA. */
function children(xml: string): readonly Child[] {
  const found: Child[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of xml.matchAll(/<(\/?)([^\s/>]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (depth === 0) start = tag.index;
    if (tag[1] === '/') depth--;
    else if (tag[3] !== '/') depth++;
    if (depth > 0) continue;
    const element = xml.slice(start, tag.index + tag[0].length);
    found.push({ name: /^<([^\s/>]+)/.exec(element)?.[1] ?? '', xml: element });
  }
  return found;
}

function sorted(elements: readonly Child[]): readonly string[] {
  let last = 0;
  return elements
    .map(({ name, xml }) => {
      last = RANK.get(name) ?? last;
      return { rank: last, xml };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ xml }) => xml);
}
