import { describe, expect, test } from 'vitest';
import {
  BOF_8,
  biffStream,
  cell,
  double,
  EOF,
  gbk,
  long,
  RESULT,
  record,
  wide,
  words,
  xlsBytes,
} from '../../../support/biff-bytes.ts';
import { gridMap, readMap } from '../../../support/read-cells.ts';

/** A cell format that shows numbers by a format number. */
const xf = (format: number) => record(0x00e0, words(0, format, 0, 0, 0, 0, 0, 0, 0, 0));
/** A shared string table of pieces: the first follows the counts, the others continue it. */
const sst = (count: number, ...pieces: readonly Buffer[]) =>
  Buffer.concat(
    pieces.map((piece, place) =>
      place === 0 ? record(0x00fc, long(count), long(count), piece) : record(0x003c, piece),
    ),
  );

describe('cells', () => {
  test('of all kinds', async () => {
    const { cells, codes, workbook } = await readMap(
      xlsBytes({
        globals: [sst(2, words(2), wide('广州'), words(3), Buffer.from('\0abc', 'latin1'))],
        sheets: [
          {
            name: '台账',
            records: [
              cell.shared(0, 0, 0),
              cell.shared(0, 1, 1),
              cell.number(1, 0, 12.5),
              record(0x027e, words(1, 1, 0), long((300 << 2) | 2)),
              record(0x027e, words(1, 2, 0), long((-1250 << 2) | 3)),
              record(0x00bd, words(2, 0, 0), long((1 << 2) | 2), words(0), long((2 << 2) | 2), words(1)),
              record(0x0205, words(3, 0, 0), Buffer.of(1, 0)),
              record(0x0205, words(3, 1, 0), Buffer.of(0x2a, 1)),
              cell.label(4, 0, '惠州'),
              record(0x0201, words(5, 0, 0)),
            ],
          },
        ],
      }),
    );
    expect(cells).toEqual({
      A1: 'text:广州',
      B1: 'text:abc',
      A2: 'number:12.5',
      B2: 'number:300',
      C2: 'number:-12.5',
      A3: 'number:1',
      B3: 'number:2',
      A4: 'boolean:TRUE',
      B4: 'error:#N/A',
      A5: 'text:惠州',
    });
    expect(codes).toEqual([]);
    expect(workbook).toMatchObject({ format: 'xls', grids: [{ sheet: '台账', visibility: 'visible' }] });
  });

  test('whose formulas hold results, and those that lack one', async () => {
    const { cells, codes } = await readMap(
      xlsBytes({
        sheets: [
          {
            records: [
              cell.formula(0, 0, double(21)),
              cell.formula(0, 1, RESULT.textFollows),
              record(0x0207, words(2), wide('合计')),
              cell.formula(0, 2, RESULT.boolean(1)),
              cell.formula(0, 3, RESULT.error(0x17)),
              cell.formula(0, 4, RESULT.empty),
              cell.formula(1, 0, RESULT.textFollows),
              cell.number(1, 1, 0),
              cell.formula(1, 2, double(0)),
              cell.formula(1, 3, RESULT.textFollows),
            ],
          },
        ],
      }),
    );
    expect(cells).toEqual({
      A1: 'number:21',
      B1: 'text:合计',
      C1: 'boolean:TRUE',
      D1: 'error:#REF!',
      A2: 'uncached:=',
      B2: 'number:0',
      C2: 'number:0',
      D2: 'uncached:=',
    });
    expect(codes).toEqual([]);
  });

  test.each([
    ['and nothing says that Excel calculated it', [], { A1: 'uncached:=', A2: 'uncached:=' }],
    ['and Excel did', [record(0x01c1, words(0x01c1, 0), long(0))], { A1: 'number:0' }],
  ])('of a workbook whose formulas all give nothing or zero, %s', async (_, globals, wanted) => {
    const records = [cell.formula(0, 0, double(0)), cell.formula(1, 0, RESULT.empty)];
    expect((await readMap(xlsBytes({ globals, sheets: [{ records }] }))).cells).toEqual(wanted);
  });

  test('by their formats: spelled ones, built-in ones, those of East Asian Excel', async () => {
    const formats = [0, 14, 9, 31, 57, 32, 164, 165];
    const codes = [
      record(0x041e, words(164, 15), wide('yyyy"年"m"月"d"日"')),
      record(0x041e, words(165, 6), wide('#,##0%')),
    ];
    const records = formats.map((_, place) => cell.number(0, place, 45356.5, place));
    const { cells } = await readMap(xlsBytes({ globals: [...codes, ...formats.map(xf)], sheets: [{ records }] }));
    expect(Object.values(cells).map((text) => text.split(':')[0])).toEqual([
      ...['number', 'date', 'percent', 'date', 'date', 'date', 'date', 'percent'],
    ]);
    expect(cells['D1']).toBe('date:2024-03-05T12:00:00');
  });

  test('that count days from 1904, but hours from midnight', async () => {
    const globals = [record(0x0022, words(1)), xf(14), xf(20)];
    const records = [cell.number(0, 0, 43894, 0), cell.number(0, 1, 0.5, 1)];
    const { cells } = await readMap(xlsBytes({ globals, sheets: [{ records }] }));
    expect(cells).toEqual({ A1: 'date:2024-03-05', B1: 'date:1899-12-31T12:00:00' });
  });

  test('that are wrong are told, each for itself', async () => {
    const globals = [xf(0), sst(1, words(1), wide('甲'))];
    const records = [
      cell.shared(0, 0, 7),
      cell.number(0, 1, 5, 9),
      record(0x0205, words(0, 2, 0), Buffer.of(0x99, 1)),
      cell.number(0, 3, Number.NaN),
      cell.number(1, 0, 1),
      cell.number(1, 0, 2),
    ];
    const { cells, codes } = await readMap(xlsBytes({ globals, sheets: [{ records }] }));
    expect(cells).toEqual({ A1: 'error:7', B1: 'number:5', C1: 'error:#153', D1: 'error:NaN', A2: 'number:1' });
    expect(codes).toEqual([
      'CELL_DAMAGED A1',
      'CELL_STYLE_BAD B1',
      'CELL_DAMAGED C1',
      'CELL_DAMAGED D1',
      'CELL_TWICE A2',
    ]);
  });
});

