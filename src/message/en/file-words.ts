import { type DamageFault, LIMITS } from '../../ooxml/package-error.ts';

/** What is damaged, in a few words. */
const DAMAGE: Readonly<Record<DamageFault, string>> = {
  zeros: 'it holds nothing but zero bytes: sending or saving it was probably not finished',
  directory: 'the directory within the file is missing or wrong',
  truncated: 'the file is cut short',
  compression: 'the compressed data is wrong',
  method: 'it is compressed in a way that is not read',
  checksum: 'a checksum does not agree',
  size: 'a size does not agree',
  nameTwice: 'two parts have one name',
  encryptedPart: 'a part is encrypted',
  partMissing: 'a necessary part is missing',
  encoding: 'the character encoding is wrong',
  markup: 'the markup is wrong',
  doctype: 'it holds a declaration that is not allowed',
  nesting: 'the markup is nested too deeply',
  root: 'the structure is wrong',
  noSheets: 'it has no sheet',
  faults: 'too many cells are wrong',
};

/** Kinds of files that are not read. */
const KINDS: Readonly<Record<string, string>> = {
  xls: 'an Excel 97-2003 workbook, xls',
  xlsb: 'a binary workbook, xlsb',
  ods: 'an OpenDocument spreadsheet, ods',
  html: 'a web page',
  mail: 'a mail (eml), whose enclosures were not opened',
  mhtml: 'a web archive',
  xml: 'an XML file',
  doc: 'a Word document',
  docx: 'a Word document',
  ppt: 'a presentation',
  pptx: 'a presentation',
  pdf: 'a PDF document',
  rtf: 'an RTF document',
  odt: 'an OpenDocument text, presentation or drawing',
  ofd: 'an OFD document',
  numbers: 'a Numbers spreadsheet of Apple',
  exchange: 'a file for exchanging data (SYLK, DIF)',
  image: 'a picture',
  zip: 'an archive',
  archive: 'an archive',
  volume: 'a part of a split archive',
  unknown: 'a format that is not known',
};

/** Why the disk refused, by the system's code. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'it is no longer there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  notAFile: 'it is a pipe or a device, not a file',
  EMFILE: 'too many open files',
  EIO: 'the disk failed',
};

/** What there can be too much of. */
const COUNTED: Readonly<Record<string, string>> = {
  entries: 'inner files',
  bundleFiles: 'files',
  bundleBytes: 'of what the files of a bundle hold together once inflated',
  bundleCells: 'cells in the files of a bundle together',
  bundleNames: 'bytes of a file name within a bundle, its folders included',
  rows: 'rows',
  tags: 'tags',
  summaryRows: 'rows of summaries',
  ledgerRows: 'rows of ledgers',
  totalRows: 'rows of totals',
  sections: 'groups of rows, each below a title of its own',
  findings: 'different findings',
  bundleFindings: 'different findings, which is what the other files of its bundle leave to it',
  cells: 'cells',
  characters: 'characters',
  longTexts: 'texts of more than 16,383 characters',
  strings: 'strings',
  sheets: 'sheets',
};

const WORDS = new Map(Object.entries({ ...DAMAGE, ...KINDS, ...REFUSALS, ...COUNTED }));

/** The words for a detail of a file's state; the detail itself when there are none. */
export function fileWord(detail: string): string {
  return WORDS.get(detail) ?? detail;
}

/** What is wrong with a package as words: what is damaged, or which bound it goes over. */
export function damageWord(fault: string): string {
  const limit = Object.entries(LIMITS).find(([name]) => name === fault)?.[1];
  return limit === undefined
    ? fileWord(fault)
    : `it is too large, over the limit of ${limit}${COUNTED[fault] === undefined ? '' : ` ${COUNTED[fault]}`}`;
}
