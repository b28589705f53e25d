import type { TemplateFaultArgs } from '../../model/template-fault.ts';
import type { TemplateFaultWordings } from '../wording.ts';
import { damageWord } from './file-words.ts';

/** 模板的错误. */
export const TEMPLATE_FAULTS: TemplateFaultWordings = {
  TEMPLATE_SYNTAX: ({ found }) => `花括号里的写法不对：${found}`,
  TEMPLATE_UNCLOSED: ({ tag }) => `${tag} 没有写结束`,
  TEMPLATE_MISMATCH: ({ open, close }) => `开头是 #${open}，结尾却是 /${close}`,
  TEMPLATE_RAW: () => '不能用三个花括号（{{{ }}}）或 {{& }}，数据里的符号会变成网页代码；请用两个花括号',
  TEMPLATE_TAG: () => '不能用这种写法',
  TEMPLATE_ENCODING: () => '文件既不是 UTF-8 也不是 GB18030 文本，请另存为 UTF-8',
  TEMPLATE_TOO_LARGE: ({ most }) => `文件超过 ${most} 字节`,
  TEMPLATE_DATA_UNKNOWN: ({ name, nearest, via }) =>
    `这里的数据中没有“${name}”${rather(nearest)}${via === '' ? '' : `（由 ${via} 调用）`}`,
  TEMPLATE_NAME_CLOSED: ({ name }) => `“${name}”不是数据，不能读取`,
  TEMPLATE_NOT_LIST: ({ name }) => `“${name}”不是列表`,
  TEMPLATE_NOT_PRINTABLE: () => '列表或一组数据不能直接打印，请用 {{#each}} 逐项写，或写明其中的哪一项',
  TEMPLATE_HELPER_UNKNOWN: ({ name, nearest }) => `没有“${name}”这个函数${rather(nearest)}`,
  TEMPLATE_HELPER_ARGUMENTS: ({ usage }) => `参数个数不对，应写成 {{${usage}}}`,
  TEMPLATE_HELPER_NAMED: ({ usage }) => `函数不能带“名称=值”，应写成 {{${usage}}}`,
  TEMPLATE_ARGUMENT_KIND: ({ helper, argument, wanted }) => `${helper}：“${argument}”不是${KINDS[wanted]}`,
  TEMPLATE_ARGUMENT_RANGE: ({ helper, argument, least, most }) =>
    `${helper}：“${argument}”不行，应是 ${least} ${most === '' ? '以上' : `至 ${most} `}的整数`,
  TEMPLATE_ARGUMENT_VALUE: ({ helper, argument, allowed }) =>
    `${helper}：没有“${argument}”，只有 ${allowed.join('、')}`,
  TEMPLATE_HELPER_FAILED: ({ name, detail }) => `${name} 的参数不对：${detail}`,
  TEMPLATE_BLOCK_UNKNOWN: ({ name, allowed }) =>
    `没有“#${name}”这种写法，只有 ${allowed.map((one) => `#${one}`).join('、')}`,
  TEMPLATE_BLOCK_VALUE: ({ name }) => `#${name} 后面要写一个值，而且只写一个`,
  TEMPLATE_DECORATOR_UNKNOWN: ({ name }) => `没有“${name}”这种写法`,
  TEMPLATE_MISSING: ({ name }) => `没有名为“${name}”的模板`,
  TEMPLATE_PART_UNKNOWN: ({ name, nearest }) => `没有名为“${name}”的部分${rather(nearest)}`,
  TEMPLATE_PART_NAME: () => '引用一个部分要直接写它的名称',
  TEMPLATE_NO_BLOCK: () => '引用这个部分的地方没有写内容，这里没有东西可放',
  TEMPLATE_PART_CIRCLE: ({ parts }) => `各部分互相引用，绕成了圈：${parts.join(' > ')}`,
  TEMPLATE_PART_OUTSIDE: () => '这个文件是指向模板文件夹之外的链接',
  TEMPLATE_ENDLESS: () => '各部分互相引用，没有尽头',
  TEMPLATE_FAILED: ({ detail }) => `生成时出错：${detail}`,
  WORKBOOK_DAMAGED: ({ part, fault }) =>
    `工作簿读不出来：${damageWord(fault)}${part === '' ? '' : `（${part}）`}；请用 Excel 或 WPS 打开后另存为 xlsx`,
  WORKBOOK_ENCRYPTED: () => '工作簿加了密码，不能作模板；请在 Excel 或 WPS 里去掉打开密码后另存为 xlsx',
  WORKBOOK_OLD: () => '这是旧版工作簿（xls），不能作模板；请用 Excel 或 WPS 打开后另存为 xlsx',
  WORKBOOK_NO_SHEET: () => '没有一张工作表有内容可写',
  WORKBOOK_BLOCK_UNCLOSED: ({ tag }) => `${tag} 没有写结束；结束标记写在同一行或下面某一行的单元格末尾`,
  WORKBOOK_BLOCK_CLOSE: ({ tag }) => `${tag} 没有对应的开头，或者与最近的开头不是一对`,
  WORKBOOK_BLOCK_PLACE: ({ tag }) => `${tag} 的位置不对：开头标记要在单元格文字的最前面，结束标记要在最后面`,
  WORKBOOK_BLOCK_CROSSING: ({ tag }) => `${tag} 与另一个重复块的行（或列）交叉；块只能上下排列或一个套一个`,
  WORKBOOK_ACROSS_LENGTHS: ({ length, wanted }) => `同样的列在别处重复 ${wanted} 次，这里的列表却有 ${length} 项`,
  WORKBOOK_MERGE_CUT: ({ cells }) => `合并单元格 ${cells} 有一部分在重复块里、一部分在外面；请取消合并或把块扩大`,
  WORKBOOK_SHEET_FULL: () => '填入的行或列超过一张工作表的上限（1048576 行、16384 列）',
  WORKBOOK_SHEET_REPEATED: ({ sheet }) =>
    `工作表“${sheet}”会重复成好几张，单独引用其中一格不知指哪一张；请用 SUM 等求和（各张一起算），或把公式放进按同一列表重复的行或工作表`,
  WORKBOOK_FORMULA_MARK: ({ tag }) => `公式里的 ${tag} 不会被填写；请把它写在另一个单元格，公式再引用那个单元格`,
  WORKBOOK_TEXT_LONG: ({ most }) => `填写后的文字超过一个单元格的上限（${most} 个字符）太多，请减少重复`,
  WORKBOOK_BLOCKS_DEEP: ({ most }) => `一个单元格里的块一层套一层超过 ${most} 层`,
};

const KINDS: Readonly<Record<TemplateFaultArgs['TEMPLATE_ARGUMENT_KIND']['wanted'], string>> = {
  number: '数字',
  text: '文字',
  date: '日期（如 2024-03-31）',
  list: '列表',
  group: '一组数据',
};

function rather(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `（是不是 ${nearest.join('、')}？）`;
}
