import { describe, expect, test } from 'vitest';
import { formulaOf } from '../../../../src/render/workbook-template/formula.ts';
import { formulaTokens } from '../../../../src/render/workbook-template/formula-tokens.ts';
import { shiftedFormula } from '../../../../src/render/workbook-template/shared-formula.ts';

const references = (formula: string) =>
  formulaTokens(formula).flatMap((token) => (token.kind === 'reference' ? [token.text] : []));

describe('formulaTokens', () => {
  test.each([
    ['a cell and a range', 'A1+$B$2:C3', ['A1', '$B$2:C3']],
    ['lower case', 'sum(a1:b2)', ['a1:b2']],
    ['sheets', "汇总!B5+'a b'!C3+'it''s'!D4", ['汇总!B5', "'a b'!C3", "'it''s'!D4"]],
    ['several sheets', "SUM('甲:乙'!A1)+SUM(a:b!A1)", ["'甲:乙'!A1", 'a:b!A1']],
    ['a sheet whose name is a mark', "'{{#each tasks}}{{name}}'!B5", ["'{{#each tasks}}{{name}}'!B5"]],
    ['whole rows and columns', 'SUM(A:C)+SUM($2:3)+x!$A:$B', ['A:C', '$2:3', 'x!$A:$B']],
    ['nothing within texts', '"A1 ""B2"""&C3', ['C3']],
    ['functions that look like cells', 'LOG10(A1)+ATAN2(B1,C1)', ['A1', 'B1', 'C1']],
    ['names that look like cells', 'A1b+A1_x+x.A1+Q1总', []],
    ['errors and booleans', '#REF!+#N/A+TRUE', []],
    ['other files', "[1]Sheet1!A1+'[book.xlsx]a b'!$A$1:$B$2+'C:\\[x]y'!A1", ["'C:\\[x]y'!A1"]],
    ['tables', '表1[[#This Row],[A1]]+表1[B2]+C3', ['C3']],
    ['array constants', 'SUM({1,2;3,4}*A1:A2)', ['A1:A2']],
    ['a broken reference', 'x!#REF!+A1', ['A1']],
  ])('%s', (_, formula, wanted) => {
    expect(references(formula)).toEqual(wanted);
  });

  test.each([
    'A1 + "x" & 汇总!B2:C3 * -5%',
    "IF(A1<>'a b'!C3,1E+5,.5)",
    '表[[#A],[x]]~!',
    '',
    '"unclosed',
    "'unclosed!A1",
  ])('joined again they are the formula: %s', (formula) => {
    expect(
      formulaTokens(formula)
        .map(({ text }) => text)
        .join(''),
    ).toBe(formula);
  });
});

describe('formulaOf', () => {
  test.each([
    ['SUM(B5)', 1],
    ['SUM(B5,C5)+COUNT(D5)', 3],
    ['B5*2', 0],
    ['SUM(B5*2)', 0],
    ['ROUND(B5,2)', 0],
    ['SUM(IF(B5,1,2))', 0],
    ['SUM(B5:B5)', 1],
    ['SUBTOTAL(9,B5)', 1],
  ])('%s: cells that an adding function takes: %i', (formula, count) => {
    expect(formulaOf(formula).spread.size).toBe(count);
  });
});

describe('shiftedFormula', () => {
  test.each([
    ['A1+$A$1+A$1+$A1', 2, 1, 'B3+$A$1+B$1+$A3'],
    ["SUM('x'!A1:B2)", 1, 0, "SUM('x'!A2:B3)"],
    ['A:A+2:2', 1, 1, 'B:B+3:3'],
    ['A1', -1, 0, '#REF!'],
  ])('%s by %i rows and %i columns', (formula, rows, columns, wanted) => {
    expect(shiftedFormula(formula, rows, columns)).toBe(wanted);
  });
});
