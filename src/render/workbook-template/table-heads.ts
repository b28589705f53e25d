import { type Book, type BookSheet, relationships, tree } from './book.ts';
import { type Area, parseArea } from './cell-address.ts';
import { areaOf } from './output-area.ts';
import type { OutputCell } from './output-cells.ts';
import type { OutputSheet } from './output-sheet.ts';
import { isTable, originsOf, uniqueName } from './table-part.ts';
import { descend } from './xml-query.ts';

/** The head of a table of the template: its cells, and what its columns are called there. */
interface TableHead {
  readonly area: Area;
  readonly names: readonly string[];
}

/** A sheet whose tables have heads as Excel wants them: texts, none empty or alike. */
export function withTableHeads(sheet: OutputSheet, book: Book): OutputSheet {
  const heads = tableHeads(book, sheet.source);
  if (heads.length === 0) return sheet;
  const rows = new Map(sheet.rows);
  for (const { area, names } of heads) {
    const made = areaOf(area, sheet);
    const row = made && rows.get(made.top);
    if (!made || !row) continue;
    const cells = headCells(row.cells(), made, area.left, names, sheet);
    rows.set(made.top, { ...row, cells: () => cells });
  }
  return { ...sheet, rows };
}

function tableHeads({ parts }: Book, { part }: BookSheet): readonly TableHead[] {
  return relationships(parts, part).flatMap(({ kind, part: table }) => {
    const root = kind === 'table' && table !== null && parts.has(table) ? tree(parts, table) : null;
    if (!root || !isTable(root) || root.attributes['headerRowCount'] === '0') return [];
    const area = parseArea(root.attributes['ref'] ?? '');
    const names = descend(root, 'tableColumns', 'tableColumn').map(({ attributes }) => attributes['name'] ?? '');
    return area ? [{ area, names }] : [];
  });
}

function headCells(
  cells: readonly OutputCell[],
  { left, right }: Area,
  from: number,
  names: readonly string[],
  sheet: OutputSheet,
): readonly OutputCell[] {
  const origins = originsOf(sheet, from, names.length);
  const taken = new Set<string>();
  return cells.map((cell) => {
    const { column, content } = cell;
    if (column < left || column > right || content.kind === 'formula') return cell;
    const value = content.kind === 'blank' || typeof content.value === 'object' ? null : content.value;
    const origin = (origins.get(column) ?? from) - from;
    const wanted = value === null ? plainName(names[origin] ?? '', origin) : String(value);
    const name = uniqueName(wanted, taken);
    if (name === value) return cell;
    return { ...cell, content: { kind: 'filled', value: name, format: null } };
  });
}

/** What a column is called whose head says nothing. */
function plainName(name: string, at: number): string {
  return name === '' || name.includes('{{') ? String(at + 1) : name;
}
