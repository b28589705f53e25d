import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEncrypted } from '../../src/read/encrypted/open-encrypted.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { corpusFolder, needs } from '../support/needs.ts';

needs.corpus.describe('workbooks that other programs encrypted', () => {
  test.each([
    ['readers/apache__poi/protected_passtika.xlsx', 'tika'],
    ['readers/qax-os__excelize/encryptAES.xlsx', 'password'],
  ])('%s opens with its password and no other', async (file, password) => {
    const bytes = readFileSync(join(corpusFolder, file));
    const opened = openEncrypted(bytes, password);
    if (opened === null) throw new Error('not opened');
    const { value, findings } = await readWorkbook(opened, file);
    expect(findings).toEqual([]);
    expect(value?.grids.some((grid) => grid.columns.length > 0)).toBe(true);
    expect((await readWorkbook(bytes, file)).findings.map(({ code }) => code)).toEqual(['FILE_ENCRYPTED']);
  });
});
