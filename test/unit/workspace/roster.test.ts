import { describe, expect, test } from 'vitest';
import { parseRoster } from '../../../src/workspace/roster.ts';
import { scheme } from '../../support/returns.ts';

const told = (text: string) =>
  parseRoster(text, scheme).faults.map(({ file, line, code }) => `${file} ${line} ${code}`);

describe('roster.csv', () => {
  test('a bureau by name or code, with the forms that are due, how long it is due, whether it is exempt', () => {
    const { table, faults } = parseRoster(
      [
        'bureau,name,forms,valid_from,valid_to,exempt,remark',
        '惠州市,惠州市民政局,ledger|统计表,2023-01-01,2024/6/30,,',
        '441900,,,,,是,',
        '东源县,,summary,,,no,',
      ].join('\r\n'),
      scheme,
    );
    expect(faults).toEqual([]);
    expect(table).toEqual([
      {
        bureau: '441300',
        name: '惠州市民政局',
        forms: ['ledger', 'summary'],
        validFrom: '2023-01-01',
        validTo: '2024-06-30',
        exempt: false,
      },
      { bureau: '441900', name: null, forms: [], validFrom: null, validTo: null, exempt: true },
      { bureau: '441625', name: null, forms: ['summary'], validFrom: null, validTo: null, exempt: false },
    ]);
  });

  test('only the column of bureaus is needed', () => {
    expect(parseRoster('bureau\n惠州市\n', scheme)).toMatchObject({ table: [{ bureau: '441300' }], faults: [] });
  });

  test('all faults are told at once, with their lines', () => {
    const rows = [
      'bureau,forms,valid_from,valid_to,exempt,colour',
      '惠洲市,,,,,',
      ',,,,,',
      '惠州市,台帐表,,,,',
      '东莞市,,2024-13-01,,,',
      '中山市,,2024-06-30,2024-01-01,,',
      '珠海市,,,,maybe,',
    ];
    expect(told(rows.join('\n'))).toEqual([
      'roster.csv 1 COLUMN_UNKNOWN',
      'roster.csv 2 REFERENCE_UNKNOWN',
      'roster.csv 4 VALUE_NOT_ALLOWED',
      'roster.csv 5 DATE_WRONG',
      'roster.csv 6 DATES_REVERSED',
      'roster.csv 7 VALUE_NOT_ALLOWED',
    ]);
  });

  test.each([
    ['twice without dates', ['惠州市,,', '惠州市,,'], ['roster.csv 3 ROW_TWICE']],
    ['on one common day', ['惠州市,,2024-03-31', '惠州市,2024-03-31,'], ['roster.csv 3 ROW_TWICE']],
    ['one after the other', ['惠州市,,2024-03-31', '441300,2024-04-01,'], []],
  ])('a bureau %s', (_name, rows, faults) => {
    expect(told(['bureau,valid_from,valid_to', ...rows].join('\n'))).toEqual(faults);
  });

  test('a table without rows is a fault: nobody would be due', () => {
    expect(told('bureau,name\n')).toEqual(['roster.csv 1 TABLE_WITHOUT_ROWS']);
  });
});
