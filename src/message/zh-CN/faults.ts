import type { FaultArgs } from '../../scheme/fault-text.ts';
import type { FaultWordings } from '../wording.ts';

/** Faults of a scheme, of a workspace's settings and of its tables. */
export const FAULTS: FaultWordings = {
  FILE_MISSING: () => '报表制度缺少这个文件',
  FILE_UNREADABLE: ({ detail }) => `文件打不开：${detail}`,
  ENCODING_UNREADABLE: () => '既不是 UTF-8 也不是 GB18030 文本，请另存为 UTF-8（Excel 里选“CSV UTF-8（逗号分隔）”）',
  YAML_UNREADABLE: ({ detail, problem }) => `不是有效的 YAML：${YAML[problem] ?? detail}`,
  YAML_NOT_MAPPING: () => '应当一行写一项设置，例如 area: 广东省',
  // With our settings csv-parse gives up at quotation marks only.
  TABLE_UNREADABLE: () => '不是有效的表格：双引号没有成对；格内有逗号或引号的，整格加英文双引号，格内的引号写两个',
  TABLE_WITHOUT_ROWS: () => '表里一行都没有',
  COLUMN_MISSING: ({ column, nearest }) => `缺少“${column}”这一列${rather(nearest)}`,
  COLUMN_UNKNOWN: ({ column, nearest }) => `这张表没有“${column}”这一列${rather(nearest)}`,
  COLUMN_TWICE: ({ column }) => `“${column}”这一列出现了两次`,
  ROW_TOO_LONG: ({ expected, found }) =>
    `这一行有 ${found} 格，表头只有 ${expected} 格；格内有逗号的，整格要加英文双引号`,
  KEY_MISSING: ({ column }) => `缺少“${column}”`,
  KEY_UNKNOWN: ({ column, nearest }) => `这里没有“${column}”这个设置${rather(nearest)}`,
  KEY_SHAPE: ({ column, wanted }) => `“${column}”的写法不对，应为${SHAPES[wanted] ?? wanted}`,
  VALUE_MISSING: ({ column }) => `“${column}”没有填`,
  VALUE_NOT_ALLOWED: ({ column, value, allowed }) => `“${column}”填的是“${value}”，只能填：${allowed.join('、')}`,
  VALUE_NOT_EMPTY: ({ column, value, because }) => `“${column}”填的是“${value}”，这里应当留空（${because}）`,
  NUMBER_WRONG: ({ column, value, wanted, least, most }) =>
    `“${column}”填的是“${value}”，应为${wanted === 'whole' ? `从 ${least} 到 ${most} 的整数` : (NUMBERS[wanted] ?? wanted)}`,
  ID_SPELLING: ({ column, value, wanted }) => `“${column}”填的是“${value}”，应为 ${SPELLINGS[wanted] ?? wanted}`,
  ITEM_TWICE: ({ column, value }) => `“${column}”里“${value}”写了两次`,
  ID_TWICE: ({ column, value, first }) => `“${column}”的“${value}”已经用过（${first}）`,
  REFERENCE_UNKNOWN: ({ column, value, table, nearest }) =>
    `“${column}”写的是“${value}”，但 ${table} 里没有它${rather(nearest)}`,
  REFERENCE_WRONG: ({ column, value, wanted }) => `“${column}”写的是“${value}”，它不是 ${wanted}`,
  NAME_TWICE: ({ column, value, first }) => `“${column}”的“${value}”已经另有所指（${first}）`,
  SYNONYM_TWICE: ({ value, form, others }) =>
    `在 ${form} 表式里，“${value}”同时还指 ${others.join('、')}；一个列名只能有一个意思`,
  NAME_UNUSABLE: ({ column, value }) => `“${column}”的“${value}”没有可以比对的文字`,
  CIRCULAR: ({ column, values }) => `“${column}”绕成了圈：${values.join(' > ')}`,
  ROLLUP_WRONG: ({ value }) => `rollup 写的是“${value}”，只能留空，或写 count、sum(列)、distinct(association)`,
  ROLLUP_KIND: ({ kind, rollup }) => `${kind} 类的指标不能用 ${rollup} 汇总`,
  EXPRESSION_WRONG: ({ column, value }) =>
    `“${column}”写的是“${value}”，应为用 + 和 - 连接的编号和数字，例如 a + b - 1；上期的数写作 previous(a)`,
  PREVIOUS_IN_ROW: ({ column, value }) =>
    `“${column}”用了 previous(${value})，但台账的一行只属于一个报告期；只有 scope 为 return 的规则可以用上期的数`,
  UNITS_DIFFER: ({ unit, column, columnUnit }) => `单位是“${unit}”，但所加的列“${column}”的单位是“${columnUnit}”`,
  TASK_WITHOUT_INDICATORS: ({ task }) => `任务“${task}”下面没有指标`,
  COLUMN_NEEDED: ({ column, type }) => `表里必须有编号为 ${column}、类型为 ${type} 的列`,
  PROVINCE_COUNT: ({ found }) => `省一级地区（province）必须正好有一个，现在有 ${found} 个`,
  WORD_IN_BOTH: ({ word, lists }) => `“${word}”同时写在 ${lists.join(' 和 ')} 里；一个词只能有一个意思`,
  PERIOD_WRONG: ({ column, value }) => `“${column}”填的是“${value}”，不是报告期；请写成 2024Q1 这样`,
  PERIOD_KIND: ({ column, value, kind }) =>
    `“${column}”填的是“${value}”，但报表制度是${KINDS[kind] ?? kind}报送的；请写成 ${PERIODS[kind] ?? '2024Q1'} 这样`,
  DATE_WRONG: ({ column, value }) => `“${column}”填的是“${value}”，不是日期；请写成 2024-04-20 这样`,
  DATES_REVERSED: ({ column, value, other, than }) => `“${column}”填的“${value}”早于“${other}”的“${than}”`,
  PATH_WRONG: ({ column, value, because }) => `“${column}”填的是“${value}”，不能用作路径：${PATHS[because] ?? because}`,
  FOLDER_MISSING: ({ column, value }) => `“${column}”写的文件夹“${value}”不存在`,
  CELL_WRONG: ({ column, value }) => `“${column}”填的是“${value}”，应为一个单元格，例如 D5`,
  PLACE_MISSING: ({ columns }) => `没有写明说的是哪一处，请至少填写其中一项：${columns.join('、')}`,
  NEEDS_OTHER: ({ column, other }) => `填了“${column}”，就要同时填“${other}”`,
  VALUE_UNKNOWN: ({ column, value, nearest }) => `“${column}”填的“${value}”不存在${rather(nearest)}`,
  ROW_TWICE: ({ first }) => `这一行与 ${first} 说的是同一处，请删去其中一行`,
};

