import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Grid } from '../../src/model/grid.ts';
import { gridBuilder } from '../../src/model/grid-builder.ts';
import { readWorkbook } from '../../src/read/read-file.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { builtinSchemeFolder, loadScheme } from '../../src/scheme/load.ts';
import { corpusFolder, needs } from '../support/needs.ts';

/** Tables that are right. It may only rise; the one that is wrong has rows of data of which its truth knows none. */
const RIGHT = 47;

interface TruthRow {
  readonly path: string;
  readonly sheet: string;
  readonly header_first_row: string;
  readonly header_last_row: string;
  readonly data_first_row: string;
  readonly data_last_row: string;
}

type Found = readonly [header: readonly number[], data: readonly number[] | null];

// Real tables of other subjects, with header and data range as a person sees them.
needs.corpus.describe('header and data range in the corpus', () => {
  test('are right as often as they ever were', async () => {
    const scheme = await loadScheme(builtinSchemeFolder());
    const truth: TruthRow[] = parse(readFileSync(join(corpusFolder, 'header-truth.csv')), { columns: true, bom: true });
    const wrong: string[] = [];
    for (const row of truth) {
      const wanted = JSON.stringify(wantedOf(row));
      const grid = await gridOf(row);
      const table = recognise({ file: row.path, format: 'xlsx', grids: [grid] }, scheme).value.sheets[0]?.tables[0];
      const found = JSON.stringify(table ? [table.headerRows, table.dataRows] : null);
      if (found !== wanted) wrong.push(`${row.path} ${row.sheet}: ${found}, should be ${wanted}`);
    }
    const right = truth.length - wrong.length;
    console.log([`header-truth: ${right} of ${truth.length} tables right`, ...wrong].join('\n  '));
    expect(right).toBeGreaterThanOrEqual(RIGHT);
  });
});

function wantedOf(row: TruthRow): Found {
  const data = [Number(row.data_first_row), Number(row.data_last_row)] as const;
  const isNone = row.data_first_row === '' || row.data_last_row === '' || data[1] < data[0];
  return [[Number(row.header_first_row), Number(row.header_last_row)], isNone ? null : data];
}

async function gridOf({ path, sheet }: TruthRow): Promise<Grid> {
  const bytes = readFileSync(join(corpusFolder, path));
  if (path.endsWith('.xls')) return oldGrid(bytes, sheet);
  const { value } = await readWorkbook(bytes, path);
  const grid = value?.grids.find((one) => sheet === '' || one.sheet === sheet);
  if (!grid) throw new Error(`${path}: no sheet ${sheet}`);
  return grid;
}

/** A sheet of the old binary format, until the program reads it by itself. */
function oldGrid(bytes: Buffer, name: string): Grid {
  const sheet = xlsx.read(bytes).Sheets[name];
  const builder = gridBuilder();
  for (const [address, cell] of Object.entries(sheet ?? {})) {
    if (address.startsWith('!') || cell.v === undefined || cell.v === '') continue;
    const { r, c } = xlsx.utils.decode_cell(address);
    if (typeof cell.v === 'number') builder.number(r + 1, c + 1, 'number', cell.v);
    else builder.text(r + 1, c + 1, cell.t === 'e' ? 'error' : 'text', String(cell.w ?? cell.v));
  }
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  return builder.build({ sheet: name, merges });
}
