import { resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { isSpan, type Period } from '../period/period.ts';
import type { CompileOptions } from '../pipeline/compile.ts';
import { allReturns, DEFAULT_RETURNS, returnsFolder } from '../workspace/list-returns.ts';
import { PERIOD_PLACE } from '../workspace/path-setting.ts';
import type { Settings } from '../workspace/settings.ts';
import { earlierReturns, periodFolders } from './earlier-returns.ts';
import type { Session } from './session.ts';
import { configuredScheme } from './session-scheme.ts';
import { type SinceFile, sinceFile } from './since.ts';
import { areaValue, asOfValue, oneOf, periodValue } from './values.ts';

/** What a run is asked to do, by the command line and the workspace together. */
export interface RunOptions {
  readonly compile: Omit<CompileOptions, 'onFile'>;
  /** Absolute folder of the report of a period. */
  readonly output: (period: Period) => string;
  /** The earlier report that the report of a period is compared with; null for none. */
  readonly since: (period: Period) => SinceFile | null;
}

const DEFAULT_OUTPUT = `reports/${PERIOD_PLACE}`;

/**
 * Joins flags, `huizong.yaml` and defaults, in this order: the one place that does.
 *
 * Paths of flags are relative to the current folder, those of the settings and the defaults to the workspace.
 */
export async function runOptions(session: Session): Promise<RunOptions> {
  const { effects, options, workspace } = session;
  const texts = session.texts.errors;
  const asOf = asOfValue(options.asOf, effects, texts);
  const counting = oneOf('--counting', options.counting, ['normal', 'strict'], null, texts);
  const basis = oneOf('--basis', options.basis, ['summary', 'ledger'], null, texts);
  if (session.operands.length === 0 && workspace === null) {
    throw new UsageError(texts.pathMissing(session.command) + texts.seeHelp(`huizong ${session.command}`));
  }
  const { scheme, settings } = await configuredScheme(session, options.scheme);
  const asked = periodValue(options.period, scheme.periodKind, texts, true) ?? settings.period;
  const area = areaValue(options.area, scheme, texts) ?? settings.area;
  if (asked !== null && isSpan(asked, scheme.periodKind)) refuseEarlier(session, asked);
  const { paths, period } = await returnsOf(session, settings, asked, scheme.periodKind);
  const folder = workspace?.folder ?? effects.cwd;
  return {
    compile: {
      paths,
      kept: workspace === null ? [] : await allReturns(workspace.folder, settings.returns ?? DEFAULT_RETURNS),
      cwd: effects.cwd,
      workspace: workspace?.folder ?? null,
      scheme,
      period,
      area,
      asOf,
      counting: counting ?? settings.counting ?? 'normal',
      basis: basis ?? settings.basis ?? 'summary',
      deadlines: settings.deadlines.dates,
      limits: settings.limits,
      receiveNow: options.record === true,
      ...(isCompared(session, settings) ? { earlier: earlierReturns(session, settings) } : {}),
      within: periodFolders(session, settings),
    },
    since: ({ id }) => sinceFile(session, settings.since, id),
    output: ({ id }) =>
      options.output === undefined
        ? resolve(folder, (settings.output ?? DEFAULT_OUTPUT).replace(PERIOD_PLACE, id))
        : resolve(effects.cwd, options.output),
  };
}

/** Who has reported does not depend on earlier periods; what is found in the returns does. */
function isCompared({ command, options }: Session, settings: Settings): boolean {
  const asked = [options.previous, options.yearAgo, options.since].some((one) => one !== undefined);
  return command !== 'status' || asked || settings.since !== null;
}

/** The paths that were named, else the workspace's returns of the period. */
async function returnsOf(
  { operands, workspace }: Session,
  settings: Settings,
  period: Period | null,
  kind: Period['kind'],
): Promise<{ readonly paths: readonly string[]; readonly period: Period | null }> {
  const ofFolders = period !== null && isSpan(period, kind);
  if (operands.length > 0 || workspace === null || ofFolders) return { paths: operands, period };
  const pattern = settings.returns ?? DEFAULT_RETURNS;
  const found = await returnsFolder({ workspace: workspace.folder, pattern, period, kind });
  return { paths: [found.path], period: period ?? found.period };
}

/** What a longer period is compared with follows from the folders of its periods. */
function refuseEarlier({ options, texts }: Session, span: Period): void {
  const flag = options.previous === undefined ? '--year-ago' : '--previous';
  if (options.previous === undefined && options.yearAgo === undefined) return;
  throw new UsageError(texts.errors.spanEarlier(flag, span.id));
}
