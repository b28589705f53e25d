import { describe, expect, test } from 'vitest';
import { RECORD, recordAt, recordPieces } from '../../../src/read/old/biff-records.ts';
import { pieceReader } from '../../../src/read/old/biff-text.ts';
import { openCompound } from '../../../src/read/old/compound-file.ts';
import { htmlPage } from '../../../src/read/old/html-page.ts';
import { tokenizeHtml } from '../../../src/read/old/html-tokens.ts';
import { readWorkbook } from '../../../src/read/read-file.ts';
import { BOF_8, biffStream, cell, compoundBytes, EOF, record, words, xlsBytes } from '../../support/biff-bytes.ts';
import { odsBytes, odsTable } from '../../support/ods-bytes.ts';
import { readMap } from '../../support/read-cells.ts';
import { workbookBytes } from '../../support/workbook-bytes.ts';

describe('web pages without end', () => {
  test('a quotation that never ends is met once, not by each tag before it', () => {
    let told = '';
    tokenizeHtml(`${'<x a '.repeat(200_000)}='`, {
      open: () => undefined,
      close: () => undefined,
      text: (text) => {
        told += text;
      },
    });
    expect(told).toBe(`${'<x a '.repeat(200_000)}='`);
  });

  test('tags among which one is lost are told as before', () => {
    const told: string[] = [];
    tokenizeHtml(`<a b='1'>x<c d="2>y<e>z`, {
      open: (name, attributes) => told.push(`${name} ${attributes('b') ?? ''}`),
      close: () => undefined,
      text: (text) => told.push(text),
    });
    expect(told).toEqual(['a 1', 'x<c d="2>y', 'e ', 'z']);
  });

  test('of the lines of a cell no more are kept than fit, of those outside each is a row', () => {
    const put: [number, number, number][] = [];
    const page = htmlPage(
      { put: (row, column, text) => put.push([row, column, text.length]), merge: () => undefined },
      new Set(),
    );
    page.open('table', () => null);
    page.open('tr', () => null);
    page.open('td', () => null);
    for (let at = 0; at < 300_000; at++) {
      page.text('a');
      page.open('br', () => null);
    }
    page.close('table');
    for (let at = 0; at < 3000; at++) {
      page.text('b');
      page.open('br', () => null);
    }
    page.end();
    expect(put.length).toBe(3001);
    expect(put[0]?.[2]).toBeGreaterThan(32_767);
    expect(put[0]?.[2]).toBeLessThan(140_000);
    expect(put.at(-1)).toEqual([3001, 1, 1]);
  });

  test('text in pieces without a break is cut like text in one piece', async () => {
    const { cells, codes } = await readMap(Buffer.from(`<table><tr><td>${'甲<b>'.repeat(400_000)}</td><td>乙</table>`));
    expect(codes).toEqual(['CELL_TEXT_CUT A1']);
    expect(cells).toMatchObject({ A1: `text:${'甲'.repeat(32_767)}`, B1: 'text:乙' });
  });

  test.each([
    ['rows', '<tr>'.repeat(1_048_577)],
    ['tags', '<p>'.repeat(8_388_608)],
  ])('more %s than a sheet has are a limit', async (counted, html) => {
    const { findings } = await readWorkbook(Buffer.from(`<table><tr><td>1</td></tr>${html}</table>`), 'a.xls');
    expect(findings).toMatchObject([{ code: 'FILE_TOO_LARGE', args: { counted } }]);
  });

  test('a million signs that open nothing are damage', async () => {
    const { codes } = await readMap(Buffer.from(`<table><tr><td>1</td></tr></table>${'<'.repeat(1_048_578)}`));
    expect(codes).toEqual(['FILE_DAMAGED']);
  });
});

