import type { Finding, Raw } from './finding.ts';
import type { Place } from './place.ts';

/** Collects findings so that those which are alike in all but their row and text are one value with its rows and texts. */
export interface FindingPacker {
  add(finding: Finding): PackedFinding;
  /** Adds another row of which the same as before is found, of whatever text, without making the finding again. */
  again(packed: PackedFinding, row: number, raw: Raw): void;
  /** How many different things they say, see `differentOnes`. */
  size(): number;
  /** What was added, in the order in which each was first found; nothing may be added afterwards. */
  findings(): readonly Finding[];
}

const NO_ROWS: readonly number[] = [];
const NO_RAWS: readonly Raw[] = [];

/** Different findings that are remembered: where each row has arguments of its own, no two are alike, and they would fill the memory. */
const MOST_KEYS = 20_000;

/** A finding that a packer holds; it alone changes it. */
export interface PackedFinding {
  readonly finding: Finding;
  rows: number[] | null;
  /** The texts of these rows; null as long as all are the finding's own. */
  raws: Raw[] | null;
}

interface SheetFindings extends Pick<Place, 'file' | 'sheet'> {
  readonly byKey: Map<string, PackedFinding>;
}

/**
 * A new, empty packer: a column that is wrong in a hundred thousand rows costs a number, and a text where it is another, for
 * each of them, not an object.
 *
 * It need not see that two findings are equal (the report does, `collapse-findings.ts`): what it leaves apart costs memory only.
 */
export function findingPacker(): FindingPacker {
  const all: PackedFinding[] = [];
  const argsKey = argumentsReader();
  const sheets = new Map<string, SheetFindings>();
  let last: SheetFindings | null = null;
  const otherTexts = new Set<Raw>();
  const addRow = (packed: PackedFinding, row: number, raw: Raw) => {
    if (raw !== packed.finding.raw) otherTexts.add(raw);
    putRow(packed, row, raw);
  };
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
      const one: PackedFinding = { finding, rows: null, raws: null };
      if (place.row === null || alsoRows !== undefined) {
        all.push(one);
        return one;
      }
      const { byKey } = sheetOf(place);
      const key = equality(finding, argsKey);
      const known = byKey.get(key);
      if (known !== undefined) {
        addRow(known, place.row, finding.raw);
        return known;
      }
      if (byKey.size >= MOST_KEYS) byKey.clear();
      byKey.set(key, one);
      all.push(one);
      return one;
    },
    again: addRow,
    size: () => all.length + otherTexts.size,
    findings() {
      sheets.clear();
      last = null;
      return all.map((one) => (one.rows === null ? one.finding : withRows(one.finding, one.rows, one.raws)));
    },
  };
}

function putRow(packed: PackedFinding, row: number, raw: Raw): void {
  const { finding, rows, raws } = packed;
  if (raws !== null) packed.raws = withItem(raws, raw);
  else if (raw !== finding.raw) packed.raws = [...(rows ?? NO_ROWS).map(() => finding.raw), raw];
  packed.rows = withItem(rows, row);
}

/** Most lists stay short: they get no room that they may never need. */
function withItem<T>(items: T[] | null, item: T): T[] {
  if (items === null) return [item];
  if (items.length < 8) return items.concat(item);
  items.push(item);
  return items;
}

/** One of the cells that a finding is about. */
interface CellFound {
  readonly row: Place['row'];
  readonly raw: Raw;
}

/** Each finding by itself, with its own row and text. */
export function* singly(findings: Iterable<Finding>): Generator<Finding> {
  for (const finding of findings) {
    if (finding.alsoRows === undefined) yield finding;
    else for (const cell of cellsOf(finding)) yield withCells(finding, cell, NO_ROWS, null);
  }
}

/** The cells that a finding is about, in the order of their rows. */
export function* cellsOf(finding: Finding): Generator<CellFound> {
  const { place, raw, alsoRows = NO_ROWS } = finding;
  yield { row: place.row, raw };
  for (let at = 0; at < alsoRows.length; at++) yield { row: alsoRows[at] ?? null, raw: otherRaw(finding, at) };
}

function otherRaw({ raw, alsoRaws }: Finding, at: number): Raw {
  return alsoRaws === undefined ? raw : (alsoRaws[at] ?? null);
}

/** Whether all cells that a finding is about say the same. */
export function saysOne({ raw, alsoRaws }: Finding): boolean {
  return alsoRaws === undefined || alsoRaws.every((other) => other === raw);
}

/** How many cells (or rows, files) a finding is about. */
export function countOf({ alsoRows }: Finding): number {
  return 1 + (alsoRows?.length ?? 0);
}

/** How many different things findings say: each once, and once more for each other text of which it is said. */
export function differentOnes(findings: readonly Finding[]): number {
  const otherTexts = new Set<Raw>();
  for (const { raw, alsoRaws = NO_RAWS } of findings) {
    for (const other of alsoRaws) if (other !== raw) otherTexts.add(other);
  }
  return findings.length + otherTexts.size;
}

/** A finding at those of its rows alone that are kept; null when none is. */
export function atRows(finding: Finding, isKept: (row: number | null) => boolean): Finding | null {
  const { alsoRows, place } = finding;
  if (alsoRows === undefined) return isKept(place.row) ? finding : null;
  const kept = [...cellsOf(finding)].filter(({ row }) => isKept(row));
  return kept.length === countOf(finding) ? finding : ofCells(finding, kept);
}

/** Rows in ascending order, the first of them in the place; the arrays are no longer than they must be. */
function withRows(finding: Finding, rows: readonly number[], raws: readonly Raw[] | null): Finding {
  const { place, raw } = finding;
  let last = place.row ?? 0;
  let ascending = true;
  for (const row of rows) {
    ascending &&= row >= last;
    last = row;
  }
  if (ascending) return withCells(finding, { row: place.row, raw }, rows.slice(), raws?.slice() ?? null);
  const others = rows.map((row, at) => ({ row, raw: raws === null ? raw : (raws[at] ?? null) }));
  const cells = [{ row: place.row ?? 0, raw }, ...others].sort((a, b) => a.row - b.row);
  return ofCells(finding, cells) ?? finding;
}

/** A finding at these cells; null when there is none. */
function ofCells(finding: Finding, [first, ...others]: readonly CellFound[]): Finding | null {
  if (first === undefined) return null;
  const raws = others.some(({ raw }) => raw !== first.raw) ? others.map(({ raw }) => raw) : null;
  const rows = others.map(({ row }) => row ?? 0);
  return withCells(finding, first, rows, raws);
}

/** Written out, not spread: there may be a hundred thousand of them. */
function withCells(
  finding: Finding,
  first: CellFound,
  others: readonly number[],
  raws: readonly Raw[] | null,
): Finding {
  const { code, severity, bureau, region, column, indicator, args, explained } = finding;
  const { row, raw } = first;
  const place = row === finding.place.row ? finding.place : { ...finding.place, row };
  const one = { code, severity, place, bureau, region, column, indicator, raw, explained, args };
  if (others.length === 0) return one;
  return raws === null ? { ...one, alsoRows: others } : { ...one, alsoRows: others, alsoRaws: raws };
}

/** What is equal within a sheet, but for row and text; short, for it may be made of every single finding. */
function equality(finding: Finding, argsKey: (args: Finding['args']) => string): string {
  const { code, severity, place, bureau, region, column, indicator, args, explained } = finding;
  const about = `${code} ${severity} ${place.column} ${column} ${indicator} ${bureau} ${region} ${argsKey(args)}`;
  return explained === null ? about : `${about}${JSON.stringify(explained)}`;
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
