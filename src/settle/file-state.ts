import type { FileState } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Period } from '../period/period.ts';
import { isWithin, type RegionIndex } from '../scheme/regions.ts';

/** A file with what became of it. */
export interface StatedFile {
  /** Without the rows that later versions replace, when it is counted. */
  readonly filed: FiledReturn;
  readonly state: FileState;
}

/** What decides the state of a file. */
export interface FileStateContext {
  readonly period: Period;
  readonly area: string;
  readonly regions: RegionIndex;
}

/** The state of a file by itself, in the order in which gates stand: sender, form, period. */
export function fileState(filed: FiledReturn, context: FileStateContext): FileState {
  const { sender } = filed;
  if (sender === null) return withoutSender(filed);
  if (!isWithin(context.regions, sender.value, context.area)) return 'unknownSender';
  if (filed.gate !== null) return 'rejected';
  return filed.period !== null && filed.period.value.id !== context.period.id ? 'wrongPeriod' : 'counted';
}

/** A file of an unknown bureau is told apart from one that is no return at all. */
function withoutSender(filed: FiledReturn): FileState {
  if (filed.unknownSender !== null) return 'unknownSender';
  return filed.gate === 'sender' ? 'rejected' : 'notAReturn';
}

/** Files of the same bureau with the same bytes: all but the first, with the one they repeat. */
export function identicalCopies(files: readonly FiledReturn[]): ReadonlyMap<FiledReturn, FiledReturn> {
  const first = new Map<string, FiledReturn>();
  const copies = new Map<FiledReturn, FiledReturn>();
  for (const filed of files) {
    const key = `${filed.sender?.value} ${filed.sha256}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, filed);
    else copies.set(filed, known);
  }
  return copies;
}
