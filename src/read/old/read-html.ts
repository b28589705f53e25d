import { type Finding, finding } from '../../model/finding.ts';
import { filePlace } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import type { ReadLimits } from '../../ooxml/read-limits.ts';
import { readBudget } from '../read-budget.ts';
import type { TextCoding } from '../text-encoding.ts';
import { wholeText } from '../utf8-chunks.ts';
import { strictDecoder } from './code-page.ts';
import { hiddenClasses } from './html-classes.ts';
import { unescapeHtml } from './html-entities.ts';
import { htmlPage } from './html-page.ts';
import { tokenizeHtml } from './html-tokens.ts';
import { sheetWriter } from './sheet-writer.ts';

/** The name of a page's sheet that gives none. */
const ONLY_SHEET = 'Sheet1';
const SHEET_NAME = /<x:Name>([^<]*)<\/x:Name>/gi;
/** Characters of a name that are looked at: programs know no longer ones than 31. */
const LONGEST_NAME = 1024;
const CHARSET = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([a-z][a-z0-9_:-]*)/i;
const REPLACEMENT = '\u{fffd}';

/**
 * The tables of a web page as one sheet; null when it has none.
 *
 * Every cell is text as it stands: `0012` and long numbers lose nothing. Throws `PackageError` when the page is cut short.
 */
export function readHtml(bytes: Buffer, coding: TextCoding, file: string, limits: ReadLimits): Staged<Workbook> | null {
  const { text, encoding, broken, unclear } = asDeclared(bytes, coding);
  const writer = sheetWriter(file, sheetName(text), { date1904: false, budget: readBudget(limits) });
  const sink = {
    merge: writer.merge,
    put(row: number, column: number, content: string) {
      const isBroken = broken && content.includes(REPLACEMENT);
      if (isBroken) writer.faults.add('ENCODING_BROKEN', row, column, { encoding });
      writer.text(row, column, isBroken ? 'error' : 'text', content);
    },
  };
  const page = htmlPage(sink, hiddenClasses(text));
  tokenizeHtml(text, page);
  const { tables, cutShort, hiddenRows } = page.end();
  if (tables === 0) return null;
  if (cutShort) throw new PackageError('truncated');
  const { grid, findings } = writer.finish({ visibility: 'visible', hiddenRows, hiddenColumns: new Set() });
  const unsure: Finding[] = unclear ? [finding('ENCODING_UNCLEAR', filePlace(file), { encoding })] : [];
  return { value: { file, format: 'html', grids: [grid] }, findings: [...findings, ...unsure] };
}

/** The name that a spreadsheet program gave the page's only sheet. */
function sheetName(text: string): string {
  const names: string[] = [];
  for (const match of text.matchAll(SHEET_NAME)) {
    names.push(unescapeHtml((match[1] ?? '').slice(0, LONGEST_NAME)).trim());
    if (names.length === 2) break;
  }
  const [name, another] = names;
  return name === undefined || name === '' || another !== undefined ? ONLY_SHEET : name;
}

interface DeclaredText extends Pick<TextCoding, 'broken' | 'unclear'> {
  readonly text: string;
  readonly encoding: string;
}

/** The text in the encoding that the page declares, where its bytes do not settle that by themselves. */
function asDeclared(bytes: Buffer, coding: TextCoding): DeclaredText {
  const { encoding, broken, unclear } = coding;
  const asDecoded = { encoding, broken, unclear, text: wholeText(bytes, coding) };
  if (encoding !== 'gb18030') return asDecoded;
  const declared = CHARSET.exec(asDecoded.text.slice(0, 4096))?.[1]?.toLowerCase();
  if (declared === undefined) return asDecoded;
  // Pages of UTF-8 that say GB2312 are common, the other way round hardly is: valid UTF-8 never comes here.
  if (/^(?:gb|x-gbk|hz-gb|chinese|csgb|iso-ir-58)/.test(declared)) return { ...asDecoded, unclear: false };
  try {
    const text = strictDecoder(declared)(bytes);
    return text === null ? asDecoded : { text, encoding: declared, broken: false, unclear: false };
  } catch {
    // An encoding that nobody knows.
    return asDecoded;
  }
}
