import { format, ZERO } from '../decimal/decimal.ts';
import type { FindingCode, Severity } from '../model/finding.ts';
import { isProgramCode } from '../model/finding-codes.ts';
import { namesPrevious } from '../scheme/expression.ts';
import type { Rule, Scheme } from '../scheme/scheme.ts';
import { severityOf } from '../scheme/severities.ts';
import { EXPLANATIONS as EN } from './en/explain.ts';
import type { Explanation, ExplanationTexts } from './explanation.ts';
import type { Language } from './language.ts';
import { nameOfExpression } from './subject.ts';
import { EXPLANATIONS as ZH_CN } from './zh-CN/explain.ts';

/** A code in the words of a language, with the severity that it has under a scheme. */
export interface ExplainedCode extends Explanation {
  readonly code: FindingCode;
  readonly severity: Severity;
}

/** Codes under a heading. */
export interface ExplainedGroup {
  readonly title: string;
  readonly codes: readonly ExplainedCode[];
}

const TEXTS: Readonly<Record<Language, ExplanationTexts>> = { 'zh-CN': ZH_CN, en: EN };

/** The catalogue's words in a language. */
export function explanationTexts(language: Language): ExplanationTexts {
  return TEXTS[language];
}

/** All codes of the program and the rules of the scheme, in the order of the road. */
export function explainAll(scheme: Scheme, language: Language): readonly ExplainedGroup[] {
  const { groups, rules } = TEXTS[language];
  const explained = (code: FindingCode) => explainCode(code, scheme, language) ?? [];
  return [
    ...groups.map(({ title, explanations }) => ({
      title,
      codes: Object.keys(explanations).filter(isProgramCode).flatMap(explained),
    })),
    { title: rules.title, codes: scheme.rules.map(({ id }) => id).flatMap(explained) },
  ];
}

/** What a code means; null when neither the program nor the scheme has it. */
export function explainCode(code: FindingCode, scheme: Scheme, language: Language): ExplainedCode | null {
  const severity = severityOf(code, scheme);
  if (isProgramCode(code)) return { code, severity, ...TEXTS[language].codes[code] };
  const rule = scheme.rules.find(({ id }) => id === code);
  return rule === undefined ? null : { code, severity, ...explainRule(rule, severity, scheme, language) };
}

function explainRule(rule: Rule, severity: Severity, scheme: Scheme, language: Language): Explanation {
  const { holds, tolerance, scope, why, mend } = TEXTS[language].rules;
  const [left, right] = [rule.left, rule.right].map((side) => nameOfExpression(side, scheme, language));
  const statement = holds[rule.op](left ?? '', right ?? '');
  const allowed = rule.tolerance === ZERO ? '' : tolerance(format(rule.tolerance));
  const [end, gap] = language === 'en' ? ['.', ' '] : ['。', ''];
  const where = namesPrevious(rule) ? 'previous' : rule.scope;
  return {
    title: language === 'en' ? rule.messageEn || rule.message : rule.message,
    what: `${statement}${allowed}${end}${gap}${scope[where]}`,
    why: why[severity],
    mend: mend[severity],
  };
}
