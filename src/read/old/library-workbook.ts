import { finding } from '../../model/finding.ts';
import { filePlace } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { FileFormat, Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { megabytes, type ReadLimits } from '../../ooxml/read-limits.ts';
import { libraryLimits, readWithLibrary } from './library-host.ts';
import type { LibraryRequest } from './library-protocol.ts';

/** A workbook as the library reads it; throws `PackageError` when it cannot. */
export async function libraryWorkbook(
  request: LibraryRequest,
  format: FileFormat,
  readLimits: ReadLimits,
): Promise<Staged<Workbook | null>> {
  const { file } = request;
  const limits = libraryLimits(readLimits);
  const outcome = await readWithLibrary(request, limits);
  if ('fault' in outcome) throw new PackageError(outcome.fault, '', outcome.limit);
  if ('stopped' in outcome) {
    const why =
      outcome.stopped === 'time'
        ? finding('FILE_TOO_SLOW', filePlace(file), { seconds: limits.seconds })
        : finding('FILE_TOO_LARGE', filePlace(file), { part: '', limit: megabytes(limits.megabytes) });
    return { value: null, findings: [why] };
  }
  const { grids, findings } = outcome;
  if (grids.length > 0) return { value: { file, format, grids }, findings };
  if (findings.length === 0) throw new PackageError('noSheets');
  return { value: null, findings };
}
