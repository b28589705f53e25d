import { ROW_CLASSES, type Table, type TableColumn } from '../model/recognised.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { bareColumns } from './bare-columns.ts';
import { joined } from './columns.ts';
import { bannerUnit, type Cover } from './cover.ts';
import { decideForm } from './form.ts';
import { type HeaderBlock, headerAround } from './header-block.ts';
import { headerTexts } from './header-text.ts';
import { isWhole, type LineColumn, type LinePart, lineParts } from './line-columns.ts';
import { type ReadLine, readLines } from './line-rows.ts';
import { type LineRun, lineRuns } from './lines.ts';
import { namelessRows } from './nameless-rows.ts';
import type { OpenSheet, SheetContext } from './open-sheet.ts';
import { classifyBody, setClass } from './rows.ts';
import type { SheetView } from './sheet-view.ts';
import { type BlockRead, evidenceOf, namesOf } from './table-block.ts';
import { COLUMN_ROLES, type TableFrame, tableFrame } from './table-frame.ts';

/** A summary whose rows are indicators, before its rows are read. */
export interface LineTable {
  readonly header: HeaderBlock;
  readonly parts: readonly LinePart[];
  readonly evidence: ReturnType<typeof evidenceOf>;
}

/**
 * The transposed summaries of a sheet from top to bottom, as far as their headers tell. The header of a ledger, or one
 * over no figures that are understood, heads none.
 */
export function lineTables(view: SheetView, { scheme, hint }: SheetContext): readonly LineTable[] {
  if (hint === 'ledger') return [];
  let from = 0;
  return lineRuns(view, scheme).flatMap((run: LineRun) => {
    const block = headerAround(view, from, run.head, run.first, scheme);
    const headers = headerTexts(view, block);
    const evidence = evidenceOf(headers, scheme);
    const parts = lineParts(headers, new Set(run.columns), scheme);
    if (decideForm(evidence, null, scheme).form === 'ledger' || !parts.every(isWhole)) return [];
    from = run.last + 1;
    const hits = parts.flat().filter(({ measure }) => measure !== null).length;
    return [{ header: { ...block, score: { ...block.score, hits } }, parts, evidence }];
  });
}

/** A table as read; or, when more of its rows are unknown than known, the names that are known. */
export type TransposedRead = { readonly read: BlockRead } | { readonly read: null; readonly near: readonly string[] };

/** Reads the rows of a transposed summary down to a row index. */
export function readTransposed(sheet: OpenSheet, table: LineTable, above: Cover, to: number): TransposedRead {
  const { view, classes, context } = sheet;
  const { scheme } = context;
  const { header, evidence } = table;
  const drafts = table.parts.map((columns) => ({
    columns,
    lines: readLines(view, columns, header.last + 1, to, scheme),
  }));
  const all = drafts.flatMap(({ lines }) => lines);
  const known = all.filter(isKnown);
  if (known.length * 2 < all.length) return { read: null, near: known.map(({ label }) => label) };

  const columns = table.parts.flat();
  const frame = lineFrame(view, header, columns, new Set(known.map(({ index }) => index)), scheme);
  for (let index = header.first; index <= header.last; index++) setClass(classes, index, 'header');
  const body = classifyBody(sheet, frame, to);
  // What is a total, a note or a sign-off by its words names no indicator.
  const isLine = ({ index }: ReadLine) => index < body.end && LINE_CLASSES.has(classes[index] ?? 0);
  const figures = new Set(columns.flatMap(({ column }) => (frame.isNumeric(column) ? [column] : [])));
  const parts = drafts.map(({ columns: own, lines }) => ({
    columns: own,
    lines: lines.filter(isLine),
    nameless: namelessRows(sheet, own, lines, header.last + 1, body.end),
    figures,
  }));
  const unit = bannerUnit(above, scheme) ?? sheet.unit;
  const reasons = { ledger: evidence.ledger.size, summary: evidence.summary.size, lines: known.length };
  const block = {
    form: 'summary' as const,
    header,
    headers: columns,
    read: { columns: columns.map(provisional), twice: [], unknown: [], byCells: [] },
    regionColumns: new Map(),
    bareColumns: bareColumns(sheet, frame, body),
    tables: parts.map(
      (part): Table => ({
        form: 'summary',
        headerRows: header.rows,
        dataRows: spanOf(part.lines),
        columns: part.columns.map(provisional),
        lines: part.lines.map(({ row, label, meaning, unit, yearToDate, regions }) => ({
          row,
          label,
          meaning,
          unit,
          yearToDate,
          regions,
        })),
        task: null,
        region: null,
        bannerUnit: unit,
        why: { header: header.score, form: { ...reasons, by: 'lines' } },
      }),
    ),
    parts,
    names: namesOf(view, above),
    regions: [],
    unknownRegions: [],
    known: [],
    trace: false,
  };
  return { read: { block, end: body.end, nil: body.nil } };
}

const LINE_CLASSES = new Set([ROW_CLASSES.indexOf('data'), ROW_CLASSES.indexOf('other')]);

function isKnown({ meaning, kept }: ReadLine): boolean {
  return meaning !== null || kept !== null;
}

/** A column before the file's sender and period say which region and span it means. */
function provisional({ column, levels, field, measure }: LineColumn): TableColumn {
  return { column, header: joined(levels), meaning: field, unit: measure?.unit ?? null, yearToDate: false };
}

function lineFrame(
  view: SheetView,
  header: HeaderBlock,
  columns: LinePart,
  lines: ReadonlySet<number>,
  scheme: Scheme,
): TableFrame {
  const frame = tableFrame(view, header, 'summary', columns.map(provisional), scheme);
  const roles = new Uint8Array(frame.roles);
  for (const { column, field, measure } of columns) {
    const role = measure !== null ? 'value' : field === 'indicator' ? 'region' : field === null ? 'unknown' : 'ignored';
    roles[column] = COLUMN_ROLES.indexOf(role);
  }
  return { ...frame, lines, roles, roleOf: (column) => COLUMN_ROLES[roles[column] ?? 0] ?? 'outside' };
}

function spanOf(lines: readonly ReadLine[]): Table['dataRows'] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last && lines.some(({ meaning }) => meaning !== null) ? [first.row, last.row] : null;
}