describe('shared strings', () => {
  test('run on over records, narrow and wide', async () => {
    const strings = sst(
      2,
      Buffer.concat([words(4), Buffer.from('\0a', 'latin1')]),
      Buffer.concat([Buffer.of(0), Buffer.from('b', 'latin1')]),
      Buffer.concat([wide('丙丁')]),
      // Formatted, with a phonetic guide: six bytes of each, cut in two.
      Buffer.concat([words(1), Buffer.of(0x0d), words(1), long(6), Buffer.from('戊', 'utf16le'), Buffer.alloc(5)]),
      Buffer.concat([Buffer.alloc(5)]),
    );
    const records = [cell.shared(0, 0, 0), cell.shared(0, 1, 1)];
    expect((await readMap(xlsBytes({ globals: [strings], sheets: [{ records }] }))).cells).toEqual({
      A1: 'text:ab丙丁',
      B1: 'text:戊',
    });
  });

  test('that end in the middle cost the file', async () => {
    const strings = sst(1, Buffer.concat([words(9), wide('丙丁')]));
    const { workbook, codes } = await readMap(xlsBytes({ globals: [strings], sheets: [{ records: [] }] }));
    expect([workbook, codes]).toEqual([null, ['FILE_DAMAGED']]);
  });
});

describe('byte strings', () => {
  const label = (text: Buffer) => [{ name: gbk('台账'), records: [cell.bytes(0, 0, text)] }];

  test.each([
    ['GBK', [record(0x0042, words(936))], []],
    ['GBK without a word about it', [], ['ENCODING_UNCLEAR']],
    ['GBK called Western', [record(0x0042, words(1252))], ['ENCODING_UNCLEAR']],
    ['GBK called Macintosh', [record(0x0042, words(0x8000))], ['ENCODING_UNCLEAR']],
  ])('in %s', async (_, globals, told) => {
    const { cells, codes, workbook } = await readMap(
      xlsBytes({ version: 5, globals, sheets: label(gbk('惠州市，𠮷')) }),
    );
    expect(cells).toEqual({ A1: 'text:惠州市，𠮷' });
    expect(workbook?.grids[0]?.sheet).toBe('台账');
    expect(codes).toEqual(told);
  });

  test('that are Western stay so', async () => {
    const sheets = [{ name: Buffer.from('A'), records: [cell.bytes(0, 0, Buffer.from('Müller, café', 'latin1'))] }];
    const { cells, codes } = await readMap(xlsBytes({ version: 5, globals: [record(0x0042, words(1252))], sheets }));
    expect(cells).toEqual({ A1: 'text:Müller, café' });
    expect(codes).toEqual([]);
  });

  test('that are not sound are errors, not other characters', async () => {
    const globals = [record(0x0042, words(936))];
    const sheets = [{ records: [cell.bytes(0, 0, Buffer.of(0xb9, 0xff)), cell.bytes(1, 0, gbk('甲'))] }];
    const { cells, codes } = await readMap(xlsBytes({ version: 5, globals, sheets }));
    expect(cells).toEqual({ A1: 'error:\u{fffd}', A2: 'text:甲' });
    expect(codes).toEqual(['ENCODING_BROKEN A1']);
  });

  test('of results of formulas and of formatted labels', async () => {
    const text = gbk('小计');
    const rich = record(0x00d6, words(1, 0, 0, text.length), text, Buffer.of(1), words(0));
    const records = [cell.formula(0, 0, RESULT.textFollows), record(0x0207, words(text.length), text), rich];
    const globals = [record(0x0042, words(936))];
    expect((await readMap(xlsBytes({ version: 5, globals, sheets: [{ records }] }))).cells).toEqual({
      A1: 'text:小计',
      A2: 'text:小计',
    });
  });

  test('never decide about Unicode ones: a code page beside these means nothing', async () => {
    const globals = [record(0x0042, words(936))];
    const records = [
      cell.label(0, 0, '惠州'),
      cell.formula(0, 1, RESULT.textFollows),
      record(0x0207, words(1), wide('甲')),
    ];
    expect((await readMap(xlsBytes({ globals, sheets: [{ records }] }))).cells).toEqual({
      A1: 'text:惠州',
      B1: 'text:甲',
    });
  });
});

