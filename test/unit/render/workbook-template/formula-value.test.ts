import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { filledWith, smallTemplate } from '../../../support/filled-workbook.ts';

/** What the cell A1 of a workbook is worked out to, the cells of row 2 being 3, 4.5, text, nothing and an error. */
async function worth(formula: string): Promise<unknown> {
  const template = await smallTemplate({ s: [[`=${formula}`], [3, 4.5, '文字', null, '=1/0', '{{yes}}']] });
  const cell = read(await filledWith(template, { yes: true }), { cellFormula: true }).Sheets['s']?.['A1'];
  return cell?.t === 'e' ? cell.w : cell?.v;
}

describe('formulas are worked out as Excel does', () => {
  test.each<[string, unknown]>([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['-2+5', 3],
    ['2-3-4', -5],
    ['50%*A2', 1.5],
    ['A2/B2', 0.666666666666667],
    ['A2/D2', '#DIV/0!'],
    ['SUM(A2:F2)', '#DIV/0!'],
    ['SUM(A2:D2,10)', 17.5],
    ['0.1+0.2', 0.3],
    ['COUNT(A2:F2)', 2],
    ['COUNTA(A2:F2)', 5],
    ['AVERAGE(A2:D2)', 3.75],
    ['AVERAGE(D2:D2)', '#DIV/0!'],
    ['MAX(A2:D2)-MIN(A2:D2)', 1.5],
    ['SUBTOTAL(9,A2:D2)', 7.5],
    ['IF(A2>B2,"大","小")', '小'],
    ['IF(D2=0,1,2)', 1],
    ['IFERROR(E2,"无")', '无'],
    ['IFERROR(A2,0)', 3],
    ['ROUND(A2/B2,2)', 0.67],
    ['ROUND(-2.5,0)', -3],
    ['ABS(-4)', 4],
    ['A2&"个"', '3个'],
    ['C2="文字"', true],
    ['AND(A2>1,B2<1)', false],
    ['NOT(F2)', false],
    ['E2+1', '#DIV/0!'],
  ])('%s', async (formula, wanted) => {
    expect(await worth(formula)).toBe(wanted);
  });

  test.each([
    'NOW()',
    'VLOOKUP(A2,A2:B2,1)',
    'A2+C2',
    'SUBTOTAL(109,A2:B2)',
    'A1+1',
    'SUM(A:A)',
    '本期+1',
    'A2^2',
    '"a"<"b"',
  ])('%s is left to the spreadsheet program', async (formula) => {
    expect(await worth(formula)).toBeUndefined();
  });
});
