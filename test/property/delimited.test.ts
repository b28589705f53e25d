import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRecords } from '../../src/read/split-records.ts';

/** Records with all their fields, as a reader of its own makes them; null where a quote stays open. */
function split(text: string, delimiter: string): readonly (readonly string[])[] | null {
  const records: string[][] = [];
  let fields: string[] = [];
  let open = false;
  splitRecords(text, delimiter, 0, {
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
  });
  return open ? null : records;
}

const OPTIONS = {
  record_delimiter: ['\r\n', '\n'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
};

test.each([',', ';', '\t'])('fields, quoted or not, are those of csv-parse between %j', (delimiter) => {
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
      expect(split(text, delimiter)).toEqual(parse(text, { ...OPTIONS, delimiter }));
    }),
    { numRuns: 500 },
  );
});
