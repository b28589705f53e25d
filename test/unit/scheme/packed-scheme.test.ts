import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import { packScheme, unpackScheme } from '../../../src/scheme/packed-scheme.ts';
import { SCHEME_FILES } from '../../../src/scheme/table-spec.ts';

const folder = builtinSchemeFolder();
const files = new Map<string, Uint8Array>();
for (const file of SCHEME_FILES) files.set(file, await readFile(join(folder, file)));
const scheme = await loadScheme(folder);

test('what the build has packed is what reading the files gives', async () => {
  const bytes = await readFile(join(import.meta.dirname, '../../../dist/bundle/scheme.bin'));
  expect(unpackScheme(bytes, files)).toEqual(scheme);
});

test('what is packed counts for the files that it was read from only', () => {
  const packed = packScheme(scheme, files);
  expect(unpackScheme(packed, files)).toEqual(scheme);
  const [first = ''] = files.keys();
  const changed = new Map(files).set(first, Buffer.concat([files.get(first) ?? Buffer.of(), Buffer.from('\n')]));
  expect(unpackScheme(packed, changed)).toBeNull();
  const fewer = new Map(files);
  fewer.delete(first);
  expect(unpackScheme(packed, fewer)).toBeNull();
});

test('what cannot be read is not there', () => {
  expect(unpackScheme(Buffer.from('no such thing'), files)).toBeNull();
  expect(unpackScheme(packScheme(scheme, files).subarray(0, 1000), files)).toBeNull();
});
