import { expect, test } from 'vitest';
import type { Table, TableColumn } from '../../../src/model/recognised.ts';
import { ledgerColumnsReader } from '../../../src/normalise/ledger-columns.ts';
import type { TableView } from '../../../src/normalise/table-view.ts';
import { Q1, scheme } from '../../support/returns.ts';

test('the columns of sections under one header are prepared once for each region', () => {
  const header: readonly TableColumn[] = [];
  const columnsOf = ledgerColumnsReader({ scheme, sender: '441300', period: Q1 });
  const view = (columns: readonly TableColumn[], region: string | null, bannerUnit: string | null = null) =>
    ({ table: { columns, region, bannerUnit } as unknown as Table }) as TableView;
  const first = columnsOf(view(header, null));
  expect(columnsOf(view(header, null))).toBe(first);
  expect(columnsOf(view(header, '441302'))).not.toBe(first);
  expect(columnsOf(view(header, null, '元'))).not.toBe(first);
  expect(columnsOf(view([], null))).not.toBe(first);
});
