import type { Visibility } from '../../model/grid.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { builtinNumberKind, type NumberKind, numberKind } from '../number-format.ts';
import { cutText, MAX_SHEETS, type ReadBudget } from '../read-budget.ts';
import { type BiffRecord, RECORD, recordAt, recordPieces, wantedRecord } from './biff-records.ts';
import { pieceReader, unicodeString } from './biff-text.ts';
import { type CodePage, codePageOf, strictDecoder } from './code-page.ts';

/** What the sheets of a BIFF5 or BIFF8 stream share. */
export interface BiffBook {
  readonly stream: Buffer;
  /** Strings are Unicode (BIFF8), not bytes in a code page. */
  readonly unicode: boolean;
  readonly date1904: boolean;
  readonly codePage: CodePage;
  /** The text of a byte string; null when it is not sound in the code page. */
  readonly decode: (bytes: Buffer) => string | null;
  /** The kind of number that each cell format shows; empty when the workbook defines none. */
  readonly kinds: readonly NumberKind[];
  readonly strings: readonly string[];
  /** In the order of the tabs; worksheets only. */
  readonly sheets: readonly BiffSheet[];
  /** Its formulas hold no results: a program wrote it that does not calculate. */
  readonly uncalculated: boolean;
}

export interface BiffSheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** Where its beginning-of-file record stands. */
  readonly start: number;
}

const MAX_STRINGS = 2_097_152;
/** Excel knows 4,000 formats of cells; some writers make one for each. */
const MAX_FORMATS = 65_536;
/** So many byte strings show how they are encoded. */
const SAMPLE = 65_536;
/** What is read before the sheets, and of a whole stream. */
const OF_BOOK: ReadonlySet<number> = new Set([
  ...[RECORD.eof, RECORD.codePage, RECORD.date1904, RECORD.recalcId],
  ...[RECORD.format, RECORD.xf, RECORD.boundSheet, RECORD.sst],
]);
const OF_TEXTS: ReadonlySet<number> = new Set([RECORD.label, RECORD.richString, RECORD.string, RECORD.boundSheet]);
const OF_FORMULAS: ReadonlySet<number> = new Set([RECORD.formula]);
const VERSION_8 = 0x0600;
const WORKSHEET = 0;
const SUBSTREAM_SHEET = 0x10;
const VISIBILITIES: readonly Visibility[] = ['visible', 'hidden', 'veryHidden'];
/** The name of the only sheet of a stream that has no list of sheets. */
const ONLY_SHEET = 'Sheet1';

/** Whether the stream is encrypted: the record that says so comes before any other content. */
export function isEncrypted(stream: Buffer): boolean {
  for (let at = 0; ; ) {
    const { type, next } = recordAt(stream, at);
    if (type === RECORD.filePass) return true;
    if (type === RECORD.eof || type === RECORD.boundSheet) return false;
    at = next;
  }
}

/** Reads what stands before the sheets of a stream; throws `PackageError` when it is damaged or cut short. */
export function readBook(stream: Buffer, budget: ReadBudget): BiffBook {
  const first = recordAt(stream, 0);
  if (first.type !== RECORD.bof || first.data.length < 4) throw new PackageError('root');
  const unicode = first.data.readUInt16LE(0) === VERSION_8;
  const formats: Buffer[] = [];
  const formatIds: number[] = [];
  const boundSheets: Buffer[] = [];
  let strings: readonly string[] = [];
  let stated: number | null = null;
  let date1904 = false;
  let recalculated = false;

  for (let at = first.next; ; ) {
    const record = wantedRecord(stream, at, OF_BOOK);
    const { type, data } = record;
    if (type === RECORD.eof) break;
    if (type === RECORD.codePage) stated = word(data, 0);
    else if (type === RECORD.date1904) date1904 = word(data, 0) === 1;
    else if (type === RECORD.recalcId) recalculated = true;
    else if (type === RECORD.format) formats.push(data);
    else if (type === RECORD.xf) formatIds.push(word(data, 2));
    else if (type === RECORD.boundSheet) boundSheets.push(data);
    else if (type === RECORD.sst && unicode) strings = sharedStrings(stream, record, budget);
    if (boundSheets.length > MAX_SHEETS) throw new PackageError('sheets');
    if (formats.length > MAX_FORMATS || formatIds.length > MAX_FORMATS) throw new PackageError('faults');
    at = record.next;
  }

  const codePage = unicode ? UNICODE : codePageOf(stated, byteStrings(stream));
  const decode = strictDecoder(codePage.encoding);
  const shortText = (data: Buffer, at: number) => shortString(data.subarray(at), unicode, decode);
  const codes = new Map(formats.map((data) => [word(data, 0), formatKind(data, unicode, shortText)]));
  const isSheet = boundSheets.length === 0 && word(first.data, 2) === SUBSTREAM_SHEET;
  return {
    stream,
    unicode,
    date1904,
    codePage,
    decode,
    kinds: formatIds.map((id) => codes.get(id) ?? builtinNumberKind(id)),
    strings,
    sheets: isSheet
      ? [{ name: ONLY_SHEET, visibility: 'visible', start: 0 }]
      : boundSheets.filter((data) => data[5] === WORKSHEET).map((data) => boundSheet(data, shortText)),
    uncalculated: unicode && !recalculated && !holdsResults(stream),
  };
}

