import { type Finding, finding } from '../model/finding.ts';
import { cellName, columnName, type Place } from '../model/place.ts';
import { nearest } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { shorten } from '../text/shorten.ts';
import { joined } from './columns.ts';
import type { HeaderText } from './header-text.ts';
import type { ReadLine } from './line-rows.ts';
import type { SettledBlock } from './settle-block.ts';

/** More unknown rows than this are told in one finding. */
const MOST_UNKNOWN = 20;
/** Longer names are cut in findings. */
const LONGEST = 60;

/** What is to be said about the rows and columns of transposed summaries. */
export function lineFindings(sheet: Place, { parts, meanings }: SettledBlock, scheme: Scheme): readonly Finding[] {
  const rows = (parts ?? []).flatMap(({ lines, nameless }) => [
    ...twiceRows(sheet, lines),
    ...unknownRows(sheet, lines),
    ...nameless.map((place) => finding('ROW_WITHOUT_INDICATOR', { ...sheet, ...place }, {})),
  ]);
  const columns = (meanings ?? []).flatMap(({ twice, regionsUnknown, columns: all }) => [
    ...twice.map(({ column, kept }) => {
      const args = { name: textOf(column), kept: placed(kept), ignored: placed(column) };
      return finding('COLUMN_TWICE', placeOf(sheet, column), args);
    }),
    ...regionsUnknown.map((column) => regionUnknown(sheet, column, scheme)),
    // The spans of figures can stand as periods that only the file's own period tells apart.
    ...(all.every(({ meaning }) => !isFigures(meaning, scheme)) ? [finding('PERIOD_NOT_FOUND', sheet, {})] : []),
  ]);
  return [...columns, ...rows];
}

function isFigures(meaning: string | null, scheme: Scheme): boolean {
  return meaning === 'period' || meaning === 'ytd' || scheme.regions.some(({ code }) => code === meaning);
}

function regionUnknown(sheet: Place, header: HeaderText, scheme: Scheme): Finding {
  const raw = header.levels.at(-1) ?? null;
  const names = scheme.regions.map(({ name }) => name);
  return finding('REGION_UNKNOWN', placeOf(sheet, header), { nearest: nearest(raw ?? '', names) }, { raw });
}

function twiceRows(sheet: Place, lines: readonly ReadLine[]): readonly Finding[] {
  return lines.flatMap((line) => {
    const { kept } = line;
    if (!kept) return [];
    const args = { kept: placedRow(kept), ignored: placedRow(line) };
    return [finding('INDICATOR_TWICE', rowPlace(sheet, line), args, { indicator: kept.meaning })];
  });
}

function unknownRows(sheet: Place, lines: readonly ReadLine[]): readonly Finding[] {
  const unknown = lines.filter(({ meaning, kept }) => meaning === null && kept === null);
  const [first] = unknown;
  if (first && unknown.length > MOST_UNKNOWN) {
    const args = { rows: unknown.length, first: shorten(first.label, LONGEST) };
    return [finding('INDICATORS_UNKNOWN', rowPlace(sheet, first), args)];
  }
  return unknown.map((line) =>
    finding('INDICATOR_UNKNOWN', rowPlace(sheet, line), { label: shorten(line.label, LONGEST) }),
  );
}

function rowPlace(sheet: Place, { row, column }: ReadLine): Place {
  return { ...sheet, row, column };
}

/** Equal names are told apart by their cell. */
function placedRow({ row, column, label }: ReadLine): string {
  return `${cellName(row, column)} ${shorten(label, LONGEST)}`;
}

function placeOf(sheet: Place, { row, column }: HeaderText): Place {
  return { ...sheet, row, column };
}

function placed(header: HeaderText): string {
  return `${columnName(header.column)} ${textOf(header)}`;
}

function textOf({ levels }: HeaderText): string {
  return shorten(joined(levels), LONGEST);
}
