import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile, readWorkbook } from '../../../src/read/read-file.ts';
import { compoundBytes } from '../../support/biff-bytes.ts';
import { zipBytes } from '../../support/workbook-bytes.ts';

/** A compound file with these stream names in its directory. */
function compound(...names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * names.length);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  names.forEach((name, place) => {
    const at = 512 + 128 * place;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes[at + 66] = 2;
  });
  return bytes;
}

const SECTOR = Buffer.alloc(600);
const WORD_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const XLSB_TYPES = WORD_TYPES.replace(
  'openxmlformats-officedocument.wordprocessingml.document.main+xml',
  'ms-excel.sheet.binary.macroEnabled.main',
);

describe('what is not read is named by its content', () => {
  test.each<[string, string | null, Buffer]>([
    ['FILE_EMPTY', null, Buffer.alloc(0)],
    ['FILE_ENCRYPTED', null, compound('EncryptionInfo', 'EncryptedPackage')],
    ['FILE_ENCRYPTED', null, Buffer.from(`%TSD-Header-###%${'\0\x8f'.repeat(40)}`, 'latin1')],
    ['FILE_ENCRYPTED', null, Buffer.from(`b\x14#e\0\x01E-SafeNet\0LOCK\0${'\x8f'.repeat(40)}`, 'latin1')],
    ['FILE_DAMAGED', null, Buffer.alloc(9000)],
    ['FILE_DAMAGED', null, Buffer.alloc(3)],
    ['FILE_DAMAGED', null, Buffer.concat([Buffer.alloc(70_000), Buffer.from('PK')])],
    ['FILE_DAMAGED', null, compound('Root', 'Workbook')],
    ['FILE_DAMAGED', null, compound('Book')],
    ['FILE_UNSUPPORTED', 'doc', compound('WordDocument')],
    ['FILE_DAMAGED', null, compound()],
    ['FILE_UNSUPPORTED', 'doc', compoundBytes({ WordDocument: SECTOR, 'ObjectPool/_1/Workbook': SECTOR })],
    ['FILE_DAMAGED', null, compoundBytes({ Workbook: SECTOR, 'MBD0001/WordDocument': SECTOR })],
    ['FILE_DAMAGED', null, Buffer.from('0908100000060500', 'hex')],
    ['FILE_UNSUPPORTED', 'image', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['FILE_UNSUPPORTED', 'image', Buffer.from('424d3600000000', 'hex')],
    ['FILE_UNSUPPORTED', 'image', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0')],
    ['FILE_UNSUPPORTED', 'image', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ')],
    ['FILE_UNSUPPORTED', 'pdf', Buffer.from('%PDF-1.7\n')],
    ['FILE_UNSUPPORTED', 'rtf', Buffer.from('{\\rtf1')],
    ['FILE_UNSUPPORTED', 'archive', Buffer.from('1f8b0800', 'hex')],
    ['FILE_UNSUPPORTED', 'html', Buffer.from('\u{feff}\n <!-- x --><!DOCTYPE html>')],
    ['FILE_UNSUPPORTED', 'html', Buffer.from('<?xml version="1.0"?><html xmlns="x">')],
    ['FILE_UNSUPPORTED', 'xml', Buffer.from('<?xml version="1.0"?><Workbook>')],
    ['FILE_UNSUPPORTED', 'mhtml', Buffer.from('MIME-Version: 1.0\n')],
    [
      'FILE_UNSUPPORTED',
      'mhtml',
      Buffer.from('From: <Saved by Blink>\nSnapshot-Content-Location: x\nMIME-Version: 1.0\n'),
    ],
    ['FILE_UNSUPPORTED', 'mail', Buffer.from('Received: from x\nSubject: 台账\nMIME-Version: 1.0\n')],
    ['FILE_UNSUPPORTED', 'mail', Buffer.from('MIME-Version: 1.0\nSubject: 台账\nFrom: x\n')],
    ['FILE_UNSUPPORTED', 'exchange', Buffer.from('ID;PWXL;N;E\nC;Y1;X1;K1\n')],
    ['FILE_UNSUPPORTED', 'exchange', Buffer.from('ID;PSCALC3\r\nP;PGeneral\r\nC;Y1;X1;K1\r\n')],
    ['FILE_UNSUPPORTED', 'exchange', Buffer.from('TABLE\n0,1\n"EXCEL"\n')],
    ['FILE_UNSUPPORTED', 'docx', zipBytes({ '[Content_Types].xml': WORD_TYPES })],
    ['FILE_DAMAGED', null, zipBytes({ '[Content_Types].xml': XLSB_TYPES })],
    ['FILE_UNSUPPORTED', 'zip', zipBytes({ 'a.xlsx': 'x' })],
    ['FILE_UNSUPPORTED', 'zip', zipBytes({})],
    ['FILE_UNSUPPORTED', 'ofd', zipBytes({ 'OFD.xml': '<ofd:OFD/>' })],
    ['FILE_UNSUPPORTED', 'numbers', zipBytes({ 'Index/Document.iwa': 'x' })],
    ['FILE_DAMAGED', null, Buffer.from('PK\x03\x04 cut short')],
  ])('%s %s', async (code, kind, bytes) => {
    const { value, findings } = await readWorkbook(bytes, '甲.xlsx');
    expect(value).toBeNull();
    expect(findings).toMatchObject([
      { code, place: { file: '甲.xlsx', sheet: null }, args: kind === null ? {} : { kind } },
    ]);
  });

  test.each(['BM,1\n', 'PK,1\n', '<1,2\n', 'ID;x\n', 'ID;Period;City\n1;2;3\n'])(
    'a text that begins like something else: %j',
    async (text) => {
      expect((await readWorkbook(Buffer.from(text), 'x')).value?.format).toBe('csv');
    },
  );
});

describe('files on disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huizong-read-'));
    await writeFile(join(folder, 'a.csv'), 'a,b\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are hashed', async () => {
    const read = await readFile({ path: join(folder, 'a.csv'), name: 'a.csv' });
    expect(read.bytes?.toString()).toBe('a,b\n');
    expect(read.sha256).toBe(createHash('sha256').update('a,b\n').digest('hex'));
    expect(read.findings).toEqual([]);
  });

  test('that cannot be read are findings', async () => {
    const gone = await readFile({ path: join(folder, 'none.csv'), name: 'none.csv' });
    expect(gone).toMatchObject({
      sha256: '',
      bytes: null,
      findings: [{ code: 'FILE_UNREADABLE', args: { detail: 'ENOENT' } }],
    });
    const folderRead = await readFile({ path: folder, name: 'x' });
    expect(folderRead).toMatchObject({ bytes: null, findings: [{ code: 'FILE_UNREADABLE' }] });
  });
});
