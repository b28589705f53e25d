import type { TemplateFaultArgs } from '../../model/template-fault.ts';
import type { TemplateFaultWordings } from '../wording.ts';
import { damageWord } from './file-words.ts';

/** Faults of templates. */
const TEMPLATE_FAULTS: TemplateFaultWordings = {
  TEMPLATE_SYNTAX: ({ found }) => `this is not a well-formed tag: ${found}`,
  TEMPLATE_UNCLOSED: ({ tag }) => `${tag} is never closed`,
  TEMPLATE_MISMATCH: ({ open, close }) => `#${open} is closed by /${close}`,
  TEMPLATE_RAW: () => 'unescaped output ({{{ }}} or {{& }}) is not allowed',
  TEMPLATE_TAG: () => 'this kind of tag is not allowed',
  TEMPLATE_ENCODING: () => 'the file is neither UTF-8 nor GB18030 text',
  TEMPLATE_TOO_LARGE: ({ most }) => `the file is larger than ${most} bytes`,
  TEMPLATE_DATA_UNKNOWN: ({ name, nearest, via }) =>
    `the data has no "${name}" here${didYouMean(nearest)}${via === '' ? '' : ` (called from ${via})`}`,
  TEMPLATE_NAME_CLOSED: ({ name }) => `"${name}" is not data and cannot be read`,
  TEMPLATE_NOT_LIST: ({ name }) => `"${name}" is not a list`,
  TEMPLATE_NOT_PRINTABLE: () => 'a list or group cannot be printed as it is',
  TEMPLATE_HELPER_UNKNOWN: ({ name, nearest }) => `no helper named "${name}"${didYouMean(nearest)}`,
  TEMPLATE_HELPER_ARGUMENTS: ({ usage }) => `wrong number of arguments; it is written {{${usage}}}`,
  TEMPLATE_HELPER_NAMED: ({ usage }) => `a helper takes no NAME=VALUE; it is written {{${usage}}}`,
  TEMPLATE_ARGUMENT_KIND: ({ helper, argument, wanted }) => `${helper}: "${argument}" is not a ${wanted}`,
  TEMPLATE_ARGUMENT_RANGE: ({ helper, argument, least, most }) =>
    `${helper}: "${argument}" is not a whole number from ${least}${most === '' ? '' : ` to ${most}`}`,
  TEMPLATE_ARGUMENT_VALUE: ({ helper, argument, allowed }) =>
    `${helper}: there is no "${argument}"; there are ${allowed.join(', ')}`,
  TEMPLATE_HELPER_FAILED: ({ name, detail }) => `${name}: ${detail}`,
  TEMPLATE_BLOCK_UNKNOWN: ({ name, allowed }) =>
    `no block named "${name}"; there are ${allowed.map((one) => `#${one}`).join(', ')}`,
  TEMPLATE_BLOCK_VALUE: ({ name }) => `#${name} takes one value`,
  TEMPLATE_DECORATOR_UNKNOWN: ({ name }) => `no decorator named "${name}"`,
  TEMPLATE_MISSING: ({ name }) => `there is no template named "${name}"`,
  TEMPLATE_PART_UNKNOWN: ({ name, nearest }) => `no partial named "${name}"${didYouMean(nearest)}`,
  TEMPLATE_PART_NAME: () => 'a partial is called by its plain name',
  TEMPLATE_NO_BLOCK: () => 'this part is called without a block, so there is nothing to put here',
  TEMPLATE_PART_CIRCLE: ({ parts }) => `the parts call each other in a circle: ${parts.join(' > ')}`,
  TEMPLATE_PART_OUTSIDE: () => 'this file is a link that leads out of its template folder',
  TEMPLATE_ENDLESS: () => 'the templates call each other without end',
  TEMPLATE_FAILED: ({ detail }) => detail,
  WORKBOOK_DAMAGED: ({ part, fault }) =>
    `the workbook cannot be read: ${damageWord(fault)}${part === '' ? '' : ` (${part})`}; open it in Excel or WPS and save it as xlsx`,
  WORKBOOK_ENCRYPTED: () =>
    'the workbook has a password and cannot be a template; remove the password in Excel or WPS and save it as xlsx',
  WORKBOOK_OLD: () =>
    'this is an old workbook (xls) and cannot be a template; open it in Excel or WPS and save it as xlsx',
  WORKBOOK_NO_SHEET: () => 'no sheet is left to be written',
  WORKBOOK_BLOCK_UNCLOSED: ({ tag }) =>
    `${tag} is never closed; its end stands at the end of a cell on this row or below`,
  WORKBOOK_BLOCK_CLOSE: ({ tag }) => `${tag} closes nothing, or not the block that was opened last`,
  WORKBOOK_BLOCK_PLACE: ({ tag }) =>
    `${tag} stands in the wrong place: a block begins at the start of a cell's text and ends at the end of one`,
  WORKBOOK_BLOCK_CROSSING: ({ tag }) =>
    `${tag} crosses the rows or columns of another block; blocks stand one below the other or within each other`,
  WORKBOOK_ACROSS_LENGTHS: ({ length, wanted }) =>
    `these columns are repeated ${wanted} times elsewhere, but the list has ${length} items here`,
  WORKBOOK_MERGE_CUT: ({ cells }) => `the merged cells ${cells} are partly inside a block and partly outside`,
  WORKBOOK_SHEET_FULL: () => 'there are more rows or columns than a sheet can have (1048576 rows, 16384 columns)',
  WORKBOOK_SHEET_REPEATED: ({ sheet }) =>
    `the sheet "${sheet}" is repeated: a single cell of it may be any of several; add them up (SUM and the like take all), or put the formula on rows or a sheet repeated for the same list`,
  WORKBOOK_FORMULA_MARK: ({ tag }) =>
    `${tag} within a formula is not filled in; put it into a cell that the formula refers to`,
  WORKBOOK_TEXT_LONG: ({ most }) => `the text filled in is far longer than a cell may hold (${most} characters)`,
  WORKBOOK_BLOCKS_DEEP: ({ most }) => `blocks within one cell are nested more than ${most} deep`,
};

/** A fault in English, which every fault carries for those that know no other language. */
export function templateFaultText<C extends keyof TemplateFaultArgs>(code: C, args: TemplateFaultArgs[C]): string {
  return TEMPLATE_FAULTS[code](args);
}

function didYouMean(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `; did you mean ${nearest.map((one) => `"${one}"`).join(' or ')}?`;
}
