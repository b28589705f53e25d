import { expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../../src/message/report-labels.ts';
import { reportHelpers } from '../../../../src/render/helpers/report-helpers.ts';
import { bookFaults } from '../../../../src/render/workbook-template/book-faults.ts';
import { fillWorkbook, readyWorkbook } from '../../../../src/render/workbook-template/fill-workbook.ts';
import { packWorkbook, unpackWorkbook } from '../../../../src/render/workbook-template/packed-workbook.ts';
import { smallTemplate } from '../../../support/filled-workbook.ts';
import { tortureData, tortureTemplate } from '../../../support/torture-template.ts';

const helpers = reportHelpers({ labels: REPORT_LABELS, regions: [] });
const filling = { helpers, labels: REPORT_LABELS, properties: { date: '2024-04-20', creator: 'huizong' } };

async function packed(template: Uint8Array): Promise<Uint8Array> {
  return packWorkbook(template, await readyWorkbook(template, 'before.xlsx', Object.keys(helpers)));
}

test('a packed workbook is filled as the workbook itself, any number of times', async () => {
  const template = await tortureTemplate();
  const ready = await readyWorkbook(template, 'book.xlsx', Object.keys(helpers));
  const read = unpackWorkbook(await packed(template), template, 'book.xlsx');
  for (const data of [tortureData(3), tortureData(0), tortureData(3)]) {
    const expected = await fillWorkbook(ready, { ...filling, data });
    expect(read && Buffer.from(await fillWorkbook(read, { ...filling, data }))).toEqual(Buffer.from(expected));
  }
});

test('it stands for the workbook that it was made of, while it is whole', async () => {
  const template = await smallTemplate({ 甲: [['{{name}}']] });
  const bytes = await packed(template);
  expect(unpackWorkbook(bytes, template.subarray(1), 'book.xlsx')).toBeNull();
  expect(unpackWorkbook(bytes.subarray(0, 40), template, 'book.xlsx')).toBeNull();
  const damaged = bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte));
  expect(unpackWorkbook(damaged, template, 'book.xlsx')).toBeNull();
});

test('faults that show when it is filled are told by file, sheet and cell', async () => {
  const template = await smallTemplate({ 甲: [['a'], ['{{num name}}']] });
  const read = unpackWorkbook(await packed(template), template, 'book.xlsx');
  expect(() => read && fillWorkbook(read, { ...filling, data: { name: 'x' } })).toThrow();
  expect(read?.faults.all()).toMatchObject([
    { file: 'book.xlsx', sheet: '甲', cell: 'A2', excerpt: ['{{num name}}', '^'], code: 'TEMPLATE_HELPER_FAILED' },
  ]);
});

test('places that are named already keep their names', () => {
  const before = bookFaults('a.xlsx');
  const names = [before.sourceOf('甲', 'A1', '{{a}}'), before.sourceOf('甲', 'A2', '{{b}}')];
  const after = bookFaults('a.xlsx', before.sources);
  expect([after.sourceOf('甲', 'A1', '{{a}}'), after.sourceOf('甲', 'A2', '')]).toEqual(names);
  expect(names).not.toContain(after.sourceOf('乙', 'A1', '{{a}}'));
});
