import { type Band, bandOf, type Copy, copiesOf } from './axis.ts';
import { formulaOf } from './formula.ts';
import type { Corner, ReferenceToken } from './formula-tokens.ts';
import { type FormulaValue, isError } from './formula-value.ts';
import { type Mapped, mapReference, type Scope, type SheetCopies, sheetKey, sheetScope } from './map-reference.ts';
import type { OutputSheet } from './output-sheet.ts';
import type { Values } from './work-out.ts';
import { child, descend, elements, everywhere, local, textOf, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';

/** What charts are mapped with. */
export interface ChartMapping {
  /** The sheet that shows the chart. */
  readonly sheet: OutputSheet;
  readonly copies: SheetCopies;
  readonly values: Values;
  readonly fill: (text: string) => string;
}

/** Excel draws no more. */
const MOST_SERIES = 255;

/** A chart for one copy of its sheet: references widened, series of repeated columns repeated, what is shown written into it. */
export function mapChart(root: XmlElement, mapping: ChartMapping): XmlElement {
  const mapped = mapElement(root, mapping, null);
  return numberedSeries(mapped);
}

function mapElement(element: XmlElement, mapping: ChartMapping, scope: Scope | null): XmlElement {
  switch (local(element)) {
    case 'f':
      return withChildren(element, [mapFormulaText(textOf(element), mapping, scope).text]);
    case 'numRef':
    case 'strRef':
    case 'multiLvlStrRef':
      return reference(element, mapping, scope);
    case 't':
      return withChildren(element, [mapping.fill(textOf(element))]);
    default: {
      const children = element.children.flatMap((one): readonly XmlNode[] => {
        if (typeof one === 'string') return [one];
        if (local(one) !== 'ser') return [mapElement(one, mapping, scope)];
        return seriesScopes(one, mapping).map((own, at) => {
          const series = mapElement(one, mapping, own);
          // A colour of its own would make all copies look alike.
          return at === 0
            ? series
            : withChildren(
                series,
                series.children.filter((inner) => typeof inner === 'string' || local(inner) !== 'spPr'),
              );
        });
      });
      return withChildren(element, children);
    }
  }
}

/**
 * Where the copies of a series stand: one for each repeated column when its values are a column within, one for each
 * repeated row when they are a row within; else one, which nothing follows.
 */
function seriesScopes(series: XmlElement, { sheet, copies }: ChartMapping): readonly (Scope | null)[] {
  const text = everywhere(child(series, 'val') ?? child(series, 'yVal') ?? series, 'f').map(textOf)[0] ?? '';
  const token = onlyReference(text);
  const target = token?.sheets ? copies.get(sheetKey(token.sheets[0])) : [sheet.copy];
  const own = target?.includes(sheet.copy) ? sheet.copy : target?.[0];
  if (!token || !own) return [null];
  const { row: top, column: left } = token.from;
  const end = token.to ?? token.from;
  if (!top || !left) return [null];
  const tall = top.line !== end.row?.line;
  const wide = left.line !== end.column?.line;
  const columns = copiesWithin(own.columns, left.line, end.column?.line ?? 0);
  const rows = copiesWithin(own.rows, top.line, end.row?.line ?? 0);
  if (!wide && columns && (tall || rows)) return columns.map((column) => ({ sheet: own, row: own.rows, column }));
  if (!tall && rows && wide) return rows.map((row) => ({ sheet: own, row, column: own.columns }));
  return [null];
}

/** The copies of the innermost band that has the lines; null when they are not repeated. */
function copiesWithin(root: Copy, from: number, to: number): readonly Copy[] | null {
  const band: Band = bandOf(root.band, from, to);
  return band === root.band ? null : copiesOf(root, band).slice(0, MOST_SERIES);
}

function onlyReference(text: string): ReferenceToken | null {
  const { tokens } = formulaOf(text);
  const [only] = tokens;
  return tokens.length === 1 && only?.kind === 'reference' ? only : null;
}

/** References of charts are absolute: what follows a copy follows it all the same. */
function mapFormulaText(text: string, { sheet, copies }: ChartMapping, scope: Scope | null, spread = true) {
  const around = scope ?? sheetScope(sheet.copy);
  const references: Mapped[] = [];
  const parts = formulaOf(text).tokens.map((token) => {
    if (token.kind !== 'reference') return token.text;
    const mapped = mapReference(scope ? relative(token) : token, around, copies, spread);
    references.push(mapped);
    return scope ? absolute(mapped.text) : mapped.text;
  });
  return { text: parts.join(''), references };
}

function relative(token: ReferenceToken): ReferenceToken {
  const free = ({ row, column }: Corner): Corner => ({
    row: row && { ...row, absolute: false },
    column: column && { ...column, absolute: false },
  });
  return { ...token, from: free(token.from), to: token.to && free(token.to) };
}

function absolute(reference: string): string {
  const at = reference.lastIndexOf('!') + 1;
  return reference.slice(0, at) + reference.slice(at).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function reference(element: XmlElement, mapping: ChartMapping, scope: Scope | null): XmlElement {
  const formula = child(element, 'f');
  if (!formula) return element;
  const { text, references } = mapFormulaText(textOf(formula), mapping, scope);
  const [only] = references;
  const prefix = formula.name.slice(0, formula.name.indexOf(':') + 1);
  const values = references.length === 1 && only ? mapping.values.cells(only) : null;
  const kept = element.children.filter((one) => typeof one !== 'string' && !/^(?:f|.*Cache)$/.test(local(one)));
  const cache = values && only ? cacheOf(element, prefix, values, only) : null;
  return withChildren(element, [withChildren(formula, [text]), ...(cache ? [cache] : []), ...kept]);
}

function cacheOf(
  element: XmlElement,
  prefix: string,
  values: readonly FormulaValue[],
  { cells }: Mapped,
): XmlElement | null {
  const make = (name: string, attributes: Record<string, string>, children: XmlElement['children']): XmlElement => ({
    name: prefix + name,
    attributes,
    children,
  });
  const points = (shown: readonly FormulaValue[], isNumber: boolean) =>
    shown.flatMap((value, at) => {
      const isShown = isNumber ? typeof value === 'number' : value !== null;
      return isShown && !isError(value) ? [make('pt', { idx: String(at) }, [make('v', {}, [String(value)])])] : [];
    });
  const count = make('ptCount', { val: String(values.length) }, []);
  switch (local(element)) {
    case 'numRef': {
      const format = descend(element, 'numCache', 'formatCode')[0];
      return make('numCache', {}, [format ?? make('formatCode', {}, ['General']), count, ...points(values, true)]);
    }
    case 'strRef':
      return make('strCache', {}, [count, ...points(values, false)]);
    default: {
      const wide = cells ? cells.area.right - cells.area.left + 1 : 1;
      const tall = values.length / wide;
      const levels = Array.from({ length: wide }, (_, level) => {
        const column = wide - 1 - level;
        return make(
          'lvl',
          {},
          points(
            values.filter((_value, at) => at % wide === column),
            false,
          ),
        );
      });
      return make('multiLvlStrCache', {}, [make('ptCount', { val: String(tall) }, []), ...levels]);
    }
  }
}

/** Every series has a number of its own. */
function numberedSeries(root: XmlElement): XmlElement {
  const all = everywhere(root, 'ser');
  const numbers = all.map((series) => child(series, 'idx')?.attributes['val']);
  if (new Set(numbers).size === all.length) return root;
  let next = 0;
  const renumber = (element: XmlElement): XmlElement => {
    if (local(element) === 'ser') {
      const val = String(next++);
      return withChildren(
        element,
        element.children.map((one) =>
          typeof one !== 'string' && ['idx', 'order'].includes(local(one)) ? withAttributes(one, { val }) : one,
        ),
      );
    }
    return elements(element).length === 0
      ? element
      : withChildren(
          element,
          element.children.map((one) => (typeof one === 'string' ? one : renumber(one))),
        );
  };
  return renumber(root);
}
