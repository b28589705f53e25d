import { type Finding, finding } from '../model/finding.ts';
import type { FindingArgs } from '../model/finding-codes.ts';
import type { Place } from '../model/place.ts';
import { PackageError } from '../ooxml/package-error.ts';

type CellFault =
  | 'CELL_REFERENCE_BAD'
  | 'CELL_TWICE'
  | 'CELL_DAMAGED'
  | 'CELL_STYLE_BAD'
  | 'CELL_TEXT_CUT'
  | 'ENCODING_BROKEN'
  | 'TEXT_QUOTE_OPEN'
  | 'TEXT_ROW_LENGTH';

/** Collects what is wrong with single cells or rows of one sheet. */
export interface GridFaults {
  /** Row and column are null when they cannot be told. */
  add<C extends CellFault>(code: C, row: number | null, column: number | null, args: FindingArgs[C]): void;
  readonly findings: Finding[];
}

const MAX_FAULTS = 10_000;

/** Faults of one sheet or text; more than ten thousand say that it is damaged as a whole (`PackageError`). */
export function gridFaults(file: string, sheet: string | null): GridFaults {
  const findings: Finding[] = [];
  return {
    findings,
    add(code, row, column, args) {
      if (findings.length === MAX_FAULTS) throw new PackageError('faults');
      const place: Place = { file, sheet, row, column };
      findings.push(finding(code, place, args));
    },
  };
}
