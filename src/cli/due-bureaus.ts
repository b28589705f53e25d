import { holdsOn } from '../model/due.ts';
import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import { dueUnits } from '../scheme/due-units.ts';
import { isWithin, regionIndex } from '../scheme/regions.ts';
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
  const roster = workspace === null ? null : (await workspaceTables(workspace.folder, [], scheme)).roster;
  if (roster === null) return dueUnits(regions, within).map(({ code }) => ({ code, forms: [] }));
  return roster
    .filter((entry) => !entry.exempt && holdsOn(entry, period.end) && isWithin(regions, entry.bureau, within))
    .map(({ bureau, forms }) => ({ code: bureau, forms }));
}
