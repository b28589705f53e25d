import { type Period, parsePeriodId } from '../period/period.ts';
import { forwardSlashes } from './path-setting.ts';

/** A path that a table names, as files are printed everywhere: forward slashes, composed characters. */
export function printedPath(path: string): string {
  return forwardSlashes(path).replace(/^\.\//, '').normalize('NFC');
}

/** Whether a path of a table means a printed file: all of it, or whole parts at its end. */
export function namesFile(path: string, file: string): boolean {
  return path !== '' && (file === path || file.endsWith(`/${path}`));
}

/** Whether a path lies in the folder of another period of the same kind (`returns/2023Q4/…`). */
export function liesInOtherPeriod(path: string, { id, kind }: Period): boolean {
  return path.split('/').some((part) => {
    const named = parsePeriodId(part);
    return named !== null && named.kind === kind && named.id !== id;
  });
}
