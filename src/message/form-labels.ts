import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { Column, IndicatorKind, IndicatorTier, RuleOperator } from '../scheme/scheme.ts';
import { formSteps } from './form-steps.ts';
import { REPORT_LABELS } from './report-labels.ts';

/** Words of the blank form beside those of the scheme: it is Chinese in every language of the program. */
export interface FormLabels {
  readonly font: string;
  /** Sheets beside those of entries; the scheme must know them as no data (`words.instructionSheets`). */
  readonly sheets: Readonly<Record<'instructions' | 'checks' | 'options', string>>;
  readonly heads: Readonly<Record<'indicator' | 'unit' | 'rule' | 'relation' | 'severity', string>>;
  /** What beside the cell of the nil statement is said. */
  readonly nil: string;
  readonly passed: string;
  readonly failed: string;
  readonly failedRule: (id: string, message: string) => string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly labelled: (label: string, value: string) => string;
  readonly bracketed: (unit: string) => string;
  readonly fileName: (city: string, bureau: string, period: Period) => string;
  readonly pageFooter: string;
  readonly prompts: {
    readonly number: (unit: string, decimals: boolean) => string;
    readonly numberWrong: (unit: string, decimals: boolean) => string;
    readonly required: string;
    readonly requiredFor: (types: readonly string[]) => string;
    readonly joint: Readonly<Record<'once' | 'each', string>>;
    readonly date: (period: Period) => string;
    readonly dateWrong: (period: Period) => string;
    readonly code: string;
    readonly codeWrong: string;
    readonly choice: string;
    readonly choiceWrong: string;
    readonly typeChoice: (task: string) => string;
  };
  readonly instructions: {
    readonly title: (title: string) => string;
    readonly source: (source: string) => string;
    readonly steps: (forms: readonly Form[], names: InstructionNames) => readonly string[];
    readonly headings: Readonly<Record<'steps' | 'indicators' | 'columns' | 'types' | 'rules', string>>;
    readonly indicator: (name: string, unit: string, kind: IndicatorKind, tier: IndicatorTier) => string;
    readonly rollup: (types: readonly string[], column: string | null, onlyIf: string | null) => string;
    readonly column: (name: string, needs: string, content: string) => string;
    readonly needs: (column: Pick<Column, 'required'>, types: readonly string[]) => string;
    readonly content: Readonly<Record<Column['type'], string>>;
    readonly types: (task: string, types: readonly string[]) => string;
    readonly rule: (id: string, severity: string, message: string, relation: string) => string;
    readonly against: string;
    readonly previous: (name: string) => string;
    readonly operators: Readonly<Record<RuleOperator, string>>;
  };
}

/** Names of the sheets and cells that the steps speak of. */
export interface InstructionNames {
  readonly summary: string;
  readonly ledger: string;
  readonly check: string;
  readonly nil: string;
}

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');

export const FORM_LABELS: FormLabels = {
  font: REPORT_LABELS.font,
  sheets: { instructions: '填报说明', checks: '审核关系', options: '下拉选项' },
  heads: { indicator: '指标名称', unit: '计量单位', rule: '编号', relation: '审核关系', severity: '性质' },
  nil: '本期没有任何活动的，在右格选择：',
  passed: '✓',
  failed: '✗',
  failedRule: (id, message) => `✗ ${id} ${message}；`,
  severity: { error: '须修改', warning: '须核实', info: '提醒' },
  labelled: (label, value) => `${label}：${value}`,
  bracketed: (unit) => `（${unit}）`,
  fileName: (city, bureau, { id }) => `${bureau.startsWith(city) ? '' : city}${bureau}${id}`,
  pageFooter: '&C第&P页，共&N页',
  prompts: {
    number: (unit, decimals) => `填${decimals ? '数' : '整数'}，单位：${unit}，不写单位。没有发生的填0。`,
    numberWrong: (unit, decimals) =>
      `这一格只能填不小于0的${decimals ? '数' : '整数'}（单位：${unit}），不写单位和文字。没有发生的填0。`,
    required: '必填。',
    requiredFor: (types) => `活动类型为${list(types)}的必填。`,
    joint: {
      once: '几家联合举办的，各行填同一个总数，汇总时只计一次。',
      each: '几家联合举办的，各填各的数，汇总时相加。',
    },
    date: ({ start, end }) => `${start}至${end}之间的日期，如${start}；多天的写起止，如${start}至${end}。`,
    dateWrong: ({ start, end }) => `日期不在报告期内（${start}至${end}）。确实如此的可以保留，审核时会提示核实。`,
    code: '18位统一社会信用代码。',
    codeWrong: '统一社会信用代码应为18位，请核对；没有的留空。',
    choice: '从下拉列表中选择。',
    choiceWrong: '请从下拉列表中选择。',
    typeChoice: (task) => `先选“${task}”，再从下拉列表中选择。`,
  },
  instructions: {
    title: (title) => `${title}填报说明`,
    source: (source) => `依据：${source}。`,
    steps: formSteps,
    headings: {
      steps: '怎样填',
      indicators: '指标',
      columns: '台账各栏',
      types: '活动类型',
      rules: '审核关系',
    },
    indicator: (name, unit, kind, tier) =>
      `${name}（${unit}）：${{ flow: '报告期内发生的数', stock: '报告期末的数', distinct: '协会商会的家数，同一家只计一次' }[kind]}；${{ core: '必填', ext: '有的填', opt: '选填' }[tier]}。`,
    rollup: (types, column, onlyIf) => {
      const rows = types.length === 0 ? '这项任务的活动' : `活动类型为${list(types)}的活动`;
      const flag = onlyIf === null ? '' : `、“${onlyIf}”为是`;
      return column === null ? `应等于台账中${rows}${flag}的数目。` : `应等于台账中${rows}${flag}的“${column}”之和。`;
    },
    column: (name, needs, content) => `${name}：${needs}${content}`,
    needs: ({ required }, types) =>
      required ? '必填。' : types.length === 0 ? '有的填。' : `活动类型为${list(types)}的必填。`,
    content: {
      ignore: '自动编号。',
      region: '活动所在的地区，从下拉列表中选择。',
      task: '从下拉列表中选择。',
      text: '',
      uscc: '18位。',
      activity_type: '先选任务类别，再从下拉列表中选择。',
      date_range: '填日期，多天的写起止。',
      enum: '从下拉列表中选择。',
      integer: '填整数。',
      decimal: '填数，可以有小数。',
      boolean: '选是或否。',
      personal: '',
      check: '自动核对，不用填。',
    },
    types: (task, types) => `${task}：${types.join('、')}。`,
    rule: (id, severity, message, relation) => `${id}（${severity}）${message}：${relation}`,
    against: '（要用上期的数，由汇总时核对，本表不显示结果）',
    previous: (name) => `上期“${name}”`,
    operators: { '<=': '≤', '<': '＜', '=': '＝', '>=': '≥', '>': '＞', '!=': '≠', requires: '大于0时，须大于0的有：' },
  },
};
