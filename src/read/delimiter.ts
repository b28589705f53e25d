import { nextLine, scanRecord } from './text-record.ts';

/** What separates fields: ASCII first, then the full-width comma and the enumeration comma. */
const DELIMITERS = [',', ';', '\t', '|', '，', '、'] as const;

const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 50;
const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?\r?(?:\n|$)/i;

/** The delimiter of a text and where its records begin. */
export interface Delimiter {
  readonly delimiter: string;
  /** Number of fields of an ordinary record; 1 when there is no table to speak of. */
  readonly fields: number;
  /** Lines before the first record: 1 when the text begins with Excel's `sep=`. */
  readonly skippedLines: number;
}

/** Finds the delimiter: the one stated by `sep=`, else that by which most of the first records have equally many fields. */
export function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const stated = SEPARATOR_LINE.exec(sample);
  if (stated?.[1] !== undefined) {
    const { fields } = fieldCounts(Buffer.from(sample.slice(stated[0].length)), stated[1]);
    return { delimiter: stated[1], fields, skippedLines: 1 };
  }
  const records = Buffer.from(sample);
  let best = { delimiter: ',', fields: 1, score: 0 };
  for (const delimiter of DELIMITERS) {
    const { fields, agreeing } = fieldCounts(records, delimiter);
    // Many agreeing records count for more than many fields: prose has commas too, but not equally many.
    const score = agreeing ** 2 * (Math.min(fields, 16) - 1);
    if (score > best.score) best = { delimiter, fields, score };
  }
  return { delimiter: best.delimiter, fields: best.fields, skippedLines: 0 };
}

/** The number of fields that most records of two or more have, and how many records those are. */
function fieldCounts(sample: Buffer, delimiter: string): { readonly fields: number; readonly agreeing: number } {
  const counts = new Map<number, number>();
  const cut = Buffer.from(delimiter);
  let at = 0;
  for (let read = 0; read < SAMPLE_RECORDS && at < sample.length; read++) {
    const record = scanRecord(sample, at, cut);
    if (record.fields > 1) counts.set(record.fields, (counts.get(record.fields) ?? 0) + 1);
    at = nextLine(sample, record.end);
  }
  let fields = 1;
  let agreeing = 0;
  for (const [count, times] of counts) {
    if (times < agreeing || (times === agreeing && count < fields)) continue;
    fields = count;
    agreeing = times;
  }
  return { fields, agreeing };
}
