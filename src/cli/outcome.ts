import type { Severity } from '../model/finding.ts';
import { counted } from '../render/findings/entry.ts';
import type { ReportModel } from '../report/model.ts';
import { type Session, say } from './session.ts';
import { oneOf } from './values.ts';

/** Levels of `--fail-on`, lowest bar last. */
const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The value of `--fail-on`. */
export function failOnValue({ options, texts }: Session, fallback: FailOn): FailOn {
  return oneOf('--fail-on', options.failOn, FAIL_ON, fallback, texts.errors);
}

/** 1 when a finding without a reason is at or above the bar, or a bureau is missing under `--require-complete`; else 0. */
export async function outcome(session: Session, model: ReportModel, failOn: FailOn): Promise<number> {
  const { missing } = model.coverage;
  const incomplete = session.options.requireComplete === true && missing > 0;
  if (incomplete) await say(session, session.texts.incomplete(missing));
  const failed = failOn !== 'never' && counted(model.findings).some(({ severity }) => RANK[severity] <= RANK[failOn]);
  return failed || incomplete ? 1 : 0;
}
