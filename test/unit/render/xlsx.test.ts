import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { finishWorkbook } from '../../../src/ooxml/finish-workbook.ts';
import { sheetNames } from '../../../src/ooxml/sheet-name.ts';
import { sheetInSchemaOrder } from '../../../src/ooxml/sheet-order.ts';
import { cellText } from '../../../src/render/workbook-template/cell-text.ts';

describe('cellText', () => {
  test.each([
    ['甲\r\n乙', '甲\n乙'],
    ['_x005F_', '_x005F_x005F_'],
    ['_xyz_', '_xyz_'],
  ])('cellText %#', (text, expected) => {
    expect(cellText(text, REPORT_LABELS)).toBe(expected);
  });

  test('a long text is not cut inside a character', () => {
    const cut = cellText(`${'𠮷'.repeat(16_380)}abcdefghij`, REPORT_LABELS);
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut.slice(-14)).toMatch(/𠮷……（共16390字）$/);
    expect(cut).not.toMatch(/\p{Cs}/u);
  });
});

test.each<[string[], string[]]>([
  [
    ['总览', '总览'],
    ['总览', '总览 (2)'],
  ],
  [['a/b:c*d?e[f]g\\h'], ['a b c d e f g h']],
  [["'quoted'"], ['quoted']],
  [
    ['History', 'HISTORY'],
    ['History (2)', 'HISTORY (3)'],
  ],
  [
    ['', ' '],
    ['Sheet', 'Sheet (2)'],
  ],
  [
    ['长'.repeat(40), '长'.repeat(40)],
    ['长'.repeat(31), `${'长'.repeat(27)} (2)`],
  ],
  [[`${'a'.repeat(30)}𠮷`], ['a'.repeat(30)]],
])('sheetNames %j', (names, expected) => {
  expect(sheetNames(names)).toEqual(expected);
});

test('sheetInSchemaOrder sorts what follows the data, and does not look into it', () => {
  const xml =
    '<worksheet><sheetData><row/></sheetData><pageMargins left="0>1"/><extLst><ext><drawing/></ext></extLst><legacyDrawing/><mergeCells><mergeCell/></mergeCells></worksheet>';
  expect(sheetInSchemaOrder(xml)).toBe(
    '<worksheet><sheetData><row/></sheetData><mergeCells><mergeCell/></mergeCells><pageMargins left="0>1"/><legacyDrawing/><extLst><ext><drawing/></ext></extLst></worksheet>',
  );
});

test('random GUIDs of the writer are numbered', async () => {
  const written = async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.created = workbook.modified = new Date(0);
    const sheet = workbook.addWorksheet('a');
    sheet.addRows([[1], [2]]);
    const rule = { type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }], gradient: false };
    sheet.addConditionalFormatting({ ref: 'A1:A2', rules: [rule as never] });
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const [one, two] = [await finishWorkbook(await written()), await finishWorkbook(await written())];
  expect(Buffer.compare(one, two)).toBe(0);
  const xml = strFromU8(unzipSync(one)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<x14:id>\{0{8}-0000-4000-8000-\d{12}\}</);
  // What Excel knows extensions by is no random number.
  expect(xml).toContain('uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"');
  expect(xml).toContain('uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"');
});
