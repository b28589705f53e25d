import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cellName } from '../../src/model/place.ts';
import { PackageError } from '../../src/ooxml/package-error.ts';
import { codes, vocabulary } from '../../src/ooxml/vocabulary.ts';
import { xmlTokenizer } from '../../src/ooxml/xml-tokenizer.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { gridMap, readMap } from '../support/read-cells.ts';
import { workbookBytes, zipBytes } from '../support/workbook-bytes.ts';

const CELLS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45356</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="C2"><f>1+1</f><v>2</v></c></row>';
const WORKBOOK = workbookBytes({
  sheets: [CELLS, '<row><c><v>1</v></c></row>'],
  strings: '<si><t>乙</t></si><si><r><t>丙</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
});
const PARTS = unzipSync(WORKBOOK);
const PART_NAMES = Object.keys(PARTS);

/** Bytes put in the place of others: where (as a share of the length), how many go, what comes. */
const mutations = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(4), put: fc.uint8Array({ maxLength: 6 }) }),
  { minLength: 1, maxLength: 6 },
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Uint8Array, changes: Mutation): Buffer {
  let result = Buffer.from(bytes);
  for (const { at, drop, put } of changes) {
    const place = Math.floor(at * result.length);
    result = Buffer.concat([result.subarray(0, place), put, result.subarray(place + drop)]);
  }
  return result;
}

async function valueOrFindings(bytes: Buffer): Promise<void> {
  const { value, findings } = await readWorkbook(bytes, 'x.xlsx');
  if (value === null) expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
}

test('any mutated workbook gives a value or findings', async () => {
  await fc.assert(
    fc.asyncProperty(mutations, (changes) => valueOrFindings(mutated(WORKBOOK, changes))),
    { numRuns: 500 },
  );
});

test('any workbook with mutated parts gives a value or findings', async () => {
  const property = fc.asyncProperty(fc.constantFrom(...PART_NAMES), mutations, (name, changes) =>
    valueOrFindings(zipBytes({ ...PARTS, [name]: mutated(PARTS[name] ?? Buffer.of(), changes) })),
  );
  await fc.assert(property, { numRuns: 500 });
});

test('any bytes give a value or findings', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => valueOrFindings(Buffer.from(bytes))));
});

test('a part may come in any pieces', () => {
  const names = vocabulary({ namespace: 'urn:a', elements: codes('a', 'b'), attributes: codes('r') });
  const events = (pieces: readonly Buffer[]): string => {
    const told: string[] = [];
    const tokenizer = xmlTokenizer(names, {
      open: (element, attributes) => told.push(`<${element}${attributes.text(1) ?? ''}`),
      close: (element) => told.push(`>${element}`),
      text: (bytes, from, to) => told.push(bytes.toString('utf8', from, to)),
    });
    try {
      for (const piece of pieces) tokenizer.feed(piece);
      tokenizer.end();
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      return 'refused';
    }
    return told.join('');
  };
  const fragment = fc.constantFrom(
    ...[
      '<b>',
      '</b>',
      '<b r="1"/>',
      'x',
      '&amp;',
      '\r\n',
      '<!-- c -->',
      '<![CDATA[<]]>',
      '中',
      "<p:b xmlns:p='urn:a'/>",
      ' ',
      '<?p?>',
      '&',
    ],
  );
  const property = fc.property(
    fc.array(fragment, { maxLength: 12 }),
    fc.array(fc.nat(80), { maxLength: 6 }),
    (parts, cuts) => {
      const bytes = Buffer.from(`<a xmlns="urn:a">${parts.join('')}</a>`);
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, place) => bytes.subarray(places[place], end));
      expect(events(pieces)).toBe(events([bytes]));
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test('numbers and texts that a workbook stores are read back at their cells', async () => {
  const stored = fc.record({
    row: fc.integer({ min: 1, max: 1_048_576 }),
    column: fc.integer({ min: 1, max: 16_384 }),
    value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'grapheme', minLength: 1 })),
  });
  const property = fc.asyncProperty(
    fc.uniqueArray(stored, { maxLength: 20, selector: ({ row, column }) => `${row}/${column}` }),
    async (cells) => {
      const escaped = (text: string) =>
        text.replace(/[^\p{L}\p{N}]/gu, (character) => `&#${character.codePointAt(0)};`);
      const writable = cells.filter(({ value }) => typeof value === 'number' || !/[\0\p{Cs}]|_x/u.test(value));
      const rows = writable.map(({ row, column, value }) => {
        const content =
          typeof value === 'number' ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${escaped(value)}</t></is>`;
        return `<row r="${row}"><c r="${cellName(row, column)}"${content}</c></row>`;
      });
      const { value: workbook, findings } = await readWorkbook(workbookBytes({ sheets: [rows.join('')] }), 'x');
      expect(findings).toEqual([]);
      const found = new Map(Object.entries(workbook?.grids[0] === undefined ? {} : gridMap(workbook.grids[0])));
      expect(found.size).toBe(writable.length);
      for (const { row, column, value } of writable) {
        const cell = found.get(cellName(row, column));
        if (typeof value === 'string') expect(cell).toBe(`text:${value}`);
        else expect(Number(cell?.slice('number:'.length))).toBeCloseTo(Number(value.toPrecision(15)), 12);
      }
    },
  );
  await fc.assert(property, { numRuns: 100 });
});

test('any table that a careful writer makes is read back', async () => {
  const field = fc.string({
    unit: fc.constantFrom(...'甲乙 a1,;"\n\t|、，'.split(''), '""', '\r\n'),
    maxLength: 8,
  });
  const property = fc.asyncProperty(
    fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
    async (table) => {
      const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const text = `sep=,\n${table.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`;
      const expected: Record<string, string> = {};
      let line = 2;
      for (const row of table) {
        row.forEach((value, place) => {
          if (value !== '') expected[cellName(line, place + 1)] = `text:${value}`;
        });
        line += 1 + row.join('').split('\n').length - 1;
      }
      const { cells, codes: told } = await readMap(Buffer.from(text));
      expect(cells).toEqual(expected);
      expect(told.filter((code) => !code.startsWith('TEXT_ROW_LENGTH'))).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});
