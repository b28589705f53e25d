import { type Finding, finding } from '../model/finding.ts';
import { type GridBuilder, gridBuilder } from '../model/grid-builder.ts';
import { filePlace } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import { unguarded, unquotedFormula } from '../text/formula-guard.ts';
import { bytePool } from './byte-pool.ts';
import { MAX_COLUMN } from './cell-reference.ts';
import { findDelimiter } from './delimiter.ts';
import { isGarbled } from './garbled-text.ts';
import { gridFaults } from './grid-faults.ts';
import type { OpenText } from './open-text.ts';
import { isProse } from './prose.ts';
import { cutText, MAX_CELL_TEXT, readBudget } from './read-budget.ts';
import { recordLengths } from './record-lengths.ts';
import { recordSplitter } from './split-records.ts';
import { utf8Slice } from './utf8-text.ts';

const REPLACEMENT = '\u{fffd}';
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;

/**
 * A delimited text as a workbook of one nameless grid; its rows are physical lines, its columns field numbers.
 *
 * Throws `PackageError` when it holds more than can be kept.
 */
export function readDelimited(
  text: OpenText,
  file: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Staged<Workbook> {
  const { encoding, broken, unclear, head, size } = text;
  const { delimiter, fields, skippedLines } = findDelimiter(head);
  const isLetter = isProse(head, delimiter, fields);
  const budget = readBudget(limits);
  const pool = bytePool(budget.takeText);
  /** What has been read, in whole pieces. */
  let read = { bytes: 0, cells: 0 };
  const expected = () =>
    read.bytes === 0 ? 0 : Math.min(limits.cells, Math.ceil((read.cells / read.bytes) * size * MARGIN));
  const builder: GridBuilder = gridBuilder(pool, expected);
  const faults = gridFaults(file, null);
  const lengths = recordLengths(fields, faults);

  /** Most fields are what they are written as, and many are known already. */
  function takePlain(line: number, column: number, bytes: Buffer, from: number, to: number): void {
    budget.takeCell();
    builder.textAgain(line, column, 'text', pool.indexOfBytes(bytes, from, to));
  }

  function takeWritten(line: number, column: number, written: string): void {
    const field = withoutGuard(written);
    if (field === '') return;
    const isBroken = broken && field.includes(REPLACEMENT);
    if (isBroken) faults.add('ENCODING_BROKEN', line, column, { encoding });
    if (field.length > MAX_CELL_TEXT) faults.add('CELL_TEXT_CUT', line, column, { limit: MAX_CELL_TEXT });
    const kept = cutText(field);
    budget.takeCell();
    builder.text(line, column, isBroken ? 'error' : 'text', kept);
  }

  const split = recordSplitter(isLetter ? NO_DELIMITER : delimiter, skippedLines, {
    field(line, column, bytes, from, to) {
      lengths.field(column, bytes[from] ?? 0);
      if (column > MAX_COLUMN) return;
      if (broken || isGuard(bytes[from]) || to - from > MAX_CELL_TEXT)
        takeWritten(line, column, utf8Slice(bytes, from, to));
      else takePlain(line, column, bytes, from, to);
    },
    end: lengths.end,
    openQuote: (line) => faults.add('TEXT_QUOTE_OPEN', line, null, {}),
  });
  text.eachPiece((piece, isLast) => {
    const taken = split(piece, isLast);
    read = { bytes: read.bytes + taken, cells: builder.size() };
    return taken;
  });
  lengths.finish();
  const findings: Finding[] = faults.findings;
  if (isGarbled(head)) findings.push(finding('ENCODING_GARBLED', filePlace(file), {}));
  if (unclear) findings.push(finding('ENCODING_UNCLEAR', filePlace(file), { encoding }));
  return {
    value: {
      file,
      format: isLetter ? 'text' : 'csv',
      grids: [builder.build({ sheet: null })],
    },
    findings,
  };
}

/** Later records may be longer. */
const MARGIN = 1.02;

/** Marks of punctuation part no fields of a letter: its lines are whole. */
const NO_DELIMITER = '\0';

/** So exports of databases write that there is nothing; none of it could be a name or number. */
const NOTHING = /^(?:null|\(null\)|\\N)$/i;
/** By what a field begins that may not be what is written. Hardly any other does: most are not looked at closer. */
const GUARDS = Uint8Array.from({ length: 256 }, (_, byte) => Number("'=Nn(\\".includes(String.fromCharCode(byte))));

function isGuard(first: number | undefined): boolean {
  return first !== undefined && GUARDS[first] === 1;
}

/** What keeps spreadsheets from calculating a text, or from taking it for a number, is no part of it. */
function withoutGuard(written: string): string {
  const first = written.charCodeAt(0);
  if (first === APOSTROPHE) return unguarded(written);
  if (first === EQUALS) return unquotedFormula(written);
  return NOTHING.test(written) ? '' : written;
}
