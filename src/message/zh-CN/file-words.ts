import { type DamageFault, LIMITS } from '../../ooxml/package-error.ts';

/** What is damaged, in a few words. */
const DAMAGE: Readonly<Record<DamageFault, string>> = {
  zeros: '内容全是空的，多半是传送或存盘没有完成',
  directory: '文件内部的目录缺失或有误',
  truncated: '文件不完整，后半部分缺失',
  compression: '压缩数据有误',
  method: '压缩方式不支持',
  checksum: '校验值不符',
  size: '大小与记录不符',
  nameTwice: '内部有重名的部分',
  encryptedPart: '有加密的部分',
  partMissing: '缺少必要的部分',
  encoding: '文字编码有误',
  markup: '内部标记有误',
  doctype: '含有不允许的声明',
  nesting: '嵌套层数过多',
  root: '内部结构有误',
  noSheets: '没有工作表',
  faults: '有误的单元格太多',
};

/** Kinds of files that are not read. */
const KINDS: Readonly<Record<string, string>> = {
  xls: '旧版 Excel 97-2003 工作簿（xls）',
  xlsb: '二进制工作簿（xlsb）',
  ods: 'OpenDocument 表格（ods）',
  html: '网页（html）',
  mhtml: '网页归档（mhtml）',
  mail: '电子邮件（eml），里面的附件没有打开',
  xml: 'XML 文件',
  doc: 'Word 文档（doc）',
  docx: 'Word 文档（docx）',
  ppt: '演示文稿（ppt）',
  pptx: '演示文稿（pptx）',
  pdf: 'PDF 文档',
  rtf: 'RTF 文档',
  odt: 'OpenDocument 文字、演示或图形文档（odt、odp、odg）',
  ofd: 'OFD 版式文件',
  numbers: '苹果 Numbers 表格',
  exchange: '数据交换文件（SYLK、DIF）',
  image: '图片',
  zip: '压缩包',
  archive: '压缩包',
  volume: '压缩包的分卷',
  unknown: '认不出的格式',
};

/** Why the disk refused, by the system's code. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: '文件已不在原处',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '是文件夹',
  notAFile: '是管道或设备，不是普通文件',
  EMFILE: '同时打开的文件太多',
  EIO: '磁盘出错',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件太大',
  EROFS: '只读磁盘',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '同名的文件已经存在',
};

/** What there can be too much of. */
const COUNTED: Readonly<Record<string, string>> = {
  entries: ' 个内部文件',
  bundleFiles: ' 个文件',
  bundleBytes: '，压缩包里的文件解压后合计',
  bundleCells: ' 个单元格，压缩包里的文件合计',
  bundleNames: ' 字节，压缩包里的文件名连同文件夹',
  rows: ' 行',
  tags: ' 个标签',
  summaryRows: ' 行统计表数据',
  ledgerRows: ' 行台账数据',
  totalRows: ' 行小计、合计',
  sections: ' 组各带小标题的数据',
  findings: ' 条不同的审核意见',
  bundleFindings: ' 条不同的审核意见，压缩包里其他文件只给它留下这么多',
  cells: ' 个单元格',
  characters: ' 个字符',
  longTexts: ' 段超过 16383 字的长文字',
  strings: ' 条文字',
  sheets: ' 张工作表',
};

const WORDS = new Map(Object.entries({ ...DAMAGE, ...KINDS, ...REFUSALS, ...COUNTED }));

/** The words for a detail of a file's state; the detail itself when there are none. */
export function fileWord(detail: string): string {
  return WORDS.get(detail) ?? detail;
}

/** What is wrong with a package as words: what is damaged, or which bound it goes over. */
export function damageWord(fault: string): string {
  const limit = Object.entries(LIMITS).find(([name]) => name === fault)?.[1];
  return limit === undefined ? fileWord(fault) : `太大，超过上限 ${limit}${COUNTED[fault] ?? ''}`;
}
