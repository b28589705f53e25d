import { decode } from '../scheme/decode.ts';
import { guarded } from '../text/formula-guard.ts';
import { EXPLANATIONS_COLUMNS } from './explanations.ts';

/** The cells of a line by column; what is not named stays empty. */
export type ExplanationCells = Readonly<Partial<Record<(typeof EXPLANATIONS_COLUMNS)[number], string>>>;

/**
 * The bytes of `explanations.csv` with lines added at its end. What is there stays as it is, in UTF-8: a table in
 * another encoding is written in it.
 */
export function withExplanations(bytes: Uint8Array | null, added: readonly ExplanationCells[]): Uint8Array {
  const text = (bytes === null ? null : decode(bytes)) ?? '';
  if (text.trim() === '')
    return Buffer.from(`\uFEFF${EXPLANATIONS_COLUMNS.join(',')}\r\n${lines(added, EXPLANATIONS_COLUMNS, '\r\n')}`);
  const end = text.includes('\r\n') || !text.includes('\n') ? '\r\n' : '\n';
  const whole = `${text.replace(/^\uFEFF/, '')}${text.endsWith('\n') ? '' : end}${lines(added, headingOf(text), end)}`;
  return Buffer.from(`\uFEFF${whole}`);
}

function lines(added: readonly ExplanationCells[], columns: readonly string[], end: string): string {
  const cells = (line: ExplanationCells): Readonly<Record<string, string>> => ({ ...line });
  return added.map((one) => `${columns.map((column) => quoted(cells(one)[column] ?? '')).join(',')}${end}`).join('');
}

/** Names of the columns: those of a table that was read without faults are plain words. */
function headingOf(text: string): readonly string[] {
  const line =
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .find((one) => one.replaceAll(',', '').trim() !== '') ?? '';
  return line.split(',').map((name) => name.replaceAll('"', '').trim());
}

/** What a spreadsheet would calculate gets an apostrophe, which is taken off when values are compared. */
function quoted(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
