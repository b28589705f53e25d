import type { ReportLabels } from '../message/report-labels.ts';
import type { Compilation } from '../model/compilation.ts';
import type { Region, RegionLevel, Scheme } from '../scheme/scheme.ts';
import { figurePlaces, indexFigures } from './figure-index.ts';
import type { ReportRegion, ReportTask } from './model.ts';
import { groupUnits, type RegionFrame } from './region-rows.ts';

/** How the report's region tables are laid out: the area, its units that are due or have figures, their groups. */
export function regionFrame(
  compilation: Compilation,
  scheme: Scheme,
  tasks: readonly ReportTask[],
  labels: ReportLabels,
): RegionFrame {
  const regions = new Map(scheme.regions.map((region) => [region.code, region]));
  const taskNames = new Map(tasks.map((task) => [task.id, task.shortName]));
  const phrases = new Map(scheme.indicators.map(({ id, phrase }) => [id, phrase]));
  const figures = indexFigures(compilation.figures);
  const due = new Set(compilation.bureaus.map((bureau) => bureau.bureau));
  const area = regions.get(compilation.area) ?? nameless(compilation.area);
  const units = scheme.regions.filter(
    ({ code, parent }) => parent === area.code && (due.has(code) || figures.has(code)),
  );
  return {
    area,
    whole: labels.whole[area.level],
    units,
    groups: groupUnits(units, scheme.groupOrder),
    figures,
    places: figurePlaces(compilation.figures),
    nameOf: (code) => regions.get(code)?.name ?? code,
    taskName: (task) => taskNames.get(task) ?? task,
    phraseOf: ({ id, name }) => phrases.get(id) ?? name,
  };
}

/** The level that most names the units: that of the first one which is neither own level nor zone. */
export function unitLevel({ units }: RegionFrame): RegionLevel {
  const ordinary = units.find(({ level }) => level !== 'self' && level !== 'zone');
  return (ordinary ?? units[0])?.level ?? 'county';
}

/** Every region that the report names, in customary order. */
export function namedRegions(
  { area, bureaus, figures, findings }: Compilation,
  scheme: Scheme,
): readonly ReportRegion[] {
  const named = new Set([area]);
  for (const { bureau } of bureaus) named.add(bureau);
  for (const { region, lacks, comparedWithout } of figures) {
    named.add(region);
    for (const part of lacks) named.add(part);
    for (const rate of Object.values(comparedWithout)) for (const part of rate) named.add(part);
  }
  for (const { bureau, region } of findings) {
    if (bureau !== null) named.add(bureau);
    if (region !== null) named.add(region);
  }
  return scheme.regions
    .filter(({ code }) => named.has(code))
    .map(({ code, name, shortName, level, parent, grouping, tile }) => ({
      code,
      name,
      shortName,
      level,
      parent,
      grouping,
      tile,
    }));
}

function nameless(code: string): Region {
  const level: RegionLevel = 'county';
  return { code, name: code, shortName: code, aliases: [], level, parent: null, grouping: null, tile: null, order: 0 };
}
