import { expect, test } from 'vitest';
import { identityFindings } from '../../../src/check/association-identity.ts';
import type { FiledTable } from '../../../src/model/filed-return.ts';
import { cellName } from '../../../src/model/place.ts';
import { associationKey } from '../../../src/text/association-key.ts';
import { NO_REASONS } from '../../support/recognised-files.ts';
import { activity, filed } from '../../support/returns.ts';

const A = '51440100MJL171237U';
const B = '51440100MJL171245N';

const table: FiledTable = {
  sheet: '台账',
  form: 'ledger',
  headerRows: [1, 1],
  dataRows: [2, 9],
  columns: ['association', 'uscc'].map((meaning, at) => ({
    column: at + 5,
    header: meaning,
    meaning,
    unit: null,
    yearToDate: false,
  })),
  lines: null,
  task: null,
  region: null,
  bannerUnit: null,
  why: NO_REASONS,
};

function ledger(file: string, rows: readonly (readonly [name: string, code: string | null])[]) {
  const activities = rows.map(([name, code], at) =>
    activity({ row: at + 2, associationName: name, association: code ?? associationKey(name) }),
  );
  return filed('440106', { file, activities, tables: [table] });
}

const told = (...files: Parameters<typeof ledger>[]) =>
  identityFindings(files.map((file) => ledger(...file))).map(
    ({ code, severity, place: { row, column }, args }) =>
      `${code} ${severity} ${cellName(row ?? 0, column ?? 0)} ${args['other']} ${args['at']}`,
  );

test('one code with two names is told at the second name, once', () => {
  expect(
    told([
      'a.xlsx',
      [
        ['甲协会', A],
        ['乙协会', A],
        ['乙协会', A],
        ['甲协会', A],
      ],
    ]),
  ).toEqual(['CREDIT_CODE_NAMES warning E3 甲协会 E2']);
});

test('one name with two codes is told at the second code, once', () => {
  expect(
    told([
      'a.xlsx',
      [
        ['甲协会', A],
        ['甲协会', B],
        ['甲协会', B],
      ],
    ]),
  ).toEqual(['NAME_CREDIT_CODES warning F3 51440100MJL171237U F2'.replace('51440100MJL171237U', A)]);
});

test('the files of a return are held against each other', () => {
  expect(told(['a.xlsx', [['甲协会', A]]], ['b.xlsx', [['乙协会', A]]])).toEqual([
    'CREDIT_CODE_NAMES warning E2 甲协会 a.xlsx › 台账 › E2',
  ]);
});

test.each([
  [
    'brackets and spaces',
    [
      ['甲协会（广州）', A],
      ['甲 协会(广州)', A],
    ],
  ],
  [
    'rows without a code',
    [
      ['甲协会', A],
      ['甲协会', null],
      ['乙协会', null],
    ],
  ],
  [
    'rows without a name',
    [
      ['甲协会', A],
      ['', A],
    ],
  ],
  [
    'two associations',
    [
      ['甲协会', A],
      ['乙协会', B],
    ],
  ],
] as const)('%s are no difference', (_, rows) => {
  expect(told(['a.xlsx', rows])).toEqual([]);
});
