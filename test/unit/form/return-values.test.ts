import { expect, test } from 'vitest';
import { cellContent } from '../../../src/form/return-values.ts';

const text = (of: string) => ({ kind: 'text', text: of });

test.each([
  ['12', 'integer', { kind: 'number', number: 12 }],
  [' 12.50 ', 'decimal', { kind: 'number', number: 12.5 }],
  ['-3', 'integer', { kind: 'number', number: -3 }],
  ['约200', 'integer', text('约200')],
  ['—', 'integer', text('—')],
  ['1,200', 'integer', text('1,200')],
  ['007', 'integer', text('007')],
  ['1234567890123456', 'integer', text('1234567890123456')],
  ['2024-02-29', 'date_range', { kind: 'day', serial: 45351 }],
  ['2023-02-29', 'date_range', text('2023-02-29')],
  ['2024-03-05至2024-03-08', 'date_range', text('2024-03-05至2024-03-08')],
  ['1899-01-01', 'date_range', text('1899-01-01')],
  ['12', 'text', text('12')],
  ['=1+1', 'text', text('=1+1')],
  ['  ', 'text', null],
  ['', 'integer', null],
] as const)('%j of type %s', (typed, type, content) => {
  expect(cellContent(typed, type)).toEqual(content);
});