describe('sheets', () => {
  const one = [cell.number(0, 0, 1)];

  test('keep the order of their tabs, their visibility, merges and hidden lines', async () => {
    const layout = [
      record(0x0208, words(4, 0, 1, 255, 0, 0, 0x20, 0)),
      record(0x0208, words(5, 0, 1, 255, 0, 0, 0x00, 0)),
      record(0x007d, words(2, 3, 0, 0, 1, 0)),
      record(0x00e5, words(1, 0, 1, 0, 2)),
    ];
    const { workbook } = await readMap(
      xlsBytes({
        sheets: [
          { name: '甲', records: [...one, ...layout] },
          { name: '乙', hidden: 1, records: one },
          { name: '丙', hidden: 2, records: one },
          { name: '图', kind: 2, records: one },
          { name: '对话', records: [record(0x0081, words(0x10)), ...one] },
        ],
      }),
    );
    expect(workbook?.grids.map(({ sheet, visibility }) => `${sheet} ${visibility}`)).toEqual([
      ...['甲 visible', '乙 hidden', '丙 veryHidden'],
    ]);
    expect(workbook?.grids[0]).toMatchObject({
      hiddenRows: new Set([5]),
      hiddenColumns: new Set([3, 4]),
      merges: [{ top: 1, bottom: 2, left: 1, right: 3 }],
    });
  });

  test('do not take in the cells of their charts', async () => {
    const records = [...one, BOF_8, cell.number(0, 0, 99), cell.number(7, 7, 99), EOF, cell.number(1, 0, 2)];
    expect((await readMap(xlsBytes({ sheets: [{ records }] }))).cells).toEqual({ A1: 'number:1', A2: 'number:2' });
  });

  test.each<[string, { readonly shift?: number; readonly open?: boolean; readonly records: readonly Buffer[] }]>([
    ['not begin where they should', { shift: 2, records: one }],
    ['not end', { open: true, records: one }],
    ['hold a record that is too short', { records: [...one, record(0x0203, words(1, 0))] }],
    ['end before their last cells', { records: [...one, EOF, cell.number(1, 0, 2)] }],
  ])('that do %s are lost alone', async (_, last) => {
    const { workbook, codes } = await readMap(
      xlsBytes({
        sheets: [
          { name: '甲', records: one },
          { name: '乙', ...last },
        ],
      }),
    );
    expect(workbook?.grids.map(gridMap)).toEqual([{ A1: 'number:1' }]);
    expect(codes).toEqual(['SHEET_DAMAGED']);
  });
});

describe('streams', () => {
  const sketch = { sheets: [{ records: [cell.number(0, 0, 7)] }] };

  test('without a container', async () => {
    expect((await readMap(biffStream(sketch))).cells).toEqual({ A1: 'number:7' });
  });

  test('of one sheet without a list of sheets, as simple programs write them', async () => {
    const bof = record(0x0809, words(0, 0x10, 0, 0));
    const bytes = Buffer.concat([bof, cell.bytes(0, 0, gbk('地区')), cell.number(0, 1, 3), EOF]);
    const { cells, codes, workbook } = await readMap(bytes);
    expect(cells).toEqual({ A1: 'text:地区', B1: 'number:3' });
    expect(codes).toEqual(['ENCODING_UNCLEAR']);
    expect(workbook?.grids[0]?.sheet).toBe('Sheet1');
  });

  test.each<[string, Buffer]>([
    ['that are encrypted', xlsBytes({ ...sketch, globals: [record(0x002f, words(1, 1, 1))] })],
    ['that are encrypted in BIFF5', xlsBytes({ ...sketch, version: 5, globals: [record(0x002f, words(1, 1))] })],
  ])('%s are said to be', async (_, bytes) => {
    expect((await readMap(bytes)).codes).toEqual(['FILE_ENCRYPTED']);
  });

  test.each<[string, Buffer]>([
    ['have no sheet', xlsBytes({ sheets: [] })],
    ['end before the list of sheets does', biffStream(sketch).subarray(0, 30)],
    ['are cut short before their directory', xlsBytes(sketch).subarray(0, 600)],
    ['begin with something else', Buffer.concat([Buffer.from('0908', 'hex'), Buffer.alloc(40)])],
  ])('that %s are damaged', async (_, bytes) => {
    const { workbook, codes } = await readMap(bytes);
    expect([workbook, codes]).toEqual([null, ['FILE_DAMAGED']]);
  });
});
