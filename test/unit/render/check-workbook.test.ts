import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../../src/render/check-workbook.ts';
import { loadReportSchema } from '../../../src/render/load-templates.ts';
import { reportShape } from '../../../src/render/schema-shape.ts';
import { type SmallCell, smallTemplate } from '../../support/filled-workbook.ts';

const shape = reportShape(await loadReportSchema());

async function check(...given: Parameters<typeof smallTemplate>) {
  return checkWorkbook({ file: 'book.xlsx', text: '', bytes: await smallTemplate(...given) }, shape);
}

const told = async (...given: Parameters<typeof smallTemplate>) =>
  (await check(...given)).faults.map(({ sheet, cell, text }) => `${sheet}!${cell ?? ''} ${text}`);

describe('a sound workbook', () => {
  test.each<[string, readonly (readonly SmallCell[])[]]>([
    ['values', [['{{title}}', '{{coverage.due}}', '{{date asOf}}']]],
    ['rows', [['{{#each coverage.bureaus}}{{name}}', '{{../title}}', '{{@index}}', '{{list files}}{{/each}}']]],
    [
      'rows within rows',
      [['{{#each coverage.bureaus}}'], ['{{#each files}}{{this}}', '{{../name}}{{/each}}'], ['{{/each}}']],
    ],
    ['columns', [['{{#across tasks}}{{name}}{{/across}}'], ['{{#each regions}}{{name}}{{/each}}']]],
    ['conditions', [['{{#if coverage.missing}}有{{/if}}'], ['{{#unless coverage.missing}}无{{/unless}}']]],
  ])('has %s', async (_, rows) => {
    expect(await told({ 表: rows })).toEqual([]);
  });

  test('says where it is filled in', async () => {
    const { marks } = await check({ 甲: [['{{title}}', 'x', '=A1']], '{{#each tasks}}{{name}}': [[null, '{{name}}']] });
    expect(marks).toEqual([
      { sheet: '甲', cell: 'A1', text: '{{title}}' },
      { sheet: '{{#each tasks}}{{name}}', cell: 'B1', text: '{{name}}' },
    ]);
  });
});

test('a formula that takes the first of repeated rows only is told', async () => {
  const rows = [
    ['{{#each tasks}}{{name}}', 1, '=B1', '=SUM(B1*2)', '{{/each}}'],
    ['=SUM(B1)', '=SUM(B1*2)', '=B1', '=B3'],
  ];
  const { carried, faults } = await check({ 表: rows, 另: [['=表!B1', '=SUM(表!B1:B1)']] });
  expect(faults).toEqual([]);
  expect(carried).toEqual([
    { sort: 'singleCell', sheet: '表', cell: 'B2' },
    { sort: 'singleCell', sheet: '表', cell: 'C2' },
    { sort: 'singleCell', sheet: '另', cell: 'A1' },
  ]);
});

