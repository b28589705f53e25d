import type { Form, Table } from '../model/recognised.ts';
import { findTask, headerDictionary } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { joined, type ReadColumns, readColumns } from './columns.ts';
import { bannerUnit, type Cover } from './cover.ts';
import { type NameFacts, readName } from './file-name.ts';
import { decideForm, FORMS, type FormEvidence, hasTrace } from './form.ts';
import type { HeaderBlock } from './header-block.ts';
import { readHeader } from './header-meaning.ts';
import { type HeaderText, headerTexts } from './header-text.ts';
import { isNumeral } from './look.ts';
import { settleTotals } from './other-totals.ts';
import { classifyBody, type MarkReader, setClass } from './rows.ts';
import type { SheetView } from './sheet-view.ts';
import { tableFrame } from './table-frame.ts';

/** What is known of a sheet before it is read. */
export interface SheetContext {
  readonly scheme: Scheme;
  /** Form that the hints set, and form and task that the file's name tells. */
  readonly hint: Form | null;
  readonly form: Form | null;
  readonly task: string | null;
}

/** One header with the columns and tables under it. */
export interface ReadBlock {
  readonly form: Form | 'unknown';
  readonly header: HeaderBlock;
  readonly read: ReadColumns;
  /** One for each run of rows under a section title, all with the same columns. */
  readonly tables: readonly Table[];
  /** Headers that a form's dictionary knows, as written. */
  readonly known: readonly string[];
  /** A table of another subject that shows headers of a return all the same. */
  readonly trace: boolean;
}

/** A block, the index of the first row below it, and whether a row of it states that there is nothing to report. */
export interface BlockRead {
  readonly block: ReadBlock;
  readonly end: number;
  readonly nil: boolean;
}

/**
 * Reads the table under a header: its form first, then its columns in that form's dictionary, then its rows; under
 * the `last` header all that is left.
 */
export function readBlock(
  view: SheetView,
  header: HeaderBlock,
  above: Cover,
  classes: Uint8Array,
  markOf: MarkReader,
  context: SheetContext,
  last: boolean,
): BlockRead {
  const { scheme } = context;
  const headers = headerTexts(view, header);
  const evidence = evidenceOf(headers, scheme);
  const names = namesOf(view, above, scheme);
  const told = names.find((name) => name.form !== null)?.form ?? context.form;
  const form = context.hint ?? decideForm(evidence, told, scheme);
  const read = readColumns(headers, form, scheme);
  const frame = tableFrame(view, header, form, read.columns, scheme);
  for (let index = header.first; index <= header.last; index++) setClass(classes, index, 'header');
  const body = classifyBody(view, frame, classes, markOf, scheme, last);
  const sections = form === 'unknown' ? settleTotals(view, header, classes, body, scheme) : body.sections;
  const task = form === 'ledger' ? (names.find((name) => name.task !== null)?.task?.id ?? context.task) : null;
  const unit = bannerUnit(above, scheme);
  const tables = sections.map(
    (section): Table => ({
      form,
      headerRows: header.rows,
      dataRows: section.data,
      columns: read.columns,
      task: section.task ?? task,
      bannerUnit: unit,
    }),
  );
  const trace = form === 'unknown' && hasTrace(evidence, scheme);
  const known = form === 'unknown' ? knownHeaders(headers, scheme) : [];
  return { block: { form, header, read, known, tables, trace }, end: body.end, nil: body.nil };
}

function knownHeaders(headers: readonly HeaderText[], scheme: Scheme): readonly string[] {
  const dictionaries = FORMS.map((form) => headerDictionary(scheme, form));
  const known = headers.filter(({ levels }) =>
    dictionaries.some((one) => readHeader(levels, one, scheme).meanings.length > 0),
  );
  return known.map(({ levels }) => joined(levels));
}

/** Distinct fields that each form's dictionary knows of the headers. */
function evidenceOf(headers: readonly HeaderText[], scheme: Scheme): FormEvidence {
  const ids = (form: Form) => {
    const dictionary = headerDictionary(scheme, form);
    return new Set(headers.flatMap(({ levels }) => readHeader(levels, dictionary, scheme).meanings[0]?.id ?? []));
  };
  return { ledger: ids('ledger'), summary: ids('summary') };
}

/** What the names of a table say, best first: its title, then the sheet's name. */
function namesOf(view: SheetView, above: Cover, scheme: Scheme): readonly Pick<NameFacts, 'form' | 'task'>[] {
  const sheet = view.grid.sheet ?? '';
  // A sheet named 五 is the fifth task's; one named 5 is only the fifth.
  const numbered = { form: null, task: isNumeral(sheet) ? null : findTask(scheme, sheet) };
  return [...above.titles.map(({ text }) => readName(text, scheme)), readName(sheet, scheme), numbered];
}
