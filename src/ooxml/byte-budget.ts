import { PackageError } from './package-error.ts';
import {
  BUNDLE_SHARE,
  DEFAULT_READ_LIMITS,
  MEGABYTE,
  megabytes,
  type ReadLimits,
  shareOfBundle,
} from './read-limits.ts';

/** How many bytes may still be inflated from one file; counted as they come, whatever its headers declare. */
export interface ByteBudget {
  /** Opens a part with its own limit inside that of the file. */
  forPart(part: string): PartBudget;
}

export interface PartBudget {
  /** Bytes that may still come. */
  left(): number;
  /** Counts bytes that came; throws `PackageError` when a limit is passed. */
  take(bytes: number): void;
}

/** A fresh budget for one file. */
export function byteBudget(limits: ReadLimits = DEFAULT_READ_LIMITS): ByteBudget {
  const { partMegabytes, fileMegabytes, left } = limits;
  let fileLeft = fileMegabytes * MEGABYTE;
  let shareLeft = Math.floor(shareOfBundle(limits) * fileLeft);
  const bundleLeft = () => (left === undefined ? Number.POSITIVE_INFINITY : Math.max(shareLeft, left.bytes));
  return {
    forPart(part) {
      let partLeft = partMegabytes * MEGABYTE;
      return {
        left: () => Math.min(partLeft, fileLeft, bundleLeft()),
        take(bytes) {
          partLeft -= bytes;
          fileLeft -= bytes;
          shareLeft -= bytes;
          if (left !== undefined) left.bytes -= bytes;
          if (partLeft < 0) throw new PackageError('partBytes', part, megabytes(partMegabytes));
          if (fileLeft < 0) throw new PackageError('fileBytes', part, megabytes(fileMegabytes));
          if (bundleLeft() < 0) throw new PackageError('bundleBytes', part, megabytes(BUNDLE_SHARE * fileMegabytes));
        },
      };
    },
  };
}
