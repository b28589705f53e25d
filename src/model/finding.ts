import { DEFAULT_SEVERITY, type FindingArgs, type ProgramCode } from './finding-codes.ts';
import type { Place } from './place.ts';

/** 错误 (must be mended), 提示 (must be verified), 提醒 (for information). */
export type Severity = 'error' | 'warning' | 'info';

/** Scheme rules are a capital and a number (`L101`); program codes are words (`NUMBER_UNREADABLE`). */
export type RuleCode = `${Uppercase<string>}${number}`;
export type FindingCode = ProgramCode | RuleCode;

/** One thing to say about the data: a value without wording, so that every language and format says the same. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly place: Place;
  /** Region code of the bureau that has to act; null while it is unknown. */
  readonly bureau: string | null;
  readonly region: string | null;
  /** Column id of the ledger. */
  readonly column: string | null;
  readonly indicator: string | null;
  /** The cell's own text; never that of a personal column. */
  readonly raw: string | null;
  readonly args: Readonly<Record<string, ArgValue>>;
  /**
   * Other rows of the same sheet and column of which the very same is found, ascending and below the place's own row;
   * left out when there is none (`packed-findings.ts`).
   */
  readonly alsoRows?: readonly number[];
  /** The texts of those rows' cells, where they are not all the same as `raw`; beside `alsoRows` only, and as long. */
  readonly alsoRaws?: readonly Raw[];
  /** The bureau's reason, when it has given one: the finding is listed and not counted. */
  readonly explained: string | null;
}

/** The text of a cell; null when it is not told. */
export type Raw = Finding['raw'];
export type ArgValue = string | number | readonly string[];

/** What a finding may say about its place beside the code. */
export type FindingFields = Partial<Pick<Finding, 'bureau' | 'region' | 'column' | 'indicator' | 'raw'>>;

/** Arguments of which each can be masked and printed; the compiler refuses others. */
type Printable<
  Args extends { readonly [Code in keyof Args]: { readonly [Name in keyof Args[Code]]?: ArgValue | null } },
> = Args;

/** A finding of the program, with the severity of the catalogue. */
export function finding<C extends ProgramCode>(
  code: C,
  place: Place,
  args: Printable<FindingArgs>[C],
  fields: FindingFields = {},
): Finding {
  // Written out, not spread, and the arguments shared: a bad ledger has a million of them.
  return {
    code,
    severity: DEFAULT_SEVERITY[code],
    place,
    bureau: fields.bureau ?? null,
    region: fields.region ?? null,
    column: fields.column ?? null,
    indicator: fields.indicator ?? null,
    raw: fields.raw ?? null,
    explained: null,
    args: args as Finding['args'],
  };
}
