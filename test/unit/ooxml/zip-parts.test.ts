import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipParts } from '../../../src/ooxml/zip-parts.ts';

const rows = (count: number) =>
  strToU8(
    Array.from({ length: count }, (_, at) => `<row r="${at}"><c><v>${(at * 7919) % 10_007}</v></c></row>`).join(''),
  );

const parts: readonly [string, Uint8Array][] = [
  ['xl/worksheets/sheet1.xml', rows(40_000)],
  ['xl/worksheets/sheet2.xml', rows(10)],
  ['[Content_Types].xml', strToU8('<Types/>')],
];

test('a large package is packed by a thread as if there were none, whatever the order', async () => {
  const [packed, again] = [await zipParts(new Map(parts)), await zipParts(new Map([...parts].reverse()))];
  const ordered = ['[Content_Types].xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
  expect(parts[0]?.[1].length).toBeGreaterThan(1_000_000);
  expect(Object.keys(unzipSync(packed))).toEqual(ordered);
  const all = Object.fromEntries(parts);
  const files = Object.fromEntries(ordered.map((name) => [name, all[name] ?? new Uint8Array()]));
  const atOnce = zipSync(files, { level: 1, mtime: new Date(1980, 0, 1, 12) });
  expect(Buffer.compare(packed, atOnce)).toBe(0);
  expect(Buffer.compare(again, packed)).toBe(0);
});

test.each<[string, string]>([
  ['cannot be started', 'no-such-worker.js'],
  ['ends by itself', 'data:text/javascript,process.exit(1)'],
  ['throws', 'data:text/javascript,throw new Error("x")'],
])('a thread that %s is not missed', async (_, entry) => {
  const packed = await zipParts(new Map(parts), new URL(entry, import.meta.url));
  expect(Buffer.compare(packed, await zipParts(new Map(parts)))).toBe(0);
});
