import { holdsOn, type RosterEntry } from '../model/due.ts';
import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { dueUnits } from '../scheme/due-units.ts';
import { childrenOf, isWithin, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { workspaceTables } from '../workspace/workspace-tables.ts';
import type { Session } from './session.ts';

/** Who is due in an area (null: all of the scheme), and which forms, by the workspace's roster, else the units below. */
export async function dueBureaus(
  area: string | null,
  period: Period,
  scheme: Scheme,
  { workspace }: Session,
): Promise<readonly { readonly code: string; readonly forms: readonly Form[] }[]> {
  const regions = regionIndex(scheme);
  const within = area ?? regions.province?.code ?? '';
  const roster = await dueOnRoster(period, scheme, { workspace });
  if (roster === null) return dueUnits(regions, within).map(({ code }) => ({ code, forms: [] }));
  return roster
    .filter(({ bureau }) => isWithin(regions, bureau, within))
    .map(({ bureau, forms }) => ({ code: bureau, forms }));
}

/** Codes of the parts of a bureau (counties, zones) that report by themselves, by the workspace's roster. */
export async function partsApart(
  bureau: string,
  period: Period,
  scheme: Scheme,
  session: Pick<Session, 'workspace'>,
): Promise<readonly string[]> {
  const due = ((await dueOnRoster(period, scheme, session)) ?? []).map((entry) => entry.bureau);
  return childrenOf(regionIndex(scheme), bureau).flatMap(({ code }) => (due.includes(code) ? code : []));
}

/** The lines of the roster that hold in a period; null where there is none. */
async function dueOnRoster(
  period: Period,
  scheme: Scheme,
  { workspace }: Pick<Session, 'workspace'>,
): Promise<readonly RosterEntry[] | null> {
  if (workspace === null) return null;
  const { roster } = await workspaceTables(workspace.folder, [], scheme);
  return roster?.filter((entry) => !entry.exempt && holdsOn(entry, period.end)) ?? null;
}
