import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../../../src/ooxml/read-limits.ts';
import { readFile, readWorkbook } from '../../../src/read/read-file.ts';
import { biffStream, cell, compoundBytes } from '../../support/biff-bytes.ts';
import { bundleBytes } from '../../support/bundle-bytes.ts';
import { workbookBytes } from '../../support/workbook-bytes.ts';

const MEBIBYTE = 1024 * 1024;
const cells = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>';
const padding = `<!--${' '.repeat(1.5 * MEBIBYTE)}-->`;
const xls = () =>
  compoundBytes({
    Workbook: biffStream({ sheets: [{ records: [0, 1, 2].map((column) => cell.number(0, column, 7)) }] }),
  });
const limited = (limits: Partial<ReadLimits>): ReadLimits => ({ ...DEFAULT_READ_LIMITS, ...limits });

test.each<[string, () => Uint8Array, Partial<ReadLimits>, Record<string, string>]>([
  ['cells of a workbook', () => workbookBytes({ sheets: [cells] }), { cells: 2 }, { limit: '2', counted: 'cells' }],
  ['cells of an old workbook', xls, { cells: 2 }, { limit: '2', counted: 'cells' }],
  ['cells of a text', () => Buffer.from('a,b,c\n'), { cells: 2 }, { limit: '2', counted: 'cells' }],
  ['cells of a web page', () => Buffer.from('<table><tr><td>a<td>b<td>c'), { cells: 2 }, { limit: '2' }],
  ['bytes of a part', () => workbookBytes({ sheets: [padding + cells] }), { partMegabytes: 1 }, { limit: '1 MB' }],
  ['bytes of all parts', () => workbookBytes({ sheets: [padding + cells] }), { fileMegabytes: 1 }, { limit: '1 MB' }],
  ['bytes of a text', () => Buffer.from('a,b\n'.repeat(MEBIBYTE / 2)), { textMegabytes: 1 }, { limit: '1 MB' }],
  ['files of a bundle', () => bundleBytes({ 'a.doc': '', 'b.doc': '' }), { bundleFiles: 1 }, { limit: '1' }],
])('%s', async (_, make, limits, args) => {
  const bytes = Buffer.from(make());
  const { findings } = await readWorkbook(bytes, 'a', limited(limits));
  expect(findings).toMatchObject([{ code: 'FILE_TOO_LARGE', args }]);
  const free = await readWorkbook(bytes, 'a');
  expect(free.findings.filter(({ code }) => code === 'FILE_TOO_LARGE')).toEqual([]);
});

test.each<[string, (texts: readonly string[]) => Uint8Array]>([
  ['a text', (texts) => Buffer.from(texts.join('\n'))],
  ['a web page', (texts) => Buffer.from(`<table>${texts.map((text) => `<tr><td>${text}<td>1`).join('')}</table>`)],
  [
    'a workbook',
    (texts) => {
      const rows = texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`);
      return workbookBytes({ sheets: [rows.join('')] });
    },
  ],
])('more long texts in %s than are told apart', async (_, bytesOf) => {
  const texts = (count: number, length: number) =>
    Array.from({ length: count }, (_, at) => `${at}`.padEnd(length, 'a'));
  const found = async (count: number, length: number) =>
    (await readWorkbook(Buffer.from(bytesOf(texts(count, length))), 'a')).findings;
  expect(await found(257, 16_384)).toMatchObject([
    { code: 'FILE_TOO_LARGE', args: { limit: '256', counted: 'longTexts' } },
  ]);
  expect(await found(256, 16_384)).toEqual([]);
  expect(await found(300, 16_383)).toEqual([]);
});

test('a file that is larger on disk is not even read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-limits-'));
  const path = join(folder, 'a.csv');
  await writeFile(path, Buffer.alloc(MEBIBYTE + 1));
  const { bytes, findings } = await readFile({ path, name: 'a.csv' }, limited({ fileMegabytes: 1 }));
  await rm(folder, { recursive: true });
  expect({ bytes, findings }).toMatchObject({ bytes: null, findings: [{ args: { limit: '1 MB' } }] });
});
