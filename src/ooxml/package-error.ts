/**
 * What is wrong with a package: stable words, worded for the reader by the message catalogues.
 *
 * Raised while bytes are read and caught where a file or sheet becomes a finding; never leaves `read`.
 */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly fault: PackageFault;
  /** Name of the part; empty for the package as a whole. */
  readonly part: string;
  /** What the budget that ran out allows, as printed; empty: what `LIMITS` says. */
  readonly limit: string;

  constructor(fault: PackageFault, part = '', limit = '') {
    super(part === '' ? fault : `${fault}: ${part}`);
    this.fault = fault;
    this.part = part;
    this.limit = limit;
  }
}

/** The faults; those of `LIMITS` say that a budget ran out, the others that the bytes are wrong. */
export type PackageFault = DamageFault | LimitFault;

export type DamageFault =
  | 'zeros'
  | 'directory'
  | 'truncated'
  | 'compression'
  | 'method'
  | 'checksum'
  | 'size'
  | 'nameTwice'
  | 'encryptedPart'
  | 'partMissing'
  | 'encoding'
  | 'markup'
  | 'doctype'
  | 'nesting'
  | 'root'
  | 'noSheets'
  | 'faults';

export type LimitFault =
  | 'partBytes'
  | 'fileBytes'
  | 'entries'
  | 'bundleFiles'
  | 'bundleBytes'
  | 'bundleCells'
  | 'bundleNames'
  | 'token'
  | 'cells'
  | 'characters'
  | 'longTexts'
  | 'strings'
  | 'sheets'
  | 'rows'
  | 'tags';

/** What each budget allows unless it is set otherwise, as printed. */
export const LIMITS: Readonly<Record<LimitFault, string>> = {
  partBytes: '200 MB',
  fileBytes: '400 MB',
  entries: '65536',
  bundleFiles: '2000',
  bundleBytes: '3200 MB',
  bundleCells: '16777216',
  bundleNames: '1024',
  token: '16 MB',
  cells: '2097152',
  characters: '134217728',
  longTexts: '256',
  strings: '2097152',
  sheets: '1024',
  rows: '1048576',
  tags: '8388608',
};

export function isLimit(fault: PackageFault): fault is LimitFault {
  return Object.hasOwn(LIMITS, fault);
}
