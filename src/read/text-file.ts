import { type Finding, finding } from '../model/finding.ts';
import { gridBuilder } from '../model/grid-builder.ts';
import { filePlace } from '../model/place.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import { unguarded, unquotedFormula } from '../text/formula-guard.ts';
import { MAX_COLUMN } from './cell-reference.ts';
import { findDelimiter } from './delimiter.ts';
import { isGarbled } from './garbled-text.ts';
import { type GridFaults, gridFaults } from './grid-faults.ts';
import { isProse } from './prose.ts';
import { cutText, MAX_CELL_TEXT, readBudget } from './read-budget.ts';
import { splitRecords } from './split-records.ts';
import type { DecodedText } from './text-encoding.ts';

const REPLACEMENT = '\u{fffd}';
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * A delimited text as a workbook of one nameless grid; its rows are physical lines, its columns field numbers.
 *
 * Throws `PackageError` when it holds more than can be kept.
 */
export function readDelimited(
  decoded: DecodedText,
  file: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Staged<Workbook> {
  const { encoding, broken } = decoded;
  const text = withLineFeeds(decoded.text);
  const { delimiter, fields: expected, skippedLines } = findDelimiter(text);
  const budget = readBudget(limits);
  const builder = gridBuilder();
  const faults = gridFaults(file, null);
  let inTable = false;

  function takeField(line: number, column: number, written: string): void {
    const field = withoutGuard(written);
    if (field === '') return;
    const isBroken = broken && field.includes(REPLACEMENT);
    if (isBroken) faults.add('ENCODING_BROKEN', line, column, { encoding });
    if (field.length > MAX_CELL_TEXT) faults.add('CELL_TEXT_CUT', line, column, { limit: MAX_CELL_TEXT });
    const kept = cutText(field);
    budget.takeCell();
    budget.takeText(kept.length);
    builder.text(line, column, isBroken ? 'error' : 'text', kept);
  }

  let filled = 0;
  let last = 0;
  splitRecords(text, delimiter, skippedLines, {
    field(line, column, field) {
      filled++;
      last = column;
      if (column <= MAX_COLUMN) takeField(line, column, field);
    },
    end(line, fields) {
      inTable ||= fields === expected;
      if (inTable && filled > 0) checkLength({ line, fields, filled, last }, expected, faults);
      filled = 0;
      last = 0;
    },
    openQuote: (line) => faults.add('TEXT_QUOTE_OPEN', line, null, {}),
  });
  const findings: Finding[] = faults.findings;
  if (isGarbled(text)) findings.push(finding('ENCODING_GARBLED', filePlace(file), {}));
  if (decoded.unclear) findings.push(finding('ENCODING_UNCLEAR', filePlace(file), { encoding }));
  return {
    value: {
      file,
      format: isProse(text, delimiter, expected) ? 'text' : 'csv',
      grids: [builder.build({ sheet: null })],
    },
    findings,
  };
}

/** What keeps spreadsheets from calculating a text, or from taking it for a number, is no part of it. */
function withoutGuard(written: string): string {
  const first = written.charCodeAt(0);
  if (first === APOSTROPHE) return unguarded(written);
  return first === EQUALS ? unquotedFormula(written) : written;
}

/** Characters whose line ends are made alike at a time: in a text of nothing else each costs a byte, not a match. */
const PIECE = 1024 * 1024;

/** Lone carriage returns end lines too, in old files and in mixed ones. */
function withLineFeeds(text: string): string {
  if (!/\r(?!\n)/.test(text)) return text;
  const pieces: string[] = [];
  const room = Buffer.allocUnsafe(3 * (PIECE + 1));
  for (let from = 0; from < text.length; ) {
    let to = from + PIECE;
    // Neither a line end nor a character of two halves is parted.
    if (text.startsWith('\r\n', to - 1) || /[\ud800-\udbff]/.test(text.charAt(to - 1))) to++;
    const length = room.write(text.slice(from, to));
    pieces.push(lineFeedsOnly(room.subarray(0, length)));
    from = to;
  }
  return pieces.join('');
}

/** UTF-8, in place: `\r\n` and `\r` are written as `\n`. */
function lineFeedsOnly(bytes: Buffer): string {
  let kept = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === RETURN && bytes[at + 1] === LINE_FEED) at++;
    bytes[kept++] = byte === RETURN ? LINE_FEED : byte;
  }
  return bytes.toString('utf8', 0, kept);
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
