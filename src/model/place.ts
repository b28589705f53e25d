/** Where a value stands in what a bureau sent. Rows and columns are 1-based, as spreadsheets count them. */
export interface Place {
  /** Path as printed: relative to the workspace or to the common folder, with forward slashes. */
  readonly file: string;
  /** Null for text files and for findings about the whole file. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** The place of a whole file. */
export function filePlace(file: string): Place {
  return { file, sheet: null, row: null, column: null };
}

/** Column letters of a 1-based column number: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 name of a 1-based row and column. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row);
}

/** The name of a place as seen from another one: without the file or sheet that both share (`B.xlsx › 台账 › D9`). */
export function placeName(from: Place, { file, sheet, row, column }: Place): string {
  const parts = [file === from.file ? null : file, file === from.file && sheet === from.sheet ? null : sheet];
  return [...parts.filter((part) => part !== null), cellName(row ?? 1, column ?? 1)].join(' › ');
}
