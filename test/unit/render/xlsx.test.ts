import { read, utils, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, test } from 'vitest';
import { whole } from '../../../src/decimal/decimal.ts';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { finding } from '../../../src/model/finding.ts';
import { finishWorkbook } from '../../../src/ooxml/finish-workbook.ts';
import { sheetNames } from '../../../src/ooxml/sheet-name.ts';
import { sheetInSchemaOrder } from '../../../src/ooxml/sheet-order.ts';
import { cellText } from '../../../src/render/xlsx/cell-text.ts';
import type { SheetCell } from '../../../src/render/xlsx/sheet-spec.ts';
import { renderXlsx, reportSheets } from '../../../src/render/xlsx.ts';
import { buildReport } from '../../../src/report/build.ts';
import { builtinSchemeFolder, loadScheme } from '../../../src/scheme/load.ts';
import { compilationOf, figureOf, smallCompilation, smallScheme } from '../../support/compilation.ts';
import { periodOf } from '../../support/returns.ts';

const scheme = smallScheme(await loadScheme(builtinSchemeFolder()));
const options = { version: '0.1.0', language: 'zh-CN' } as const;
const model = buildReport(smallCompilation(), scheme, options);
const bytes = await renderXlsx(model);

/** What a cell of the model must read as. */
function plain(cell: SheetCell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cell === '' ? null : cell;
  if ('rate' in cell) return cell.rate ?? '—';
  return cell.value ?? REPORT_LABELS.reason[cell.reason ?? 'notReported'];
}

const wanted = reportSheets(model).map(({ name, lines, columns, rows }) => ({
  name,
  header: lines.length + 2,
  rows: [columns.map(({ header }): string | number | null => header), ...rows.map(({ cells }) => cells.map(plain))],
}));

describe('renderXlsx', () => {
  test('has the sheets of the report', () => {
    expect(wanted.map(({ name }) => name)).toEqual([
      ...['总览', '分市汇总', '地区×任务', '基础', '甲任务', '乙任务', '报送情况', '审核问题', '未计入', '数据来源'],
    ]);
  });

  test('exceljs reads the cells of the model', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
    for (const { name, header, rows } of wanted) {
      const sheet = workbook.getWorksheet(name);
      const read = rows.map((row, r) => row.map((_, c) => sheet?.getRow(header + r).getCell(c + 1).value ?? null));
      expect(read).toEqual(rows);
    }
  });

  test('SheetJS reads the cells of the model', () => {
    const workbook: WorkBook = read(bytes, { type: 'array' });
    for (const { name, header, rows } of wanted) {
      const sheet = workbook.Sheets[name] ?? {};
      const seen = rows.map((row, r) =>
        row.map(
          (_, c) => (sheet[utils.encode_cell({ r: header + r - 1, c })] as { v?: unknown } | undefined)?.v ?? null,
        ),
      );
      expect(seen).toEqual(rows);
    }
  });

  test('heads are frozen and repeated; pages are A4 landscape, one page wide', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    for (const { name, header } of wanted) {
      const sheet = workbook.getWorksheet(name);
      expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: header });
      expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
      expect(sheet?.pageSetup.printTitlesRow).toBe(`${header}:${header}`);
    }
  });

  test('an incomplete figure stays a number and shows a star', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const cell = workbook.getWorksheet('甲任务')?.getCell('B5');
    expect([cell?.value, cell?.numFmt]).toEqual([30, '#,##0"*"']);
  });

  test('every part is well-formed', () => {
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(strFromU8(part)).close();
    }
  });
});

describe('user text', () => {
  const texts = [
    '=1+1',
    '+cmd|calc',
    '-2',
    '@SUM(A1)',
    '_x000D_',
    'a\u0000b\u202Ec',
    '<b>&',
    '\uD800',
    'x'.repeat(40_000),
  ];
  test('is text, never a formula; hidden characters show; too long is cut with a mark', async () => {
    const findings = texts.map((raw, at) =>
      finding(
        'NUMBER_UNREADABLE',
        { file: 'a.xlsx', sheet: null, row: at + 1, column: 1 },
        {},
        { bureau: '100100', column: `c${at}`, raw },
      ),
    );
    const hostile = await renderXlsx(buildReport(smallCompilation({ findings }), scheme, options));
    const sheet = read(hostile, { type: 'array', cellFormula: true }).Sheets['审核问题'] ?? {};
    const cells = texts.map((_, at) => sheet[`G${at + 4}`] as { t: string; v: string; f?: string });
    expect(cells.map(({ t, f }) => [t, f])).toEqual(texts.map(() => ['s', undefined]));
    expect(cells.map(({ v }) => (v.length > 100 ? v.length : v))).toEqual([
      ...['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '_x000D_', 'a\\u0000b\\u202Ec', '<b>&', '\\uD800', 32_767],
    ]);
    for (const part of Object.values(unzipSync(hostile))) expect(strFromU8(part)).not.toContain('<f>');
  });

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

describe('byte identity', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 420],
  ])('the same in %s', async (name, offset) => {
    process.env['TZ'] = name;
    expect(new Date(2024, 5, 1).getTimezoneOffset()).toBe(offset);
    expect(Buffer.compare(await renderXlsx(model), bytes)).toBe(0);
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
    const [one, two] = [finishWorkbook(await written()), finishWorkbook(await written())];
    expect(Buffer.compare(one, two)).toBe(0);
    const xml = strFromU8(unzipSync(one)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<x14:id>\{0{8}-0000-4000-8000-\d{12}\}</);
    // What Excel knows extensions by is no random number.
    expect(xml).toContain('uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"');
    expect(xml).toContain('uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"');
  });
});

describe('the notes of 总览', () => {
  const region = scheme.regions[0]?.code ?? '';
  const missing = scheme.regions.filter(({ level }) => level === 'city').map(({ code }) => code);
  const indicator = scheme.indicators[0]?.id ?? '';

  /** The note beside the area's first indicator. */
  function note(fields: Parameters<typeof figureOf>[3]): unknown {
    const figures = [figureOf(region, indicator, '8', fields)];
    const made = buildReport(compilationOf({ area: region, period: periodOf('2024Q2'), figures }), scheme, options);
    return reportSheets(made)[0]?.rows[0]?.cells.at(-1);
  }

  test('say what a rate leaves out', () => {
    const [city = ''] = missing;
    const name = scheme.regions.find(({ code }) => code === city)?.name;
    const without = { qoq: [city], yoy: [], ytdYoy: [] };
    expect(note({ previous: whole(5), qoq: whole(60), comparedWithout: without })).toBe(
      `（环比为可比口径，不含${name}）`,
    );
    expect(note({ previous: whole(5), qoq: whole(60) })).toBe('');
  });

  test('say that a base is 0, and what the year to date lacks', () => {
    expect(note({ yearAgo: whole(0) })).toBe('（同比基数为0）');
    const name = scheme.regions.find(({ code }) => code === missing[0])?.name;
    expect(note({ ytd: whole(9), ytdLacks: missing.slice(0, 1) })).toBe(`本年累计（缺${name}）`);
  });
});
