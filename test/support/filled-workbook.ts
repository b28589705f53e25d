import ExcelJS from 'exceljs';
import { REPORT_LABELS } from '../../src/message/report-labels.ts';
import { reportHelpers } from '../../src/render/helpers/report-helpers.ts';
import { fillWorkbook, readyWorkbook } from '../../src/render/workbook-template/fill-workbook.ts';

/** A workbook that is a template, filled with the data. */
export async function filledWith(template: Uint8Array, data: unknown): Promise<Uint8Array> {
  const helpers = reportHelpers({ labels: REPORT_LABELS, regions: [] });
  const properties = { date: '2024-04-20', creator: 'huizong' };
  const ready = await readyWorkbook(template, 'book.xlsx', Object.keys(helpers));
  return fillWorkbook(ready, { data, helpers, labels: REPORT_LABELS, properties });
}

/** A cell of a small template: a text or number, or a formula that begins with `=`. */
export type SmallCell = string | number | null;

/** A workbook of sheets by their names, each a list of rows. */
export async function smallTemplate(
  sheets: Readonly<Record<string, readonly (readonly SmallCell[])[]>>,
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [at, [name, rows]] of Object.entries(sheets).entries()) {
    const sheet = workbook.addWorksheet(`s${at}`);
    // exceljs forbids some of what Excel allows.
    sheet.name = name;
    for (const row of rows) {
      sheet.addRow(
        row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? { formula: cell.slice(1) } : cell)),
      );
    }
  }
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
