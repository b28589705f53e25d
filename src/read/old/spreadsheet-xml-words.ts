import { codes } from '../../ooxml/vocabulary.ts';
import type { NumberKind } from '../number-format.ts';
import { markupVocabulary } from './markup-words.ts';

export const SPREADSHEET_XML = 'urn:schemas-microsoft-com:office:spreadsheet';

export const ELEMENT = codes(
  'ss:Workbook',
  'ss:Style',
  'ss:NumberFormat',
  'ss:Worksheet',
  'ss:Table',
  'ss:Column',
  'ss:Row',
  'ss:Cell',
  'ss:Data',
  'ss:Comment',
  'x:Visible',
  'x:Date1904',
);

export const ATTRIBUTE = codes(
  'ss:ID',
  'ss:Parent',
  'ss:Format',
  'ss:Name',
  'ss:Index',
  'ss:Span',
  'ss:Hidden',
  'ss:StyleID',
  'ss:MergeAcross',
  'ss:MergeDown',
  'ss:Formula',
  'ss:Type',
);

export const WORDS = markupVocabulary({
  namespaces: [
    ['ss', SPREADSHEET_XML],
    ['x', 'urn:schemas-microsoft-com:office:excel'],
  ],
  elements: ELEMENT,
  attributes: ATTRIBUTE,
  bare: 'ss',
});

/** Number formats that go by a name. */
export const NAMED_FORMATS: ReadonlyMap<string, NumberKind> = new Map([
  ['General', 'number'],
  ['General Number', 'number'],
  ['Currency', 'number'],
  ['Euro Currency', 'number'],
  ['Fixed', 'number'],
  ['Standard', 'number'],
  ['Scientific', 'number'],
  ['Yes/No', 'number'],
  ['True/False', 'number'],
  ['On/Off', 'number'],
  ['Percent', 'percent'],
  ['General Date', 'date'],
  ['Long Date', 'date'],
  ['Medium Date', 'date'],
  ['Short Date', 'date'],
  ['Long Time', 'time'],
  ['Medium Time', 'time'],
  ['Short Time', 'time'],
]);
