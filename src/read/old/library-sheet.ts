import type { CellObject, ColInfo, Range, RowInfo, WorkBook, WorkSheet } from '@e965/xlsx';
import { type Finding, finding } from '../../model/finding.ts';
import type { Grid, Merge, Visibility } from '../../model/grid.ts';
import { type NumberKind, numberKind } from '../number-format.ts';
import { readBudget } from '../read-budget.ts';
import { errorText } from './error-text.ts';
import { type SheetWriter, sheetWriter, type WriterContext } from './sheet-writer.ts';

const VISIBILITIES: readonly Visibility[] = ['visible', 'hidden', 'veryHidden'];

/** The worksheets of a workbook as the library read it in its dense form; throws `PackageError` when there is too much. */
export function libraryGrids(workbook: WorkBook, file: string, cells: number): { grids: Grid[]; findings: Finding[] } {
  const context: WriterContext = {
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    budget: readBudget({ cells }),
  };
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  workbook.SheetNames.forEach((name, place) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) {
      // The library leaves out a sheet that it cannot read.
      findings.push(finding('SHEET_DAMAGED', { file, sheet: name, row: null, column: null }, { detail: 'root' }));
    } else if ((sheet['!type'] ?? 'sheet') === 'sheet') {
      const writer = sheetWriter(file, name, context);
      putCells(sheet, writer);
      for (const merge of sheet['!merges'] ?? []) writer.merge(mergeOf(merge));
      const visibility = VISIBILITIES[workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0] ?? 'visible';
      const read = writer.finish({
        visibility,
        hiddenRows: hiddenOf(sheet['!rows']),
        hiddenColumns: hiddenOf(sheet['!cols']),
      });
      grids.push(read.grid);
      for (const one of read.findings) findings.push(one);
    }
  });
  return { grids, findings };
}

function putCells(sheet: WorkSheet, writer: SheetWriter): void {
  const kinds = new Map<string, NumberKind>();
  sheet['!data']?.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined) putCell(cell, row + 1, column + 1, writer, kinds);
    });
  });
}

function putCell(
  { t, v, z }: CellObject,
  row: number,
  column: number,
  writer: SheetWriter,
  kinds: Map<string, NumberKind>,
): void {
  switch (t) {
    case 's':
      writer.text(row, column, 'text', String(v ?? ''));
      break;
    case 'n': {
      const format = String(z ?? '').slice(0, 1024);
      const kind = kinds.get(format) ?? numberKind(format);
      kinds.set(format, kind);
      writer.number(row, column, kind, Number(v));
      break;
    }
    case 'b':
      writer.boolean(row, column, v === true);
      break;
    case 'e': {
      const text = errorText(Number(v));
      if (text === null) writer.damaged(row, column, `#${String(v)}`);
      else writer.text(row, column, 'error', text);
      break;
    }
    default:
      break;
  }
}

function mergeOf({ s, e }: Range): Merge {
  return { top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 };
}

function hiddenOf(lines: readonly (RowInfo | ColInfo | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  lines?.forEach((line, place) => {
    if (line?.hidden === true) hidden.add(place + 1);
  });
  return hidden;
}
