import type { ReportModel } from '../../report/model.ts';
import type { ReportTable } from '../../report/understood.ts';
import { jsonParts } from '../json-parts.ts';

/**
 * The report's JSON without its figures and what is made of them (docs/check.schema.json): every finding, uncut.
 *
 * With the tables as understood where they are given.
 */
export function* findingsJson(model: ReportModel, tables: readonly ReportTable[] | null): Iterable<string> {
  const { figures: _figures, history: _history, views: _views, labels: _labels, ...rest } = model;
  yield* jsonParts(tables === null ? rest : { ...rest, tables }, 2);
  yield '\n';
}