/** 应当写成什么。 */
const SHAPES: Readonly<Record<FaultArgs['KEY_SHAPE']['wanted'], string>> = {
  text: '一段文字',
  list: '列表（没有内容时写 []）',
  words: '由文字组成的列表，每项都不能空',
  textOrList: '文字，或者一列文字',
  mapping: '下一级设置（没有内容时写 {}）',
  wholeNumber: '整数',
};

const NUMBERS: Readonly<Record<FaultArgs['NUMBER_WRONG']['wanted'], string>> = {
  whole: '整数',
  notNegative: '不小于 0 的数',
  integerDecimals: ' 0（类型是 integer）',
};

const SPELLINGS: Partial<Readonly<Record<FaultArgs['ID_SPELLING']['wanted'], string>>> = {
  sha256: '文件的 SHA-256（64 位十六进制数）',
};

const KINDS: Readonly<Record<FaultArgs['PERIOD_KIND']['kind'], string>> = {
  month: '按月',
  quarter: '按季度',
  half: '按半年',
  year: '按年',
};

const PERIODS: Readonly<Record<FaultArgs['PERIOD_KIND']['kind'], string>> = {
  month: '2024-03',
  quarter: '2024Q1',
  half: '2024H1',
  year: '2024',
};

const PATHS: Readonly<Record<FaultArgs['PATH_WRONG']['because'], string>> = {
  characters: '含有控制字符；双引号里的反斜杠有特殊含义，请去掉双引号，或改用 /',
  placeholder: '花括号里只能写 {period}',
  periodTwice: '{period} 只能写一次',
};

/** YAML 常见的写法错误。 */
const YAML: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一项设置写了两次',
  TAB_AS_INDENT: '行首的空格要用空格键，不能用 Tab 键',
  BAD_DQ_ESCAPE: '双引号里的反斜杠有特殊含义；路径请去掉双引号，或改用 /',
  BAD_INDENT: '行首的空格数不对，同一级要对齐',
  MULTIPLE_DOCS: '不能有单独一行 ---，一个文件只写一份设置',
  UNEXPECTED_TOKEN: '这里的写法看不懂；值以 { [ * & ! % @ 开头的，要加单引号',
  MISSING_CHAR: '少了引号、括号或冒号后的空格',
  BLOCK_AS_IMPLICIT_KEY: '冒号后要有空格，一行只写一项',
  MULTILINE_IMPLICIT_KEY: '这里少了冒号，或者冒号后少了空格',
};

function rather(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `（是不是 ${nearest.join('、')}？）`;
}
