import { finding } from '../../model/finding.ts';
import { filePlace } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MEGABYTE, type ReadLimits } from '../../ooxml/read-limits.ts';
import { RECORD, recordAt } from './biff-records.ts';
import { codePageOf, strictDecoder } from './code-page.ts';
import { libraryWorkbook } from './library-workbook.ts';

/** Beginning-of-file records of BIFF2, 3 and 4. */
const BEGINNINGS = new Set([0x0009, 0x0209, 0x0409]);
const LABELS = new Set([0x0004, 0x0204]);
/** Integer, number, truth value or error, short number, formula. */
const FIGURES = new Set([0x0002, 0x0003, 0x0005, 0x0006, 0x0203, 0x0205, 0x0206, 0x0406, 0x027e]);

/** Such files come from computers that could hold no more; the library takes seconds for them. */
const MOST_CELLS = 262_144;
const MOST_MEGABYTES = 16;

/** Where the text of a label begins: after row, column, format and length. */
const LABEL_TEXT = 8;

/** What a stream of BIFF2 to BIFF4 records holds, as far as its records tell without being understood. */
interface EarlyStream {
  readonly cells: number;
  readonly strings: readonly Buffer[];
  readonly codePage: number | null;
  readonly encrypted: boolean;
  /** Where the last record that belongs to it ends. */
  readonly end: number;
}

/** Numbers by which the library knows encodings; it knows the other code pages of Windows by theirs. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['gb18030', 936],
  ['big5', 950],
  ['shift_jis', 932],
  ['euc-kr', 949],
  ['macintosh', 10000],
  ['utf-8', 65001],
]);
const WINDOWS = 'windows-';

/**
 * The sheets of a stream of BIFF2 to BIFF4 records, the forms before Excel 5.
 *
 * They are rare enough to be left to the library. What it gives must be as many cells as there are records of cells.
 * Throws `PackageError` when the stream is damaged or cut short.
 */
export async function readEarlyBiff(
  stream: Buffer,
  file: string,
  limits: ReadLimits,
): Promise<Staged<Workbook | null>> {
  const { cells, strings, codePage: stated, encrypted, end } = surveyed(stream);
  if (encrypted) return { value: null, findings: [finding('FILE_ENCRYPTED', filePlace(file), {})] };
  const { encoding, unclear } = codePageOf(stated, strings);
  const decode = strictDecoder(encoding);
  if (!strings.every((bytes) => decode(bytes) !== null)) throw new PackageError('encoding');
  const codePage = NUMBERS.get(encoding) ?? Number(encoding.slice(WINDOWS.length));
  const bytes = withCodePage(stream.subarray(0, end), codePage);
  const request = { file, bytes, codePage, cells: limits.cells };
  const { value, findings } = await libraryWorkbook(request, 'xls', limits);
  const read = value?.grids.reduce((sum, { values }) => sum + values.length, 0) ?? 0;
  if (value !== null && read !== cells) throw new PackageError('size');
  if (!unclear) return { value, findings };
  return { value, findings: [...findings, finding('ENCODING_UNCLEAR', filePlace(file), { encoding })] };
}

function surveyed(stream: Buffer): EarlyStream {
  const strings: Buffer[] = [];
  let cells = 0;
  let codePage: number | null = null;
  let encrypted = false;
  let depth = 0;
  let end = 0;
  while (end === 0 || depth > 0) {
    const { type, data, next } = recordAt(stream, end);
    if (end === 0 && !BEGINNINGS.has(type)) throw new PackageError('size');
    if (next > MOST_MEGABYTES * MEGABYTE) throw new PackageError('cells', '', String(MOST_CELLS));
    end = next;
    if (Math.max(cells, strings.length) > MOST_CELLS) throw new PackageError('cells', '', String(MOST_CELLS));
    if (BEGINNINGS.has(type)) depth++;
    else if (type === RECORD.eof) depth--;
    else if (type === RECORD.filePass) encrypted = true;
    else if (type === RECORD.codePage && data.length >= 2) codePage = data.readUInt16LE(0);
    else if (FIGURES.has(type)) cells++;
    else if (LABELS.has(type)) {
      const text = data.subarray(LABEL_TEXT);
      // An empty text is no cell.
      if (text.length > 0) cells++;
      strings.push(text);
    }
  }
  return { cells, strings, codePage, encrypted, end };
}

/** A copy of the stream whose record of the code page, if it has one, says this one. */
function withCodePage(stream: Buffer, codePage: number): Uint8Array<ArrayBuffer> {
  const copy = Buffer.from(new Uint8Array(stream).buffer);
  for (let at = 0; at + 6 <= copy.length; ) {
    const { type, next } = recordAt(copy, at);
    if (type === RECORD.codePage) copy.writeUInt16LE(codePage, at + 4);
    if (type === RECORD.eof) break;
    at = next;
  }
  return new Uint8Array(copy.buffer);
}
