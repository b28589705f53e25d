import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TEMPLATE_FAULTS } from '../../../../src/message/zh-CN/template-faults.ts';
import { bookFaults } from '../../../../src/render/workbook-template/book-faults.ts';
import { openBook } from '../../../../src/render/workbook-template/open-book.ts';
import { filledWith, smallTemplate } from '../../../support/filled-workbook.ts';
import { tortureTemplate } from '../../../support/torture-template.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const good = await smallTemplate({ s: [['{{a}}', 1], [2]] });

function changed(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(good);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const faults = bookFaults('a.xlsx');
  const book = await openBook(bytes, 'a.xlsx', faults);
  expect(book === null).toBe(faults.all().length > 0);
  return faults.all().map(({ code, args }) => `${code} ${Object.values(args ?? {}).join(' ')}`.trim());
}

describe('openBook', () => {
  test('reads a sound workbook', async () => {
    expect(await told(good)).toEqual([]);
  });

  test.each<[string, string, (xml: string) => string, string]>([
    ['a row above the first', SHEET, (xml) => xml.replace('<row r="1"', '<row r="-1"'), 'root'],
    ['a row that is no number', SHEET, (xml) => xml.replace('<row r="1"', '<row r="x"'), 'root'],
    ['a row below the last', SHEET, (xml) => xml.replace('<row r="2"', '<row r="99999999"'), 'root'],
    ['a row twice', SHEET, (xml) => xml.replace('<row r="2"', '<row r="1"'), 'root'],
    ['a cell twice', SHEET, (xml) => xml.replace('r="B1"', 'r="A1"'), 'root'],
    ['a cell that is none', SHEET, (xml) => xml.replace('r="B1"', 'r="x"'), 'root'],
    ['a cell of another row', SHEET, (xml) => xml.replace('r="B1"', 'r="B7"'), 'root'],
    ['broken styles', 'xl/styles.xml', (xml) => xml.slice(0, 500), 'markup'],
    ['broken properties', 'docProps/core.xml', (xml) => xml.slice(0, 100), 'markup'],
    ['broken types of parts', '[Content_Types].xml', (xml) => xml.slice(0, 100), 'markup'],
  ])('tells %s', async (_, part, change, fault) => {
    const bytes = changed(part, change);
    expect(bytes).not.toEqual(good);
    expect(await told(bytes)).toEqual([`WORKBOOK_DAMAGED ${part} ${fault}`]);
  });

  test('tells broken relationships of a chart, which are read only when it is written', async () => {
    const parts = unzipSync(await tortureTemplate());
    const chart = Object.keys(parts).find((part) => /^xl\/charts\/chart\d+\.xml$/.test(part)) ?? '';
    const relations = chart.replace('charts/', 'charts/_rels/').concat('.rels');
    expect(await told(zipSync({ ...parts, [relations]: strToU8('<a') }))).toEqual([
      `WORKBOOK_DAMAGED ${relations} markup`,
    ]);
  });

  test('tells other containers apart, and the way out', async () => {
    const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await told(Buffer.concat([container, Buffer.alloc(600)]))).toEqual(['WORKBOOK_OLD']);
    const encrypted = Buffer.concat([container, Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await told(encrypted)).toEqual(['WORKBOOK_ENCRYPTED']);
    expect(await told(new Uint8Array())).toEqual(['WORKBOOK_DAMAGED  truncated']);
  });

  test('what is damaged is said in words', () => {
    expect(TEMPLATE_FAULTS.WORKBOOK_DAMAGED({ part: '', fault: 'truncated' })).toContain('文件不完整');
    expect(TEMPLATE_FAULTS.WORKBOOK_DAMAGED({ part: 'a.xml', fault: 'partBytes' })).toContain('上限 200 MB');
  });
});

test('files that lead out of the package are not carried along', async () => {
  const parts = unzipSync(good);
  const bytes = zipSync({ ...parts, '../../evil.txt': strToU8('x'), 'xl/../../evil.txt': strToU8('x') });
  const filled = Object.keys(unzipSync(await filledWith(bytes, { a: 1 })));
  expect(filled).toContain(SHEET);
  expect(filled.filter((name) => name.includes('evil'))).toEqual([]);
});
