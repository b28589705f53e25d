import { format, ZERO } from '../decimal/decimal.ts';
import type { Finding } from '../model/finding.ts';
import { parsePeriodId } from '../period/period.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Expression, Scheme } from '../scheme/scheme.ts';
import type { Language } from './language.ts';
import { QUOTATION, quotation } from './quotation.ts';
import { periodLabel } from './report-labels.ts';
import type { Subject } from './wording.ts';

/** How many texts of a list are told. */
const LISTED = 12;

/** What a finding is about, in the words of its scheme and language. */
export function subjectOf(finding: Finding, scheme: Scheme, language: Language): Subject {
  const names = namesOf(scheme)[language];
  const { comma } = QUOTATION[language];
  const quote = (text: string) => quotation(text, language);
  const nameOf = (id: string) => names.get(id) ?? id;
  const id = finding.column ?? finding.indicator;
  return {
    raw: finding.raw === null ? null : quote(finding.raw),
    name: id === null ? null : nameOf(id),
    nameOf,
    quote,
    list: (texts) => texts.slice(0, LISTED).map(quote).join(comma) + (texts.length > LISTED ? '…' : ''),
    period: (text) => periodName(text, language),
    expression: (expression) => expressionText(expression, nameOf, language),
  };
}

/** The scheme's name of an id (task, indicator, column, region …) in a language; the id itself when it has none. */
export function nameOfId(id: string, scheme: Scheme, language: Language): string {
  return namesOf(scheme)[language].get(id) ?? id;
}

function periodName(id: string, language: Language): string {
  const period = parsePeriodId(id);
  return period === null || language === 'en' ? id : periodLabel(period);
}

/** A side of a rule in the scheme's names. */
export function nameOfExpression(expression: Expression, scheme: Scheme, language: Language): string {
  return expressionText(expression, (id) => nameOfId(id, scheme, language), language);
}

/** What the value of the period before is called. */
const PREVIOUS: Readonly<Record<Language, (name: string) => string>> = {
  'zh-CN': (name) => `上期的${name}`,
  en: (name) => `previous ${name}`,
};

/** A side of a rule with names for ids. */
function expressionText(expression: Expression, nameOf: (id: string) => string, language: Language): string {
  return expression
    .map(({ sign, id, previous, value }, index) => {
      const name = id === null ? format(value ?? ZERO) : nameOf(id);
      const operand = previous ? PREVIOUS[language](name) : name;
      const operator = sign < 0 ? '−' : '+';
      return index === 0 ? `${sign < 0 ? operator : ''}${operand}` : ` ${operator} ${operand}`;
    })
    .join('');
}

type Names = ReadonlyMap<string, string>;

/** Every id of the scheme with its name; regions have a Chinese name only. */
const namesOf = perScheme((scheme): Readonly<Record<Language, Names>> => {
  const named = [...scheme.tasks, ...scheme.indicators, ...scheme.columns, ...scheme.activityTypes];
  const regions = scheme.regions.map(({ code, name }) => [code, name] as const);
  return {
    'zh-CN': new Map([...named.map(({ id, name }) => [id, name] as const), ...regions]),
    en: new Map([...named.map(({ id, name, nameEn }) => [id, nameEn || name] as const), ...regions]),
  };
});
