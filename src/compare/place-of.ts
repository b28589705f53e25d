import { type BureauReturn, cellPlace } from '../model/bureau-return.ts';
import { filePlace, type Place } from '../model/place.ts';

/** Where a return tells an indicator of a region: its summary cell, else the first row of its ledger, else the file. */
export function placeOf(from: BureauReturn, region: string, indicator: string): Place {
  const cell = [from.summary, from.yearToDate].map((cells) => cells.get(region)?.get(indicator)).find(Boolean);
  if (cell !== undefined) return cellPlace(cell);
  const first = from.ledger?.byRegion.get(region)?.get(indicator)?.first ?? null;
  return first ?? filePlace(from.files[0]?.file ?? '');
}
