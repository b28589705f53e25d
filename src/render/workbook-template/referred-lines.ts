import type { Band } from './axis.ts';
import { type Book, relationships, tree } from './book.ts';
import { type Area, LAST_COLUMN, LAST_ROW, parseArea } from './cell-address.ts';
import { type Formula, formulaOf } from './formula.ts';
import { sheetKey } from './map-reference.ts';
import { chartParts } from './sheet-texts.ts';
import { descend, everywhere, local, textOf } from './xml-query.ts';

/** Cells of a sheet that something refers to as a range. */
interface Referred {
  readonly sheet: string;
  readonly area: Area;
  /** A chart shows them: columns that are gone are no series. */
  readonly isShown?: true;
  /** Where the formula stands; null for what stands in no cell. */
  readonly from: { readonly sheet: string; readonly row: number; readonly column: number } | null;
}

/** Whether rows or columns of a sheet must not vanish without a trace, since a range lies within them. */
export interface ReferredLines {
  readonly rows: (sheet: string, band: Band) => boolean;
  readonly columns: (sheet: string, band: Band) => boolean;
}

/** What formulas, charts, names, lists and tables of the template refer to. */
export function referredLines(book: Book): ReferredLines {
  const referred = [...ofCells(book), ...ofParts(book)];
  const isWithin = (sheet: string, { first, last }: Band, axis: 'rows' | 'columns') =>
    referred.some(({ sheet: on, area, from, isShown }) => {
      if (on !== sheetKey(sheet) || (isShown && axis === 'columns')) return false;
      const [low, high, own] =
        axis === 'rows' ? [area.top, area.bottom, from?.row] : [area.left, area.right, from?.column];
      const isOwn = from?.sheet === on && own !== undefined && first <= own && own <= last;
      return !isOwn && first <= low && high <= last;
    });
  const tables = tableAreas(book);
  const inTable = (sheet: string, { first, last }: Band) =>
    tables.some(({ sheet: on, area }) => on === sheetKey(sheet) && area.top <= last && first <= area.bottom);
  return {
    rows: (sheet, band) => isWithin(sheet, band, 'rows') || inTable(sheet, band),
    columns: (sheet, band) => isWithin(sheet, band, 'columns'),
  };
}

function ofCells({ sheets }: Book): readonly Referred[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells }) =>
      cells.flatMap(({ column, content }) => {
        if (content.kind !== 'formula') return [];
        const from = { sheet: sheetKey(name), row: number, column };
        return areasOf(content.formula, name, false).map((one) => ({ ...one, from }));
      }),
    ),
  );
}

function ofParts(book: Book): readonly Referred[] {
  const names = descend(book.root, 'definedNames', 'definedName').filter(
    ({ attributes }) => !/^_xlnm\./.test(attributes['name'] ?? ''),
  );
  const texts: { text: string; sheet: string; isShown?: true }[] = names.map((name) => ({
    text: textOf(name),
    sheet: '',
  }));
  for (const { part, name, root } of book.sheets) {
    for (const chart of chartParts(book, part)) {
      for (const element of everywhere(tree(book.parts, chart), 'f'))
        texts.push({ text: textOf(element), sheet: name, isShown: true });
    }
    for (const list of everywhere(root, 'formula1')) texts.push({ text: textOf(list), sheet: name });
  }
  return texts.flatMap(({ text, sheet, ...shown }) =>
    areasOf(formulaOf(text), sheet, true).map((one) => ({ ...one, ...shown, from: null })),
  );
}

/** The ranges of a formula; with `single` its single cells, too. */
function areasOf({ tokens, spread }: Formula, own: string, single: boolean): readonly Omit<Referred, 'from'>[] {
  return tokens.flatMap((token, place) => {
    if (token.kind !== 'reference' || (!token.to && !single && !spread.has(place))) return [];
    const { from, to, sheets } = token;
    const rows = [from.row?.line ?? 1, (to ?? from).row?.line ?? LAST_ROW];
    const columns = [from.column?.line ?? 1, (to ?? from).column?.line ?? LAST_COLUMN];
    const area = {
      ...{ top: Math.min(...rows), bottom: Math.max(...rows) },
      ...{ left: Math.min(...columns), right: Math.max(...columns) },
    };
    return [{ sheet: sheetKey(sheets?.[0] ?? own), area }];
  });
}

function tableAreas({ sheets, parts }: Book): readonly Omit<Referred, 'from'>[] {
  return sheets.flatMap(({ name, part }) =>
    relationships(parts, part).flatMap(({ kind, part: table }) => {
      if (kind !== 'table' || table === null) return [];
      const root = tree(parts, table);
      const area = local(root) === 'table' ? parseArea(root.attributes['ref'] ?? '') : null;
      return area ? [{ sheet: sheetKey(name), area }] : [];
    }),
  );
}
