import type { ReportFigure, ReportIndicator, ReportModel, ReportRegion } from '../../report/model.ts';
import type { RegionRow, TableCell } from '../../report/views.ts';
import { filled } from '../helpers/words.ts';

/** A unit of the area as pictures show it, in customary order. */
export interface ChartUnit {
  readonly name: string;
  readonly shortName: string;
  readonly code: string;
  readonly tile: ReportRegion['tile'];
}

/** The units of the report's region tables. */
export function unitsOf({ views, regions }: ReportModel): readonly ChartUnit[] {
  const known = new Map(regions.map((region) => [region.code, region]));
  return views.matrix.rows.flatMap(({ kind, code, name }) => {
    if (kind !== 'unit' || code === null) return [];
    const region = known.get(code);
    return [{ code, name, shortName: region?.shortName ?? name, tile: region?.tile ?? null }];
  });
}

/** An indicator by its id; throws without an id and for one that the scheme does not have. */
export function indicatorOf({ tasks }: ReportModel, id: string | null): ReportIndicator {
  if (id === null) throw new TypeError('a chart of this kind is of an indicator, whose id is missing');
  for (const { indicators } of tasks) {
    const found = indicators.find((indicator) => indicator.id === id);
    if (found) return found;
  }
  throw new TypeError(`there is no indicator "${id}"`);
}

/** The indicator with its unit: 提供岗位数（个）. */
export function measuredName({ name, unit }: ReportIndicator, { labels }: ReportModel): string {
  return filled(labels.measured, { name, unit });
}

/** The figures of one indicator by region. */
export function figuresOf({ figures }: ReportModel, indicator: string): ReadonlyMap<string, ReportFigure> {
  return new Map(figures.filter((figure) => figure.indicator === indicator).map((figure) => [figure.region, figure]));
}

/** The subtotals of an indicator by group, in the order of the tables; none where the area has no groups. */
export function groupCells(
  { views }: ReportModel,
  indicator: string,
): readonly { readonly name: string; readonly cell: TableCell }[] {
  const tables = [views.matrix, ...views.sections.map(({ table }) => table), ...views.others];
  for (const { columns, rows } of tables) {
    const at = columns.findIndex(({ id }) => id === indicator);
    if (at >= 0) return rows.filter(({ kind }) => kind === 'group').flatMap((row) => cellsAt(row, at));
  }
  return [];
}

function cellsAt(
  { name, cells }: RegionRow,
  at: number,
): readonly { readonly name: string; readonly cell: TableCell }[] {
  const cell = cells[at];
  return cell ? [{ name, cell }] : [];
}
