/** What a spreadsheet would take for a formula, in either width; and `5:9`, which it would take for a time of day. */
const RISKY = /^\s*[=+\-@＝＋－＠\t\r\n|%]|^\s*\d+:\d+$/;
/** Signed numbers and dashes, which no spreadsheet calculates. */
const HARMLESS = /^(?:[+-]?\d+(?:\.\d+)?|[-－]+)$/;
const GUARDS = /^'+/;

/** Whether a spreadsheet that opens the text as a field of a CSV file would calculate it. */
function isRisky(text: string): boolean {
  return RISKY.test(text) && !HARMLESS.test(text);
}

/** A text as a field of a CSV file that no spreadsheet calculates: with an apostrophe before it where there is a risk. */
export function guarded(text: string): string {
  return isRisky(text.replace(GUARDS, '')) ? `'${text}` : text;
}

/** The text of a field without its guard: what `guarded` was given. */
export function unguarded(field: string): string {
  return field.startsWith("'") && isRisky(field.replace(GUARDS, '')) ? field.slice(1) : field;
}

const QUOTED = /^="((?:[^"]|"")*)"\s*$/;

/** The text of a field that a program wrote as a formula, `="00123"`, so that spreadsheets take no number for it. */
export function unquotedFormula(field: string): string {
  return QUOTED.exec(field)?.[1]?.replaceAll('""', '"') ?? field;
}
