import { codes } from '../../ooxml/vocabulary.ts';
import { markupVocabulary } from './markup-words.ts';

const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns';

export const ELEMENT = codes(
  'office:document-content',
  'office:document',
  'office:spreadsheet',
  'office:text',
  'office:presentation',
  'office:drawing',
  'office:annotation',
  'style:style',
  'style:table-properties',
  'number:date-style',
  'number:time-style',
  'number:percentage-style',
  'table:null-date',
  'table:table',
  'table:table-column',
  'table:table-row',
  'table:table-cell',
  'table:covered-table-cell',
  'table:shapes',
  'text:p',
  'text:s',
  'text:tab',
  'text:line-break',
);

export const ATTRIBUTE = codes(
  'style:name',
  'style:data-style-name',
  'table:display',
  'table:name',
  'table:style-name',
  'table:default-cell-style-name',
  'table:date-value',
  'table:visibility',
  'table:number-columns-repeated',
  'table:number-rows-repeated',
  'table:number-columns-spanned',
  'table:number-rows-spanned',
  'table:formula',
  'office:value-type',
  'office:value',
  'office:date-value',
  'office:time-value',
  'office:boolean-value',
  'office:string-value',
  'calcext:value-type',
  'text:c',
);

export const WORDS = markupVocabulary({
  namespaces: [
    ['office', `${OPEN_DOCUMENT}:office:1.0`],
    ['style', `${OPEN_DOCUMENT}:style:1.0`],
    ['number', `${OPEN_DOCUMENT}:datastyle:1.0`],
    ['table', `${OPEN_DOCUMENT}:table:1.0`],
    ['text', `${OPEN_DOCUMENT}:text:1.0`],
    ['calcext', 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'],
  ],
  elements: ELEMENT,
  attributes: ATTRIBUTE,
  bare: '',
});

/** Names of the manifest, where the parts of a package and their encryption are listed. */
export const MANIFEST_ELEMENT = codes('manifest:encryption-data');
export const MANIFEST_WORDS = markupVocabulary({
  namespaces: [['manifest', `${OPEN_DOCUMENT}:manifest:1.0`]],
  elements: MANIFEST_ELEMENT,
  attributes: {},
  bare: 'manifest',
});
