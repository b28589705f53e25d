import { resolve, sep } from 'node:path';
import type { Compilation } from '../model/compilation.ts';
import { UsageError } from '../model/errors.ts';
import { type EarlierReport, readEarlierReport } from '../report/earlier-report.ts';
import { PERIOD_PLACE } from '../workspace/path-setting.ts';
import { readBytes } from '../workspace/read-bytes.ts';
import type { Session } from './session.ts';

/** Where the earlier report is that a run is compared with; null for none. */
export interface SinceFile {
  /** Absolute. */
  readonly path: string;
  /** As the user wrote it. */
  readonly shown: string;
  /** Whether it must be there: a name with a place for the period may mean a report that is not made yet. */
  readonly named: boolean;
}

/** What `--since` names, else what `huizong.yaml` names for the period. */
export function sinceFile(
  { options, effects, workspace }: Pick<Session, 'options' | 'effects' | 'workspace'>,
  setting: string | null,
  period: string,
): SinceFile | null {
  if (options.since !== undefined) {
    return { path: resolve(effects.cwd, options.since), shown: options.since, named: true };
  }
  if (setting === null || workspace === null) return null;
  const shown = setting.replace(PERIOD_PLACE, period);
  return { path: resolve(workspace.folder, shown), shown, named: shown === setting };
}

/**
 * Reads the earlier report, for the same period and area. It is an input like any other: one in the folder that the
 * report is written to would be replaced by what is compared with it. Throws `UsageError` when it is not what is needed.
 */
export async function loadSince(
  file: SinceFile,
  { period, area }: Pick<Compilation, 'period' | 'area'>,
  output: string | null,
  { texts }: Pick<Session, 'texts'>,
): Promise<EarlierReport | null> {
  const { since } = texts.errors;
  if (output !== null && isIn(file.path, output)) throw new UsageError(since(file.shown, 'inOutput'));
  const bytes = await readBytes(file.path);
  if (bytes === null && !file.named) return null;
  if (bytes === null) throw new UsageError(since(file.shown, 'missing'));
  const report = readEarlierReport(new TextDecoder().decode(bytes));
  if (report === null) throw new UsageError(since(file.shown, 'noReport'));
  if (report.period !== period.id) throw new UsageError(since(file.shown, 'period', report.period, period.id));
  if (report.area !== area) throw new UsageError(since(file.shown, 'area', report.area, area));
  return report;
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
