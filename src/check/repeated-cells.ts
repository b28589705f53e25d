import { format } from '../decimal/decimal.ts';
import { cellPlace, type FiledCell, type RepeatedCell } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { type Place, placeName } from '../model/place.ts';

/**
 * What is to be said of regions that a return tells twice, once for every two rows (or columns): an error when any of
 * their values differ, of which the first pair is named, else a notice.
 */
export function repeatedFindings(repeated: readonly RepeatedCell[]): readonly Finding[] {
  const pairs = new Map<string, RepeatedCell[]>();
  for (const one of repeated) {
    const key = [one.ignored, one.kept].map(keyOf).join('\n');
    const pair = pairs.get(key);
    if (pair) pair.push(one);
    else pairs.set(key, [one]);
  }
  return [...pairs.values()].flatMap((pair) => pairFinding(pair) ?? []);
}

function pairFinding(pair: readonly RepeatedCell[]): Finding | null {
  const [first] = pair;
  if (first === undefined) return null;
  const { region } = first.ignored.cell;
  const place = regionPlace(first.ignored);
  const differing = pair.filter(({ kept, ignored }) => kept.cell.value !== ignored.cell.value);
  const [example] = differing;
  if (example === undefined) {
    const other = placeName(place, regionPlace(first.kept));
    return finding('REGION_REPEATED', place, { region, other }, { region });
  }
  const { kept, ignored } = example;
  const args = {
    region,
    other: placeName(place, cellPlace(kept)),
    name: ignored.cell.indicator,
    kept: valueText(kept),
    ignored: valueText(ignored),
    cells: differing.length,
  };
  return finding('REGION_TWICE', place, args, { region });
}

function valueText({ cell }: FiledCell): string {
  return cell.value === null ? '' : format(cell.value);
}

/** The row that tells a region or, where the rows are indicators, the column. */
function keyOf({ filed, cell }: FiledCell): string {
  const { lines } = filed.tables[cell.table] ?? {};
  return [filed.file, cell.table, lines ? `column ${cell.column}` : cell.row].join(' ');
}

/** Where a cell's region is named: in its row or, where the rows are indicators, above its column. */
function regionPlace(at: FiledCell): Place {
  const table = at.filed.tables[at.cell.table];
  const place = cellPlace(at);
  if (table === undefined) return place;
  if (table.lines) return { ...place, row: table.headerRows[1] };
  const named = ['county', 'city', 'region_code'].flatMap(
    (id) => table.columns.find(({ meaning }) => meaning === id) ?? [],
  );
  return { ...place, column: named[0]?.column ?? place.column };
}
