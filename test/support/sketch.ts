import type { CellContent, FileContent, Row, SheetContent } from './write-files.ts';

/**
 * A file as a reviewer reads it: a row is one text, its cells parted by `|`. A cell is a number when it reads as one;
 * `'5` is the text 5, `@2024-03-05` a date, `%85` a percentage, `=SUM(A1:A2) → 5` a formula with its value, `=A1` one
 * without, `#REF!` an error, `TRUE` a yes; `⏎` is a line break, `␣` a space that stands, `␉` a tab as delimiter.
 */
export type FileSketch =
  | { readonly file: string; readonly sheets: readonly SheetSketch[] }
  | (Omit<Extract<FileContent, { rows: unknown }>, 'rows'> & { readonly rows: readonly string[] });

export type SheetSketch = Omit<SheetContent, 'rows' | 'cells'> & {
  readonly rows: readonly string[];
  readonly cells?: Readonly<Record<string, string>>;
};

/** The file of a sketch. */
export function fileOf(sketch: FileSketch): FileContent {
  if (!('sheets' in sketch)) {
    const { rows, delimiter = ',', ...file } = sketch;
    return { ...file, delimiter: delimiter.replace('␉', '\t'), rows: rows.map((row) => rowOf(row, textCell)) };
  }
  const sheets = sketch.sheets.map(({ rows, cells = {}, ...sheet }) => ({
    ...sheet,
    rows: rows.map((row) => rowOf(row, cellOf)),
    cells: Object.fromEntries(Object.entries(cells).map(([at, text]) => [at, cellOf(text)])),
  }));
  return { file: sketch.file, sheets };
}

function rowOf(row: string, read: (text: string) => CellContent): Row {
  return row.split('|').map((cell) => read(cell.replace(/^ +| +$/g, '')));
}

function textCell(text: string): string {
  return text.replaceAll('⏎', '\n').replaceAll('␣', ' ');
}

function cellOf(text: string): CellContent {
  if (text === '') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text.startsWith("'")) return textCell(text.slice(1));
  if (text.startsWith('@')) return new Date(`${text.slice(1)}T00:00:00Z`);
  if (/^%\d+$/.test(text)) return { percent: Number(text.slice(1)) / 100 };
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  if (text === '#REF!' || text === '#DIV/0!' || text === '#N/A' || text === '#VALUE!') return { error: text };
  if (!text.startsWith('=')) return textCell(text);
  const [formula = '', result] = text.slice(1).split(' → ');
  return { formula, result: result === undefined ? null : Number(result) };
}
