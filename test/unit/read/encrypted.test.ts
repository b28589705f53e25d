import { describe, expect, test } from 'vitest';
import { openEncrypted } from '../../../src/read/encrypted/open-encrypted.ts';
import { readWorkbook } from '../../../src/read/read-file.ts';
import { biffStream, cell, compoundBytes } from '../../support/biff-bytes.ts';
import { agileBytes, encryptedBiff, standardBytes } from '../../support/encrypted-bytes.ts';
import { gridMap } from '../../support/read-cells.ts';
import { workbookBytes } from '../../support/workbook-bytes.ts';

/** With which Excel opens a file without asking. */
const DEFAULT = 'VelvetSweatshop';
const rows = Array.from({ length: 400 }, (_, at) => `<row><c><v>${at * 7919}</v></c></row>`).join('');
const plain = workbookBytes({ sheets: [rows] });
const plainBiff = biffStream({
  sheets: [{ name: '台账', records: Array.from({ length: 200 }, (_, row) => cell.number(row, 0, row * 7919)) }],
});

async function read(bytes: Buffer) {
  const { value, findings } = await readWorkbook(bytes, 'a');
  return { cells: value?.grids.map(gridMap) ?? null, codes: findings.map(({ code }) => code) };
}

describe.each([
  ['a package of Excel 2010 and later', agileBytes],
  ['a package of Excel 2007', standardBytes],
])('%s', (_, encrypt) => {
  test('that opens without asking is read as any other', async () => {
    expect(await read(encrypt(plain, DEFAULT))).toEqual(await read(plain));
  });

  test('with another password is refused', async () => {
    const bytes = encrypt(plain, '密码');
    expect(openEncrypted(bytes, '密码')?.equals(plain)).toBe(true);
    expect(await read(bytes)).toEqual({ cells: null, codes: ['FILE_ENCRYPTED'] });
  });

  test('that holds something else than a workbook is a finding', async () => {
    expect((await read(encrypt(Buffer.from('no zip'), DEFAULT))).codes).toEqual(['FILE_DAMAGED']);
  });

  test('damaged anywhere is a finding or whole', async () => {
    const bytes = encrypt(plain, DEFAULT);
    const whole = (await read(plain)).cells;
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const { cells, codes } = await read(damaged);
      if (codes.length === 0) expect(cells).toEqual(whole);
    }
  });
});

test.each([
  { bits: 128, hash: 'SHA1' },
  { bits: 256, hash: 'SHA1' },
  { bits: 192, hash: 'SHA256' },
  { bits: 192, hash: 'SHA384' },
  { bits: 128, hash: 'SHA512' },
] as const)('a package encrypted by a key of $bits bits from $hash is read', async (way) => {
  expect(await read(agileBytes(plain, DEFAULT, 1000, way))).toEqual(await read(plain));
});

test('of several keys of a package the one is taken that a password opens', async () => {
  const certificate = `<keyEncryptor xmlns:c='http://schemas.microsoft.com/office/2006/keyEncryptor/certificate'>
<!-- <keyData/> --><c:encryptedKey encryptedKeyValue='AAAA' X509Certificate='AAAA' certVerifier='AAAA'/></keyEncryptor>`;
  const bytes = agileBytes(plain, DEFAULT, 1000, { otherKeys: certificate });
  expect(await read(bytes)).toEqual(await read(plain));
});

test.each([
  ['more than any package says', 30_000, ['FILE_ENCRYPTED']],
  ['as much as may be said, none of it closed', 5_500, []],
])('a package that says of its keys %s is judged at once', async (_, times, codes) => {
  const bytes = agileBytes(plain, DEFAULT, 1000, { otherKeys: '<a:b>'.repeat(times) });
  const begin = process.cpuUsage();
  expect((await read(bytes)).codes).toEqual(codes);
  expect(process.cpuUsage(begin).user).toBeLessThan(3_000_000);
});

test('a package that asks for endless rounds is refused at once', async () => {
  const bytes = agileBytes(plain, DEFAULT, 1000);
  const asked = Buffer.from(bytes.toString('latin1').replace('spinCount="1000"', 'spinCount="9e15"'), 'latin1');
  expect((await read(asked)).codes).toEqual(['FILE_ENCRYPTED']);
});

describe.each(['old', 'new'] as const)('an old workbook encrypted in the %s way', (way) => {
  const xls = (password: string) => compoundBytes({ Workbook: encryptedBiff(plainBiff, password, way) });

  test('that opens without asking is read as any other', async () => {
    expect(await read(xls(DEFAULT))).toEqual(await read(compoundBytes({ Workbook: plainBiff })));
  });

  test('with another password is refused', async () => {
    expect(await read(xls('密码'))).toEqual({ cells: null, codes: ['FILE_ENCRYPTED'] });
  });
});
