import ExcelJS from 'exceljs';
import { FORM_LABELS } from '../message/form-labels.ts';
import { finishWorkbook } from '../ooxml/finish-workbook.ts';
import { childrenOf, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { checkSheet } from './check-rules.ts';
import type { FormLayout } from './layout.ts';
import type { ReturnValues } from './return-values.ts';
import { formStyles } from './styles.ts';
import { writeChecks } from './write-checks.ts';
import { writeInstructions } from './write-instructions.ts';
import { writeLedger } from './write-ledger.ts';
import { optionsOf, writeOptions } from './write-options.ts';
import { writeSummary } from './write-summary.ts';

/** The standard return as a workbook, blank or with values; the same layout and values give the same bytes everywhere. */
export async function writeReturnWorkbook(
  layout: FormLayout,
  values: ReturnValues,
  scheme: Scheme,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = scheme.title;
  workbook.creator = workbook.lastModifiedBy = 'huizong';
  workbook.created = workbook.modified = new Date(`${layout.period.end}T00:00:00Z`);
  // What the formulas say of values is for the spreadsheet to find out when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true;
  const pen = { workbook, styles: formStyles(FORM_LABELS.font) };
  const { sheets } = FORM_LABELS;
  const regions = childrenOf(regionIndex(scheme), layout.bureau.code).map(({ name }) => name);
  const checks = checkSheet(sheets.checks, layout.summary, scheme);
  const options = optionsOf(sheets.options, layout, regions, scheme);
  if (layout.summary) await writeSummary(pen, layout.summary, values, options, checks, scheme);
  if (layout.ledger) await writeLedger(pen, layout.ledger, values, options, layout.period, scheme);
  if (layout.summary && checks.rules.length > 0) await writeChecks(pen, sheets.checks, layout.summary, checks);
  await writeInstructions(pen, sheets.instructions, layout, scheme);
  writeOptions(pen, sheets.options, options);
  const written = await workbook.xlsx.writeBuffer({
    zip: { compression: 'STORE' },
  } as Partial<ExcelJS.XlsxWriteOptions>);
  return finishWorkbook(new Uint8Array(written));
}
