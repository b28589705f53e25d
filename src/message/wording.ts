import type { CauseArgs, CauseCode } from '../model/cause.ts';
import type { Finding } from '../model/finding.ts';
import type { FindingArgs, ProgramCode } from '../model/finding-codes.ts';
import type { ProblemArgs, ProblemCode } from '../model/problem.ts';
import type { TemplateFaultArgs, TemplateFaultCode } from '../model/template-fault.ts';
import type { FaultArgs, FaultCode } from '../scheme/fault-text.ts';
import type { Expression, Rule } from '../scheme/scheme.ts';

/** What is wrong and why it matters, and what to do about it: each one or two plain sentences. */
export interface Wording {
  readonly message: string;
  readonly hint: string;
}

/** What a finding is about, in the words of the scheme; a wording names it when it is there. */
export interface Subject {
  /** The cell's own text as a quotation; null when there is none or when several cells say different things. */
  readonly raw: string | null;
  /** Name of the column or indicator. */
  readonly name: string | null;
  /** Name of a region, task, activity type, column or indicator with this id; the text itself when it is no id. */
  readonly nameOf: (id: string) => string;
  /** A period as people of the language say it; the text itself when it is no period. */
  readonly period: (id: string) => string;
  /** A few texts as quotations, in the language's way of listing. */
  readonly list: (texts: readonly string[]) => string;
  readonly quote: (text: string) => string;
  /** A side of a rule, in names. */
  readonly expression: (expression: Expression) => string;
}

/** A wording for every code of the program; tsc names those that are missing. */
export type FindingWordings<C extends ProgramCode = ProgramCode> = {
  readonly [K in C]: (args: FindingArgs[K], subject: Subject) => Wording;
};

/** A clause for every cause, without a full stop. */
export type CauseWordings = {
  readonly [C in CauseCode]: (args: CauseArgs[C], subject: Pick<Subject, 'quote' | 'nameOf'>) => string;
};

export type FaultWordings = { readonly [K in FaultCode]: (args: FaultArgs[K]) => string };
export type TemplateFaultWordings = {
  readonly [K in TemplateFaultCode]: (args: TemplateFaultArgs[K]) => string;
};
export type ProblemWordings = { readonly [K in ProblemCode]: (args: ProblemArgs[K]) => string };

/** The words of one language. Faults and problems are null where their own plain English is the wording. */
export interface Catalogue {
  readonly findings: FindingWordings;
  /** A failed rule of the scheme, with both values and their difference. */
  readonly rule: (rule: Rule, args: Finding['args'], subject: Subject) => Wording;
  readonly causes: CauseWordings;
  readonly faults: (FaultWordings & TemplateFaultWordings) | null;
  readonly problems: ProblemWordings | null;
}
