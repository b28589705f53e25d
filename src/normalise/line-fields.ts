import type { CellContent } from '../model/grid.ts';
import type { LineRegions, TableColumn } from '../model/recognised.ts';
import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Indicator, Scheme } from '../scheme/scheme.ts';
import { type NumberReading, numberReader } from './number-cell.ts';
import { numberWords } from './number-words.ts';
import type { TableView } from './table-view.ts';

/** A column of figures of a transposed summary: those of a region, or the total over the regions beside it. */
export interface FigureColumn {
  readonly column: number;
  /** Null for a total over regions. */
  readonly region: string | null;
  readonly yearToDate: boolean;
  /** Its header names a region of its own. */
  readonly ofRegion: boolean;
  /** Unit of its header, as written. */
  readonly unit: string | null;
}

/** A row of a transposed summary that the scheme knows. */
export interface IndicatorLine {
  readonly row: number;
  readonly indicator: Indicator;
  readonly yearToDate: boolean;
  /** What its region columns say; null when nothing. */
  readonly regions: LineRegions | null;
  /** A reader for its cell in a column: the unit of the row's name beats that of the header. */
  readonly readerFor: (column: FigureColumn) => (cell: CellContent | undefined) => NumberReading;
}

/** Ids that recognition gives to columns of a transposed table beside region codes. */
const OF_PERIOD = 'period';
const OF_YEAR = 'ytd';
const OF_REGIONS = 'total';

/** The columns of figures, in table order; `home` is the region of those that name none. */
export function figureColumns({ table }: TableView, home: string, scheme: Scheme): readonly FigureColumn[] {
  const index = regionIndex(scheme);
  const figures = table.columns.flatMap((column): readonly (FigureColumn & { readonly meaning: string })[] => {
    const { meaning, unit } = column;
    if (meaning === null) return [];
    const own = meaning !== OF_PERIOD && meaning !== OF_YEAR;
    const region = own ? (regionOf(index, meaning)?.code ?? null) : home;
    if (region === null && meaning !== OF_REGIONS) return [];
    return [
      {
        column: column.column,
        region,
        yearToDate: column.yearToDate || meaning === OF_YEAR,
        ofRegion: own,
        unit,
        meaning,
      },
    ];
  });
  // Beside no region a total is all that is stated of the table's own.
  const hasRegions = figures.some(({ region }) => region !== null);
  return figures.map(({ column, region, yearToDate, ofRegion, unit }) => ({
    column,
    region: hasRegions ? region : home,
    yearToDate,
    ofRegion: hasRegions && ofRegion,
    unit,
  }));
}

/** The rows that name an indicator, by row number. */
export function indicatorLines({ table }: TableView, scheme: Scheme): ReadonlyMap<number, IndicatorLine> {
  const indicators = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  return new Map(
    (table.lines ?? []).flatMap((line) => {
      const indicator = indicators.get(line.meaning ?? '');
      if (indicator === undefined) return [];
      const readers = new Map<string | null, (cell: CellContent | undefined) => NumberReading>();
      const readerFor = ({ unit }: FigureColumn) => {
        const header = line.unit ?? unit;
        const known = readers.get(header);
        if (known !== undefined) return known;
        const made = numberReader(
          { ...indicator, doubtedFrom: null },
          { header, banner: table.bannerUnit },
          numberWords(scheme),
        );
        readers.set(header, made);
        return made;
      };
      return [
        [
          line.row,
          { row: line.row, indicator, yearToDate: line.yearToDate, regions: line.regions, readerFor },
        ] as const,
      ];
    }),
  );
}

/** Whether a column between the figures is not understood: it may be a region that a total adds up. */
export function hasUnknownBetween({ table }: TableView, figures: readonly FigureColumn[]): boolean {
  const columns = figures.map(({ column }) => column);
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  return table.columns.some(({ column, meaning }: TableColumn) => meaning === null && column > first && column < last);
}
