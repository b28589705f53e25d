import type { Severity } from '../model/finding.ts';
import type { ProgramCode } from '../model/finding-codes.ts';
import type { Rule } from '../scheme/scheme.ts';

/** What a code means whatever a cell says: for `huizong explain` and docs/findings.md. */
export interface Explanation {
  /** A few words. */
  readonly title: string;
  /** When the finding is made. */
  readonly what: string;
  /** Why it matters: what becomes of the figures. */
  readonly why: string;
  readonly mend: string;
}

/** An explanation for every code of the program; tsc names those that are missing. */
export type Explanations<C extends ProgramCode = ProgramCode> = { readonly [K in C]: Explanation };

/** Codes that belong together, under a heading. */
export interface ExplanationGroup {
  readonly title: string;
  readonly explanations: Partial<Explanations>;
}

/** The catalogue of one language. */
export interface ExplanationTexts {
  readonly codes: Explanations;
  /** All of `codes`, in the order of the road: file, form, cells, the return. */
  readonly groups: readonly ExplanationGroup[];
  readonly rules: RuleTexts;
  readonly headings: Readonly<Record<'what' | 'why' | 'mend', string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** What docs/findings.md says beside the codes. */
  readonly page: { readonly title: string; readonly madeBy: string; readonly introduction: readonly string[] };
}

/** How rules of a scheme are explained; the scheme itself says what each is about. */
export interface RuleTexts {
  /** Heading of the rules in a list. */
  readonly title: string;
  /** What must hold between the two sides, which are given in names. */
  readonly holds: Readonly<Record<Rule['op'], (left: string, right: string) => string>>;
  readonly tolerance: (allowed: string) => string;
  /** Where it is judged; `previous`: of a return rule that names the period before. */
  readonly scope: Readonly<Record<Rule['scope'] | 'previous', string>>;
  readonly why: Readonly<Record<Severity, string>>;
  readonly mend: Readonly<Record<Severity, string>>;
}
