import { finding } from '../../model/finding.ts';
import { filePlace } from '../../model/place.ts';
import type { Staged } from '../../model/staged.ts';
import type { FileFormat, Workbook } from '../../model/workbook.ts';
import { PackageError } from '../../ooxml/package-error.ts';
import { LIBRARY_LIMITS, type LibraryLimits, readWithLibrary } from './library-host.ts';
import type { LibraryRequest } from './library-protocol.ts';

/** A workbook as the library reads it; throws `PackageError` when it cannot. */
export async function libraryWorkbook(
  request: LibraryRequest,
  format: FileFormat,
  limits: LibraryLimits = LIBRARY_LIMITS,
): Promise<Staged<Workbook | null>> {
  const { file } = request;
  const outcome = await readWithLibrary(request, limits);
  if ('fault' in outcome) throw new PackageError(outcome.fault, '', outcome.limit);
  if ('stopped' in outcome) {
    const why =
      outcome.stopped === 'time'
        ? finding('FILE_TOO_SLOW', filePlace(file), { seconds: limits.seconds })
        : finding('FILE_TOO_LARGE', filePlace(file), { part: '', limit: `${limits.megabytes} MB` });
    return { value: null, findings: [why] };
  }
  const { grids, findings } = outcome;
  if (grids.length > 0) return { value: { file, format, grids }, findings };
  if (findings.length === 0) throw new PackageError('noSheets');
  return { value: null, findings };
}
