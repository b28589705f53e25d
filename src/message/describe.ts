import type { Cause } from '../model/cause.ts';
import type { Finding } from '../model/finding.ts';
import { isProgramCode } from '../model/finding-codes.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { EN } from './en.ts';
import type { Language } from './language.ts';
import { quotation } from './quotation.ts';
import { nameOfId, subjectOf } from './subject.ts';
import type { Catalogue, CauseWordings, Subject, Wording } from './wording.ts';
import { ZH_CN } from './zh-CN.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { 'zh-CN': ZH_CN, en: EN };

/** The wording of everything that can be said about data, settings and use, in a language. */
export function catalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** Says a finding in a language: what is wrong, and what to do about it. Rules speak with the scheme's own words. */
export function describeFinding(finding: Finding, scheme: Scheme, language: Language): Wording {
  const { findings, rule: ruleWording } = catalogue(language);
  const { code, args } = finding;
  const subject = subjectOf(finding, scheme, language);
  if (isProgramCode(code)) {
    // The finding was made with the arguments of its code: `finding()` sees to it.
    const wording = findings[code] as (args: Finding['args'], subject: Subject) => Wording;
    return wording(args, subject);
  }
  const rule = scheme.rules.find(({ id }) => id === code);
  return rule ? ruleWording(rule, args, subject) : { message: code, hint: '' };
}

/** Says a cause in a language, as a clause. */
export function describeCause({ code, args }: Cause, scheme: Scheme, language: Language): string {
  // `Cause` pairs each code with its own arguments.
  const wording = catalogue(language).causes[code] as (args: Cause['args'], subject: CauseSubject) => string;
  return wording(args, {
    quote: (text) => quotation(text, language),
    nameOf: (id) => nameOfId(id, scheme, language),
  });
}

type CauseSubject = Parameters<CauseWordings['NO_DIGITS']>[1];
