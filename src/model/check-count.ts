import type { FindingCode } from './finding.ts';

/**
 * Outcome of one judgement: a missing operand makes it not evaluable, which is neither passed nor failed; where nothing
 * is given at all, it is not applicable and counts nowhere.
 */
export type CheckState = 'passed' | 'failed' | 'notEvaluable' | 'notApplicable';

/** How often a rule or another cross-check was judged, by outcome. */
export interface CheckCount {
  readonly code: FindingCode;
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluable: number;
}

/** Counts judgements while they are made. */
export interface CheckCounter {
  readonly count: (code: FindingCode, state: CheckState) => void;
  readonly counts: () => readonly CheckCount[];
}

export function checkCounter(): CheckCounter {
  const counts = new Map<FindingCode, { code: FindingCode } & Record<Exclude<CheckState, 'notApplicable'>, number>>();
  return {
    count(code, state) {
      if (state === 'notApplicable') return;
      const own = counts.get(code) ?? { code, passed: 0, failed: 0, notEvaluable: 0 };
      if (own[state]++ === 0) counts.set(code, own);
    },
    counts: () => [...counts.values()],
  };
}

/** The counts of several parts of a run together, for the given codes in their order; what was never judged is zero. */
export function sumCounts(codes: readonly FindingCode[], parts: Iterable<CheckCount>): readonly CheckCount[] {
  const sums = new Map(codes.map((code) => [code, { code, passed: 0, failed: 0, notEvaluable: 0 }]));
  for (const { code, passed, failed, notEvaluable } of parts) {
    const sum = sums.get(code);
    if (sum === undefined) continue;
    sum.passed += passed;
    sum.failed += failed;
    sum.notEvaluable += notEvaluable;
  }
  return [...sums.values()];
}
