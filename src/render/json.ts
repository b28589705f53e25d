import type { ReportModel } from '../report/model.ts';
import { utf8Arena } from '../text/utf8-arena.ts';
import { inChunks } from './in-chunks.ts';
import { jsonParts } from './json-parts.ts';

/**
 * The report as JSON in UTF-8: keys in the model's order, two-space indent, a line break at the end.
 *
 * Hidden characters of user texts are written as `\uXXXX` escapes: the same value, but nothing unseen in the file. It is
 * never one string: with a finding in each of 200,000 rows that alone would take hundreds of megabytes.
 */
export function renderJson(model: ReportModel): Buffer {
  const put = utf8Arena((size) => Buffer.allocUnsafeSlow(size));
  const chunks: Buffer[] = [];
  for (const chunk of inChunks(jsonParts(model, 2))) chunks.push(put(chunk));
  return Buffer.concat([...chunks, put('\n')]);
}
