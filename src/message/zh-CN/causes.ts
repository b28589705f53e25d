import type { CauseWordings } from '../wording.ts';

/** What the cells show of why they are wrong: facts, not orders. */
export const CAUSES: CauseWordings = {
  LETTERS_AMONG_DIGITS: ({ letters }) => `数字里夹有字母 ${letters.join('、')}`,
  SPACE_IN_NUMBER: () => '数字中间有空格',
  SEPARATOR_MISPLACED: () => '逗号或小数点的位置不对',
  SEVERAL_NUMBERS: () => '一格里写了不止一个数',
  TEXT_BESIDE_NUMBER: ({ text }, { quote }) => `数字旁边还写了${quote(text)}`,
  DATE_FOR_NUMBER: () => '填的是日期',
  COLUMNS_SWAPPED: ({ columns: [left, right] }, { quote, nameOf }) =>
    `${quote(nameOf(left))}与${quote(nameOf(right))}两列互换`,
  NO_DIGITS: () => '只有文字，没有阿拉伯数字',
  FORMULA_AS_TEXT: () => '公式被存成了文字',
  HASHES: () => '填的是“####”，像是从列宽不够的表里抄来的',
  FORMULA_ERROR: ({ error }) => ERRORS.get(error) ?? error,
  NO_SUCH_DAY: () => '日历上没有这一天',
  OTHER_YEAR: ({ year }) => `只差在年份写的是 ${year}`,
  CODE_LENGTH: ({ length }) => `填了 ${length} 位`,
  CODE_LETTERS: ({ letters }) => `含有字母 ${letters.join('、')}，可能是数字 0、1、2、5 写成了字母`,
  POWER_OF_TEN: ({ factor }) => `两个数正好差 ${factor} 倍，可能是计量单位不一致`,
  DOUBLED: () => '正好是两倍，可能把小计也加进去了',
  DIGITS_SWAPPED: () => '两个数只有相邻两位数字次序不同，可能是录入时颠倒了',
};

const ERRORS: ReadonlyMap<string, string> = new Map([
  ['#REF!', '公式引用的单元格已被删除（#REF!）'],
  ['#DIV/0!', '公式除以了 0 或空格（#DIV/0!）'],
  ['#VALUE!', '公式用到的单元格里有文字（#VALUE!）'],
  ['#NAME?', '公式里的函数或名称写错了（#NAME?）'],
  ['#N/A', '公式没有查到对应的内容（#N/A）'],
  ['#NUM!', '公式算出的数超出了范围（#NUM!）'],
  ['#NULL!', '公式里的区域没有交集（#NULL!）'],
]);
