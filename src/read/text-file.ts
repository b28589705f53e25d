import { type Finding, finding } from '../model/finding.ts';
import { gridBuilder } from '../model/grid-builder.ts';
import { filePlace } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import { unguarded, unquotedFormula } from '../text/formula-guard.ts';
import { bytePool } from './byte-pool.ts';
import { MAX_COLUMN } from './cell-reference.ts';
import { findDelimiter } from './delimiter.ts';
import type { PieceTaker } from './file-pieces.ts';
import { isGarbled } from './garbled-text.ts';
import { type GridFaults, gridFaults } from './grid-faults.ts';
import { withLineFeeds } from './line-feeds.ts';
import { isProse } from './prose.ts';
import { cutText, MAX_CELL_TEXT, readBudget } from './read-budget.ts';
import { recordSplitter } from './split-records.ts';
import type { DecodedText } from './text-encoding.ts';
import { utf8Head, utf8Slice } from './utf8-text.ts';

const REPLACEMENT = '\u{fffd}';
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
/** Characters by which the kind of a text is told; one more than a letter has. */
const HEAD = 65_537;

/** A text in UTF-8 that comes piece by piece; its line ends are `\n` or `\r\n`. */
export interface TextPieces extends Pick<DecodedText, 'encoding' | 'broken' | 'unclear'> {
  /** Its beginning, or the whole. */
  readonly head: Buffer;
  readonly eachPiece: (take: PieceTaker) => void;
}

/** A text that is in memory, in one piece. */
export function wholeText({ utf8, ...decoded }: DecodedText): TextPieces {
  const text = withLineFeeds(utf8);
  return { ...decoded, head: text, eachPiece: (take) => take(text, true) };
}

/**
 * A delimited text as a workbook of one nameless grid; its rows are physical lines, its columns field numbers.
 *
 * Throws `PackageError` when it holds more than can be kept.
 */
export function readDelimited(
  text: TextPieces,
  file: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Staged<Workbook> {
  const { encoding, broken, unclear } = text;
  const head = utf8Head(text.head, HEAD);
  const { delimiter, fields: expected, skippedLines } = findDelimiter(head);
  const budget = readBudget(limits);
  const pool = bytePool(budget.takeText);
  const builder = gridBuilder(pool);
  const faults = gridFaults(file, null);
  let inTable = false;

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

  let filled = 0;
  let last = 0;
  const split = recordSplitter(delimiter, skippedLines, {
    field(line, column, bytes, from, to) {
      filled++;
      last = column;
      if (column > MAX_COLUMN) return;
      if (broken || isGuard(bytes[from]) || to - from > MAX_CELL_TEXT)
        takeWritten(line, column, utf8Slice(bytes, from, to));
      else takePlain(line, column, bytes, from, to);
    },
    end(line, fields) {
      inTable ||= fields === expected;
      if (inTable && filled > 0) checkLength({ line, fields, filled, last }, expected, faults);
      filled = 0;
      last = 0;
    },
    openQuote: (line) => faults.add('TEXT_QUOTE_OPEN', line, null, {}),
  });
  text.eachPiece(split);
  const findings: Finding[] = faults.findings;
  if (isGarbled(head)) findings.push(finding('ENCODING_GARBLED', filePlace(file), {}));
  if (unclear) findings.push(finding('ENCODING_UNCLEAR', filePlace(file), { encoding }));
  return {
    value: {
      file,
      format: isProse(head, delimiter, expected) ? 'text' : 'csv',
      grids: [builder.build({ sheet: null })],
    },
    findings,
  };
}

function isGuard(first: number | undefined): boolean {
  return first === APOSTROPHE || first === EQUALS;
}

/** What keeps spreadsheets from calculating a text, or from taking it for a number, is no part of it. */
function withoutGuard(written: string): string {
  const first = written.charCodeAt(0);
  if (first === APOSTROPHE) return unguarded(written);
  return first === EQUALS ? unquotedFormula(written) : written;
}

interface RecordLength {
  readonly line: number;
  readonly fields: number;
  readonly filled: number;
  /** Last field that holds something. */
  readonly last: number;
}

/** Tells a record that has something beyond the table, or that lacks fields though it is no title, note or signature. */
function checkLength({ line, fields, filled, last }: RecordLength, expected: number, faults: GridFaults): void {
  const isLong = last > Math.min(expected, MAX_COLUMN);
  const isShort = fields < expected && filled > Math.max(1, expected / 2);
  if (isLong || isShort) faults.add('TEXT_ROW_LENGTH', line, null, { expected, found: isLong ? last : fields });
}
