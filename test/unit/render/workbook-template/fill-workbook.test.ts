import { read } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filledWith, type SmallCell, smallTemplate } from '../../../support/filled-workbook.ts';

type Sheets = Readonly<Record<string, readonly (readonly SmallCell[])[]>>;

/** The cells of the filled workbook by `sheet!A1`: formulas with `=`, else values. */
async function filled(sheets: Sheets, data: unknown): Promise<Record<string, unknown>> {
  return cellsOf(await filledWith(await smallTemplate(sheets), data));
}

function cellsOf(bytes: Uint8Array): Record<string, unknown> {
  const book = read(bytes, { cellFormula: true });
  const cells: Record<string, unknown> = {};
  for (const name of book.SheetNames) {
    for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
      if (!address.startsWith('!')) cells[`${name}!${address}`] = cell.f === undefined ? cell.v : `=${cell.f}`;
    }
  }
  return cells;
}

const one = (rows: Sheets[string], data: unknown) => filled({ s: rows }, data);

describe('cells', () => {
  test('take numbers, booleans and texts as they are; null is an empty cell', async () => {
    const data = { n: 12.5, b: true, t: '007', z: null, f: '=1+1' };
    expect(
      await one(
        [['{{n}}', '{{b}}', '{{t}}', '{{z}}', '{{f}}', '{{add n 1}}', '{{num n 1}}', '{{n}}个', '{{z}}个']],
        data,
      ),
    ).toEqual({
      ...{
        's!A1': 12.5,
        's!B1': true,
        's!C1': '007',
        's!E1': '=1+1',
        's!F1': 13.5,
        's!G1': 12.5,
        's!H1': '12.5个',
        's!I1': '—个',
      },
    });
  });

  test('give the number that a helper alone in them prints, with its format; else what it prints', async () => {
    const figure = { value: 1234.5, decimals: 2, reason: null };
    const data = {
      ...{ n: 1234.5, z: null },
      whole: { ...figure, complete: true },
      part: { ...figure, complete: false },
      none: { value: null, decimals: 0, reason: 'notReported', complete: false },
    };
    const cells = [
      '{{num n 1}}',
      '{{num n}}',
      '{{pct n}}',
      '{{cell whole}}',
      '{{cell part}}',
      '{{cell none}}',
      '{{num z}}',
    ];
    const bytes = await filledWith(await smallTemplate({ s: [[...cells, '共{{num n 1}}']] }), data);
    const sheet = read(bytes, { cellNF: true }).Sheets['s'] ?? {};
    const seen = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1'].map((address) => {
      const { v, z } = sheet[address] as { v: unknown; z?: string };
      return typeof v === 'number' ? [v, z] : v;
    });
    expect(seen).toEqual([
      ...[
        [1234.5, '#,##0.0'],
        [1234.5, '#,##0'],
        [1234.5, '0.0"%"'],
        [1234.5, '#,##0.00'],
        [1234.5, '#,##0.00"*"'],
      ],
      ...['未报', '—', '共1,234.5'],
    ]);
  });

  test('are no text because of blanks or line breaks around the one expression', async () => {
    expect(await one([['{{n}} ', '\n{{n}}', ' {{num n 1}}\n', '{{n}} {{n}}', ' {{z}}']], { n: 4, z: null })).toEqual({
      ...{ 's!A1': 4, 's!B1': 4, 's!C1': 4, 's!D1': '4 4' },
    });
  });

  test('a format keeps the rest of the look, and equal ones are one style', async () => {
    const template = await smallTemplate({ s: [['{{#each list}}{{num n 1}}{{/each}}']] }, (workbook) => {
      const cell = workbook.getWorksheet('s')?.getCell('A1');
      if (cell) cell.font = { bold: true, size: 20 };
    });
    const parts = unzipSync(await filledWith(template, { list: [{ n: 1 }, { n: 2 }] }));
    const before = unzipSync(template);
    const count = (of: Record<string, Uint8Array>) =>
      Number(/<cellXfs count="(\d+)"/.exec(strFromU8(of['xl/styles.xml'] ?? new Uint8Array()))?.[1]);
    expect(count(parts)).toBe(count(before) + 1);
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    const own = /<cellXfs .*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
    const fonts = [...own.matchAll(/<xf [^>]*fontId="(\d+)"/g)].map(([, font]) => font);
    expect(fonts.at(-1)).toBe(fonts.at(-2));
    expect(fonts.at(-1)).not.toBe(fonts[0]);
  });

  test('may be links; what they said when the link was made is not kept', async () => {
    const template = await smallTemplate({ s: [['{{#each list}}{{n}}{{/each}}']] });
    const sheet = 'xl/worksheets/sheet1.xml';
    const parts = unzipSync(template);
    const link =
      '<hyperlinks><hyperlink ref="A1" location="s!B{{n}}" tooltip="到{{n}}" display="{{#each list}}{{n}}{{/each}}"/></hyperlinks>';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array()).replace('<pageMargins', `${link}<pageMargins`);
    const bytes = await filledWith(zipSync({ ...parts, [sheet]: strToU8(xml) }), { list: [{ n: 7 }, { n: 8 }] });
    const links = strFromU8(unzipSync(bytes)[sheet] ?? new Uint8Array()).match(/<hyperlink [^>]*>/g);
    expect(links).toEqual([
      '<hyperlink ref="A1" location="s!B7" tooltip="到7"/>',
      '<hyperlink ref="A2" location="s!B8" tooltip="到8"/>',
    ]);
  });

  test('hold no live formula, no illegal character and no longer text than Excel takes', async () => {
    const template = await smallTemplate({ s: [['{{a}}', '{{b}}', '{{c}}']] });
    const bytes = await filledWith(template, { a: '\u0000<b>&"', b: '_x000D_', c: 'x'.repeat(40_000) });
    const parts = unzipSync(bytes);
    const texts = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(texts).toContain('<si><t>\\u0000&lt;b&gt;&amp;"</t></si>');
    expect(texts).toContain('_x005F_x000D_');
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
    expect(read(bytes).Sheets['s']?.['C1']?.v).toHaveLength(32_767);
  });

  test('share their texts with others that say the same; what was filled in is not among them', async () => {
    const template = await smallTemplate({ s: [['{{a}}', '固定', '{{b}}'], ['{{#each list}}{{this}}{{/each}}']] });
    const bytes = await filledWith(template, { a: '同', b: '固定', list: ['同', ' 两  端 ', '两\n行'] });
    const texts = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array());
    const items = [...texts.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => item);
    expect(texts).toContain(`uniqueCount="${items.length}"`);
    expect(items.filter((item) => item?.includes('{{'))).toEqual([]);
    expect(items.slice(-4)).toEqual([
      ...['<t>同</t>', '<t>固定</t>'],
      ...['<t xml:space="preserve"> 两  端 </t>', '<t xml:space="preserve">两\n行</t>'],
    ]);
    expect(cellsOf(bytes)).toEqual({
      ...{ 's!A1': '同', 's!B1': '固定', 's!C1': '固定', 's!A2': '同', 's!A3': ' 两  端 ', 's!A4': '两\n行' },
    });
  });

  test('with the number of a text that the template has not hold nothing, whatever is filled in', async () => {
    const parts = unzipSync(await smallTemplate({ s: [['{{a}}', '固定', '固定', '固定']] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array());
    const written = ['<v>2</v>', '<v>-1</v>', '<v/>'];
    const odd = xml.replace(/(?<=r="[BCD]1"[^>]*>)<v>1<\/v>/g, () => written.shift() ?? '');
    expect(odd).toContain('<v>2</v></c>');
    const bytes = await filledWith(zipSync({ ...parts, [sheet]: strToU8(odd) }), { a: '文' });
    expect(cellsOf(bytes)).toEqual({ 's!A1': '文' });
  });

  test.each<[string, string, (xml: string) => string]>([
    ['have no type', '[Content_Types].xml', (xml) => xml.replace(/<Override [^>]*sharedStrings[^>]*>/, '')],
    ['have a wrong type', '[Content_Types].xml', (xml) => xml.replace(/[^"]*sharedStrings\+xml/, 'application/xml')],
    ['begin with an empty one', 'xl/sharedStrings.xml', (xml) => xml.replace('<si>', '<si/><si>')],
  ])('share their texts so that all readers find them, where those of the template %s', async (_, part, changed) => {
    const parts = unzipSync(await smallTemplate({ s: [['{{a}}', '{{a}}二']] }));
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    expect(changed(xml)).not.toBe(xml);
    const sheet = 'xl/worksheets/sheet1.xml';
    const written = strFromU8(parts[sheet] ?? new Uint8Array());
    const isEarlier = part.startsWith('xl/');
    const moved = isEarlier ? written.replace(/<v>(\d+)</g, (_all, number) => `<v>${Number(number) + 1}<`) : written;
    const bytes = await filledWith(zipSync({ ...parts, [part]: strToU8(changed(xml)), [sheet]: strToU8(moved) }), {
      a: '文',
    });
    expect(cellsOf(bytes)).toEqual({ 's!A1': '文', 's!B1': '文二' });
  });

  test('hold their texts themselves where the workbook shares none', async () => {
    const parts = unzipSync(await smallTemplate({ s: [['{{a}}']] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array());
    const inline = xml.replace(/ t="s"><v>0<\/v>/, ' t="inlineStr"><is><t>{{a}}</t></is>');
    const list = 'xl/_rels/workbook.xml.rels';
    const relations = strFromU8(parts[list] ?? new Uint8Array()).replace(/<Relationship [^>]*sharedStrings[^>]*>/, '');
    const template = zipSync({ ...parts, [sheet]: strToU8(inline), [list]: strToU8(relations) });
    const bytes = await filledWith(template, { a: '<文>' });
    expect(strFromU8(unzipSync(bytes)[sheet] ?? new Uint8Array())).toContain(
      't="inlineStr"><is><t>&lt;文&gt;</t></is>',
    );
    expect(cellsOf(bytes)).toEqual({ 's!A1': '<文>' });
  });

  test('that a loop within loops makes endless are told instead of filled', async () => {
    const list = Array.from({ length: 200 }, (_, at) => `第${at}个地区的名称`);
    const loops = 4;
    const text = `全：${'{{#each @root.list}}'.repeat(loops)}{{this}}${'{{/each}}'.repeat(loops)}`;
    await expect(one([['x', text]], { list })).rejects.toMatchObject({
      faults: [{ code: 'WORKBOOK_TEXT_LONG', sheet: 's', cell: 'B1' }],
    });
  });

  test('see the item, those around it, and the whole', async () => {
    const data = {
      t: '总',
      list: [
        { n: 1, in: ['a', 'b'] },
        { n: 2, in: ['c'] },
      ],
    };
    const rows = [
      ['{{#each list}}{{n}}'],
      ['{{#each in}}{{this}}', '{{../n}}', '{{@root.t}}', '{{@../index}}.{{@index}}{{/each}}'],
      ['{{/each}}'],
    ];
    expect(await one(rows, data)).toEqual({
      ...{ 's!A1': 1, 's!A2': 'a', 's!B2': 1, 's!C2': '总', 's!D2': '0.0' },
      ...{ 's!A3': 'b', 's!B3': 1, 's!C3': '总', 's!D3': '0.1' },
      ...{ 's!A4': 2, 's!A5': 'c', 's!B5': 2, 's!C5': '总', 's!D5': '1.0' },
    });
  });

  test('block parameters and blocks within a text', async () => {
    const rows = [
      ['{{#each list as |x at|}}{{x}}{{at}}{{/each}}', '一：{{#each ../list}}{{#if @index}}、{{/if}}{{this}}{{/each}}'],
    ];
    expect(await one(rows, { list: ['a', 'b'] })).toMatchObject({ 's!A1': 'a0', 's!A2': 'b1', 's!B2': '一：a、b' });
    expect(
      await one([['全：{{#each list}}{{#unless @first}}、{{/unless}}{{this}}{{else}}无{{/each}}']], {
        list: ['a', 'b'],
      }),
    ).toEqual({ 's!A1': '全：a、b' });
  });
});

describe('rows', () => {
  test('are as high as their wrapped texts need, unless their height is set', async () => {
    const template = await smallTemplate({ s: [['{{a}}'], ['{{a}}'], ['{{a}}'], ['{{a}}'], ['{{b}}']] }, (workbook) => {
      const sheet = workbook.getWorksheet('s');
      for (const row of [1, 3, 4, 5]) {
        const cell = sheet?.getCell(row, 1);
        if (cell) cell.alignment = { wrapText: true };
      }
      sheet?.mergeCells('A3:D3');
      const fixed = sheet?.getRow(4);
      if (fixed) fixed.height = 30;
    });
    const xml = strFromU8(
      unzipSync(await filledWith(template, { a: '字'.repeat(40), b: '短' }))['xl/worksheets/sheet1.xml'] ??
        new Uint8Array(),
    );
    const heights = [...xml.matchAll(/<row ([^>]*)>/g)].map(([, attributes = '']) => ({
      height: Number(/ht="([\d.]+)"/.exec(attributes)?.[1] ?? 0),
      isFixed: attributes.includes('customHeight="1"'),
    }));
    const [wrapped, plain, merged, fixed, short] = heights;
    // 80 columns over some 7, and over some 32.
    expect(wrapped?.height).toBeGreaterThan(150);
    expect(wrapped?.isFixed).toBe(false);
    expect(plain).toEqual({ height: 0, isFixed: false });
    expect(merged?.height).toBeGreaterThan(40);
    expect(merged?.height).toBeLessThan(80);
    expect(merged?.isFixed).toBe(true);
    expect(fixed).toEqual({ height: 30, isFixed: true });
    expect(short).toEqual({ height: 0, isFixed: false });
  });

  test('stay when a condition is one text of several on them, and go when it is the only one', async () => {
    const rows = [['{{#each list}}{{n}}', '{{#if b}}是{{/if}}', '{{/each}}'], ['{{#if none}}没有{{/if}}'], ['末']];
    const data = {
      none: [],
      list: [
        { n: 1, b: true },
        { n: 2, b: false },
      ],
    };
    expect(await one(rows, data)).toEqual({ 's!A1': 1, 's!B1': '是', 's!A2': 2, 's!A3': '末' });
  });

  test('of a condition that does not hold vanish, and single cells in them are lost', async () => {
    const rows = [['=A3'], ['{{#if no}}'], [1], ['{{/if}}'], [2, '=A1']];
    expect(await one(rows, { no: false })).toEqual({ 's!A1': '=#REF!', 's!A2': 2, 's!B2': '=A1' });
    expect(await one(rows, { no: true })).toEqual({ 's!A1': '=A2', 's!A2': 1, 's!A3': 2, 's!B3': '=A1' });
  });

  test('stand blank where a range lies within them', async () => {
    const rows = [['=A3', '=SUM(A3:A3)'], ['{{#if no}}'], [1], ['{{/if}}'], [2, '=A1']];
    expect(await one(rows, { no: false })).toEqual({
      ...{ 's!A1': '=A2', 's!B1': '=SUM(A2:A2)', 's!A3': 2, 's!B3': '=A1' },
    });
  });

  test('hold all their cells, wherever on them the block begins and ends', async () => {
    const rows = [['{{n}}', '{{#each list}}{{n}}{{/each}}', '{{n}}']];
    expect(await one(rows, { n: 'x', list: [{ n: 1 }] })).toEqual({ 's!A1': 1, 's!B1': 1, 's!C1': 1 });
  });

  test('of an empty list vanish where no range lies within them', async () => {
    const rows = [['头'], ['{{#each list}}{{this}}', '=A2*2', '{{/each}}'], ['=SUM(A1:A2)']];
    expect(await one(rows, { list: [] })).toEqual({ 's!A1': '头', 's!A2': '=SUM(A1:A1)' });
  });

  test('relative lines follow the copy, absolute ones mean all copies', async () => {
    const rows = [['{{#each list}}{{this}}', '=A1/SUM(A$1:A$1)', '=SUM(A$1:A1)', '=A$1', '=A2', '{{/each}}'], ['=A1']];
    expect(await one(rows, { list: [1, 2, 3] })).toMatchObject({
      ...{ 's!B2': '=A2/SUM(A$1:A$3)', 's!C2': '=SUM(A$1:A2)', 's!D2': '=A$1', 's!E2': '=A4', 's!A4': '=A1' },
    });
  });

  test('of a block of several rows are told apart by formats, and ranges go from the first to the last', async () => {
    const rows = [['{{#each list}}{{this}}'], ['小计', '=A1', '{{/each}}'], ['=SUM(A1:A1)']];
    expect(await one(rows, { list: [1, 2] })).toMatchObject({ 's!B2': '=A1', 's!B4': '=A3', 's!A5': '=SUM(A1:A3)' });
  });
});

describe('columns', () => {
  const rows = [
    ['名', '{{#across months}}{{this}}', '比{{/across}}', '计'],
    ['{{#each list}}{{name}}', '{{#across values}}{{this}}', '=B2/D2{{/across}}', '=SUM(B2:B2)', '{{/each}}'],
  ];
  const months = { months: ['一', '二'], list: [{ name: '甲', values: [1, 2] }] };

  test('of a block of two are repeated in pairs', async () => {
    const small = [
      rows[0] ?? [],
      ['{{#each list}}{{name}}', '{{#across values}}{{this}}', '{{@index}}{{/across}}', '=SUM(B2:B2)', '{{/each}}'],
    ];
    expect(await one(small, months)).toMatchObject({
      ...{
        's!B1': '一',
        's!C1': '比',
        's!D1': '二',
        's!E1': '比',
        's!F1': '计',
        's!B2': 1,
        's!C2': 0,
        's!D2': 2,
        's!E2': 1,
      },
      's!F2': '=SUM(B2:D2)',
    });
  });

  test('lists over the same columns must be of equal length', async () => {
    const unequal = { months: ['一', '二'], list: [{ name: '甲', values: [1, 2, 3] }] };
    const small = [
      ['名', '{{#across months}}{{this}}{{/across}}'],
      ['{{#each list}}{{name}}', '{{#across values}}{{this}}{{/across}}', '{{/each}}'],
    ];
    await expect(one(small, unequal)).rejects.toMatchObject({
      faults: [{ code: 'WORKBOOK_ACROSS_LENGTHS', sheet: 's', cell: 'B2', args: { length: 3, wanted: 2 } }],
    });
  });

  test('of an empty list vanish, or stand blank where a range lies within them', async () => {
    const empty = [['{{#across none}}{{this}}{{/across}}', '计']];
    expect(await one(empty, { none: [] })).toEqual({ 's!A1': '计' });
    expect(await one([...empty, [null, '=SUM(A1:A1)']], { none: [] })).toEqual({ 's!B1': '计', 's!B2': '=SUM(A1:A1)' });
  });
});

test.each([
  ['COUNTIF(B1,">3")', 'COUNTIF(B1:B3,">3")'],
  ['COUNTIFS(B1,2,A1,B1)', 'COUNTIFS(B1:B3,2,A1:A3,B1)'],
  ['SUMIF(A1,A4,B1)', 'SUMIF(A1:A3,A4,B1:B3)'],
  ['LARGE(B1,2)', 'LARGE(B1:B3,2)'],
  ['SUMPRODUCT(A1:A1, B1)', 'SUMPRODUCT(A1:A3, B1:B3)'],
  ['_xlfn.TEXTJOIN("、",TRUE,A1)', '_xlfn.TEXTJOIN("、",TRUE,A1:A3)'],
  ['SUM( B1 )', 'SUM( B1:B3 )'],
  ['SUM(B1*2)', 'SUM(B1*2)'],
  ['IF(A4=1,B1,0)', 'IF(A4=1,B1,0)'],
])('%s below repeated rows is %s', async (written, wanted) => {
  const rows = [
    ['{{#each list}}{{this}}', '{{this}}{{/each}}'],
    [null, null, `=${written.replaceAll('A4', 'A3')}`],
  ];
  const parts = unzipSync(await filledWith(await smallTemplate({ s: rows }), { list: [1, 2, 3] }));
  const formula = /<f>([^<]*)</.exec(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))?.[1];
  // Row 3 of the template is row 5 of the output.
  expect(formula?.replaceAll('&gt;', '>')).toBe(wanted.replaceAll('A4', 'A5'));
});

test('heads of tables are texts, none empty or alike, and no longer than Excel takes', async () => {
  const template = await smallTemplate({ s: [] }, (workbook) => {
    workbook.getWorksheet('s')?.addTable({
      ...{ name: 'T1', ref: 'A1', headerRow: true, rows: [[1, 2, 3, 4, 5]] },
      columns: ['{{n}}', '{{none}}', '{{n}} ', '{{long}}', '{{t}}{{t}}'].map((name) => ({ name })),
    });
  });
  const bytes = await filledWith(template, { n: 4, none: null, long: '字'.repeat(700), t: '额' });
  const sheet = read(bytes).Sheets['s'] ?? {};
  const heads = ['A1', 'B1', 'C1', 'D1', 'E1'].map((address) => sheet[address]?.v);
  expect(heads).toEqual(['4', '2', '42', '字'.repeat(255), '额额']);
  const table = strFromU8(unzipSync(bytes)['xl/tables/table1.xml'] ?? new Uint8Array());
  expect([...table.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(heads);
});

test('heads of pages, hints and addresses of links are no longer than Excel takes', async () => {
  const template = await smallTemplate({ s: [['x']] }, (workbook) => {
    const sheet = workbook.getWorksheet('s');
    if (!sheet) return;
    sheet.headerFooter.oddHeader = '&C{{long}}';
    sheet.getCell('A1').value = { text: 'x', hyperlink: 'https://x.example/?q={{long}}', tooltip: '{{long}}' };
  });
  const parts = unzipSync(await filledWith(template, { long: '字'.repeat(700) }));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(/<oddHeader>([^<]*)</.exec(xml)?.[1]?.replace('&amp;', '&')).toHaveLength(255);
  expect(/tooltip="([^"]*)"/.exec(xml)?.[1]).toHaveLength(255);
  expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())).toContain('Target="#"');
});

test('filters go with the columns that are repeated', async () => {
  const rows = [
    ['名', '{{#across months}}{{this}}{{/across}}', '计', '注'],
    ['x', 1, 2, 3],
  ];
  const template = unzipSync(await smallTemplate({ s: rows }));
  const sheet = 'xl/worksheets/sheet1.xml';
  const filter = (id: number) => `<filterColumn colId="${id}"><filters><filter val="1"/></filters></filterColumn>`;
  const xml = strFromU8(template[sheet] ?? new Uint8Array()).replace(
    '<pageMargins',
    `<autoFilter ref="A1:D2">${[0, 1, 2].map(filter).join('')}<sortState ref="A2:D2"><sortCondition ref="C2:C2"/></sortState></autoFilter><pageMargins`,
  );
  const bytes = await filledWith(zipSync({ ...template, [sheet]: strToU8(xml) }), { months: ['一', '二', '三'] });
  expect(/<autoFilter.*<\/autoFilter>/.exec(strFromU8(unzipSync(bytes)[sheet] ?? new Uint8Array()))?.[0]).toBe(
    `<autoFilter ref="A1:F2">${[0, 1, 2, 3, 4].map(filter).join('')}<sortState ref="A2:F2"><sortCondition ref="E2"/></sortState></autoFilter>`,
  );
});

describe('sheets', () => {
  test('get names that Excel takes, and are left out by a condition', async () => {
    const sheets = {
      '{{#each list}}{{this}}': [['{{this}}']],
      '{{#if no}}附表': [['x']],
      末: [["='{{#if no}}附表'!A1"]],
    };
    const cells = await filled(sheets, { list: ['a/b', 'a/b', ''], no: false });
    expect(cells).toEqual({ 'a b!A1': 'a/b', 'a b (2)!A1': 'a/b', '末!A1': '=#REF!' });
  });

  test('have no name that programs read as another', async () => {
    expect(await filled({ '{{#each list}}{{this}}': [[1]] }, { list: ['a_x0041_', 'x_y'] })).toEqual({
      ...{ 'a x0041_!A1': 1, 'x_y!A1': 1 },
    });
  });

  test('whose names are nothing but a mark are called what their first filled cell says', async () => {
    expect(await filled({ '{{#each list}}': [['表'], [null, '第{{this}}张']] }, { list: [1, 2] })).toMatchObject({
      ...{ '第1张!B2': '第1张', '第2张!B2': '第2张' },
    });
  });

  const TASKS = '{{#each tasks}}{{id}}';
  const tasks = (...lengths: readonly number[]) => ({
    tasks: lengths.map((length, at) => ({ id: `任务${at}`, rows: Array.from({ length }, (_, row) => row + 1) })),
  });
  const task = [
    ['{{id}}', 7],
    ['{{#each rows}}', '{{this}}{{/each}}'],
    ['计', '=SUM(B2:B2)'],
  ];

  test('are all added up from outside, and the value is told', async () => {
    const sheets = {
      首: [
        [`=SUM('${TASKS}'!B1)`, `=SUM('${TASKS}'!B2:B2)`, `=SUBTOTAL(9,'${TASKS}'!B2:B2)`, `=COUNT('${TASKS}'!B1)+1`],
      ],
      [TASKS]: task,
    };
    expect(await filled(sheets, tasks(2, 2, 2))).toMatchObject({
      ...{ '首!A1': '=SUM(任务0:任务2!B1)', '首!B1': '=SUM(任务0:任务2!B2:B3)' },
      ...{ '首!C1': "=SUBTOTAL(9,'任务0'!B2:B3,'任务1'!B2:B3,'任务2'!B2:B3)", '首!D1': '=COUNT(任务0:任务2!B1)+1' },
    });
    expect(await filled(sheets, tasks(2, 3))).toMatchObject({ '首!B1': "=SUM('任务0'!B2:B3,'任务1'!B2:B4)" });
    expect(await filled(sheets, tasks(1))).toMatchObject({ '首!A1': "=SUM('任务0'!B1)" });
    const { 首: first } = read(await filledWith(await smallTemplate(sheets), tasks(2, 3))).Sheets;
    expect(['A1', 'B1', 'C1', 'D1'].map((address) => first?.[address]?.v)).toEqual([14, 9, 9, 3]);
  });

  test.each([
    ['t', 't'],
    ['R1C', 'R1C'],
    ['2024 年', '2024 年'],
    ["商会's ", "商会''s "],
  ])('whose names need quotes (%s) are added up one after the other', async (name, quoted) => {
    const sheets = { 首: [["=SUM('{{#each list}}{{this}}'!A1)"]], '{{#each list}}{{this}}': [[7]] };
    const list = [`${name}1`, `${name}2`, `${name}3`];
    const expected = `=SUM('${quoted}1'!A1,'${quoted}2'!A1,'${quoted}3'!A1)`;
    expect(await filled(sheets, { list })).toMatchObject({ '首!A1': expected });
  });

  test('go with the rows and sheets that are repeated for the same list', async () => {
    const sheets = {
      目录: [['{{#each tasks}}{{id}}', `='${TASKS}'!B1`, `=SUM('${TASKS}'!B2:B2)`, '{{/each}}']],
      [TASKS]: task,
      '{{#each @root.tasks}}{{id}}附': [[`='${TASKS}'!A1`]],
    };
    expect(await filled(sheets, tasks(1, 2))).toMatchObject({
      ...{
        '目录!B1': "='任务0'!B1",
        '目录!C1': "=SUM('任务0'!B2:B2)",
        '目录!B2': "='任务1'!B1",
        '目录!C2': "=SUM('任务1'!B2:B3)",
      },
      ...{ '任务0附!A1': "='任务0'!A1", '任务1附!A1': "='任务1'!A1" },
    });
  });

  test('that are repeated are meant by no single cell from outside', async () => {
    const sheets = { 首: [['x', `='${TASKS}'!B1`], [`=COUNTBLANK('${TASKS}'!B2:B2)`]], [TASKS]: task };
    await expect(filled(sheets, tasks(1, 2))).rejects.toMatchObject({
      faults: [
        { code: 'WORKBOOK_SHEET_REPEATED', sheet: '首', cell: 'B1', args: { sheet: TASKS } },
        { code: 'WORKBOOK_SHEET_REPEATED', sheet: '首', cell: 'A2' },
      ],
    });
  });

  test('a workbook without any sheet left is a fault', async () => {
    await expect(filled({ '{{#if no}}甲': [['x']] }, { no: false })).rejects.toMatchObject({
      faults: [{ code: 'WORKBOOK_NO_SHEET' }],
    });
  });
});
