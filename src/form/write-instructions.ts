import { FORM_LABELS } from '../message/form-labels.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { instructionLines } from './instruction-text.ts';
import type { FormLayout } from './layout.ts';
import { LINE_HEIGHT, linesIn, lock, type Pen, put, textValue } from './write-cells.ts';

/** Within a page in any font: LibreOffice scales nothing down to one page that is a single column, and cuts it off. */
const WIDTH = 72;
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Writes the sheet of instructions: a line in each row, so that nothing of it looks like a table. */
export async function writeInstructions(pen: Pen, name: string, layout: FormLayout, scheme: Scheme): Promise<void> {
  const sheet = pen.workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: FORM_LABELS.pageFooter },
  });
  await lock(sheet);
  sheet.getColumn(1).width = WIDTH;
  instructionLines(layout, scheme).forEach(({ kind, text }, at) => {
    put(pen, sheet, [at + 1, 1], kind === 'text' ? 'plain' : kind, textValue(text));
    const height = linesIn(text, WIDTH) * LINE_HEIGHT;
    sheet.getRow(at + 1).height = kind === 'title' ? 30 : kind === 'heading' ? height + 10 : height + 2;
  });
}
