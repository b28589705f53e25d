import type { Explanations, ExplanationTexts } from '../explanation.ts';
import { REPORT_LABELS } from '../report-labels.ts';
import { CELL } from './explain/cell.ts';
import { COMPARE } from './explain/compare.ts';
import { FILE } from './explain/file.ts';
import { FORM } from './explain/form.ts';
import { ROW } from './explain/row.ts';
import { SETTLE } from './explain/settle.ts';

const CODES: Explanations = { ...FILE, ...FORM, ...CELL, ...ROW, ...SETTLE, ...COMPARE };

/** 每个代码是什么意思. */
export const EXPLANATIONS: ExplanationTexts = {
  codes: CODES,
  groups: [
    { title: '文件', explanations: FILE },
    { title: '表、填报单位、报告期和列', explanations: FORM },
    { title: '单元格', explanations: CELL },
    { title: '行和整份报送件', explanations: ROW },
    { title: '几行、几份报送件之间', explanations: SETTLE },
    { title: '与往期、与其他单位之间', explanations: COMPARE },
  ],
  rules: {
    title: '报表制度的规则',
    holds: {
      '<=': (left, right) => `“${left}”不应大于“${right}”`,
      '<': (left, right) => `“${left}”应小于“${right}”`,
      '=': (left, right) => `“${left}”应等于“${right}”`,
      '>=': (left, right) => `“${left}”不应小于“${right}”`,
      '>': (left, right) => `“${left}”应大于“${right}”`,
      '!=': (left, right) => `“${left}”不应等于“${right}”`,
      requires: (left, right) => `“${left}”大于 0 时，“${right}”也应大于 0`,
    },
    tolerance: (allowed) => `，允许相差 ${allowed}`,
    scope: {
      return: '对统计表的每个地区核对；统计表空着的，用同一单位台账汇总的数。缺数或读不懂的不核对。',
      row: '对台账的每一行核对。缺数或读不懂的不核对。',
      previous: '对统计表的每个地区核对（空着的用台账）。上期没有数或不全的不核对。',
    },
    why: {
      error: '这几个数互相矛盾，至少有一个是错的；目前仍按所填的数计入。',
      warning: '这种情况少见，多半有误；仍按所填的数计入。',
      info: '只是提醒；按所填的数计入。',
    },
    mend: {
      error: '请核对这几个数，改正有误的一方。',
      warning: '请核实；有误的请改正，情况属实的请附情况说明。',
      info: '请看一看；没有问题就不用处理。',
    },
  },
  headings: { what: '是什么', why: '为什么要紧', mend: '怎么改' },
  severities: REPORT_LABELS.severity,
  page: {
    title: '审核意见一览',
    madeBy: '本页由 `npm run docs:findings` 生成；屏幕上用 `huizong explain 代码` 查看同样的内容。',
    introduction: [
      '**错误**必须修改；**提示**必须核实，属实的附情况说明；**提醒**供参考。级别可以在报表制度的 `scheme.yaml` 或工作区的 `huizong.yaml` 里用 `severity` 改变。',
      '规则的编号和内容来自随带的示例指标体系（`rules.csv`），可以增删修改。',
    ],
  },
};
