import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import { isProgramCode } from '../model/finding-codes.ts';
import { type JudgeContext, judgeReturn } from '../pipeline/judge-return.ts';
import type { Draft, Target } from './draft.ts';
import { draftReturn } from './draft-return.ts';
import { ledgerColumns } from './questions.ts';
import { readReasons } from './reason-lines.ts';

/** A finding about a draft, with the answer that it stands at; null when it is about more than one. */
export interface DraftFinding {
  readonly finding: Finding;
  readonly target: Target | null;
  /** The text itself cannot be taken: it is unreadable or impossible, whatever else was answered. */
  readonly refuses: boolean;
}

/** What is to be said of a draft. */
export interface Judgement {
  readonly filed: FiledReturn;
  /** Answers that must be there and are not. */
  readonly missing: readonly Target[];
  /** Errors that are no missing answers. */
  readonly errors: readonly DraftFinding[];
  /** Warnings without a reason, and those with one. */
  readonly warnings: readonly DraftFinding[];
  readonly explained: readonly DraftFinding[];
}

const WHOLE_REGION = 'FIGURES_BLANK';

/** Codes that say that nothing was answered where something must be. */
const BLANKS: ReadonlySet<string> = new Set([
  WHOLE_REGION,
  'REQUIRED_BLANK',
  'ROW_EMPTY',
  'TASK_MISSING',
  'ACTIVITY_TYPE_MISSING',
  'DATE_MISSING',
  'REGION_MISSING',
]);

/** Judges a draft as if it had been sent. */
export function judgeDraft(draft: Draft, context: JudgeContext): Judgement {
  const { recognised, targetAt } = draftReturn(draft, context.scheme);
  const rows = [...context.explanations.rows, ...readReasons(draft.reasons, context.scheme).rows];
  const { filed, own, findings } = judgeReturn(recognised, { ...context, explanations: { rows } });
  const ofCells = new Set(own.map(keyOf));
  const all = findings.map((finding): DraftFinding => {
    const { code, severity } = finding;
    const refuses = severity === 'error' && isProgramCode(code) && !BLANKS.has(code) && ofCells.has(keyOf(finding));
    return { finding, target: targetAt(finding.place), refuses };
  });
  const errors = all.filter(({ finding }) => finding.severity === 'error');
  const warnings = all.filter(({ finding }) => finding.severity === 'warning');
  return {
    filed,
    missing: [...blankRegions(draft, errors, context), ...errors.flatMap((one) => missingAt(one, draft, context))],
    errors: errors.filter(({ finding }) => !BLANKS.has(finding.code)),
    warnings: warnings.filter(({ finding }) => finding.explained === null),
    explained: warnings.filter(({ finding }) => finding.explained !== null),
  };
}

/** Of a region without any figure it is said once that nothing is there: every figure that must be there is missing. */
function blankRegions(draft: Draft, errors: readonly DraftFinding[], { scheme }: JudgeContext): readonly Target[] {
  if (!errors.some(({ finding }) => finding.code === WHOLE_REGION)) return [];
  const core = scheme.indicators.filter(({ tier }) => tier === 'core');
  const blank = draft.regions.filter((region) => Object.keys(draft.summary[region] ?? {}).length === 0);
  return blank.flatMap((region) => core.map(({ id }): Target => ({ form: 'summary', region, item: id })));
}

function missingAt({ finding, target }: DraftFinding, { bureau }: Draft, { scheme }: JudgeContext): readonly Target[] {
  if (target === null || !BLANKS.has(finding.code) || finding.code === WHOLE_REGION) return [];
  // Of a whole row no column is named: its first one will do.
  return [target.item === '' ? { ...target, item: ledgerColumns(scheme, bureau)[0]?.id ?? '' } : target];
}

/** What makes a finding the same one before and after an answer. */
export function keyOf({ code, place, column, indicator, region, raw, args }: Finding): string {
  return JSON.stringify([code, place.sheet, place.row, place.column, column, indicator, region, raw, args]);
}
