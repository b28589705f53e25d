import { type Finding, finding } from '../../model/finding.ts';
import type { Grid } from '../../model/grid.ts';
import { filePlace, type Place } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { MEGABYTE, megabytes, type ReadLimits } from '../../ooxml/read-limits.ts';
import { decryptBiff } from '../encrypted/biff.ts';
import { packageFinding } from '../package-finding.ts';
import { readBudget } from '../read-budget.ts';
import { isEncrypted, readBook } from './biff-book.ts';
import { RECORD } from './biff-records.ts';
import { readBiffSheet } from './biff-sheet.ts';
import { openCompound } from './compound-file.ts';
import { readEarlyBiff } from './read-early-biff.ts';
import { sheetWriter } from './sheet-writer.ts';

const COMPOUND = 0xd0;
/** Of a file that holds the same workbook for Excel 97 and Excel 95, the former. */
const STREAMS = ['workbook', 'book'];

/**
 * The sheets of an old workbook (xls, et), in its container or bare; throws `PackageError` when the damage costs the file.
 */
export async function readXls(bytes: Buffer, file: string, limits: ReadLimits): Promise<Staged<Workbook | null>> {
  if (bytes.length > limits.textMegabytes * MEGABYTE) {
    const limit = megabytes(limits.textMegabytes);
    return { value: null, findings: [finding('FILE_TOO_LARGE', filePlace(file), { part: '', limit })] };
  }
  const stream = bytes[0] === COMPOUND ? workbookStream(bytes) : bytes;
  if (stream.length < 2) throw new PackageError('truncated');
  return stream.readUInt16LE(0) === RECORD.bof ? readBiff(stream, file, limits) : readEarlyBiff(stream, file, limits);
}

function workbookStream(bytes: Buffer): Buffer {
  const compound = openCompound(bytes);
  for (const name of STREAMS) {
    const stream = compound.streams.get(name);
    if (stream !== undefined) return compound.read(stream);
  }
  throw new PackageError('partMissing');
}

/** The sheets of a stream of BIFF5 or BIFF8 records; a damaged one is a finding and the others are read. */
function readBiff(stored: Buffer, file: string, limits: ReadLimits): Staged<Workbook | null> {
  const stream = isEncrypted(stored) ? decryptBiff(stored) : stored;
  if (stream === null) return { value: null, findings: [finding('FILE_ENCRYPTED', filePlace(file), {})] };
  const budget = readBudget(limits);
  const book = readBook(stream, budget);
  const unread = { bytes: stream.length };
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  for (const sheet of book.sheets) {
    const place: Place = { file, sheet: sheet.name, row: null, column: null };
    try {
      const read = readBiffSheet(
        book,
        sheet,
        sheetWriter(file, sheet.name, { date1904: book.date1904, budget }),
        unread,
      );
      if (read === null) continue;
      grids.push(read.grid);
      for (const one of read.findings) findings.push(one);
    } catch (error) {
      findings.push(packageFinding(error, place));
    }
  }
  const { encoding, unclear } = book.codePage;
  if (unclear) findings.push(finding('ENCODING_UNCLEAR', filePlace(file), { encoding }));
  if (grids.length > 0) return { value: { file, format: 'xls', grids }, findings };
  if (findings.length === 0) throw new PackageError('noSheets');
  return { value: null, findings };
}
