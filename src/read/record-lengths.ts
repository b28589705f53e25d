import { MAX_COLUMN } from './cell-reference.ts';
import type { GridFaults } from './grid-faults.ts';

/** Looks at how many fields the records of a text have; to be told of its fields and of the end of each record, in order. */
export interface RecordLengths {
  /** A field that holds something; `first` is its first byte. */
  field(column: number, first: number): void;
  end(line: number, fields: number): void;
  /** To be called when the text ends. */
  finish(): void;
}

/** A record of another length than those of the table before it, which may be the header of the next table. */
interface Opening {
  readonly fields: number;
  /** What is told of it when it is none. */
  readonly line: number;
  readonly expected: number;
  readonly found: number | null;
}

/**
 * Tells records that have something beyond their table, or that lack fields though they are no title, note or signature.
 *
 * `expected` is the length of an ordinary record. Tables that stand below one another each have their own: a header, which
 * holds no number, with a row of its length below it begins the next one.
 */
export function recordLengths(ordinary: number, faults: GridFaults): RecordLengths {
  let expected = ordinary;
  let inTable = false;
  let filled = 0;
  let last = 0;
  let isFigured = false;
  let opening: Opening | null = null;

  function tell(line: number, found: number | null, of: number): void {
    if (found !== null) faults.add('TEXT_ROW_LENGTH', line, null, { expected: of, found });
  }

  function settle(fields: number): void {
    if (opening?.fields === fields) expected = fields;
    else if (opening) tell(opening.line, opening.found, opening.expected);
    opening = null;
  }

  /** The length that makes a record a fault; null when it is none. */
  function faultyLength(fields: number): number | null {
    const isLong = last > Math.min(expected, MAX_COLUMN);
    const isShort = fields < expected && filled > Math.max(1, expected / 2);
    return isLong ? last : isShort ? fields : null;
  }

  return {
    field(column, first) {
      filled++;
      last = column;
      isFigured ||= isDigit(first);
    },
    end(line, fields) {
      inTable ||= fields === expected;
      if (inTable && filled > 0) {
        if (opening) settle(fields);
        const found = faultyLength(fields);
        if (fields !== expected && filled > 1 && !isFigured) opening = { fields, line, expected, found };
        else tell(line, found, expected);
      }
      filled = 0;
      last = 0;
      isFigured = false;
    },
    finish: () => settle(-1),
  };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
