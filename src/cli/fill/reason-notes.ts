import { join } from 'node:path';
import type { Draft, Reason } from '../../entry/draft.ts';
import { type Judgement, judgeDraft } from '../../entry/judge-draft.ts';
import { nameOfId } from '../../message/subject.ts';
import { ConfigurationError, type Fault } from '../../model/errors.ts';
import type { JudgeContext } from '../../pipeline/judge-return.ts';
import { decode } from '../../scheme/decode.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { withExplanations } from '../../workspace/add-explanations.ts';
import { EXPLANATIONS_FILE, parseExplanations } from '../../workspace/explanations.ts';
import { readBytes } from '../../workspace/read-bytes.ts';

/** `explanations.csv` with the reasons of a draft. */
export interface ReasonNotes {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly count: number;
}

/**
 * The table of explanations in a folder with the reasons that still explain something added to it; null when there are
 * none. Throws `ConfigurationError` for a reason that the table would not be read with: one such line would stop every
 * later run.
 */
export async function reasonNotes(
  context: JudgeContext,
  draft: Draft,
  judgement: Judgement,
  folder: string,
): Promise<ReasonNotes | null> {
  const added = neededReasons(draft, judgement, context);
  if (added.length === 0) return null;
  const path = join(folder, EXPLANATIONS_FILE);
  let bytes = await readBytes(path);
  for (const reason of added) bytes = withReadable(bytes, reason, context.scheme);
  return bytes === null ? null : { path, bytes, count: added.length };
}

/** Reasons without which a warning would be open again; of two for the same the later one. */
function neededReasons(draft: Draft, { warnings }: Judgement, context: JudgeContext): readonly Reason[] {
  const open = (reasons: readonly Reason[]) => judgeDraft({ ...draft, reasons }, context).warnings.length;
  let kept = draft.reasons;
  for (const reason of draft.reasons) {
    const others = kept.filter((one) => one !== reason);
    if (open(others) <= warnings.length) kept = others;
  }
  return kept;
}

/** The table with a line more: by names where they are understood as what is meant, else by codes and ids. */
function withReadable(bytes: Uint8Array | null, reason: Reason, scheme: Scheme): Uint8Array {
  const named = (id: string) => nameOfId(id, scheme, 'zh-CN');
  const before = faultsOf(bytes, scheme).length;
  let faults: readonly Fault[] = [];
  for (const line of [{ ...reason, item: named(reason.item), region: named(reason.region) }, reason]) {
    const next = withExplanations(bytes, [line]);
    faults = faultsOf(next, scheme);
    if (faults.length <= before) return next;
  }
  throw new ConfigurationError(`${EXPLANATIONS_FILE} would not be read with a reason`, faults);
}

function faultsOf(bytes: Uint8Array | null, scheme: Scheme): readonly Fault[] {
  return bytes === null ? [] : parseExplanations(decode(bytes) ?? '', scheme).faults;
}
