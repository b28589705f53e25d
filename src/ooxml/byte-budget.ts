import { PackageError } from './package-error.ts';

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

const PART_BYTES = 200 * 1024 * 1024;
const FILE_BYTES = 400 * 1024 * 1024;

/** A fresh budget: 200 MB a part, 400 MB a file. */
export function byteBudget(partBytes = PART_BYTES, fileBytes = FILE_BYTES): ByteBudget {
  let fileLeft = fileBytes;
  return {
    forPart(part) {
      let partLeft = partBytes;
      return {
        left: () => Math.min(partLeft, fileLeft),
        take(bytes) {
          partLeft -= bytes;
          fileLeft -= bytes;
          if (partLeft < 0) throw new PackageError('partBytes', part);
          if (fileLeft < 0) throw new PackageError('fileBytes', part);
        },
      };
    },
  };
}
