const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** What a cell shows for an error that binary workbooks store as a number; null when there is no such error. */
export function errorText(code: number): string | null {
  return ERRORS.get(code) ?? null;
}

/** Whether a cell that a writer left as text shows an error. */
export function isErrorText(text: string): boolean {
  return TEXTS.has(text);
}

const TEXTS = new Set(ERRORS.values());
