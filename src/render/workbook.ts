import type { ReportModel } from '../report/model.ts';
import { reportHelpers } from './helpers/report-helpers.ts';
import { type TemplateSource, type Templates, WORKBOOK } from './template-source.ts';
import { fillWorkbook, type ReadyWorkbook, readyWorkbook } from './workbook-template/fill-workbook.ts';
import { unpackWorkbook } from './workbook-template/packed-workbook.ts';

/** A workbook that is filled in, while other threads pack it. */
export interface PackedWorkbook {
  readonly bytes: Promise<Uint8Array>;
}

/** The report as the workbook `report.xlsx` of the templates, filled in. Throws a `ConfigurationError` with its faults. */
export async function renderWorkbook(model: ReportModel, templates: Templates): Promise<PackedWorkbook> {
  const source = templates.get(WORKBOOK) ?? { file: WORKBOOK, text: '' };
  const helpers = reportHelpers(model);
  const ready = READY.get(source) ?? readyOf(source, Object.keys(helpers));
  READY.set(source, ready);
  const { labels, asOf, tool } = model;
  const properties = { date: asOf, creator: tool.name };
  return { bytes: fillWorkbook(await ready, { data: model, helpers, labels, properties }) };
}

/** A run that makes reports of many units reads its workbook once. */
const READY = new WeakMap<TemplateSource, Promise<ReadyWorkbook>>();

async function readyOf({ file, bytes = new Uint8Array(), packed }: TemplateSource, helpers: readonly string[]) {
  const bin = await packed?.();
  return (bin && unpackWorkbook(bin, bytes, file)) ?? readyWorkbook(bytes, file, helpers);
}
