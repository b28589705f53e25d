import { describe, expect, test } from 'vitest';
import { decimal, ZERO } from '../../../src/decimal/decimal.ts';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { proseNumber } from '../../../src/report/prose-number.ts';

const MONEY = { 元: -4, 万元: 0, 亿元: 4 };

describe('proseNumber', () => {
  test.each<[string, string, number, number, number, string]>([
    ['9999', '个', 0, 9999, 0, '个'],
    ['10000', '个', 0, 1, 2, '万个'],
    ['23512', '个', 0, 2.35, 2, '万个'],
    ['23550', '人次', 0, 2.36, 2, '万人次'],
    ['123456789', '人', 0, 1.23, 2, '亿人'],
    ['9999.99', '万元', 2, 9999.99, 2, '万元'],
    ['12345.678', '万元', 2, 1.23, 2, '亿元'],
    ['12.345', '万元', 2, 12.35, 2, '万元'],
    ['-23512', '个', 0, -2.35, 2, '万个'],
    ['120000', '元', 2, 12, 2, '万元'],
    ['0', '个', 0, 0, 0, '个'],
    // What rounds up to the next scale is said in it.
    ['99999999', '个', 0, 1, 2, '亿个'],
    ['99994999', '个', 0, 9999.5, 2, '万个'],
    ['9999.994', '万元', 2, 9999.99, 2, '万元'],
    ['9999.999', '万元', 2, 1, 2, '亿元'],
    ['-9999.999', '万元', 2, -1, 2, '亿元'],
    // What is not 0 is not said to be 0.
    ['0.004', '万元', 2, 0.004, 3, '万元'],
    ['-0.0004', '万元', 2, -0.0004, 4, '万元'],
    ['0.4', '个', 0, 0.4, 1, '个'],
  ])('%s%s', (text, unit, decimals, value, shownDecimals, shownUnit) => {
    const prose = proseNumber(decimal(text) ?? ZERO, unit, decimals, MONEY, REPORT_LABELS.scales);
    expect(prose).toEqual({ value, decimals: shownDecimals, unit: shownUnit });
  });
});
