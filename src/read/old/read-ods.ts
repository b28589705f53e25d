import { type Finding, finding } from '../../model/finding.ts';
import type { Grid, Visibility } from '../../model/grid.ts';
import { filePlace } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { type Package, readXmlPart } from '../../ooxml/package.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import type { ReadLimits } from '../../ooxml/read-limits.ts';
import type { XmlHandler } from '../../ooxml/xml-tokenizer.ts';
import { MAX_CELL_TEXT, MAX_SHEETS, readBudget } from '../read-budget.ts';
import { uncheckedSlice } from '../utf8-text.ts';
import { type OdsSheet, odsSheet } from './ods-sheet.ts';
import { odsStyles } from './ods-styles.ts';
import { ATTRIBUTE, ELEMENT, MANIFEST_ELEMENT, MANIFEST_WORDS, WORDS } from './ods-words.ts';
import { type ReadSheet, sheetWriter } from './sheet-writer.ts';

const START_1904 = '1904-01-01';
const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/**
 * The tables of an OpenDocument spreadsheet.
 *
 * Read here because the library does not tell hidden sheets, rows and columns, and drops formulas without results.
 * Throws `PackageError` when the package is damaged.
 */
export async function readOds(pack: Package, file: string): Promise<Staged<Workbook | null>> {
  if (await isEncrypted(pack)) return unread(finding('FILE_ENCRYPTED', filePlace(file), {}));
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  let isOther = false;
  const handler = documentHandler(file, pack.limits, {
    sheet(read) {
      if (grids.push(read.grid) > MAX_SHEETS) throw new PackageError('sheets');
      for (const one of read.findings) findings.push(one);
    },
    other() {
      isOther = true;
    },
  });
  await readXmlPart(pack, CONTENT, WORDS, handler);
  if (isOther) return unread(finding('FILE_UNSUPPORTED', filePlace(file), { kind: 'odt' }));
  if (grids.length === 0) throw new PackageError('noSheets');
  return { value: { file, format: 'ods', grids }, findings };
}

function unread(why: Finding): Staged<null> {
  return { value: null, findings: [why] };
}

async function isEncrypted(pack: Package): Promise<boolean> {
  let encrypted = false;
  await readXmlPart(pack, MANIFEST, MANIFEST_WORDS, {
    open(element) {
      if (element === MANIFEST_ELEMENT['manifest:encryption-data']) encrypted = true;
    },
    close() {},
    text() {},
  });
  return encrypted;
}

const SPACES = /[\t\n\r ]/;

/** White space of any kind is one space; most texts have none. */
function spaced(text: string): string {
  return SPACES.test(text) ? text.replace(/[\t\n\r ]+/g, ' ') : text;
}

/** Depth of the tables that are sheets; those within cells and shapes stand deeper. */
const SHEET_DEPTH = 4;

/** Bodies of documents that are no spreadsheets. */
const OTHER_BODIES: ReadonlySet<number> = new Set([
  ELEMENT['office:text'],
  ELEMENT['office:presentation'],
  ELEMENT['office:drawing'],
]);

/** What is told of a document: each of its sheets, or that it is no spreadsheet. */
interface Taker {
  sheet(read: ReadSheet): void;
  other(): void;
}

function documentHandler(file: string, limits: ReadLimits, taker: Taker): XmlHandler {
  const budget = readBudget(limits);
  const styles = odsStyles();
  let date1904 = false;
  let isSpreadsheet = false;
  let sheet: OdsSheet | null = null;
  let visibility: Visibility = 'visible';
  /** Depth of the open cell; 0 between cells. */
  let cellDepth = 0;
  /** Depth of an element whose content is passed over: a note or drawing. */
  let skipDepth = 0;
  let paragraphs = 0;
  let inParagraph = false;
  let text = '';

  function openInCell(element: number, count: number): void {
    if (text.length > MAX_CELL_TEXT) return;
    if (element === ELEMENT['text:p']) {
      if (paragraphs++ > 0) text += '\n';
      inParagraph = true;
    } else if (element === ELEMENT['text:s']) {
      text += ' '.repeat(count);
    } else if (element === ELEMENT['text:tab']) {
      text += '\t';
    } else if (element === ELEMENT['text:line-break']) {
      text += '\n';
    }
  }

  return {
    open(element, attributes, depth) {
      if (skipDepth > 0) return;
      if (element === ELEMENT['office:spreadsheet'] && depth === SHEET_DEPTH - 1) isSpreadsheet = true;
      if (depth === SHEET_DEPTH - 1 && OTHER_BODIES.has(element)) taker.other();
      if (element === ELEMENT['table:null-date'])
        date1904 = attributes.text(ATTRIBUTE['table:date-value']) === START_1904;
      if (sheet === null) styles.open(element, attributes);
      if (element === ELEMENT['table:table'] && depth === SHEET_DEPTH && isSpreadsheet) {
        const name = attributes.text(ATTRIBUTE['table:name']) ?? '';
        sheet = odsSheet(sheetWriter(file, name, { date1904, budget }), styles.kindOf);
        visibility = styles.isHidden(attributes.text(ATTRIBUTE['table:style-name'])) ? 'hidden' : 'visible';
      } else if (element === ELEMENT['office:annotation'] || element === ELEMENT['table:shapes']) {
        skipDepth = depth;
      } else if (sheet === null) {
        return;
      } else if (cellDepth > 0) {
        if (inParagraph || depth === cellDepth + 1) {
          openInCell(element, Math.min(1000, Number(attributes.text(ATTRIBUTE['text:c']) ?? 1) || 1));
        }
      } else if (element === ELEMENT['table:table-column']) {
        sheet.column(attributes);
      } else if (element === ELEMENT['table:table-row']) {
        sheet.openRow(attributes);
      } else if (element === ELEMENT['table:table-cell'] || element === ELEMENT['table:covered-table-cell']) {
        sheet.openCell(attributes);
        cellDepth = depth;
        paragraphs = 0;
        text = '';
      }
    },
    close(element, depth) {
      if (skipDepth > 0) {
        if (depth === skipDepth) skipDepth = 0;
      } else if (cellDepth > 0) {
        if (depth === cellDepth + 1) inParagraph = false;
        if (depth !== cellDepth) return;
        cellDepth = 0;
        sheet?.closeCell(paragraphs === 0 ? null : text);
      } else if (element === ELEMENT['table:table-row']) {
        sheet?.closeRow();
      } else if (element === ELEMENT['table:table'] && depth === SHEET_DEPTH) {
        if (sheet !== null) taker.sheet(sheet.finish(visibility));
        sheet = null;
      }
    },
    text(bytes, from, to) {
      // What is beyond is cut, and said to be.
      if (inParagraph && skipDepth === 0 && text.length <= MAX_CELL_TEXT)
        text += spaced(uncheckedSlice(bytes, from, to));
    },
  };
}
