import { type Finding, finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { isLimit, LIMITS, PackageError } from '../ooxml/package-error.ts';

/** The finding for what is wrong with a file or sheet; other errors are faults of ours and are thrown on. */
export function packageFinding(error: unknown, place: Place): Finding {
  if (!(error instanceof PackageError)) throw error;
  const { fault, part } = error;
  const limit = isLimit(fault) ? error.limit || LIMITS[fault] : '';
  if (isLimit(fault)) {
    const counted = limit.endsWith('B') && fault !== 'bundleBytes' ? {} : { counted: fault };
    return finding('FILE_TOO_LARGE', place, { part, limit, ...counted });
  }
  return finding(place.sheet === null ? 'FILE_DAMAGED' : 'SHEET_DAMAGED', place, { detail: fault });
}
