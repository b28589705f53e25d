import type { Fault } from '../model/errors.ts';
import { SIGNATURES } from './helpers/signatures.ts';
import { templateNames } from './template-names.ts';
import type { Shape } from './template-shape.ts';
import type { TemplateSource } from './template-source.ts';
import { MOST_PROGRAMS, walkTemplate } from './template-walk.ts';
import { bookFaults } from './workbook-template/book-faults.ts';
import { type Carried, carriedBy } from './workbook-template/carried.ts';
import { singleCells } from './workbook-template/check-formulas.ts';
import { openBook } from './workbook-template/open-book.ts';
import { checkPlans, planBook, wholeProgram } from './workbook-template/plan.ts';

/** A text of a cell that is filled in. */
export interface WorkbookMark {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What came of judging a workbook without filling it. */
export interface CheckedWorkbook {
  /** Path as shown in messages. */
  readonly file: string;
  readonly faults: readonly Fault[];
  /** Every text that is filled in, by sheet and cell. */
  readonly marks: readonly WorkbookMark[];
  /** What is kept, but does not follow what is filled in. */
  readonly carried: readonly Carried[];
}

/** All faults of a workbook that is a template, told at once; `data` is what it is given, `indicators` those of the scheme. */
export async function checkWorkbook(
  { file, bytes }: TemplateSource,
  data: Shape,
  indicators: readonly string[] | null = null,
): Promise<CheckedWorkbook> {
  const faults = bookFaults(file);
  const book = await openBook(bytes ?? new Uint8Array(), file, faults);
  if (!book) return { file, faults: faults.all(), marks: [], carried: [] };
  const plans = planBook(book, faults.sourceOf, faults);
  checkPlans(plans, templateNames(new Map(), 'text', Object.keys(SIGNATURES), faults));
  walkTemplate('workbook', data, {
    programs: new Map([['workbook', wholeProgram(plans)]]),
    inlines: new Set(),
    ...{ signatures: SIGNATURES, indicators },
    root: data,
    faults,
    reached: new Set(),
    seen: new Set(),
    left: MOST_PROGRAMS,
  });
  const marks = plans.flatMap(({ sheet, blocks }) =>
    blocks.marks.map(({ address: cell, text }) => ({ sheet: sheet.name, cell, text })),
  );
  return { file, faults: faults.all(), marks, carried: [...carriedBy(book), ...singleCells(plans)] };
}
