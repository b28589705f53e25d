import { execFileSync } from 'node:child_process';
import { crc32, inflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip } from '../../../src/ooxml/zip.ts';
import { type PutPart, zipParts } from '../../../src/ooxml/zip-parts.ts';

type Parts = readonly (readonly [name: string, content: Parameters<PutPart>[1]])[];

const NO_THREAD = new URL('no-such-worker.js', import.meta.url);
const zipped = (parts: Parts, entry?: URL) =>
  zipParts((put) => {
    for (const [name, content] of parts) put(name, content);
  }, entry);

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `<row r="${at}"><c><v>${(at * 7919) % 10_007}汉</v></c></row>\n`);
const many = Array.from({ length: 20 }, () => rows(2000).join(''));

const parts: Parts = [
  ['xl/worksheets/sheet1.xml', many],
  ['xl/worksheets/sheet2.xml', rows(10).join('')],
  ['[Content_Types].xml', strToU8('<Types/>')],
];

/** What a zip holds, each file inflated and checked by another library. */
function contentOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
  const { bytes: all, entries } = openZip(Buffer.from(bytes));
  return entries.map(({ name, offset, compressedSize, size, crc }) => {
    const start = offset + 30 + all.readUInt16LE(offset + 26) + all.readUInt16LE(offset + 28);
    const content = inflateRawSync(all.subarray(start, start + compressedSize));
    expect([content.length, crc32(content)]).toEqual([size, crc]);
    return [name, content.toString()];
  });
}

describe('a package', () => {
  test('holds what was put, its parts in their order', async () => {
    expect(contentOf(await zipped(parts))).toEqual([
      ['[Content_Types].xml', '<Types/>'],
      ['xl/worksheets/sheet1.xml', many.join('')],
      ['xl/worksheets/sheet2.xml', rows(10).join('')],
    ]);
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_003])('holds a part of %i bytes', async (length) => {
    const text = Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join('');
    expect(contentOf(await zipped([['部件.xml', text]]))).toEqual([['部件.xml', text]]);
  });

  test('of small parts is what other programs make of them', async () => {
    const files = { 'a.xml': strToU8(rows(50).join('')), '部件.xml': strToU8('<a/>') };
    const other = zipSync(files, { level: 1, mtime: new Date(1980, 0, 1, 12) });
    expect(Buffer.compare(await zipped(Object.entries(files)), other)).toBe(0);
  });

  test('has the same bytes whatever thread packs it, in whatever order and pieces its parts come', async () => {
    const packed = await zipped(parts);
    for (const other of [
      zipped(parts, NO_THREAD),
      zipped(parts.toReversed()),
      zipped([['xl/worksheets/sheet1.xml', many.join('')], ...parts.slice(1)]),
      zipped([['xl/worksheets/sheet1.xml', strToU8(many.join(''))], ...parts.slice(1)]),
    ]) {
      expect(Buffer.compare(await other, packed)).toBe(0);
    }
  });

  test('has the later of two parts of one name', async () => {
    const twice = await zipped([['a.xml', 'earlier'], ...parts, ['a.xml', 'later']]);
    expect(strFromU8(unzipSync(twice)['a.xml'] ?? new Uint8Array())).toBe('later');
  });
});

test.each<[string, string]>([
  ['cannot be started', 'no-such-worker.js'],
  ['ends by itself', 'data:text/javascript,process.exit(1)'],
  ['throws', 'data:text/javascript,throw new Error("x")'],
  [
    'fails at its work',
    'data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", (step) => { if (step === null) throw 1; })',
  ],
])('a thread that %s is not missed', async (_, entry) => {
  const packed = await zipped(parts, new URL(entry, import.meta.url));
  expect(Buffer.compare(packed, await zipped(parts))).toBe(0);
});

test('no thread may be started at all', async () => {
  const refused = new URL('https://example.com/worker.js');
  expect(Buffer.compare(await zipped(parts, refused), await zipped(parts))).toBe(0);
});

test('what the writing throws is thrown, and the thread does not keep the program running', () => {
  const script = `
    import { zipParts } from './dist/ooxml/zip-parts.js';
    try {
      zipParts((put) => {
        put('a.xml', 'x'.repeat(2_000_000));
        throw new RangeError('while it was written');
      });
    } catch (error) {
      console.log(error.message);
    }`;
  const program = ['--input-type=module', '-e', script];
  expect(execFileSync(process.execPath, program, { timeout: 20_000, encoding: 'utf8' })).toBe('while it was written\n');
});
