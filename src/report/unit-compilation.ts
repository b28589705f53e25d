import { sumActivities } from '../model/activity-counts.ts';
import type { Compilation } from '../model/compilation.ts';
import { isWithin, regionIndex } from '../scheme/regions.ts';
import type { Region, RegionLevel, Scheme } from '../scheme/scheme.ts';

/** The units of a level right below the area of a run that are due, sent something or have values, in customary order. */
export function unitsOf(
  { area, bureaus, offRoster, figures }: Compilation,
  level: RegionLevel,
  scheme: Scheme,
): readonly Region[] {
  const due = bureaus.filter(({ state }) => state !== 'exempt');
  const known = new Set([...due, ...offRoster].map(({ bureau }) => bureau));
  for (const { region, value } of figures) if (value !== null) known.add(region);
  const index = regionIndex(scheme);
  return scheme.regions.filter(
    (region) =>
      region.level === level && region.parent === area && [...known].some((code) => isWithin(index, code, region.code)),
  );
}

/**
 * What a run holds of one unit of its area, as a compilation of its own: its figures as the whole run has them, the
 * bureaus within it that were due in this run, what they sent and what was found in it. How often rules were judged is not
 * known by unit.
 */
export function unitCompilation(compilation: Compilation, unit: string, scheme: Scheme): Compilation {
  const index = regionIndex(scheme);
  const within = (code: string | null) => code !== null && isWithin(index, code, unit);
  const sources = compilation.sources.filter(({ bureau }) => within(bureau));
  const files = new Set(sources.map(({ file }) => file));
  return {
    ...compilation,
    area: unit,
    areaFrom: 'asked',
    bureaus: compilation.bureaus.filter(({ bureau }) => within(bureau)),
    offRoster: compilation.offRoster.filter(({ bureau }) => within(bureau)),
    unknownSenders: [],
    figures: compilation.figures.filter(({ region }) => within(region)),
    activities: sumActivities(sources.map(({ activities }) => activities)),
    findings: compilation.findings.filter(({ bureau }) => within(bureau)),
    checks: [],
    setAside: compilation.setAside.filter(({ file }) => files.has(file)),
    sources,
  };
}
