import { add, type Decimal } from '../decimal/decimal.ts';
import type { ComparedFigure } from '../model/compilation.ts';
import type { Region } from '../scheme/scheme.ts';
import { type FigureIndex, type FigurePlaces, figureOf, numberOrNull } from './figure-index.ts';
import { shared, without } from './gaps.ts';
import type { ReportIndicator } from './model.ts';
import type { RegionColumn, RegionRow, RegionTable, TableCell } from './views.ts';

/** What the region tables of a report are laid out by. */
export interface RegionFrame {
  readonly area: Region;
  /** What the area's row is called: 全省 … */
  readonly whole: string;
  /** The units below the area, in customary order. */
  readonly units: readonly Region[];
  readonly groups: readonly { readonly name: string; readonly units: readonly Region[] }[];
  readonly figures: FigureIndex;
  readonly places: FigurePlaces;
  readonly nameOf: (region: string) => string;
  readonly taskName: (task: string) => string;
  /** What a sentence says before the number of an indicator. */
  readonly phraseOf: (indicator: Pick<ReportIndicator, 'id' | 'name'>) => string;
}

/**
 * Groupings of the units in the scheme's order, those that it does not order in the order of their first unit;
 * none when all units share one.
 */
export function groupUnits(units: readonly Region[], order: readonly string[]): RegionFrame['groups'] {
  const groups = new Map(order.map((name): [string, Region[]] => [name, []]));
  for (const unit of units) {
    if (unit.grouping === null) continue;
    const group = groups.get(unit.grouping);
    if (group) group.push(unit);
    else groups.set(unit.grouping, [unit]);
  }
  const present = [...groups].filter(([, members]) => members.length > 0);
  return present.length < 2 ? [] : present.map(([name, members]) => ({ name, units: members }));
}

/** Regions × indicators: the area, group subtotals, then each unit. */
export function regionTable(
  id: string,
  name: string,
  indicators: readonly ReportIndicator[],
  frame: RegionFrame,
): RegionTable {
  const ofRegion = ({ code }: Region) =>
    indicators.map((one) => cellOf(figureOf(frame.figures, code, one.id), one, frame));
  const rows = [
    row('area', frame.area.code, frame.whole, ofRegion(frame.area)),
    ...frame.groups.map((group) =>
      row(
        'group',
        null,
        group.name,
        indicators.map((one) => subtotal(group.units, one, frame)),
      ),
    ),
    ...frame.units.map((unit) => row('unit', unit.code, unit.name, ofRegion(unit))),
  ];
  const units = rows.filter((one) => one.kind === 'unit');
  const columns = indicators.map(
    (one, at): RegionColumn => ({
      ...one,
      taskName: frame.taskName(one.task),
      max: units.reduce<number | null>((max, unit) => larger(max, unit.cells[at]?.value ?? null), null),
    }),
  );
  return { id, name, columns, rows };
}

/** A row that says once what all its cells with a value lack. */
function row(kind: RegionRow['kind'], code: string | null, name: string, cells: readonly TableCell[]): RegionRow {
  const lacks = shared(cells.filter((cell) => cell.value !== null).map((cell) => cell.lacks));
  return { kind, code, name, lacks, cells: cells.map((cell) => ({ ...cell, further: without(cell.lacks, lacks) })) };
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

/** The cell of a figure; a figure that the run does not hold is not reported. */
export function cellOf(
  figure: ComparedFigure | null,
  indicator: Pick<ReportIndicator, 'decimals'>,
  frame: Pick<RegionFrame, 'nameOf' | 'places'>,
): TableCell {
  return {
    value: numberOrNull(figure?.value ?? null),
    reason: figure === null ? 'notReported' : figure.reason,
    complete: figure?.complete ?? false,
    readable: figure?.readable ?? true,
    lacks: (figure?.lacks ?? []).map(frame.nameOf),
    decimals: indicator.decimals,
    figure: figure === null ? null : (frame.places.get(figure) ?? null),
  };
}

/**
 * The sum of a group's units, also of `distinct` indicators (an association active in two units counts in each).
 *
 * A unit without a value is lacking, except zones and own levels, which may have nothing to report.
 */
function subtotal(units: readonly Region[], indicator: ReportIndicator, frame: RegionFrame): TableCell {
  let sum: Decimal | null = null;
  let complete = true;
  let readable = true;
  const lacks = new Set<string>();
  const reasons = new Set<TableCell['reason']>();
  for (const unit of units) {
    const figure = figureOf(frame.figures, unit.code, indicator.id);
    if (figure?.value != null) {
      sum = sum === null ? figure.value : add(sum, figure.value);
      complete &&= figure.complete;
      readable &&= figure.readable;
      for (const region of figure.lacks) lacks.add(region);
      continue;
    }
    const reason = figure?.reason ?? 'notReported';
    readable &&= reason !== 'unreadable';
    if (reason === 'notDue' || unit.level === 'zone' || unit.level === 'self') continue;
    complete = false;
    reasons.add(reason);
    lacks.add(unit.code);
  }
  const [reason = 'notReported'] = reasons;
  return {
    value: numberOrNull(sum),
    reason: sum !== null ? null : reasons.size > 1 ? 'notReported' : reason,
    complete,
    readable,
    lacks: [...lacks].map(frame.nameOf),
    decimals: indicator.decimals,
    figure: null,
  };
}