describe('old workbooks without end', () => {
  test('records that continue nothing are not gathered', () => {
    const stream = Buffer.concat([
      record(RECORD.sst, words(1)),
      ...Array(1000).fill(record(RECORD.continue)),
      words(0, 0),
    ]);
    expect([...recordPieces(stream, recordAt(stream, 0))]).toHaveLength(1);
    const long = Buffer.concat([record(RECORD.sst, words(1)), ...Array(1000).fill(record(RECORD.continue, words(2)))]);
    let taken = 0;
    const pieces = (function* () {
      for (const piece of recordPieces(long, recordAt(long, 0))) {
        taken++;
        yield piece;
      }
    })();
    const reader = pieceReader(pieces);
    expect([reader.word(), reader.word()]).toEqual([1, 2]);
    expect(taken).toBe(2);
  });

  test('of sheets that all begin at one place no more is read than the stream holds', async () => {
    const records = Array.from({ length: 50 }, (_, row) => cell.number(row, 0, row));
    const bare = BOF_8.length + EOF.length;
    const first = bare + Buffer.concat(records).length;
    const sheets = Array.from({ length: 20 }, (_, at) =>
      at === 0 ? { name: '甲', records } : { name: `表${at}`, records: [], shift: -(first + (at - 1) * bare) },
    );
    const { workbook, codes } = await readMap(xlsBytes({ sheets }));
    const read = workbook?.grids.map(({ values }) => values.length) ?? [];
    expect(read.length).toBeGreaterThan(0);
    expect(read.every((cells) => cells === 50)).toBe(true);
    expect(read.length * first).toBeLessThanOrEqual(biffStream({ sheets }).length);
    expect(codes).toEqual(Array(20 - read.length).fill('SHEET_DAMAGED'));
  });

  test('a table of sectors that is larger than the file is damage', () => {
    const bytes = Buffer.concat([compoundBytes({ Workbook: Buffer.alloc(5000) })]);
    for (let at = 76; at < 512; at += 4) bytes.writeUInt32LE(bytes.readUInt32LE(76), at);
    expect(() => openCompound(bytes)).toThrow('directory');
  });
});

describe('OpenDocument tables without end', () => {
  test('hidden rows are those that hold something', async () => {
    const hidden =
      '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>';
    const filled =
      '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>';
    const { workbook } = await readMap(odsBytes({ tables: odsTable(filled + hidden) }));
    expect(workbook?.grids[0]?.hiddenRows).toEqual(new Set([1]));
  });

  test('spaces and paragraphs beyond what a cell holds are cut', async () => {
    const paragraph = `<text:p>${'<text:s text:c="1000"/>'.repeat(200)}</text:p>`;
    const cellOf = `<table:table-cell office:value-type="string">${paragraph.repeat(50)}</table:table-cell>`;
    const { codes, workbook } = await readMap(
      odsBytes({ tables: odsTable(`<table:table-row>${cellOf}</table:table-row>`) }),
    );
    expect(codes).toEqual(['CELL_TEXT_CUT A1']);
    expect(workbook?.grids[0]?.texts.map(({ length }) => length)).toEqual([32_767]);
  });

  test('are a limit beyond 1,024 sheets', async () => {
    const table = odsTable('<table:table-row><table:table-cell/></table:table-row>');
    const { findings } = await readWorkbook(Buffer.from(odsBytes({ tables: table.repeat(1025) })), 'a.ods');
    expect(findings).toMatchObject([{ code: 'FILE_TOO_LARGE', args: { counted: 'sheets' } }]);
  });
});

describe('workbooks without end', () => {
  test('a shared text counts for each cell that holds it', async () => {
    const bytes = (cells: number) =>
      workbookBytes({
        sheets: [`<row>${'<c t="s"><v>0</v></c>'.repeat(cells)}</row>`],
        strings: `<si><t>${'字'.repeat(16_383)}</t></si>`,
      });
    const found = async (cells: number) => (await readWorkbook(Buffer.from(bytes(cells)), 'a.xlsx')).findings;
    expect(await found(8100)).toEqual([]);
    expect(await found(8300)).toMatchObject([{ code: 'FILE_TOO_LARGE', args: { counted: 'characters' } }]);
  });

  test('the runs of a text beyond what a cell holds are cut', async () => {
    const bytes = workbookBytes({
      sheets: [`<row><c t="inlineStr"><is>${'<r><t>甲</t></r>'.repeat(40_000)}</is></c></row>`],
    });
    const { cells, codes } = await readMap(bytes);
    expect(codes).toEqual(['CELL_TEXT_CUT A1']);
    expect(cells).toEqual({ A1: `text:${'甲'.repeat(32_767)}` });
  });
});
