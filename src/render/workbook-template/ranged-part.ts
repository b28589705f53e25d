import { type Band, bandOf, type Copy, copiesOf, spanIn } from './axis.ts';
import { type Area, LAST_COLUMN, LAST_ROW, parseArea, printArea } from './cell-address.ts';
import { type Formula, formulaOf } from './formula.ts';
import type { Coordinate } from './formula-tokens.ts';
import type { Frame } from './frame.ts';
import { mapFormula, type SheetCopies } from './map-reference.ts';
import { hasMarks } from './markers.ts';
import { onSheet } from './output-area.ts';
import type { OutputSheet } from './output-sheet.ts';
import { shiftedFormula } from './shared-formula.ts';
import { child, elements, local, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** Formulas of elements. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2']);

/** Whether an element holds nothing but a formula; newer ones wrap it once more. */
export function isFormula(element: XmlElement): boolean {
  return FORMULAS.has(local(element)) && elements(element).length === 0;
}

/** Cells of the output that see the formulas of an element alike. */
interface Seen {
  readonly area: Area;
  /** The same for all cells that may share one element. */
  readonly key: string;
  /** The formulas as the first of them sees them. */
  readonly formulas: () => readonly string[];
  readonly hints: Hints;
}

/** What such elements are mapped with. */
export interface RangedMapping {
  readonly sheet: OutputSheet;
  readonly copies: SheetCopies;
  /** A text with its expressions filled in. */
  readonly fill: (text: string, frame: Frame) => string;
}

/** What a validation tells who types, by its attributes, and how long it may be. */
const HINTS: Readonly<Record<string, number>> = { promptTitle: 32, prompt: 255, errorTitle: 32, error: 255 };

type Hints = Readonly<Record<string, string>>;

/** The hints of an element that are filled in. */
export function hintsOf(element: XmlElement): Hints {
  if (local(element) !== 'dataValidation') return {};
  const found = Object.entries(element.attributes).filter(
    ([name, text]) => Object.hasOwn(HINTS, name) && hasMarks(text),
  );
  return Object.fromEntries(found);
}

function filledHints(hints: Hints, fill: (text: string) => string): Hints {
  const cut = (name: string, text: string) => text.slice(0, HINTS[name]).replace(/[\uD800-\uDBFF]$/, '');
  return Object.fromEntries(Object.entries(hints).map(([name, text]) => [name, cut(name, fill(text))]));
}

/** What names mean at a cell of the output, which came of a column of the template. */
function frameAt({ rows, across, frame, copy }: OutputSheet, row: number, origin: number, column: Copy): Frame {
  const laid = rows.get(row)?.laid;
  const band = copy.columns.band.bands.find(({ first, last }) => first <= origin && origin <= last);
  const own = laid && band && across.get(laid)?.get(band)?.[copy.columns.copies.get(band)?.indexOf(column) ?? 0];
  return own ?? laid?.frame ?? frame;
}

/**
 * An element that holds for ranges (a conditional format, a validation): its formulas mean in each copy what they would
 * mean in its cells, and copies that agree share one element.
 */
export function mapRanged(element: XmlElement, mapping: RangedMapping): readonly XmlElement[] {
  const rules = elements(element).filter((one) => local(one) === 'cfRule');
  if (rules.length < 2) return mapped(element, mapping);
  const made = new Map<string, XmlElement>();
  for (const rule of rules) {
    const others = rules.filter((one) => one !== rule);
    const alone = element.children.filter((one) => typeof one === 'string' || !others.includes(one));
    for (const one of mapped(withChildren(element, alone), mapping)) {
      const { text } = rangesOf(one);
      const same = made.get(text);
      made.set(text, same ? withRules(same, one) : one);
    }
  }
  return [...made.values()];
}

function withRules(element: XmlElement, other: XmlElement): XmlElement {
  const isRule = (one: XmlElement) => local(one) === 'cfRule';
  const at = element.children.findLastIndex((one) => typeof one !== 'string' && isRule(one)) + 1;
  return withChildren(element, element.children.toSpliced(at, 0, ...elements(other).filter(isRule)));
}

/** The ranges of an element, and where they are written. */
export function rangesOf(element: XmlElement) {
  const inner = child(element, 'sqref');
  const key = ['sqref', 'ref', 'r'].find((name) => element.attributes[name] !== undefined) ?? 'sqref';
  return { inner, key, text: (inner ? textOf(inner) : (element.attributes[key] ?? '')).trim() };
}

function mapped(element: XmlElement, mapping: RangedMapping): readonly XmlElement[] {
  const { inner, key, text } = rangesOf(element);
  const areas = text.split(/\s+/).flatMap((one) => parseArea(one) ?? []);
  const [first] = areas;
  if (!first) return [];
  const formulas: string[] = [];
  withFormulas(element, (formula) => {
    formulas.push(formula);
    return formula;
  });
  const hints = hintsOf(element);
  const groups = new Map<string, Seen[]>();
  for (const seen of areas.flatMap((area) => seenBy(area, first, { formulas, hints }, mapping))) {
    const alike = groups.get(seen.key);
    if (alike) alike.push(seen);
    else groups.set(seen.key, [seen]);
  }
  const isRelative = formulas.some((formula) => shiftedFormula(formula, 1, 1) !== formula);
  const made: XmlElement[] = [];
  for (const seen of groups.values()) {
    for (const shared of sharing(joined(seen.map(({ area }) => area)), isRelative)) {
      const own = seen.find(({ area }) => area.top === shared[0]?.top && area.left === shared[0].left);
      const ranges = shared.map(printArea).join(' ');
      const left = [...(own?.formulas() ?? [])];
      const filled = withFormulas(withAttributes(element, own?.hints ?? {}), (formula) => left.shift() ?? formula);
      const outer = inner ? filled : withAttributes(filled, { [key]: ranges });
      const children = outer.children.map((one) =>
        typeof one !== 'string' && local(one) === 'sqref' ? withChildren(one, [ranges]) : one,
      );
      made.push(numbered(withChildren(outer, children), made.length));
    }
  }
  return made;
}

/** The cells of the output that an area of the template came to be, by what they see. */
function seenBy(
  area: Area,
  base: Area,
  { formulas, hints }: { readonly formulas: readonly string[]; readonly hints: Hints },
  { sheet, copies, fill }: RangedMapping,
): readonly Seen[] {
  const { copy } = sheet;
  const { rows, columns } = copy;
  const seen: Seen[] = [];
  const isCut = formulas.length > 0 || Object.keys(hints).length > 0;
  for (const [top, bottom] of isCut ? cuts(area.top, area.bottom, rows.band) : [[area.top, area.bottom] as const]) {
    for (const [left, right] of isCut
      ? cuts(area.left, area.right, columns.band)
      : [[area.left, area.right] as const]) {
      const shifted = formulas.map((one) => shiftedFormula(one, top - base.top, left - base.left));
      const own = shifted.map(formulaOf);
      const [rowBand, columnBand] = [bandOf(rows.band, top, bottom), bandOf(columns.band, left, right)];
      const isSame = own.every((one) => isSameInCopies(one, { top, left, rowBand, columnBand }));
      const same = isSame ? `same ${keyOf(shifted, top, left)}` : null;
      for (const row of copiesOf(rows, rowBand)) {
        const down = spanIn(row, top, bottom);
        if (!down) continue;
        for (const column of copiesOf(columns, columnBand)) {
          const along = spanIn(column, left, right);
          if (!along) continue;
          const made = onSheet({ top: down[0], bottom: down[1], left: along[0], right: along[1] });
          const scope = { sheet: copy, row, column, pinned: true } as const;
          const texts = () => own.map((one) => mapFormula(one, scope, copies).text);
          const told = filledHints(hints, (text) => fill(text, frameAt(sheet, made.top, left, column)));
          const key = JSON.stringify([same ?? keyOf(texts(), made.top, made.left), told]);
          seen.push({ area: made, key, formulas: texts, hints: told });
        }
      }
    }
  }
  return seen;
}

/** More lines than anybody repeats: they are not looked at one by one. */
const MOST_LINES = 5000;

/** Lines that may be repeated are looked at one by one, others together. */
function cuts(from: number, to: number, { bands }: Band): readonly (readonly [number, number])[] {
  const low = Math.max(from, bands[0]?.first ?? to + 1);
  const high = Math.min(to, bands.at(-1)?.last ?? 0);
  if (low > high || high - low >= MOST_LINES) return [[from, to]];
  const cut: (readonly [number, number])[] = [];
  if (from < low) cut.push([from, low - 1]);
  for (let line = low; line <= high; line++) cut.push([line, line]);
  if (high < to) cut.push([high + 1, to]);
  return cut;
}

/** Whether a formula looks the same from all copies of a line, seen from where they stand. */
function isSameInCopies(
  { tokens, spread }: Formula,
  { top, left, rowBand, columnBand }: { top: number; left: number; rowBand: Band; columnBand: Band },
): boolean {
  return tokens.every((token, place) => {
    if (token.kind !== 'reference') return true;
    if (token.sheets) return false;
    const { from, to } = token;
    const isSame = (at: Coordinate | null | undefined, own: number, band: Band) => {
      if (!at) return true;
      if (at.absolute) return to !== null || spread.has(place);
      return at.line === own || (band.bands.length === 0 && band.first <= at.line && at.line <= band.last);
    };
    return [from, to].every((corner) => isSame(corner?.row, top, rowBand) && isSame(corner?.column, left, columnBand));
  });
}

/** The formulas as they are seen from a cell: alike for cells that may share them. */
function keyOf(formulas: readonly string[], row: number, column: number): string {
  return JSON.stringify(formulas.map((one) => shiftedFormula(one, LAST_ROW - row, LAST_COLUMN - column)));
}

/** Areas that touch as one. */
function joined(areas: readonly Area[]): readonly Area[] {
  const down: Area[] = [];
  for (const area of areas.toSorted((a, b) => a.left - b.left || a.right - b.right || a.top - b.top)) {
    const last = down.at(-1);
    const touches = last && last.left === area.left && last.right === area.right && last.bottom + 1 === area.top;
    if (touches) down[down.length - 1] = { ...last, bottom: area.bottom };
    else down.push(area);
  }
  const along: Area[] = [];
  for (const area of down.toSorted((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left)) {
    const last = along.at(-1);
    const touches = last && last.top === area.top && last.bottom === area.bottom && last.right + 1 === area.left;
    if (touches) along[along.length - 1] = { ...last, right: area.right };
    else along.push(area);
  }
  return along.toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** Ranges that share an element: programs differ in which cell formulas are seen from unless the first is the top left one. */
function sharing(areas: readonly Area[], isRelative: boolean): readonly (readonly Area[])[] {
  if (!isRelative) return [areas];
  const shared: Area[][] = [];
  for (const area of areas) {
    const last = shared.find(([first]) => first && first.left <= area.left);
    if (last) last.push(area);
    else shared.push([area]);
  }
  return shared;
}

function withFormulas(element: XmlElement, change: (formula: string) => string): XmlElement {
  if (isFormula(element)) {
    const text = textOf(element);
    return text === '' ? element : withChildren(element, [change(text)]);
  }
  const { type, val } = element.attributes;
  const isLimit = local(element) === 'cfvo' && type === 'formula' && val !== undefined;
  const outer = isLimit ? withAttributes(element, { val: change(val) }) : element;
  return withChildren(
    outer,
    outer.children.map((one) => (typeof one === 'string' ? one : withFormulas(one, change))),
  );
}

/** The second and later elements have ids of their own. */
function numbered(element: XmlElement, number: number): XmlElement {
  if (number === 0) return element;
  const fresh = (id: string) =>
    id.replace(/[\dA-F]{12}\}$/i, `${number.toString(16).toUpperCase().padStart(12, '0')}}`);
  const { id } = element.attributes;
  const isRule = local(element) === 'cfRule';
  const own = withAttributes(element, {
    'xr:uid': null,
    ...(isRule && id !== undefined ? { id: fresh(id) } : {}),
  });
  const children = own.children.map((one) =>
    typeof one !== 'string' && local(one) === 'cfRule' ? numbered(one, number) : one,
  );
  return withChildren(own, children);
}
