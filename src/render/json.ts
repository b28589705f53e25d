import type { ReportModel } from '../report/model.ts';
import { utf8Arena } from '../text/utf8-arena.ts';
import { jsonParts } from './json-parts.ts';

/**
 * The report as JSON in UTF-8: keys in the model's order, two-space indent, a line break at the end.
 *
 * Hidden characters of user texts are written as `\uXXXX` escapes: the same value, but nothing unseen in the file. It comes
 * in pieces, never as one string: with a finding in each of 200,000 rows that alone would take hundreds of megabytes.
 */
export function renderJson(model: ReportModel): readonly Uint8Array[] {
  const pieces: Buffer[] = [];
  const { put, end } = utf8Arena(
    (size) => Buffer.allocUnsafeSlow(size),
    (piece) => pieces.push(piece),
  );
  for (const part of jsonParts(model, 2)) put(part);
  put('\n');
  end();
  return pieces;
}
