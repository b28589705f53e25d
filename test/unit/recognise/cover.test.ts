import { expect, test } from 'vitest';
import { gridFromRows } from '../../../src/model/grid-builder.ts';
import { readCover } from '../../../src/recognise/cover.ts';
import { sheetView } from '../../../src/recognise/sheet-view.ts';
import { scheme } from '../../support/returns.ts';

const how = { titlesBefore: 100, isNote: () => false, isSignOff: () => false };

test('of a hundred rows of a thousand cells only so many are looked at as titles', () => {
  const rows = Array.from({ length: 100 }, (_, row) => Array.from({ length: 1000 }, (_, column) => row + column));
  const { titles } = readCover(sheetView(gridFromRows(rows)), rows.keys(), how, scheme);
  expect(titles).toHaveLength(11_000);
  expect(titles.at(-1)).toMatchObject({ row: 11, column: 1000 });
});

test('a cover of many rows and columns is read to its end', () => {
  const rows: (string | number)[][] = Array.from({ length: 99 }, () => Array.from({ length: 100 }, () => 7));
  const { labelled } = readCover(sheetView(gridFromRows([...rows, ['单位：万元']])), [...rows.keys(), 99], how, scheme);
  expect(labelled).toMatchObject([{ kind: 'unit', text: '万元', row: 100 }]);
});
