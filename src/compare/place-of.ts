import { type BureauReturn, cellPlace } from '../model/bureau-return.ts';
import { filePlace, type Place } from '../model/place.ts';

/**
 * Where a return tells an indicator of a region: its summary cell, else the first row of its ledger; of a region that it
 * tells by its parts only, the first of theirs; else the file.
 */
export function placeOf(from: BureauReturn, region: string, indicator: string): Place {
  const own = placeIn(from, [region], indicator);
  const parts = () => placeIn(from, [...from.summary.keys(), ...(from.ledger?.byRegion.keys() ?? [])], indicator);
  return own ?? parts() ?? filePlace(from.files[0]?.file ?? '');
}

function placeIn(from: BureauReturn, regions: readonly string[], indicator: string): Place | null {
  for (const cells of [from.summary, from.yearToDate]) {
    const cell = regions.map((region) => cells.get(region)?.get(indicator)).find((one) => one?.cell.value != null);
    if (cell !== undefined) return cellPlace(cell);
  }
  const firsts = regions.flatMap((region) => from.ledger?.byRegion.get(region)?.get(indicator)?.first ?? []);
  return firsts[0] ?? null;
}
