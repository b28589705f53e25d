import { PackageError } from '../../ooxml/package-error.ts';
import { unescapeOoxml } from '../../ooxml/xml-text.ts';
import { LAST_COLUMN, LAST_ROW, parseArea } from './cell-address.ts';
import { type Formula, formulaOf } from './formula.ts';
import { hasMarks } from './markers.ts';
import { shiftedFormula } from './shared-formula.ts';
import { child, descend, elements, local, textOf } from './xml-query.ts';
import { printElement, type XmlElement } from './xml-tree.ts';

/** What a cell can hold: null for nothing. */
export type CellValue = number | string | boolean | null;

/** A cell of the template. */
export interface SourceCell {
  readonly column: number;
  /** Number of its format; null for the plain one. */
  readonly style: string | null;
  readonly content: CellContent;
}

export type CellContent =
  | { readonly kind: 'blank' }
  /** Left as it is: `xml` is what follows the style in the tag. */
  | { readonly kind: 'fixed'; readonly xml: string; readonly value: CellValue | { readonly error: string } }
  | { readonly kind: 'marked'; readonly text: string }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly array: boolean };

export interface SourceRow {
  readonly number: number;
  /** Attributes but for its number. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: readonly SourceCell[];
}

/**
 * The rows of a sheet, `strings` being the shared ones. Rows and cells without numbers follow those before them.
 * Throws `PackageError` where they stand on no place of a sheet, or several on one.
 */
export function sourceRows(sheet: XmlElement, strings: readonly string[]): readonly SourceRow[] {
  const shared = sharedFormulas(sheet);
  let row = 0;
  const taken = new Set<number>();
  const rows = descend(sheet, 'sheetData', 'row').map((element): SourceRow => {
    row = placed(Number(element.attributes['r'] ?? row + 1), LAST_ROW, taken);
    const { r: _number, spans: _spans, ...attributes } = element.attributes;
    let column = 0;
    const columns = new Set<number>();
    const cells = elements(element)
      .filter((one) => local(one) === 'c')
      .map((cell) => {
        const { r: address } = cell.attributes;
        const place = address === undefined ? null : parseArea(address);
        if (address !== undefined && place?.top !== row) throw new PackageError('root');
        column = placed(place?.left ?? column + 1, LAST_COLUMN, columns);
        return sourceCell(cell, row, column, strings, shared);
      });
    return { number: row, attributes, cells: cells.toSorted((a, b) => a.column - b.column) };
  });
  return rows.toSorted((a, b) => a.number - b.number);
}

/** The line itself, where it is one of a sheet that nothing else stands on. */
function placed(line: number, last: number, taken: Set<number>): number {
  if (!Number.isInteger(line) || line < 1 || line > last || taken.has(line)) throw new PackageError('root');
  taken.add(line);
  return line;
}

/** The text of a string item without its phonetic hints. */
export function stringText(item: XmlElement): string {
  const texts = elements(item).map((one) => {
    if (local(one) === 't') return textOf(one);
    return local(one) === 'r' ? stringText(one) : '';
  });
  return texts.join('');
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function sharedFormulas(sheet: XmlElement): ReadonlyMap<string, SharedFormula> {
  const found = new Map<string, SharedFormula>();
  for (const cell of descend(sheet, 'sheetData', 'row', 'c')) {
    const formula = child(cell, 'f');
    const place = parseArea(cell.attributes['r'] ?? '');
    const text = formula ? textOf(formula) : '';
    const { t, si = '' } = formula?.attributes ?? {};
    if (place && t === 'shared' && text !== '' && !found.has(si)) {
      found.set(si, { row: place.top, column: place.left, text });
    }
  }
  return found;
}

function sourceCell(
  cell: XmlElement,
  row: number,
  column: number,
  strings: readonly string[],
  shared: ReadonlyMap<string, SharedFormula>,
): SourceCell {
  const { s: style = null } = cell.attributes;
  const formula = child(cell, 'f');
  if (formula && formula.attributes['t'] !== 'dataTable') {
    const master = shared.get(formula.attributes['si'] ?? '');
    const written = textOf(formula);
    const text =
      written === '' && master ? shiftedFormula(master.text, row - master.row, column - master.column) : written;
    if (text !== '') {
      const array = formula.attributes['t'] === 'array';
      return { column, style, content: { kind: 'formula', formula: formulaOf(text), array } };
    }
  }
  return { column, style, content: plainContent(cell, strings) };
}

function plainContent(cell: XmlElement, strings: readonly string[]): CellContent {
  const { r: _place, s: _style, ...attributes } = cell.attributes;
  const { t: type = 'n' } = attributes;
  const written = textOf(child(cell, 'v') ?? { name: 'v', attributes: {}, children: [] });
  const value = cellValue(cell, type, written, strings);
  if (value === null && (type === 's' || cell.children.length === 0)) return { kind: 'blank' };
  if (typeof value === 'string' && hasMarks(value)) return { kind: 'marked', text: value };
  const shell = printElement({
    name: 'c',
    attributes,
    children: cell.children.filter((one) => typeof one !== 'string'),
  });
  return { kind: 'fixed', xml: shell.slice('<c'.length), value };
}

function cellValue(
  cell: XmlElement,
  type: string,
  written: string,
  strings: readonly string[],
): CellValue | { readonly error: string } {
  switch (type) {
    case 's':
      // The number of a text that is not there would be that of one which is filled in.
      return (written === '' ? null : strings[Number(written)]) ?? null;
    case 'inlineStr': {
      const item = child(cell, 'is');
      return item ? unescapeOoxml(stringText(item)) : null;
    }
    case 'str':
    case 'd':
      return unescapeOoxml(written);
    case 'b':
      return written === '1';
    case 'e':
      return { error: written };
    default:
      return written === '' ? null : Number(written);
  }
}
