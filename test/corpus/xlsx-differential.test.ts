import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/read/read-file.ts';
import { corpusFolder, needs } from '../support/needs.ts';
import { corpusFiles } from './corpus-files.ts';
import { EXPLAINED, NOT_FOR_OTHERS } from './explained-differences.ts';
import { excelJsValues, isSameValue, ourValues, sheetJsValues, type Values } from './foreign-readers.ts';

const READERS = [
  ['sheetjs', sheetJsValues],
  ['exceljs', excelJsValues],
] as const;

/** So many differing cells are named; more are counted. */
const NAMED = 4;

/** What differs between the readers, as `EXPLAINED` puts it; null when nothing does. */
async function difference(bytes: Buffer, theirs: Values): Promise<string | number | null> {
  const { value, findings } = await readWorkbook(bytes, 'x.xlsx');
  if (value === null) return findings[0]?.code ?? null;
  const ours = ourValues(value);
  const places = [...new Set([...ours.keys(), ...theirs.keys()])];
  const differing = places.filter((place) => !isSameValue(ours.get(place), theirs.get(place))).toSorted();
  if (differing.length === 0) return null;
  return differing.length > NAMED ? differing.length : differing.join(' ');
}

async function valuesOrNull(read: (bytes: Buffer) => Values | Promise<Values>, bytes: Buffer): Promise<Values | null> {
  try {
    return await read(bytes);
  } catch {
    return null;
  }
}

needs.corpus.describe('our cells are those of exceljs and SheetJS', () => {
  const files = needs.corpus.available ? corpusFiles('.', /\.xls[xm]$/i) : [];
  const compared = files.filter((file) => !NOT_FOR_OTHERS.some((one) => one.file.test(file)));

  test.each(compared)('%s', async (file) => {
    const bytes = readFileSync(join(corpusFolder, file));
    for (const [reader, read] of READERS) {
      const theirs = await valuesOrNull(read, bytes);
      const found = theirs === null ? null : await difference(bytes, theirs);
      // An explained difference that no longer occurs fails too: it is `null` here then.
      const explained = EXPLAINED.find((one) => one.file === file && one.reader === reader);
      expect({ reader, differs: found }).toEqual({ reader, differs: explained?.what ?? null });
    }
  });

  test('every explanation is of a file that is compared', () => {
    expect(EXPLAINED.filter(({ file }) => !compared.includes(file))).toEqual([]);
  });
});
