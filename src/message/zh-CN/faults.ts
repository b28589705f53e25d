import type { FaultWordings } from '../wording.ts';

/** Faults of a scheme. */
export const FAULTS: FaultWordings = {
  FILE_MISSING: () => '报表制度缺少这个文件',
  FILE_UNREADABLE: ({ detail }) => `文件打不开：${detail}`,
  ENCODING_UNREADABLE: () => '既不是 UTF-8 也不是 GB18030 文本，请另存为“CSV UTF-8（逗号分隔）”',
  YAML_UNREADABLE: ({ detail }) => `不是有效的 YAML：${detail}`,
  TABLE_UNREADABLE: ({ detail }) => `不是有效的表格：${detail}`,
  TABLE_WITHOUT_ROWS: () => '表里一行都没有',
  COLUMN_MISSING: ({ column, nearest }) => `缺少“${column}”这一列${rather(nearest)}`,
  COLUMN_UNKNOWN: ({ column, nearest }) => `这张表没有“${column}”这一列${rather(nearest)}`,
  COLUMN_TWICE: ({ column }) => `“${column}”这一列出现了两次`,
  ROW_TOO_LONG: ({ expected, found }) =>
    `这一行有 ${found} 格，表头只有 ${expected} 格；格内有逗号的，整格要加英文双引号`,
  KEY_MISSING: ({ column }) => `缺少“${column}”`,
  KEY_UNKNOWN: ({ column, nearest }) => `这里没有“${column}”这个设置${rather(nearest)}`,
  KEY_SHAPE: ({ column, wanted }) => `“${column}”的写法不对，应为 ${wanted}`,
  VALUE_MISSING: ({ column }) => `“${column}”没有填`,
  VALUE_NOT_ALLOWED: ({ column, value, allowed }) => `“${column}”填的是“${value}”，只能填：${allowed.join('、')}`,
  VALUE_NOT_EMPTY: ({ column, value, because }) => `“${column}”填的是“${value}”，这里应当留空（${because}）`,
  NUMBER_WRONG: ({ column, value, wanted }) => `“${column}”填的是“${value}”，应为 ${wanted}`,
  ID_SPELLING: ({ column, value, wanted }) => `“${column}”填的是“${value}”，应为 ${wanted}`,
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
    `“${column}”写的是“${value}”，应为用 + 和 - 连接的编号和数字，例如 a + b - 1`,
  UNITS_DIFFER: ({ unit, column, columnUnit }) => `单位是“${unit}”，但所加的列“${column}”的单位是“${columnUnit}”`,
  TASK_WITHOUT_INDICATORS: ({ task }) => `任务“${task}”下面没有指标`,
  COLUMN_NEEDED: ({ column, type }) => `表里必须有编号为 ${column}、类型为 ${type} 的列`,
  PROVINCE_COUNT: ({ found }) => `省一级地区（province）必须正好有一个，现在有 ${found} 个`,
  WORD_IN_BOTH: ({ word, lists }) => `“${word}”同时写在 ${lists.join(' 和 ')} 里；一个词只能有一个意思`,
};

function rather(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `（是不是 ${nearest.join('、')}？）`;
}
