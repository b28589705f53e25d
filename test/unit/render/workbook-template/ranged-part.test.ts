import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filledWith, type SmallCell, smallTemplate } from '../../../support/filled-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** The rules of a filled sheet as `ranges: formulas`, in their order. */
async function rules(rows: readonly (readonly SmallCell[])[], written: string, data: unknown): Promise<string[]> {
  const parts = unzipSync(await smallTemplate({ s: rows }));
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array()).replace('<pageMargins', `${written}<pageMargins`);
  const bytes = await filledWith(zipSync({ ...parts, [SHEET]: strToU8(xml) }), data);
  const filled = strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array());
  const elements = filled.matchAll(/<(conditionalFormatting|dataValidation) ([^>]*)>(.*?)<\/\1>/gs);
  return [...elements].map(([, , attributes = '', inside = '']) => {
    const ranges = /sqref="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const formulas = [...inside.matchAll(/<formula\d?>([^<]*)</g)].map(([, text]) => text);
    return `${ranges}: ${formulas.join(' ')}`;
  });
}

const format = (ranges: string, ...formulas: string[]) =>
  `<conditionalFormatting sqref="${ranges}">${formulas
    .map((one) => `<cfRule type="expression" priority="1"><formula>${one}</formula></cfRule>`)
    .join('')}</conditionalFormatting>`;
const validation = (ranges: string, formula: string) =>
  `<dataValidations count="1"><dataValidation type="custom" sqref="${ranges}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;

const LIST = [['头'], [null], ['{{#each list}}{{this}}', 1, 2, '{{/each}}'], ['计', 3, 4]];
const NESTED = [
  ['头'],
  ['{{#each groups}}{{name}}'],
  ['{{#each items}}{{this}}{{/each}}'],
  ['计'],
  ['{{/each}}'],
  ['总'],
];
const list = { list: [1, 2, 3] };
const groups = {
  groups: [
    { name: '甲', items: [1, 2] },
    { name: '乙', items: [3] },
  ],
};

describe('rules of repeated rows', () => {
  test.each<[string, string, string]>([
    ['the own row', format('C3:C3', '$B3&lt;0'), 'C3:C5: $B3&lt;0'],
    ['the total below', format('C3', 'C3&gt;C4*0.15'), 'C3:C5: C3&gt;C$6*0.15'],
    ['the head above', format('C3', 'C3=C2'), 'C3:C5: C3=C$2'],
    ['all copies', format('C3', 'COUNTIF($C$3:$C$3,C3)&gt;1'), 'C3:C5: COUNTIF($C$3:$C$5,C3)&gt;1'],
    ['rows around, too', format('B2:C4', '$A2=1'), 'B2:C6: $A2=1'],
    ['a validation', validation('C3', 'C3&lt;C4'), 'C3:C5: C3&lt;C$6'],
  ])('see %s', async (_, written, wanted) => {
    expect(await rules(LIST, written, list)).toEqual([wanted]);
  });

  test('see the cell of their own copy that `$` fixes, each copy by itself', async () => {
    expect(await rules(LIST, format('C3', 'C3&gt;$B$3'), list)).toEqual([
      'C3: C3&gt;$B$3',
      'C4: C4&gt;$B$4',
      'C5: C5&gt;$B$5',
    ]);
  });

  test('stand blank for an empty list as the cells do', async () => {
    expect(await rules([...LIST, ['=SUM(B3:B3)']], format('C3', 'C3&gt;C4'), { list: [] })).toEqual(['C3: C3&gt;C$4']);
  });

  test('of the same ranges stay together, and each goes by its own formula', async () => {
    expect(await rules(LIST, format('C3', 'C3&gt;0', 'C3&gt;C4', 'C3&gt;$B$3'), list)).toEqual([
      'C3:C5: C3&gt;0 C3&gt;C$6',
      'C3: C3&gt;$B$3',
      'C4: C4&gt;$B$4',
      'C5: C5&gt;$B$5',
    ]);
  });
});

test('rows within repeated rows see the head and total of their group', async () => {
  // 头, 甲 1 2 计, 乙 3 计, 总
  expect(await rules(NESTED, format('A3', 'A3&gt;A2'), groups)).toEqual(['A3:A4: A3&gt;A$2', 'A7: A7&gt;A$6']);
  expect(await rules(NESTED, format('A3', 'A3&gt;$A$4'), groups)).toEqual(['A3:A4: A3&gt;$A$5', 'A7: A7&gt;$A$8']);
  expect(await rules(NESTED, format('A3', 'A3&gt;A6'), groups)).toEqual(['A3:A4 A7: A3&gt;A$9']);
  expect(await rules(NESTED, validation('A3', 'A3&lt;A4'), groups)).toEqual(['A3:A4: A3&lt;A$5', 'A7: A7&lt;A$8']);
});

test('repeated columns see their own and what is beside them', async () => {
  const rows = [['名', '{{#across list}}{{this}}{{/across}}', '计']];
  expect(await rules(rows, format('B1', 'B1&gt;C1/2'), list)).toEqual(['B1:D1: B1&gt;$E1/2']);
  expect(await rules(rows, format('B1', 'B1&gt;0'), list)).toEqual(['B1:D1: B1&gt;0']);
});

test('scales stay one for all copies', async () => {
  const scale =
    '<conditionalFormatting sqref="C3"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF000000"/></colorScale></cfRule></conditionalFormatting>';
  expect(await rules(LIST, scale, list)).toEqual(['C3:C5: ']);
});

test('newer validations keep what wraps their formulas', async () => {
  const ext =
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations count="1"><x14:dataValidation type="custom"><x14:formula1><xm:f>C3&lt;C4</xm:f></x14:formula1><xm:sqref>C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  const parts = unzipSync(await smallTemplate({ s: LIST }));
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array()).replace('</worksheet>', `${ext}</worksheet>`);
  const bytes = await filledWith(zipSync({ ...parts, [SHEET]: strToU8(xml) }), list);
  expect(strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array())).toContain(
    '<x14:formula1><xm:f>C3&lt;C$6</xm:f></x14:formula1><xm:sqref>C3:C5</xm:sqref>',
  );
});

test('hints of validations are filled in, each with its own row', async () => {
  const hint =
    '<dataValidations count="1"><dataValidation type="whole" sqref="C3" promptTitle="第{{this}}项" prompt="{{this}}个"><formula1>C4</formula1></dataValidation></dataValidations>';
  const parts = unzipSync(await smallTemplate({ s: LIST }));
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array()).replace('<pageMargins', `${hint}<pageMargins`);
  const written = zipSync({ ...parts, [SHEET]: strToU8(xml) });
  const filled = strFromU8(unzipSync(await filledWith(written, { list: [7, 8] }))[SHEET] ?? new Uint8Array());
  expect(filled.match(/<dataValidation(?:s count| ).*?>/g)).toEqual([
    '<dataValidations count="2">',
    '<dataValidation type="whole" sqref="C3" promptTitle="第7项" prompt="7个">',
    '<dataValidation type="whole" sqref="C4" promptTitle="第8项" prompt="8个">',
  ]);
});
