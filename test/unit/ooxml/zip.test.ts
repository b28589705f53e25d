import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { byteBudget } from '../../../src/ooxml/byte-budget.ts';
import { inflateEntry, inflateWhole } from '../../../src/ooxml/inflate.ts';
import { openPackage } from '../../../src/ooxml/package.ts';
import { relationshipsPart, resolveTarget } from '../../../src/ooxml/part-name.ts';
import { DEFAULT_READ_LIMITS } from '../../../src/ooxml/read-limits.ts';
import { openZip, type Zip, type ZipEntry } from '../../../src/ooxml/zip.ts';

const TEXT = '行业协会商会'.repeat(2000);

function zip(level: 0 | 6 = 6): Buffer {
  return Buffer.from(zipSync({ 'a.txt': strToU8(TEXT), 'folder/b.txt': strToU8('b') }, { level }));
}

function firstEntry(opened: Zip): ZipEntry {
  const [entry] = opened.entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function inflate(bytes: Buffer, budget = byteBudget()): Promise<string> {
  const opened = openZip(bytes);
  const pieces: Buffer[] = [];
  await inflateEntry(opened, firstEntry(opened), budget, (piece) => pieces.push(Buffer.from(piece)));
  return Buffer.concat(pieces).toString('utf8');
}

describe('reads', () => {
  test('stored and deflated entries', async () => {
    expect(await inflate(zip(0))).toBe(TEXT);
    expect(await inflate(zip(6))).toBe(TEXT);
    expect(openZip(zip()).entries.map((entry) => entry.name)).toEqual(['a.txt', 'folder/b.txt']);
  });

  test('a large entry in pieces', async () => {
    const large = Buffer.alloc(6_000_000, 'abcdefgh');
    expect(await inflate(Buffer.from(zipSync({ 'a.txt': large })))).toBe(large.toString());
  });

  test('a file of a bundle at once', () => {
    const whole = (bytes: Buffer, limits = DEFAULT_READ_LIMITS) => {
      const opened = openZip(bytes);
      return inflateWhole(opened, firstEntry(opened), byteBudget(limits));
    };
    const large = Buffer.alloc(6_000_000, 'abcdefgh');
    const packed = Buffer.from(zipSync({ 'a.txt': large }));
    expect(whole(packed).equals(large)).toBe(true);
    expect(whole(zip(0)).toString()).toBe(TEXT);
    expect(() => whole(packed, { ...DEFAULT_READ_LIMITS, partMegabytes: 5 })).toThrow('partBytes: a.txt');
    const declares = (size: number) => {
      const bytes = Buffer.from(packed);
      bytes.writeUInt32LE(size, bytes.readUInt32LE(bytes.length - 6) + 24);
      return bytes;
    };
    expect(() => whole(declares(5_999_999))).toThrow('size: a.txt');
    expect(() => whole(declares(6_000_001))).toThrow('checksum: a.txt');
    // No more memory is taken for what is declared than may be inflated.
    expect(() => whole(declares(0xf000_0000))).toThrow('checksum: a.txt');
    const damaged = Buffer.from(packed).fill(0xff, 40, 60);
    expect(() => whole(damaged)).toThrow('compression: a.txt');
  });

  test('a comment at the end', async () => {
    const bytes = Buffer.concat([zip(), Buffer.from('PK\x05\x06 no')]);
    bytes.writeUInt16LE(7, zip().length - 2);
    expect(await inflate(bytes)).toBe(TEXT);
  });

  test.each([
    ['a line end', Buffer.from('\r\n')],
    ['zeros', Buffer.alloc(600)],
    ['a page', Buffer.from('<html>PK\x05\x06 no</html>'.padEnd(60))],
  ])('past %s that was added at its end', async (_, added) => {
    expect(await inflate(Buffer.concat([zip(), added]))).toBe(TEXT);
  });

  test('names with backslashes and in other cases', () => {
    const pack = openPackage(Buffer.from(zipSync({ 'XL\\Sheet.xml': strToU8('x') })));
    expect([...pack.parts.keys()]).toEqual(['xl/sheet.xml']);
  });

  test('sizes of zip64', async () => {
    expect(await inflate(asZip64(zip()))).toBe(TEXT);
  });
});

/** The same zip with its directory's place and the first entry's sizes given in zip64 form only. */
function asZip64(bytes: Buffer): Buffer {
  const end = bytes.length - 22;
  const start = bytes.readUInt32LE(end + 16);
  const first = Buffer.from(bytes.subarray(start, start + 46 + 5));
  const extra = Buffer.alloc(4 + 24);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(first.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(first.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(BigInt(first.readUInt32LE(42)), 20);
  for (const at of [20, 24, 42]) first.writeUInt32LE(0xffffffff, at);
  first.writeUInt16LE(28, 30);
  const rest = bytes.subarray(start + 51, end);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(2n, 32);
  record.writeBigUInt64LE(BigInt(first.length + extra.length + rest.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + first.length + extra.length + rest.length), 8);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(0xffff, 10);
  tail.writeUInt32LE(0xffffffff, 12);
  tail.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([bytes.subarray(0, start), first, extra, rest, record, locator, tail]);
}

describe('refuses', () => {
  test.each([0.1, 0.5, 0.9, 0.99])('a file cut to %d of its bytes', (share) => {
    const bytes = zip();
    expect(() => openZip(bytes.subarray(0, Math.floor(bytes.length * share)))).toThrow('truncated');
  });

  test('a wrong checksum', async () => {
    const bytes = zip(0);
    const at = bytes.indexOf('行');
    bytes[at] = 0xe9;
    await expect(inflate(bytes)).rejects.toThrow('checksum: a.txt');
  });

  test('damaged deflate data', async () => {
    const bytes = zip();
    bytes.fill(0xff, 40, 60);
    await expect(inflate(bytes)).rejects.toThrow('compression: a.txt');
  });

  test('an entry that grows past its declared size', async () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': Buffer.alloc(6_000_000) }));
    bytes.writeUInt32LE(5_000_000, bytes.readUInt32LE(bytes.length - 6) + 24);
    await expect(inflate(bytes)).rejects.toThrow('size: a.txt');
  });

  test.each<[string, number, number, number]>([
    ['partBytes', 6_000_000, 1, 1000],
    ['fileBytes', 6_000_000, 1000, 1],
    ['partBytes', 1_100_000, 1, 1000],
  ])('more than the budget: %s of %i bytes', async (fault, size, partMegabytes, fileMegabytes) => {
    const bytes = Buffer.from(zipSync({ 'a.txt': Buffer.alloc(size) }));
    await expect(inflate(bytes, byteBudget({ ...DEFAULT_READ_LIMITS, partMegabytes, fileMegabytes }))).rejects.toThrow(
      `${fault}: a.txt`,
    );
  });

  test('encrypted entries and unknown methods', async () => {
    const start = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6);
    const encrypted = zip();
    encrypted.writeUInt16LE(1, start(encrypted) + 8);
    await expect(inflate(encrypted)).rejects.toThrow('encryptedPart');
    const unknown = zip();
    unknown.writeUInt16LE(9, start(unknown) + 10);
    await expect(inflate(unknown)).rejects.toThrow('method');
  });

  test('a directory of rubbish', () => {
    const bytes = zip();
    bytes.writeUInt32LE(4, bytes.length - 6);
    expect(() => openZip(bytes)).toThrow('directory');
  });
});

test.each([
  ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
  ['xl/worksheets/sheet1.xml', '../sharedStrings.xml', 'xl/sharedStrings.xml'],
  ['xl/workbook.xml', '..\\xl\\.\\a%20b.xml', 'xl/a b.xml'],
  ['', 'xl/workbook.xml', 'xl/workbook.xml'],
  ['xl/workbook.xml', '../../etc/passwd', null],
  ['xl/workbook.xml', '%2e%2e/%2e%2e/etc', null],
  ['xl/workbook.xml', '100%', 'xl/100%'],
  ['', '', null],
])('target from %s to %s', (source, target, part) => {
  expect(resolveTarget(source, target)).toBe(part);
});

test('relationships of a part', () => {
  expect(relationshipsPart('')).toBe('_rels/.rels');
  expect(relationshipsPart('xl/book.xml')).toBe('xl/_rels/book.xml.rels');
});
