import { read, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheetInSchemaOrder } from '../../../../src/ooxml/sheet-order.ts';
import { filledWith } from '../../../support/filled-workbook.ts';
import { type TortureData, tortureData, tortureTemplate } from '../../../support/torture-template.ts';

const template = await tortureTemplate();

/** Where things must stand for so many cities, by hand: a blank row stands in for an empty list that is referred to. */
function places({ cities, tasks }: TortureData) {
  const last = 4 + Math.max(cities.length, 1);
  const total = last + 1;
  const first = total + 3;
  const groups: { head: number; from: number; to: number }[] = [];
  let at = first;
  for (const { items } of tasks) {
    const length = Math.max(items.length, 1);
    groups.push({ head: at, from: at + 1, to: at + length });
    at += length + 1;
  }
  return { last, total, first, groups, end: at };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe.each([[0], [1], [21], [20_000]])('the torture template with %i items', (count) => {
  const data = tortureData(count);
  const { last, total, first, groups, end } = places(data);
  let bytes: Uint8Array;
  let parts: Record<string, Uint8Array>;
  let book: WorkBook;
  const part = (name: string) => {
    const found = parts[name];
    if (!found) throw new Error(`there is no ${name}`);
    return strFromU8(found);
  };
  const formula = (sheet: string, address: string): string | undefined => book.Sheets[sheet]?.[address]?.f;
  const value = (sheet: string, address: string): unknown => book.Sheets[sheet]?.[address]?.v;
  const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found]) => found ?? '');

  beforeAll(async () => {
    bytes = await filledWith(template, data);
    parts = unzipSync(bytes);
    book = read(bytes, { cellFormula: true, cellStyles: true });
  }, 120_000);

  test('gives the same bytes again', async () => {
    if (count <= 21) expect(Buffer.compare(await filledWith(template, data), bytes)).toBe(0);
    expect(Object.keys(parts).slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  });

  test('every part is well-formed, and leaves no mark behind', () => {
    for (const [name, content] of Object.entries(parts)) {
      if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      const xml = strFromU8(content);
      parser.write(xml).close();
      expect(xml.includes('{{'), name).toBe(false);
    }
  });

  test('sheets are in schema order, and every part has a type and every relationship a part', () => {
    const types = part('[Content_Types].xml');
    for (const name of Object.keys(parts)) {
      if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
        expect(sheetInSchemaOrder(part(name)) === part(name), name).toBe(true);
      const isDefault = /\.(?:rels|vml|png)$/.test(name) || name === '[Content_Types].xml';
      if (!isDefault) expect(types).toContain(`PartName="/${name}"`);
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [tag = '', target = ''] of part(name).matchAll(/<Relationship [^>]*?Target="([^"]*)"[^>]*>/g)) {
        if (tag.includes('External')) continue;
        const path = new URL(target, `http://x/${folder}`).pathname.slice(1);
        expect(Object.keys(parts), `${name} → ${target}`).toContain(path);
      }
    }
    for (const name of all(types, /PartName="\/([^"]*)"/g)) expect(Object.keys(parts)).toContain(name);
  });

  test('sheets are repeated, with their names', () => {
    expect(book.SheetNames).toEqual(['数据', '跨表', '表', '甲任务', '空任务', '乙任务']);
  });

  test('totals above and below take in all rows', () => {
    const values = data.cities.map((city) => city.value);
    const before = data.cities.map((city) => city.last);
    expect(formula('数据', 'B2')).toBe(`SUM(B5:B${last})`);
    expect(formula('数据', 'C2')).toBe(count > 1 ? `SUM(C5:C${last})` : 'SUM(C5)');
    expect(value('数据', 'B2')).toBe(sum(values));
    expect(value('数据', 'C2')).toBe(sum(before));
    expect(formula('数据', `B${total}`)).toBe(`SUM(B5:B${last})`);
    expect(formula('数据', `D${total}`)).toBe(`B${total}-C${total}`);
    expect(value('数据', `D${total}`)).toBe(sum(values) - sum(before));
    expect(formula('数据', `E${total}`)).toBe(`IF(B${total}>0,B5/B${total},0)`);
  });

  test('rows are filled, text as text, and formulas follow', () => {
    for (const [at, city] of data.cities.entries()) {
      const row = 5 + at;
      if (at > 30 && at < count - 3) continue;
      expect(value('数据', `A${row}`)).toBe(city.name);
      expect(value('数据', `B${row}`)).toBe(city.value);
      expect(formula('数据', `D${row}`)).toBe(`B${row}-C${row}`);
      expect(value('数据', `D${row}`)).toBe(city.value - city.last);
      expect(value('数据', `F${row}`)).toBe(city.note === '' ? undefined : city.note);
    }
    expect(value('数据', 'A1')).toBe(`${data.title}（${count}个市）`);
    expect(formula('数据', 'A1')).toBeUndefined();
  });

  test('columns are repeated in every row that has them', () => {
    expect(['H4', 'I4', 'J4', 'K4'].map((address) => value('数据', address))).toEqual(['一月', '二月', '三月', '合计']);
    expect(formula('数据', `I${total}`)).toBe(`SUM(I5:I${last})`);
    expect(formula('数据', `K${total}`)).toBe(`SUM(K5:K${last})`);
    const monthly = data.cities.map((city) => sum(city.monthly.map((one) => one ?? 0)));
    expect(value('数据', `K${total}`)).toBe(sum(monthly));
    if (count > 0) expect(formula('数据', `K${last}`)).toBe(`SUM(H${last}:J${last})`);
    expect(part('xl/worksheets/sheet1.xml')).toContain('<col min="8" max="10" width="33"');
  });

  test('a loop within a loop has its own totals', () => {
    const subtotals = data.tasks.map(({ items }) => sum(items.map((item) => item.value)));
    for (const [at, { head, from, to }] of groups.entries()) {
      expect(value('数据', `A${head}`)).toBe(data.tasks[at]?.name);
      expect(formula('数据', `B${head}`)).toBe(`SUBTOTAL(9,B${from}:B${to})`);
      expect(value('数据', `B${head}`)).toBe(subtotals[at]);
      expect(formula('数据', `C${head}`)).toBe(`B${head}/SUM(B$${first + 1}:B$${end - 1})`);
    }
    expect(formula('数据', `B${end}`)).toBe(`SUBTOTAL(9,B${first}:B${end - 1})`);
    expect(value('数据', `B${end}`)).toBe(sum(subtotals));
    expect(formula('数据', `C${end}`)).toBe(`SUM(B5:B${last})+B${end}`);
  });

  test('formulas across sheets, shared formulas and names', () => {
    expect(formula('跨表', 'B1')).toBe(`数据!B${total}`);
    expect(formula('跨表', 'C1')).toBe(`SUM('数据'!B5:B${last})`);
    expect(formula('跨表', 'D1')).toBe(`AVERAGE(数据!$B$5:$B$${last})`);
    expect(value('跨表', 'B1')).toBe(sum(data.cities.map((city) => city.value)));
    expect(value('跨表', 'B3')).toBe(sum(data.tasks.flatMap(({ items }) => items.map((item) => item.value))));
    expect(['G1', 'G2', 'G3'].map((address) => [formula('跨表', address), value('跨表', address)])).toEqual([
      ['F1*2', 2],
      ['F2*2', 4],
      ['F3*2', 6],
    ]);
    const names = [...part('xl/workbook.xml').matchAll(/<definedName ([^>]*)>([^<]*)</g)].map(
      ([, attributes, text]) => `${attributes} ${text}`,
    );
    const own = (sheet: string, at: number) => {
      const items = data.tasks[at]?.items.length ?? 0;
      return `name="自己的" localSheetId="${at + 3}" '${sheet}'!$B$2:$B$${1 + Math.max(items, 1)}`;
    };
    expect(names).toEqual([
      ...[`name="_xlnm.Print_Titles" localSheetId="0" '数据'!$3:$4`, `name="本期" 数据!$B$5:$B$${last}`],
      `name="动态" OFFSET(数据!$A$5,0,0,COUNTA(数据!$A$5:$A$${last}),1)`,
      `name="_xlnm.Print_Area" localSheetId="0" 数据!$A$1:$K$${end}`,
      ...[own('甲任务', 0), own('空任务', 1), own('乙任务', 2)],
    ]);
    expect(part('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('a repeated sheet refers to itself', () => {
    const items = data.tasks[0]?.items ?? [];
    const end = 1 + Math.max(items.length, 1);
    expect(formula('甲任务', `B${end + 2}`)).toBe(`SUM(B2:B${end})`);
    expect(formula('甲任务', `C${end + 2}`)).toBe(`SUM('甲任务'!B2:B${end})`);
    expect(formula('甲任务', `D${end + 2}`)).toBe(`数据!B${total}`);
    expect(value('甲任务', 'B1')).toBe(data.title);
    if (items.length > 0) expect(formula('甲任务', 'C2')).toBe(`B2/B$${end + 2}`);
  });

  test('merged cells, formats, lists, filters, breaks and frozen panes', () => {
    const xml = part('xl/worksheets/sheet1.xml');
    const merges = all(xml, /<mergeCell ref="([^"]*)"/g);
    const rows = Array.from({ length: Math.max(count, 1) }, (_, at) => `F${5 + at}:G${5 + at}`);
    expect(merges).toEqual(['A1:K1', 'B3:C3', 'F3:G4', 'H3:K3', 'A3:A4', 'D3:D4', 'E3:E4', ...rows]);
    const range = (column: string) => (last === 5 ? `${column}5` : `${column}5:${column}${last}`);
    expect(all(xml, /<conditionalFormatting sqref="([^"]*)"/g)).toEqual([range('B'), range('D')]);
    expect(all(xml, /<xm:sqref>(B[^<]*)</g)).toEqual([range('B')]);
    expect(all(xml, /<formula>([^<]*)</g)).toEqual(['$D5&lt;0']);
    expect(all(xml, /<dataValidation [^>]*sqref="([^"]*)"/g)).toEqual([range('F')]);
    expect(all(xml, /<autoFilter ref="([^"]*)"/g)).toEqual([`A4:D${last}`]);
    expect(all(xml, /<brk id="([^"]*)"/g)).toEqual([String(total)]);
    expect(all(xml, /ySplit="([^"]*)"/g)).toEqual(['4']);
    expect(all(xml, /<hyperlink ref="([^"]*)"/g)).toEqual([`F${total}`]);
    expect(all(xml, /<oddHeader>([^<]*)</g)).toEqual(['&amp;C=1+1"&lt;测试&gt;&amp;&amp;']);
    expect(all(xml, /<row r="\d+" ht="21"/g)).toHaveLength(Math.max(count, 1));
  });

  test('sparklines and notes stand in every row', () => {
    const xml = part('xl/worksheets/sheet1.xml');
    const rows = data.cities.map((_, at) => 5 + at);
    expect(all(xml, /<xm:f>([^<]*)</g)).toEqual(rows.map((row) => `数据!B${row}:C${row}`));
    expect(all(xml, /<xm:sqref>(E[^<]*)</g)).toEqual(rows.map((row) => `E${row}`));
    const notes = part('xl/comments1.xml');
    expect(all(notes, /<comment ref="([^"]*)"/g)).toEqual([...rows.map((row) => `A${row}`), `B${total}`]);
    if (count > 0) expect(notes).toContain('市1的说明');
    const shapes = part('xl/drawings/vmlDrawing1.vml');
    expect(all(shapes, /<x:Row>(\d+)</g)).toEqual([...rows.map((row) => String(row - 1)), String(total - 1)]);
  });

  test('charts show all rows, with what they show written into them', () => {
    const chart = part('xl/charts/chart1.xml');
    const categories = `数据!$A$5:$A$${last}`;
    // A single cell that came to be several is a range.
    const single = count > 1 ? `数据!$C$5:$C$${last}` : '数据!$C$5';
    expect(all(chart, /<c:f>([^<]*)</g)).toEqual([
      ...['数据!$B$4', categories, `数据!$B$5:$B$${last}`],
      ...['数据!$C$4', categories, single],
    ]);
    expect(all(chart, /<c:ptCount val="(\d+)"/g)).toEqual([
      '1',
      ...Array(2).fill(String(Math.max(count, 1))),
      '1',
      ...Array(2).fill(String(Math.max(count, 1))),
    ]);
    const points = all(chart, /<c:v>([^<]*)</g);
    expect(points.slice(0, 3)).toEqual(
      count > 1 ? ['本期', '市1', '市2'] : count === 1 ? ['本期', '市1', '0'] : ['本期', '上年'],
    );
    expect(chart).toContain('<a:t>=1+1"&lt;测试&gt;&amp;</a:t>');
    expect(chart).toContain('<c:formatCode>0.0</c:formatCode>');
  });

  test('a series over repeated columns is repeated', () => {
    const chart = part('xl/charts/chart2.xml');
    expect(all(chart, /<c:f>(数据!\$[H-Z]\$[^<]*)</g)).toEqual(
      ['H', 'I', 'J'].flatMap((column) => [`数据!$${column}$4`, `数据!$${column}$5:$${column}$${last}`]),
    );
    expect(all(chart, /<c:idx val="(\d+)"/g)).toEqual(['0', '1', '2']);
    expect(all(chart, /<c:v>([一二三]月)</g)).toEqual(['一月', '二月', '三月']);
  });

  test('each copy of a sheet has its own chart', () => {
    const titles = Object.keys(parts)
      .filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))
      .map((name) => all(part(name), /<a:t>([^<]*)</g)[0]);
    expect(titles).toEqual(['=1+1"&lt;测试&gt;&amp;', '各月', '甲任务', '空任务', '乙任务']);
    expect(part('xl/charts/chart5.xml')).toContain(`'乙任务'!$B$2:$B$${1 + Math.max(1, Math.min(3, count))}`);
  });

  test('pictures and charts move with the rows above them', () => {
    const rows = all(part('xl/drawings/drawing1.xml'), /<xdr:row>(\d+)</g).map(Number);
    const grown = end - 13;
    expect(rows).toEqual([14, 17, 14, 26, 30, 42].map((row) => row + grown));
  });

  test('the table takes in all rows', () => {
    const table = part('xl/tables/table1.xml');
    expect(all(table, / ref="([^"]*)"/g)).toEqual(Array(2).fill(`A1:B${1 + Math.max(count, 1)}`));
    const below = 3 + Math.max(count, 1);
    expect(value('表', `A${below}`)).toBe(count > 0 ? '有' : '没有');
    expect(formula('表', `A${below + 1}`)).toBe(`SUM(B2:B${1 + Math.max(count, 1)})`);
  });
});

describe.each([[0], [1], [21]])('exceljs reads the torture template with %i items', (count) => {
  test('as the other library does', async () => {
    const bytes = await filledWith(template, tortureData(count));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const { Sheets: sheets, SheetNames: names } = read(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(names);
    let compared = 0;
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          // Of merged cells exceljs tells the first for all; of links their text.
          if (cell.isMerged && cell.master !== cell) return;
          const plain = typeof cell.value === 'object' ? (cell.result ?? cell.text) : cell.value;
          const said = sheets[sheet.name]?.[cell.address]?.v;
          expect(said ?? '', `${sheet.name}!${cell.address}`).toEqual(
            typeof plain === 'object' && 'error' in plain ? said : (plain ?? ''),
          );
          compared++;
        });
      });
    }
    expect(compared).toBeGreaterThan(40);
  });
});