const UNICODE: CodePage = { encoding: 'utf-16le', unclear: false };

/** A 16-bit number; 0 beyond the end of short records. */
function word(data: Buffer, at: number): number {
  return at + 2 <= data.length ? data.readUInt16LE(at) : 0;
}

function boundSheet(data: Buffer, shortText: (data: Buffer, at: number) => string): BiffSheet {
  if (data.length < 8) throw new PackageError('truncated');
  const visibility = VISIBILITIES[(data[4] ?? 0) & 3] ?? 'visible';
  return { name: shortText(data, 6), visibility, start: data.readUInt32LE(0) };
}

/** A string whose length is one byte. */
function shortString(data: Buffer, unicode: boolean, decode: (bytes: Buffer) => string | null): string {
  const reader = pieceReader([data]);
  const count = reader.byte();
  if (unicode) return unicodeString(reader, count);
  const bytes = data.subarray(1, 1 + count);
  return decode(bytes) ?? bytes.toString('latin1');
}

function formatKind(data: Buffer, unicode: boolean, shortText: (data: Buffer, at: number) => string): NumberKind {
  if (!unicode) return numberKind(shortText(data, 2));
  const reader = pieceReader([data]);
  reader.skip(2);
  return numberKind(unicodeString(reader, reader.word()).slice(0, 1024));
}

function sharedStrings(stream: Buffer, record: BiffRecord, budget: ReadBudget): readonly string[] {
  const reader = pieceReader(recordPieces(stream, record));
  reader.skip(4);
  const count = reader.long();
  const strings: string[] = [];
  // Some writers state more strings than there are; a cell that refers to one of those is damaged.
  while (strings.length < count && !reader.isAtEnd()) {
    const text = cutText(unicodeString(reader, reader.word()));
    budget.takeText(text.length);
    if (strings.push(text) > MAX_STRINGS) throw new PackageError('strings');
  }
  return strings;
}

/** The first texts of a BIFF5 stream as bytes. */
function byteStrings(stream: Buffer): readonly Buffer[] {
  const strings: Buffer[] = [];
  for (const { type, data } of soundRecords(stream, OF_TEXTS)) {
    if (strings.length === SAMPLE) break;
    if (type === RECORD.label || type === RECORD.richString) strings.push(data.subarray(8, 8 + word(data, 6)));
    else if (type === RECORD.string) strings.push(data.subarray(2, 2 + word(data, 0)));
    else if (type === RECORD.boundSheet) strings.push(data.subarray(7, 7 + (data[6] ?? 0)));
  }
  return strings;
}

/** Whether some formula has another result than nothing or zero, or there are no formulas. */
function holdsResults(stream: Buffer): boolean {
  let formulas = 0;
  for (const { data } of soundRecords(stream, OF_FORMULAS)) {
    if (data.length < 14) continue;
    formulas++;
    const isText = data.readUInt16LE(12) === 0xffff;
    if (isText ? data[6] !== EMPTY_RESULT : data.readDoubleLE(6) !== 0) return true;
  }
  return formulas === 0;
}

const EMPTY_RESULT = 3;

/** The records of some types up to the first record that is cut short. */
function* soundRecords(stream: Buffer, wanted: ReadonlySet<number>): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const next = at + 4 + stream.readUInt16LE(at + 2);
    if (next > stream.length) return;
    if (wanted.has(stream.readUInt16LE(at))) yield recordAt(stream, at);
    at = next;
  }
}
