import type { Finding } from './finding.ts';
import type { Place } from './place.ts';

/** Collects findings so that those which are alike in all but their row are one value with its rows. */
export interface FindingPacker {
  add(finding: Finding): PackedFinding;
  /** Adds another row of which the very same as before is found, without making the finding again. */
  again(packed: PackedFinding, row: number): void;
  /** What was added, in the order in which each was first found; nothing may be added afterwards. */
  findings(): readonly Finding[];
}

const NO_ROWS: readonly number[] = [];

/** Different findings that are remembered: where each row says something else, no two are alike, and they would fill the memory. */
const MOST_KEYS = 20_000;

/** A finding that a packer holds; it alone changes it. */
export interface PackedFinding {
  readonly finding: Finding;
  rows: number[] | null;
}

interface SheetFindings extends Pick<Place, 'file' | 'sheet'> {
  readonly byKey: Map<string, PackedFinding>;
}

/**
 * A new, empty packer: a column that is wrong in a hundred thousand rows costs a number for each of them, not an object.
 *
 * It need not see that two findings are equal (the report does, `collapse-findings.ts`): what it leaves apart costs memory only.
 */
export function findingPacker(): FindingPacker {
  const all: PackedFinding[] = [];
  const argsKey = argumentsReader();
  const sheets = new Map<string, SheetFindings>();
  let last: SheetFindings | null = null;
  const sheetOf = ({ file, sheet }: Place): SheetFindings => {
    if (last?.file === file && last.sheet === sheet) return last;
    const name = JSON.stringify([file, sheet]);
    last = sheets.get(name) ?? { file, sheet, byKey: new Map() };
    sheets.set(name, last);
    return last;
  };
  return {
    add(finding) {
      const { place, alsoRows } = finding;
      const one: PackedFinding = { finding, rows: null };
      if (place.row === null || alsoRows !== undefined) {
        all.push(one);
        return one;
      }
      const { byKey } = sheetOf(place);
      const key = equality(finding, argsKey);
      const known = byKey.get(key);
      if (known !== undefined) {
        known.rows = withRow(known.rows, place.row);
        return known;
      }
      if (byKey.size >= MOST_KEYS) byKey.clear();
      byKey.set(key, one);
      all.push(one);
      return one;
    },
    again(packed, row) {
      packed.rows = withRow(packed.rows, row);
    },
    findings() {
      sheets.clear();
      last = null;
      return all.map(({ finding, rows }) => (rows === null ? finding : withRows(finding, rows)));
    },
  };
}

/** Most lists stay short: they get no room that they may never need. */
function withRow(rows: number[] | null, row: number): number[] {
  if (rows === null) return [row];
  if (rows.length < 8) return rows.concat(row);
  rows.push(row);
  return rows;
}

/** Each finding by itself, with its own row. */
export function* singly(findings: Iterable<Finding>): Generator<Finding> {
  for (const finding of findings) {
    const { alsoRows, place } = finding;
    yield alsoRows === undefined ? finding : withOthers(finding, place, NO_ROWS);
    for (const row of alsoRows ?? NO_ROWS) yield withOthers(finding, { ...place, row }, NO_ROWS);
  }
}

/** How many cells (or rows, files) a finding is about. */
export function countOf({ alsoRows }: Finding): number {
  return 1 + (alsoRows?.length ?? 0);
}

/** A finding at those of its rows alone that are kept; null when none is. */
export function atRows(finding: Finding, isKept: (row: number | null) => boolean): Finding | null {
  const { alsoRows, place } = finding;
  if (alsoRows === undefined) return isKept(place.row) ? finding : null;
  const others = alsoRows.filter(isKept);
  if (isKept(place.row)) return others.length === alsoRows.length ? finding : withOthers(finding, place, others);
  const [row, ...rest] = others;
  return row === undefined ? null : withOthers(finding, { ...place, row }, rest);
}

/** Rows in ascending order, the first of them in the place; the array is no longer than it must be. */
function withRows(finding: Finding, rows: number[]): Finding {
  const { place } = finding;
  let last = place.row ?? 0;
  let ascending = true;
  for (const row of rows) {
    ascending &&= row >= last;
    last = row;
  }
  if (ascending) return withOthers(finding, place, rows.slice());
  const [row = null, ...others] = [place.row ?? 0, ...rows].sort((a, b) => a - b);
  return withOthers(finding, { ...place, row }, others);
}

/** Written out, not spread: there may be a hundred thousand of them. */
function withOthers(finding: Finding, place: Place, others: readonly number[]): Finding {
  const { code, severity, bureau, region, column, indicator, raw, args, explained } = finding;
  return others.length === 0
    ? { code, severity, place, bureau, region, column, indicator, raw, explained, args }
    : { code, severity, place, bureau, region, column, indicator, raw, explained, args, alsoRows: others };
}

/** What is equal within a sheet, but for the row; short, for it is made of every single finding. */
function equality(finding: Finding, argsKey: (args: Finding['args']) => string): string {
  const { code, severity, place, bureau, region, column, indicator, raw, args, explained } = finding;
  const about = `${code} ${severity} ${place.column} ${column} ${indicator} ${bureau} ${region} ${argsKey(args)}`;
  return `${about}${explained === null ? '' : JSON.stringify(explained)}${raw === null ? '' : `=${raw}`}`;
}

/** Arguments that are remembered: those of one reading are one object in many findings, those of a rule are in one only. */
const MOST = 1000;

/** Arguments as text, written once for each object. */
function argumentsReader(): (args: Finding['args']) => string {
  const known = new Map<Finding['args'], string>();
  return (args) => {
    const found = known.get(args);
    if (found !== undefined) return found;
    const text = JSON.stringify(args);
    if (known.size >= MOST) known.clear();
    known.set(args, text);
    return text;
  };
}
