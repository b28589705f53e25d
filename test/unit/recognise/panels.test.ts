import { describe, expect, test } from 'vitest';
import { ACTIVITY, LEDGER, recogniseRows } from './support.ts';

describe('tables side by side', () => {
  test.each([2, 31, 32, 33, 80])('%i of them, parted by empty columns, are as many tables', (count) => {
    const across = (row: readonly (string | number | null)[]) =>
      Array.from({ length: count }, () => [...row, null]).flat();
    const { sheets } = recogniseRows([LEDGER, ACTIVITY, ACTIVITY].map(across)).value;
    const tables = sheets.flatMap((sheet) => sheet.tables);
    expect(tables.map(({ form, dataRows }) => [form, dataRows])).toEqual(
      Array.from({ length: count }, () => ['ledger', [2, 3]]),
    );
  });
});
