import type { Finding } from '../../model/finding.ts';
import type { Grid, Visibility } from '../../model/grid.ts';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import type { ReadLimits } from '../../ooxml/read-limits.ts';
import { type XmlHandler, xmlTokenizer } from '../../ooxml/xml-tokenizer.ts';
import { MAX_STYLES, type NumberKind, numberKind } from '../number-format.ts';
import { MAX_CELL_TEXT, MAX_SHEETS, readBudget } from '../read-budget.ts';
import { sheetWriter } from './sheet-writer.ts';
import { type SpreadsheetXmlSheet, spreadsheetXmlSheet } from './spreadsheet-xml-sheet.ts';
import { ATTRIBUTE, ELEMENT, NAMED_FORMATS, WORDS } from './spreadsheet-xml-words.ts';

const VISIBILITIES: ReadonlyMap<string, Visibility> = new Map([
  ['SheetHidden', 'hidden'],
  ['SheetVeryHidden', 'veryHidden'],
]);
const MAX_BASES = 64;

/**
 * The sheets of an XML spreadsheet of 2003, from its decoded text.
 *
 * Throws `PackageError` when its markup is wrong or it has no sheet.
 */
export function readSpreadsheetXml(text: string, file: string, limits: ReadLimits): Staged<Workbook> {
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  const handler = workbookHandler(file, limits, (read) => {
    if (grids.push(read.grid) > MAX_SHEETS) throw new PackageError('sheets');
    for (const one of read.findings) findings.push(one);
  });
  const tokenizer = xmlTokenizer(WORDS, handler);
  // The text is decoded already, whatever its declaration says.
  const rest = text.trimStart().replace(/^<\?xml[^>]*\?>/, '');
  for (let from = 0; from < rest.length; ) {
    const to = pieceEnd(rest, from + PIECE);
    tokenizer.feed(Buffer.from(rest.slice(from, to), 'utf8'));
    from = to;
  }
  tokenizer.end();
  if (grids.length === 0) throw new PackageError('noSheets');
  return { value: { file, format: 'xml', grids }, findings };
}

/** Of a large text so much is made bytes at a time. */
const PIECE = 1_048_576;

/** Where a piece ends: never within a character. */
function pieceEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}

function workbookHandler(
  file: string,
  limits: ReadLimits,
  take: (read: ReturnType<SpreadsheetXmlSheet['finish']>) => void,
): XmlHandler {
  const budget = readBudget(limits);
  const styles = cellStyles();
  let date1904 = false;
  let sheet: SpreadsheetXmlSheet | null = null;
  let visibility: Visibility = 'visible';
  let inComment = false;
  let type = '';
  /** Text of the element that is being taken. */
  let taken: string | null = null;

  return {
    open(element, attributes, depth) {
      if (depth === 1 && element !== ELEMENT['ss:Workbook']) throw new PackageError('root');
      switch (element) {
        case ELEMENT['x:Date1904']:
          date1904 = true;
          break;
        case ELEMENT['ss:Style']:
          styles.open(attributes.text(ATTRIBUTE['ss:ID']) ?? '', attributes.text(ATTRIBUTE['ss:Parent']));
          break;
        case ELEMENT['ss:NumberFormat']:
          styles.format(attributes.text(ATTRIBUTE['ss:Format']) ?? 'General');
          break;
        case ELEMENT['ss:Worksheet']: {
          const writer = sheetWriter(file, attributes.text(ATTRIBUTE['ss:Name']) ?? '', { date1904, budget });
          sheet = spreadsheetXmlSheet(writer, styles.kindOf);
          visibility = 'visible';
          break;
        }
        case ELEMENT['ss:Column']:
          sheet?.column(attributes);
          break;
        case ELEMENT['ss:Row']:
          sheet?.openRow(attributes);
          break;
        case ELEMENT['ss:Cell']:
          sheet?.openCell(attributes);
          break;
        case ELEMENT['ss:Data']:
          // Comments hold data elements too.
          if (inComment) break;
          type = attributes.text(ATTRIBUTE['ss:Type']) ?? 'String';
          taken = '';
          break;
        case ELEMENT['ss:Comment']:
          inComment = true;
          break;
        case ELEMENT['x:Visible']:
          taken = '';
          break;
      }
    },
    close(element) {
      switch (element) {
        case ELEMENT['ss:Data']:
          if (taken !== null) sheet?.data(type, taken);
          taken = null;
          break;
        case ELEMENT['ss:Comment']:
          inComment = false;
          break;
        case ELEMENT['ss:Cell']:
          sheet?.closeCell();
          break;
        case ELEMENT['x:Visible']:
          visibility = VISIBILITIES.get(taken ?? '') ?? 'visible';
          taken = null;
          break;
        case ELEMENT['ss:Worksheet']:
          if (sheet !== null) take(sheet.finish(visibility));
          sheet = null;
          break;
      }
    },
    text(bytes, from, to) {
      // What is beyond is cut, and said to be.
      if (taken !== null && taken.length <= MAX_CELL_TEXT) taken += bytes.toString('utf8', from, to);
    },
  };
}

/** Styles of cells as far as they tell what a number is. */
function cellStyles(): {
  open(id: string, base: string | null): void;
  format(code: string): void;
  kindOf(id: string): NumberKind;
} {
  const kinds = new Map<string, NumberKind>();
  const bases = new Map<string, string>();
  let open = '';
  return {
    open(id, base) {
      open = id;
      if (base !== null && bases.size < MAX_STYLES) bases.set(id, base);
    },
    format(code) {
      if (kinds.size < MAX_STYLES) kinds.set(open, NAMED_FORMATS.get(code) ?? numberKind(code.slice(0, 1024)));
    },
    kindOf(id) {
      let at: string | undefined = id;
      for (let steps = 0; at !== undefined && steps < MAX_BASES; steps++) {
        const kind = kinds.get(at);
        if (kind !== undefined) return kind;
        at = bases.get(at);
      }
      return 'number';
    },
  };
}
