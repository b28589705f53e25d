/** What `limits` of `huizong.yaml` sets for one file; `docs/limits.md` explains each. */
export interface SetLimits {
  /** On disk, and of all that is inflated from it. */
  readonly fileMegabytes: number;
  /** Inflated from one part of it. */
  readonly partMegabytes: number;
  /** Of a text or an old workbook. */
  readonly textMegabytes: number;
  /** Cells that hold something. */
  readonly cells: number;
  /** Files in a zip bundle. */
  readonly bundleFiles: number;
  /** That the library for rare formats may take. */
  readonly seconds: number;
  /** Of the heap of the worker in which that library runs. */
  readonly workerMegabytes: number;
}

/** What may be taken for one file. */
export interface ReadLimits extends SetLimits {
  /** Of a file within a bundle: what is left to the files of that bundle together. */
  readonly left?: BundleLeft;
  /** Of a file within a bundle: how many files that has. */
  readonly bundled?: number;
}

/** What may still be taken for the files of one bundle; counted down by whoever reads them. */
export interface BundleLeft {
  bytes: number;
  cells: number;
}

export const DEFAULT_READ_LIMITS: SetLimits = {
  fileMegabytes: 400,
  partMegabytes: 200,
  textMegabytes: 128,
  cells: 2_097_152,
  bundleFiles: 2000,
  seconds: 20,
  workerMegabytes: 512,
};

export const MEGABYTE = 1024 * 1024;

/** The files of a bundle may take together so many times what one may: the returns of a quarter have room, and one hostile file leaves it to them. */
export const BUNDLE_SHARE = 8;

/** What the files of a bundle may take together. */
export function bundleLeft({ fileMegabytes, cells }: SetLimits): BundleLeft {
  return { bytes: BUNDLE_SHARE * fileMegabytes * MEGABYTE, cells: BUNDLE_SHARE * cells };
}

/** How much of what one file may take each file of a bundle may take in any case, whatever the others have: half as much again for all of them. */
export function shareOfBundle({ bundled = 1 }: Pick<ReadLimits, 'bundled'>): number {
  return Math.min(1, BUNDLE_SHARE / 2 / bundled);
}

/** A size as it is printed. */
export function megabytes(count: number): string {
  return `${count} MB`;
}
