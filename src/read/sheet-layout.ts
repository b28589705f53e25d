import type { Merge } from '../model/grid.ts';
import { cellName } from '../model/place.ts';
import type { XmlAttributes } from '../ooxml/xml-attributes.ts';
import { MAX_COLUMN } from './cell-reference.ts';
import { checkMerges, parseMerge } from './merges.ts';
import { ATTRIBUTE, ELEMENT } from './sheet-words.ts';
import { isTrue } from './xlsx-workbook.ts';

/** What a sheet says beside its cells. */
export interface SheetLayout {
  readonly merges: Merge[];
  readonly badMerges: { count: number; readonly first: string[] };
  /** Hidden rows that have cell elements. */
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Columns that hidden ranges named so far, each as often as it was named. */
  columnsNamed: number;
}

/** Merges that can be believed, and those that cannot: how many, and the first few as written. */
export interface SheetMerges {
  readonly kept: readonly Merge[];
  readonly ignored: { readonly count: number; readonly references: readonly string[] };
}

const MAX_MERGES = 262_144;
/** Overlapping ranges that name more columns than this are hostile. */
const MAX_COLUMNS_NAMED = 16 * MAX_COLUMN;
const NAMED_MERGES = 5;

export function sheetLayout(): SheetLayout {
  const badMerges = { count: 0, first: [] };
  return { merges: [], badMerges, hiddenRows: new Set(), hiddenColumns: new Set(), columnsNamed: 0 };
}

/** Notes an element of `mergeCells` or `cols`; others are passed over. */
export function noteLayout(layout: SheetLayout, element: number, attributes: XmlAttributes): void {
  if (element === ELEMENT.mergeCell) noteMerge(layout, attributes);
  else if (element === ELEMENT.col && isTrue(attributes.text(ATTRIBUTE.hidden))) noteHidden(layout, attributes);
}

function noteMerge({ merges, badMerges }: SheetLayout, attributes: XmlAttributes): void {
  const { bytes, from, to } = attributes;
  const { ref } = ATTRIBUTE;
  const merge = attributes.has(ref) ? parseMerge(bytes(ref), from(ref), to(ref)) : null;
  if (merge !== null && merges.length < MAX_MERGES) {
    merges.push(merge);
  } else if (++badMerges.count <= NAMED_MERGES) {
    badMerges.first.push((attributes.text(ref) ?? '').slice(0, 40));
  }
}

function noteHidden(layout: SheetLayout, attributes: XmlAttributes): void {
  const first = Number(attributes.text(ATTRIBUTE.min));
  const last = Math.min(Number(attributes.text(ATTRIBUTE.max)), MAX_COLUMN);
  if (!Number.isInteger(first) || first < 1) return;
  for (let column = first; column <= last && layout.columnsNamed < MAX_COLUMNS_NAMED; column++) {
    layout.hiddenColumns.add(column);
    layout.columnsNamed++;
  }
}

/** The sheet's merges, checked against each other. */
export function sheetMerges({ merges, badMerges }: SheetLayout): SheetMerges {
  const checked = checkMerges(merges, spelled);
  return {
    kept: checked.kept,
    ignored: {
      count: badMerges.count + checked.ignored.length,
      references: [...badMerges.first, ...checked.ignored.slice(0, NAMED_MERGES)].slice(0, NAMED_MERGES),
    },
  };
}

function spelled({ top, left, bottom, right }: Merge): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
