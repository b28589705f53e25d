import { describe, expect, test } from 'vitest';
import { parseReceipts, receiptFinder } from '../../../src/workspace/receipts.ts';
import { scheme } from '../../support/returns.ts';

const SHA = '0123456789abcdef'.repeat(4);

describe('receipts.csv', () => {
  test('tells the day of a file of a bureau by its content', () => {
    const { table, faults } = parseReceipts(`bureau,sha256,received\n惠州市,${SHA.toUpperCase()},2024/4/9\n`, scheme);
    expect(faults).toEqual([]);
    const receiptOf = receiptFinder(table, null);
    expect(receiptOf('441300', SHA)).toBe('2024-04-09');
    expect(receiptOf('441900', SHA)).toBeNull();
    expect(receiptFinder(table, '2024-04-20')('441900', SHA)).toBe('2024-04-20');
  });

  test('an empty table has no faults', () => {
    expect(parseReceipts('bureau,sha256,received\n', scheme)).toEqual({ table: [], faults: [] });
  });

  test('all faults are told at once, with their lines', () => {
    const rows = [
      'bureau,sha256,received',
      `惠洲市,${SHA},2024-04-09`,
      `惠州市,${SHA.slice(1)},2024-04-09`,
      `东莞市,${SHA},四月九日`,
      `中山市,${SHA},`,
      `东莞市,${SHA},2024-04-10`,
    ];
    const { faults } = parseReceipts(rows.join('\n'), scheme);
    expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 REFERENCE_UNKNOWN',
      '3 ID_SPELLING',
      '4 DATE_WRONG',
      '5 VALUE_MISSING',
      '6 ROW_TWICE',
    ]);
  });
});
