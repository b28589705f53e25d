import type { ReportLabels } from '../../message/report-labels.ts';
import { sheetNames } from '../../ooxml/sheet-name.ts';
import { zipParts } from '../../ooxml/zip-parts.ts';
import type { Helpers } from '../template.ts';
import { faultyTemplates, refuseFaulty } from '../template-faults.ts';
import { templateNames } from '../template-names.ts';
import type { Book } from './book.ts';
import { type BookFaults, bookFaults } from './book-faults.ts';
import { cellText } from './cell-text.ts';
import type { BookProperties } from './document-properties.ts';
import { type Evaluation, expressionValue, textOfProgram } from './expression.ts';
import { textFiller } from './fill-text.ts';
import { type Frame, isTrue, itemFrames, rootFrame } from './frame.ts';
import { sheetLayer } from './lay-out.ts';
import { type SheetCopies, sheetKey } from './map-reference.ts';
import { openBook } from './open-book.ts';
import type { OutputSheet } from './output-sheet.ts';
import { checkPlans, planBook, type SheetPlan } from './plan.ts';
import { referredLines } from './referred-lines.ts';
import { withTableHeads } from './table-heads.ts';
import { writeBook } from './write-book.ts';

/** What a workbook is filled with. */
export interface Filling {
  /** Plain JSON. */
  readonly data: unknown;
  readonly helpers: Helpers;
  /** The words that a text is cut with. */
  readonly labels: Pick<ReportLabels, 'cut'>;
  readonly properties: BookProperties;
}

/** A workbook that is read and judged, to be filled any number of times. */
export interface ReadyWorkbook {
  readonly file: string;
  readonly book: Book;
  readonly plans: readonly SheetPlan[];
  readonly faults: BookFaults;
}

/**
 * Reads a workbook that is a template; `helpers` are the names of what it may call.
 *
 * @param file path of the template as shown in messages.
 * @throws ConfigurationError with all faults of the template.
 */
export async function readyWorkbook(
  template: Uint8Array,
  file: string,
  helpers: readonly string[],
): Promise<ReadyWorkbook> {
  const faults = bookFaults(file);
  const book = await openBook(template, file, faults);
  if (!book) throw faultyTemplates(faults.all());
  const plans = planBook(book, faults.sourceOf, faults);
  checkPlans(plans, templateNames(new Map(), 'text', helpers, faults));
  refuseFaulty(faults.all());
  return { file, book, plans, faults };
}

/**
 * The report as the workbook of the user's, filled in: everything in it is kept, and all references follow what is
 * repeated or left out. The same template and data give the same bytes everywhere. All is filled in when this returns; what
 * is still awaited is the packing.
 *
 * @throws ConfigurationError with what shows to be wrong only now.
 */
export function fillWorkbook({ file, book, plans, faults }: ReadyWorkbook, filling: Filling): Promise<Uint8Array> {
  const { data, helpers, labels, properties } = filling;
  const names = templateNames(new Map(), 'text', Object.keys(helpers), faults);
  const safe = (text: string) => cellText(text, labels);
  const print = (value: unknown) => (value === null ? NULL_TEXT : String(value));
  const evaluation: Evaluation = { helpers, lenient: names.lenient, faults, print };
  const sheets = layOutSheets(book, plans, rootFrame(data), evaluation, faults);
  if (sheets.length === 0) faults.addToFile(file, 'WORKBOOK_NO_SHEET', {});
  // What does not fit is not written at all: that alone could take minutes.
  refuseFaulty(faults.all());
  return zipParts((put) => {
    writeBook(book, sheets, copiesOf(book, sheets), {
      ...{ put, properties, safe },
      fillOf: textsOf(plans, evaluation, safe),
      // Within heads and feet a single & begins a code.
      fillHeadOf: textsOf(plans, { ...evaluation, print: (value) => print(value).replaceAll('&', '&&') }, safe),
    });
    // What is wrong shows only when it is filled in.
    refuseFaulty(faults.all());
  });
}

/** How texts outside of cells are filled in, by sheets. */
function textsOf(plans: readonly SheetPlan[], evaluation: Evaluation, safe: (text: string) => string) {
  const fillers = new Map(plans.map((plan) => [plan.sheet, textFiller(plan.texts, evaluation)]));
  return ({ source }: OutputSheet) => {
    const fill = fillers.get(source);
    return (text: string, frame: Frame) => (fill ? safe(fill(text, frame)) : text);
  };
}

/** What is printed for a value that is null, within other text. */
const NULL_TEXT = '—';

function layOutSheets(
  book: Book,
  plans: readonly SheetPlan[],
  root: Frame,
  evaluation: Evaluation,
  faults: BookFaults,
): readonly OutputSheet[] {
  const { sourceOf } = faults;
  const wanted = plans.flatMap((plan) => {
    const name = plan.name && textOfProgram(plan.name, evaluation);
    return framesOf(plan, root, evaluation).map((frame, ordinal) => ({
      plan,
      frame,
      ordinal,
      name: name ? name(frame).replace(ESCAPE, ' ') : plan.sheet.name,
    }));
  });
  const free = sheetNames(wanted.map(({ name }) => name));
  const referred = referredLines(book);
  const layers = new Map(
    plans.map((plan) => [plan, sheetLayer(plan, { evaluation, referred, sourceOf, faults })] as const),
  );
  return wanted.flatMap(({ plan, frame, ordinal, name }, at) => {
    const layer = layers.get(plan);
    return layer ? [withTableHeads(layer(free[at] ?? name, frame, ordinal), book)] : [];
  });
}

/** Programs take `_x0041_` in the name of a sheet for another character, in formulas some do and some do not. */
const ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/g;

/** The frames of the copies of a sheet. */
function framesOf({ block }: SheetPlan, root: Frame, evaluation: Evaluation): readonly Frame[] {
  const [parameter] = block?.statement.params ?? [];
  if (!block || !parameter) return [root];
  const value = expressionValue(parameter, evaluation)(root);
  if (block.kind === 'each') return itemFrames(value, root, block.statement.program.blockParams ?? []);
  return isTrue(value) === (block.kind === 'if') ? [root] : [];
}

function copiesOf({ sheets }: Book, made: readonly OutputSheet[]): SheetCopies {
  return new Map(
    sheets.map((source) => [
      sheetKey(source.name),
      made.filter((sheet) => sheet.source === source).map(({ copy }) => copy),
    ]),
  );
}
