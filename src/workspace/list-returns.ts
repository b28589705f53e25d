import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { type Period, type PeriodKind, parsePeriodId } from '../period/period.ts';
import { compareText } from '../text/compare.ts';
import { PERIOD_PLACE } from './path-setting.ts';

/** Where the returns of a period are when the settings do not say it. */
export const DEFAULT_RETURNS = `returns/${PERIOD_PLACE}`;

/** The folder of returns that a run reads when no path is named. */
export interface ReturnsFolder {
  /** Absolute. */
  readonly path: string;
  /** The period that the folder's name tells; null when it tells none. */
  readonly period: Period | null;
}

/** What is looked for. */
export interface ReturnsWanted {
  /** Absolute folder of the workspace. */
  readonly workspace: string;
  /** As the settings write it; `{period}` stands for the period. */
  readonly pattern: string;
  /** Null: the only one that has a folder. */
  readonly period: Period | null;
  readonly kind: PeriodKind;
}

/**
 * The folder of the period's returns. Without a period the folders that are there tell it.
 *
 * Throws `UsageError` when there is no such folder, and when there are several and no period is named.
 */
export async function returnsFolder({ workspace, pattern, period, kind }: ReturnsWanted): Promise<ReturnsFolder> {
  if (!pattern.includes(PERIOD_PLACE)) return { path: resolve(workspace, pattern), period: null };
  const found = (await foldersOf(workspace, pattern)).filter(
    (one) => one.period.kind === kind && (period === null || one.period.id === period.id),
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const periods = [...new Set(found.map(({ period: { id } }) => id))].toSorted();
  if (only === undefined) {
    const wanted = period === null ? pattern : pattern.replace(PERIOD_PLACE, period.id);
    throw new UsageError(`there is no folder ${wanted} in ${workspace}`, {
      problem: { code: 'RETURNS_NOT_FOUND', args: { folder: workspace, wanted } },
    });
  }
  throw new UsageError(`there are returns of several periods (${periods.join(', ')}): choose one with --period`, {
    problem: { code: 'PERIOD_SEVERAL', args: { found: periods } },
  });
}

/** The folders that hold the returns of any period: what lies there is read some day. */
export async function allReturns(workspace: string, pattern: string): Promise<readonly string[]> {
  if (!pattern.includes(PERIOD_PLACE)) return [resolve(workspace, pattern)];
  return (await foldersOf(workspace, pattern)).map(({ path }) => path);
}

/** The folder of an earlier period's returns; null when there is none, or when all periods share one folder. */
export async function earlierFolder(workspace: string, pattern: string, period: Period): Promise<string | null> {
  if (!pattern.includes(PERIOD_PLACE)) return null;
  const found = await foldersOf(workspace, pattern);
  return found.find((one) => one.period.id === period.id)?.path ?? null;
}

/** The folders that a pattern means, each with the period that its name tells. */
async function foldersOf(
  workspace: string,
  pattern: string,
): Promise<readonly { readonly path: string; readonly period: Period }[]> {
  const [before = '', after = ''] = pattern.split(PERIOD_PLACE);
  const parent = before.slice(0, before.lastIndexOf('/') + 1);
  const prefix = before.slice(parent.length);
  const cut = after.indexOf('/');
  const suffix = cut < 0 ? after : after.slice(0, cut);
  const folder = resolve(workspace, parent);
  return (await foldersIn(folder)).flatMap((name) => {
    const named = periodBetween(name.normalize('NFC'), prefix.normalize('NFC'), suffix.normalize('NFC'));
    return named === null ? [] : [{ path: resolve(folder, name, cut < 0 ? '' : after.slice(cut + 1)), period: named }];
  });
}

function periodBetween(name: string, prefix: string, suffix: string): Period | null {
  if (!name.startsWith(prefix) || !name.endsWith(suffix) || name.length < prefix.length + suffix.length) return null;
  return parsePeriodId(name.slice(prefix.length, name.length - suffix.length));
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries: readonly Dirent[] = await readdir(path, { withFileTypes: true }).catch(() => []);
  // A link may lead to a folder; whether it does shows when it is read.
  const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  // The disk has its own order; of `2024Q1` and `2024q1` the first must be the same everywhere.
  return folders.map(({ name }) => name).toSorted(compareText);
}