describe('faults are told with sheet and cell, all at once', () => {
  test.each<[string, readonly (readonly SmallCell[])[], readonly string[]]>([
    [
      'unknown names',
      [['{{titel}}', '{{coverage.misssing}}']],
      [
        '表!A1 the data has no "titel" here; did you mean "title"?',
        '表!B1 the data has no "coverage.misssing" here; did you mean "coverage.missing"?',
      ],
    ],
    [
      'names in lists that may be empty',
      [['{{#each coverage.bureaus}}{{nmae}}{{/each}}']],
      ['表!A1 the data has no "nmae" here; did you mean "name"?'],
    ],
    [
      'names of columns',
      [['{{#across tasks}}{{nam}}{{/across}}']],
      ['表!A1 the data has no "nam" here; did you mean "name"?'],
    ],
    ['unknown helpers', [['{{nums 1}}']], ['表!A1 no helper named "nums"; did you mean "num"?']],
    ['a list as a value', [['{{tasks}}']], ['表!A1 a list or group cannot be printed as it is']],
    ['unescaped output', [['{{{title}}}']], ['表!A1 unescaped output ({{{ }}} or {{& }}) is not allowed']],
    [
      'blocks without end',
      [['{{#each tasks}}{{name}}']],
      ['表!A1 {{#each tasks}} is never closed; its end stands at the end of a cell on this row or below'],
    ],
    [
      'ends without block',
      [['{{title}}{{/each}}']],
      ['表!A1 {{/each}} closes nothing, or not the block that was opened last'],
    ],
    [
      'columns that end on another row',
      [['{{#across tasks}}x'], ['{{/across}}']],
      [
        '表!A1 {{#across tasks}} is never closed; its end stands at the end of a cell on this row or below',
        '表!A2 {{/across}} closes nothing, or not the block that was opened last',
      ],
    ],
    [
      'a block that begins amid a text',
      [['有 {{#each tasks}}'], ['{{/each}}']],
      [
        "表!A1 {{#each tasks}} stands in the wrong place: a block begins at the start of a cell's text and ends at the end of one",
        '表!A2 {{/each}} closes nothing, or not the block that was opened last',
      ],
    ],
    [
      'blocks side by side',
      [['{{#each tasks}}{{name}}{{/each}}', '{{#each regions}}{{name}}{{/each}}']],
      [
        '表!B1 {{#each regions}} crosses the rows or columns of another block; blocks stand one below the other or within each other',
      ],
    ],
    [
      'columns that overlap',
      [
        ['{{#across tasks}}x', 'y{{/across}}'],
        [null, '{{#across tasks}}x{{/across}}'],
      ],
      [
        '表!B2 {{#across tasks}} crosses the rows or columns of another block; blocks stand one below the other or within each other',
      ],
    ],
    [
      'expressions in formulas',
      [['x', '="共"&"{{title}}"']],
      ['表!B1 {{title}} within a formula is not filled in; put it into a cell that the formula refers to'],
    ],
    [
      'blocks nested too deeply in one cell',
      [['x', `${'{{#if title}}'.repeat(3000)}x${'{{/if}}'.repeat(3000)}`]],
      ['表!B1 blocks within one cell are nested more than 50 deep'],
    ],
    ['partials', [['{{> overview.md}}']], ['表!A1 no partial named "overview.md"']],
  ])('%s', async (_, rows, wanted) => {
    expect(await told({ 表: rows })).toEqual(wanted);
  });

  test('merged cells that a block cuts', async () => {
    const rows = [['a'], ['{{#each tasks}}{{name}}', 'x'], ['{{/each}}', 'y'], ['b', 'z']];
    expect(await told({ 表: rows }, (book) => book.getWorksheet('表')?.mergeCells('B3:B4'))).toEqual([
      '表!B3 the merged cells B3:B4 are partly inside a block and partly outside',
    ]);
    expect(await told({ 表: rows }, (book) => book.getWorksheet('表')?.mergeCells('B1:B4'))).toEqual([]);
  });

  test('names of sheets, links, notes and heads of pages', async () => {
    const faults = await told(
      { '{{#each tasks}}{{nam}}': [['{{#each indicators}}{{name}}', 'x', '{{/each}}']] },
      (book) => {
        const [sheet] = book.worksheets;
        if (!sheet) throw new Error('there is no sheet');
        sheet.getCell('B1').note = '{{noet}}';
        sheet.headerFooter.oddFooter = '{{titel}}';
      },
    );
    expect(faults.filter((fault) => /nam"|noet|titel/.test(fault))).toEqual([
      '{{#each tasks}}{{nam}}! the data has no "nam" here; did you mean "name"?',
      '{{#each tasks}}{{nam}}! the data has no "titel" here',
      '{{#each tasks}}{{nam}}!B1 the data has no "noet" here',
    ]);
  });

  test('a file that is no workbook', async () => {
    const { faults } = await checkWorkbook({ file: 'book.xlsx', text: '', bytes: Buffer.from('PK') }, shape);
    expect(faults).toMatchObject([{ file: 'book.xlsx', code: 'WORKBOOK_DAMAGED' }]);
  });
});
