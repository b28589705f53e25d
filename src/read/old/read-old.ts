import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Package } from '../../ooxml/package.ts';
import type { ReadLimits } from '../../ooxml/read-limits.ts';
import type { UnsupportedKind } from '../file-kind.ts';
import type { OpenText } from '../open-text.ts';
import { wholeText } from '../utf8-chunks.ts';
import { readHtml } from './read-html.ts';
import { readOds } from './read-ods.ts';
import { readSpreadsheetXml } from './read-spreadsheet-xml.ts';
import { readXls } from './read-xls.ts';
import { readXlsb } from './read-xlsb.ts';
import { SPREADSHEET_XML } from './spreadsheet-xml-words.ts';

/** A file that is neither xlsx nor delimited text, as far as it had to be opened to know that. */
export interface OtherFile {
  readonly bytes: Buffer;
  readonly pack: Package | null;
  readonly text: OpenText | null;
  readonly limits: ReadLimits;
}

/** Where an XML spreadsheet names its namespace. */
const XML_HEAD = 4096;

/**
 * The sheets of a file of another format; null when it is none that is read.
 *
 * Throws `PackageError` when it is damaged or holds more than can be kept.
 */
export async function readOld(
  kind: UnsupportedKind,
  { bytes, pack, text, limits }: OtherFile,
  file: string,
): Promise<Staged<Workbook | null> | null> {
  if (kind === 'xls') return readXls(bytes, file, limits);
  if (kind === 'xlsb' && pack !== null) return readXlsb(pack, file);
  if (kind === 'ods' && pack !== null) return readOds(pack, file);
  if (kind === 'html' && text !== null) return readHtml(bytes, text, file, limits);
  if (kind === 'xml' && text !== null && text.head.slice(0, XML_HEAD).includes(SPREADSHEET_XML))
    return readSpreadsheetXml(wholeText(bytes, text), file, limits);
  return null;
}
