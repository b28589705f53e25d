import { resolve } from 'node:path';
import { type Period, previousPeriod, yearAgoPeriod } from '../period/period.ts';
import type { EarlierReturns } from '../pipeline/earlier-periods.ts';
import { DEFAULT_RETURNS, earlierFolder } from '../workspace/list-returns.ts';
import { PERIOD_PLACE } from '../workspace/path-setting.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Session } from './session.ts';

/**
 * Where the returns of earlier periods are: what `--previous` and `--year-ago` name, else what the settings name, else the
 * workspace's folder of that period, if there is one.
 */
export function earlierReturns(
  { options, workspace, effects }: Pick<Session, 'options' | 'workspace' | 'effects'>,
  settings: Settings,
): (run: Period) => EarlierReturns {
  const folder = workspace?.folder ?? null;
  return (run) => async (period) => {
    const asked = [
      { of: previousPeriod(run), flag: options.previous, setting: settings.previous },
      { of: yearAgoPeriod(run), flag: options.yearAgo, setting: settings.yearAgo },
    ].find(({ of, flag, setting }) => of?.id === period.id && (flag !== undefined || setting !== null));
    if (asked?.flag !== undefined) return { path: resolve(effects.cwd, asked.flag), named: true };
    if (folder === null) return null;
    const setting = asked?.setting ?? settings.returns ?? DEFAULT_RETURNS;
    const isOne = asked?.setting != null && !setting.includes(PERIOD_PLACE);
    if (isOne) return { path: resolve(folder, setting), named: true };
    const found = await earlierFolder(folder, setting, period);
    return found === null ? null : { path: found, named: false };
  };
}

/**
 * Where the returns of each period are when a longer one is asked for: in the folders named after periods that the paths
 * hold, else in those of the workspace.
 */
export function periodFolders(
  { operands, workspace, effects }: Pick<Session, 'operands' | 'workspace' | 'effects'>,
  settings: Settings,
): EarlierReturns {
  const pattern = settings.returns ?? DEFAULT_RETURNS;
  const places = operands.map((path) => ({ folder: resolve(effects.cwd, path), pattern: PERIOD_PLACE }));
  if (places.length === 0 && workspace !== null) places.push({ folder: workspace.folder, pattern });
  return async (period) => {
    for (const place of places) {
      const path = await earlierFolder(place.folder, place.pattern, period);
      if (path !== null) return { path, named: false };
    }
    return null;
  };
}
