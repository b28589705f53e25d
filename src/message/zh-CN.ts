import type { Finding } from '../model/finding.ts';
import type { Rule } from '../scheme/scheme.ts';
import type { Catalogue, Subject, Wording } from './wording.ts';
import { CAUSES } from './zh-CN/causes.ts';
import { CELL_FINDINGS } from './zh-CN/cell-findings.ts';
import { COMPARE_FINDINGS } from './zh-CN/compare-findings.ts';
import { FAULTS } from './zh-CN/faults.ts';
import { FILE_FINDINGS } from './zh-CN/file-findings.ts';
import { FORM_FINDINGS } from './zh-CN/form-findings.ts';
import { PROBLEMS } from './zh-CN/problems.ts';
import { SETTLE_FINDINGS } from './zh-CN/settle-findings.ts';
import { TEMPLATE_FAULTS } from './zh-CN/template-faults.ts';

/** 简体中文. */
export const ZH_CN: Catalogue = {
  findings: { ...FILE_FINDINGS, ...FORM_FINDINGS, ...CELL_FINDINGS, ...SETTLE_FINDINGS, ...COMPARE_FINDINGS },
  rule,
  causes: CAUSES,
  faults: { ...FAULTS, ...TEMPLATE_FAULTS },
  problems: PROBLEMS,
};

function rule({ message, severity, op, left, right }: Rule, args: Finding['args'], subject: Subject): Wording {
  const values = `${subject.expression(left)} ${args['left']}，${subject.expression(right)} ${args['right']}`;
  const difference = op === 'requires' ? '' : `，相差 ${args['difference']}`;
  return {
    message: `${message}：${values}${difference}。`,
    hint: severity === 'error' ? '请核对这几个数，改正有误的一方。' : '请核实；情况属实的，请附情况说明。',
  };
}
