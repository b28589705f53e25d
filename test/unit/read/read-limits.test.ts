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

test('a file that is larger on disk is not even read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huizong-limits-'));
  const path = join(folder, 'a.csv');
  await writeFile(path, Buffer.alloc(MEBIBYTE + 1));
  const { bytes, findings } = await readFile({ path, name: 'a.csv' }, limited({ fileMegabytes: 1 }));
  await rm(folder, { recursive: true });
  expect({ bytes, findings }).toMatchObject({ bytes: null, findings: [{ args: { limit: '1 MB' } }] });
});
