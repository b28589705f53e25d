import { isWithin, ownLevelOf, type RegionIndex, regionOf } from '../scheme/regions.ts';

/**
 * The regions in whose place a lower bureau's own return stands: rows of `sender` for them give way to it.
 *
 * A return of a province's own level may name any region, as one of the province may: it gives way to all others.
 */
export function replacedRegions(
  sender: string,
  senders: Iterable<string>,
  regions: RegionIndex,
): (region: string | null) => boolean {
  const area = areaOf(sender, regions);
  const lower = [...senders].filter((other) => other !== sender && isWithin(regions, other, area));
  const known = new Map<string, boolean>();
  return (region) => {
    if (region === null || lower.length === 0) return false;
    const found = known.get(region);
    if (found !== undefined) return found;
    const own = area !== sender && isWithin(regions, region, sender);
    const answer = !own && lower.some((other) => isWithin(regions, region, other));
    known.set(region, answer);
    return answer;
  };
}

function areaOf(sender: string, regions: RegionIndex): string {
  const parent = regionOf(regions, sender)?.parent ?? null;
  if (parent === null || regionOf(regions, parent)?.level !== 'province') return sender;
  return ownLevelOf(regions, parent)?.code === sender ? parent : sender;
}
