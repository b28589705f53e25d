import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText, type TextSink } from '../support/split-text.ts';

/** Records with all their fields, as a reader of its own makes them; null where a quote stays open. */
function split(text: string, delimiter: string, size?: number): readonly (readonly string[])[] | null {
  const records: string[][] = [];
  let fields: string[] = [];
  let open = false;
  const sink: TextSink = {
    field(_, column, field) {
      fields[column - 1] = field;
    },
    end(_, count) {
      records.push(Array.from({ length: count }, (_, place) => fields[place] ?? ''));
      fields = [];
    },
    openQuote() {
      open = true;
    },
  };
  splitText(text, delimiter, sink, size);
  return open ? null : records;
}

const OPTIONS = {
  record_delimiter: ['\r\n', '\n'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
};

test.each([',', ';', '\t', '，', '、'])('fields, quoted or not, are those of csv-parse between %j', (delimiter) => {
  const quoted = fc
    .string({ unit: fc.constantFrom('"', delimiter, '\n', '\r\n', ' ', 'a', '会', '1') })
    .map((text) => `"${text.replaceAll('"', '""')}"`);
  // A quote within a field that does not begin with one is a character like others.
  const bare = fc
    .string({ unit: fc.constantFrom('"', ' ', 'a', '会', '1', "'") })
    .filter((text) => !text.startsWith('"'));
  const record = fc.array(fc.oneof(quoted, bare, fc.constant('')), { minLength: 1, maxLength: 6 });
  const line = fc.tuple(record, fc.constantFrom('\n', '\r\n'));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const text = lines.map(([fields, end]) => fields.join(delimiter) + end).join('');
      const theirs = parse(text, { ...OPTIONS, delimiter });
      expect(split(text, delimiter)).toEqual(theirs);
      expect(split(text, delimiter, 1)).toEqual(theirs);
    }),
    { numRuns: 500 },
  );
});

/** Everything that is told of a text, line by line. */
function told(text: string, delimiter: string, size?: number): readonly string[] {
  const all: string[] = [];
  const sink: TextSink = {
    field: (line, column, field) => all.push(`${line} ${column} ${field}`),
    end: (line, count) => all.push(`${line} of ${count}`),
    openQuote: (line) => all.push(`${line} open`),
  };
  splitText(text, delimiter, sink, size);
  return all;
}

test('a text in pieces is split as it is as a whole, wherever its quotes open and close', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '，', '\n', '\n', '\r\n', 'a', '会'), maxLength: 80 });
  fc.assert(
    fc.property(text, fc.constantFrom(',', '，'), fc.integer({ min: 1, max: 40 }), (written, delimiter, size) => {
      expect(told(written, delimiter, size)).toEqual(told(written, delimiter));
    }),
    { numRuns: 1000 },
  );
});
