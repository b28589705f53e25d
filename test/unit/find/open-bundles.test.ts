import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../../src/find/find-files.ts';
import { readFile, readWorkbook } from '../../../src/read/read-file.ts';
import { bundleBytes, gbkBundleBytes } from '../../support/bundle-bytes.ts';
import { workbookBytes } from '../../support/workbook-bytes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-bundle-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function found(bytes: Uint8Array, name = '汇总.zip') {
  await writeFile(join(folder, name), bytes);
  return (await findFiles([folder], { cwd: folder, root: null })).files;
}
const names = async (bytes: Uint8Array) => (await found(bytes)).map(({ name }) => name);
const text = '地区,数量\n惠州市,1\n';

describe('zip bundles', () => {
  test('give the files within them, folders and all, in code-point order', async () => {
    const bytes = bundleBytes({
      ...{
        '惠州市/b.csv': text,
        'a.xlsx': workbookBytes({ sheets: [''] }),
        '惠州市/惠城区/c.et': 'x',
        'notes.docx': 'x',
      },
      ...{
        '__MACOSX/a.xlsx': 'x',
        '.hidden/a.xlsx': 'x',
        '~$a.xlsx': 'x',
        'inner.zip': bundleBytes({ 'd.csv': text }),
      },
    });
    const files = await found(bytes);
    expect(files.map(({ bundled }) => bundled)).toEqual([4, 4, 4, 4]);
    expect(files.map(({ name }) => name)).toEqual([
      '汇总.zip/a.xlsx',
      '汇总.zip/inner.zip',
      '汇总.zip/惠州市/b.csv',
      '汇总.zip/惠州市/惠城区/c.et',
    ]);
  });

  test.each([
    ['UTF-8', bundleBytes],
    ['GBK', gbkBundleBytes],
  ])('have names in %s, and their files are read', async (_, make) => {
    const [one, two] = await found(make({ '惠州市\\台账.csv': text, '深圳市/台账.csv': text.repeat(3000) }));
    if (one === undefined || two === undefined) throw new Error('not found');
    expect([one.name, two.name]).toEqual(['汇总.zip/惠州市/台账.csv', '汇总.zip/深圳市/台账.csv']);
    expect((await readFile(one)).bytes?.toString()).toBe(text);
    expect((await readFile(two)).bytes?.toString()).toBe(text.repeat(3000));
  });

  test('have files behind which more is told of them than most have', async () => {
    const extra = { 51966: new Uint8Array(60_000) };
    const [one, two] = await found(zipSync({ 'a.csv': [Buffer.from(text), { extra }], 'b.csv': Buffer.from('x') }));
    if (one === undefined || two === undefined) throw new Error('not found');
    expect((await readFile(one)).bytes?.toString()).toBe(text);
    expect((await readFile(two)).bytes?.toString()).toBe('x');
  });

  test('that have become shorter meanwhile lack the files behind their end', async () => {
    const bytes = bundleBytes({ 'a.csv': text, 'b.csv': text });
    const [one, two] = await found(bytes);
    if (one === undefined || two === undefined) throw new Error('not found');
    await writeFile(join(folder, '汇总.zip'), bytes.subarray(0, (two.packed?.offset ?? 0) + 20));
    expect((await readFile(one)).bytes?.toString()).toBe(text);
    expect((await readFile(two)).findings).toMatchObject([{ code: 'FILE_DAMAGED', args: { detail: 'truncated' } }]);
    await rm(join(folder, '汇总.zip'));
    expect((await readFile(one)).findings).toMatchObject([{ code: 'FILE_UNREADABLE', args: { detail: 'ENOENT' } }]);
  });

  test('pass over what no extension names as a return, and give it', async () => {
    const bytes = bundleBytes({ '惠州市/a.csv': text, '深圳市.pdf': '%PDF-1.7', 'x.dat': 'x', '.hidden.pdf': 'x' });
    await writeFile(join(folder, '汇总.zip'), bytes);
    await writeFile(join(folder, '通知.doc'), 'x');
    const { skipped, passedOver } = await findFiles([folder], { cwd: folder, root: null });
    expect(skipped).toEqual([
      { name: '汇总.zip/x.dat', reason: 'extension' },
      { name: '汇总.zip/深圳市.pdf', reason: 'extension' },
      { name: '通知.doc', reason: 'extension' },
    ]);
    expect(passedOver.map(({ name }) => name)).toEqual(['汇总.zip/x.dat', '汇总.zip/深圳市.pdf', '通知.doc']);
    const [, packed] = passedOver;
    expect(packed && (await readFile(packed)).bytes?.toString()).toBe('%PDF-1.7');
  });

  test('are not refused for much that is not read', async () => {
    const photos = Array.from({ length: 2001 }, (_, at) => [`${at}.jpg`, 'x'] as const);
    expect(await names(bundleBytes({ ...Object.fromEntries(photos), 'a.csv': text }))).toEqual(['汇总.zip/a.csv']);
    const { skipped, passedOver } = await findFiles([folder], { cwd: folder, root: null });
    expect([skipped.length, passedOver.length]).toEqual([2001, 2000]);
  });

  test('with names in GBK that claim to be UTF-8', async () => {
    const bytes = gbkBundleBytes({ '惠州市/台账.csv': text });
    const directory = bytes.readUInt32LE(bytes.length - 22 + 16);
    for (const at of [6, directory + 8]) bytes.writeUInt16LE(bytes.readUInt16LE(at) | 0x800, at);
    expect(await names(bytes)).toEqual(['汇总.zip/惠州市/台账.csv']);
  });

  test.each([
    ['is', '惠州市/台账.csv', (name: Buffer) => crc32(name)],
    ['is not', 'a.csv', () => 1],
  ])('with a name in Unicode beside another that it %s made for', async (_, name, checksum) => {
    expect(await names(withUnicodeName(bundleBytes({ 'a.csv': text }), '惠州市/台账.csv', checksum))).toEqual([
      `汇总.zip/${name}`,
    ]);
  });

  test('tell files of one name apart', async () => {
    const bytes = bundleBytes({ '甲/台账.csv': text, '乙/台账.csv': 'x' });
    const [from, to] = [Buffer.from('甲'), Buffer.from('乙')];
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from)) to.copy(bytes, at);
    expect(await names(bytes)).toEqual(['汇总.zip/乙/台账 (2).csv', '汇总.zip/乙/台账.csv']);
  });

  test('number thousands of files of one name', async () => {
    const bytes = bundleBytes(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`${1000 + at}.csv`, text])));
    for (let at = bytes.indexOf('.csv'); at >= 0; at = bytes.indexOf('.csv', at + 1)) bytes.write('0000', at - 4);
    const found = await names(bytes);
    expect(new Set(found)).toEqual(
      new Set(['汇总.zip/0000.csv', ...Array.from({ length: 1499 }, (_, at) => `汇总.zip/0000 (${at + 2}).csv`)]),
    );
  });

  test('a file in them whose path is longer than systems have is none of theirs', async () => {
    const longest = `${'a/'.repeat(509)}bb.csv`;
    expect(await names(bundleBytes({ [longest]: text }))).toEqual([`汇总.zip/${longest}`]);
    expect(await names(bundleBytes({ [`b${longest}`]: text, 'c.csv': 'x' }))).toEqual(['汇总.zip']);
  });

  test('give each name that leads to the same bytes', async () => {
    const bytes = bundleBytes({ 'a.csv': text, 'b.csv': 'x' });
    bytes.writeUInt32LE(0, bytes.lastIndexOf('b.csv') - 46 + 42);
    expect(await names(bytes)).toEqual(['汇总.zip/a.csv', '汇总.zip/b.csv']);
  });

  test('cannot name a file outside of themselves', async () => {
    expect(await names(bundleBytes({ '../../etc/a.csv': text, '/b.csv': text, 'C:\\c.csv': text }))).toEqual([
      '汇总.zip/C:/c.csv',
      '汇总.zip/b.csv',
      '汇总.zip/etc/a.csv',
    ]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['a workbook with the name of a bundle', () => workbookBytes({ sheets: ['<row><c><v>1</v></c></row>'] }), ''],
    ['nothing that may be a return', () => bundleBytes({ 'a.docx': 'x' }), 'FILE_UNSUPPORTED'],
    ['bytes that are no zip', () => Buffer.from('PK\u0003\u0004 not'), 'FILE_DAMAGED'],
    [
      'more files than are read',
      () => bundleBytes(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.csv`, text]))),
      'FILE_TOO_LARGE',
    ],
    ['more bytes than are read', () => stating(bundleBytes({ 'a.csv': text }), 0x1a000000), 'FILE_TOO_LARGE'],
  ])('with %s stay as they are', async (_, make, code) => {
    const files = await found(make());
    expect(files.map(({ name }) => name)).toEqual(['汇总.zip']);
    const { bytes } = await readFile(files[0] ?? { path: '', name: '' });
    const { findings } = await readWorkbook(bytes ?? Buffer.of(), '汇总.zip');
    expect(findings.map((one) => one.code).join()).toBe(code);
  });

  test('a file that is damaged, larger than it says, or encrypted is a finding; the others are read', async () => {
    const bytes = bundleBytes({ 'a.csv': text, 'b.csv': text, 'c.csv': text, 'd.csv': text });
    const directory = [...'abcd'].map((letter) => bytes.lastIndexOf(`${letter}.csv`) - 46);
    bytes.writeUInt32LE(1, (directory[0] ?? 0) + 16);
    bytes.writeUInt32LE(3, (directory[1] ?? 0) + 24);
    bytes.writeUInt16LE(1, (directory[2] ?? 0) + 8);
    const codes = await Promise.all((await found(bytes)).map(async (file) => (await readFile(file)).findings[0]?.code));
    expect(codes).toEqual(['FILE_DAMAGED', 'FILE_DAMAGED', 'FILE_ENCRYPTED', undefined]);
  });
});

/** A bundle of one file that has a name in Unicode beside its own, with a checksum of that. */
function withUnicodeName(bytes: Buffer, name: string, checksum: (name: Buffer) => number): Buffer {
  const end = bytes.length - 22;
  const start = bytes.readUInt32LE(end + 16);
  const length = bytes.readUInt16LE(start + 28);
  const field = Buffer.alloc(9 + Buffer.byteLength(name));
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(field.length - 4, 2);
  field[4] = 1;
  field.writeUInt32LE(checksum(bytes.subarray(start + 46, start + 46 + length)), 5);
  field.write(name, 9);
  const entry = Buffer.concat([bytes.subarray(start, start + 46 + length), field]);
  entry.writeUInt16LE(field.length, 30);
  const record = Buffer.from(bytes.subarray(end));
  record.writeUInt32LE(entry.length, 12);
  return Buffer.concat([bytes.subarray(0, start), entry, record]);
}

/** The bundle with another size in its directory. */
function stating(bytes: Buffer, size: number): Buffer {
  bytes.writeUInt32LE(size, bytes.lastIndexOf('a.csv') - 46 + 24);
  return bytes;
}
