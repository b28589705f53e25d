import { SPREADSHEET } from '../ooxml/namespaces.ts';
import { codes, vocabulary } from '../ooxml/vocabulary.ts';

const CELL_ELEMENTS = [
  'worksheet',
  'sheetData',
  'row',
  'c',
  'v',
  'f',
  'is',
  't',
  'r',
  'rPr',
  'vertAlign',
  'strike',
] as const;
const LAYOUT_ELEMENTS = ['cols', 'col', 'mergeCells', 'mergeCell'] as const;

/** Codes of what is read of a worksheet part. */
export const ELEMENT = codes(...CELL_ELEMENTS, ...LAYOUT_ELEMENTS);
export const ATTRIBUTE = codes('r', 's', 't', 'hidden', 'min', 'max', 'ref', 'val');
export const SHEET_WORDS = vocabulary({ namespace: SPREADSHEET, elements: ELEMENT, attributes: ATTRIBUTE });
