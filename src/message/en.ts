import type { Finding } from '../model/finding.ts';
import type { Rule } from '../scheme/scheme.ts';
import { CAUSES } from './en/causes.ts';
import { CELL_FINDINGS } from './en/cell-findings.ts';
import { COMPARE_FINDINGS } from './en/compare-findings.ts';
import { FILE_FINDINGS } from './en/file-findings.ts';
import { FORM_FINDINGS } from './en/form-findings.ts';
import { SETTLE_FINDINGS } from './en/settle-findings.ts';
import type { Catalogue, Subject, Wording } from './wording.ts';

/** English. */
export const EN: Catalogue = {
  findings: { ...FILE_FINDINGS, ...FORM_FINDINGS, ...CELL_FINDINGS, ...SETTLE_FINDINGS, ...COMPARE_FINDINGS },
  rule,
  causes: CAUSES,
  faults: null,
  problems: null,
};

function rule(broken: Rule, args: Finding['args'], subject: Subject): Wording {
  const { message, messageEn, severity, op, left, right } = broken;
  const values = `${subject.expression(left)}: ${args['left']}; ${subject.expression(right)}: ${args['right']}`;
  const difference = op === 'requires' ? '' : `; difference: ${args['difference']}`;
  return {
    message: `${messageEn || message} (${values}${difference}).`,
    hint: severity === 'error' ? 'Check these figures and correct what is wrong.' : 'Check; if it is so, explain why.',
  };
}
