import { DEFAULT_READ_LIMITS } from '../ooxml/read-limits.ts';
import { regionIndex } from '../scheme/regions.ts';
import type { CompileOptions } from './compile-options.ts';
import type { OpenedReturns, ReturnsAsked } from './open-returns.ts';
import { type RunArea, runArea } from './scope.ts';
import type { SettleRun } from './settle-period.ts';

/** What all returns of a run are read with. */
export function readingOf(options: CompileOptions): Omit<ReturnsAsked, 'paths' | 'period'> {
  const { cwd, scheme, asOf, onFile, workspace = null, limits = DEFAULT_READ_LIMITS } = options;
  return { cwd, scheme, asOf, workspace, limits, ...(onFile === undefined ? {} : { onFile }) };
}

/** The area of a run, and what all its periods are settled by, from the first returns that were opened. */
export function startRun(
  { files, tables }: OpenedReturns,
  options: CompileOptions,
): { readonly area: RunArea; readonly run: SettleRun } {
  const { scheme, basis, counting, asOf } = options;
  const sent = files.map(({ filed }) => filed);
  const area = runArea(sent, { asked: options.area, roster: tables.roster }, scheme, regionIndex(scheme));
  const run = {
    ...{ scheme, area: area.area, tables, basis, counting },
    deadlines: options.deadlines ?? new Map(),
    receiveNow: options.receiveNow === true ? asOf : null,
  };
  return { area, run };
}
