import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Grid } from '../../src/model/grid.ts';
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

/** Lines of a web page above its table: rows of the sheet, as in a spreadsheet program, which the truth does not count. */
const LINES_ABOVE: ReadonlyMap<string, number> = new Map([['chinese/huhuaping__techme/raw-2020-2021-03.xls', 1]]);

function wantedOf(row: TruthRow): Found {
  const above = LINES_ABOVE.get(row.path) ?? 0;
  const data = [Number(row.data_first_row) + above, Number(row.data_last_row) + above] as const;
  const isNone = row.data_first_row === '' || row.data_last_row === '' || data[1] < data[0];
  return [[Number(row.header_first_row) + above, Number(row.header_last_row) + above], isNone ? null : data];
}

async function gridOf({ path, sheet }: TruthRow): Promise<Grid> {
  const { value } = await readWorkbook(readFileSync(join(corpusFolder, path)), path);
  const grid = value?.grids.find((one) => sheet === '' || one.sheet === sheet);
  if (!grid) throw new Error(`${path}: no sheet ${sheet}`);
  return grid;
}
