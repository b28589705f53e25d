import type { Form, Table, TableReasons } from '../model/recognised.ts';
import { findTask, headerDictionary } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type BareColumn, bareColumns } from './bare-columns.ts';
import { joined, type ReadColumns, readColumns } from './columns.ts';
import { bannerUnit, type Cover } from './cover.ts';
import { type NameFacts, readName } from './file-name.ts';
import { decideForm, FORMS, type FormEvidence, hasTrace } from './form.ts';
import type { HeaderBlock } from './header-block.ts';
import { readHeader } from './header-meaning.ts';
import { type HeaderText, headerTexts } from './header-text.ts';
import type { LinePart } from './line-columns.ts';
import type { ReadLine } from './line-rows.ts';
import { isNumeral } from './look.ts';
import type { NamelessRow } from './nameless-rows.ts';
import type { OpenSheet, SheetContext, Site } from './open-sheet.ts';
import { settleTotals } from './other-totals.ts';
import { fillerIn } from './part-cover.ts';
import { type RegionCells, regionCells } from './region-cells.ts';
import { classifyBody, setClass } from './rows.ts';
import type { SheetView } from './sheet-view.ts';
import { tableFrame } from './table-frame.ts';
import type { TitlePlace } from './title-place.ts';

/** One header with the columns and tables under it. */
export interface ReadBlock {
  readonly form: Form | 'unknown';
  readonly header: HeaderBlock;
  readonly headers: readonly HeaderText[];
  readonly regionColumns: RegionCells;
  readonly read: ReadColumns;
  /** Columns of numbers that no header names. */
  readonly bareColumns: readonly BareColumn[];
  /** One for each run of rows under a section title, all with the same columns; or one for each part of `parts`. */
  readonly tables: readonly Table[];
  /** Where rows are indicators: the columns and rows of each table. */
  readonly parts: readonly ReadPart[] | null;
  /** Names of the table, best first: its titles, then the sheet's. */
  readonly names: readonly string[];
  /** For each table the section title that names a region, if one does. */
  readonly regions: readonly (string | null)[];
  /** Titles of sections that name regions which nobody knows, with their places. */
  readonly unknownRegions: readonly TitlePlace[];
  /** Headers and names of rows that a form's dictionary knows, as written. */
  readonly known: readonly string[];
  /** A table of another subject that shows headers of a return all the same. */
  readonly trace: boolean;
}

/** One table of a transposed block. */
export interface ReadPart {
  readonly columns: LinePart;
  readonly lines: readonly ReadLine[];
  readonly nameless: readonly NamelessRow[];
  /** Columns that hold numbers. */
  readonly figures: ReadonlySet<number>;
}

/** A block, the index of the first row below it, and whether a row of it states that there is nothing to report. */
export interface BlockRead {
  readonly block: ReadBlock;
  readonly end: number;
  readonly nil: boolean;
}

/** So many rows that name indicators are no chance. */
const NAMED_ROWS = 3;

/**
 * Reads the table under a header: its form first, then its columns in that form's dictionary, then its rows.
 * `lines` are names of rows that might make it a transposed summary and do not suffice.
 */
export function readBlock(sheet: OpenSheet, site: Site, lines: readonly string[]): BlockRead {
  const { view, classes, context } = sheet;
  const { scheme } = context;
  const { header, above } = site;
  const written = headerTexts(view, header);
  const names = namesOf(view, above);
  const facts = names.map((name) => readName(name, scheme));
  const { form, why } = formOf(written, facts, header, context);
  const plain = readColumns(written, form, null, new Map(), scheme);
  const regionColumns = form === 'unknown' ? new Map() : regionCells(view, header, plain, form, scheme);
  const headers = withBare(written, regionColumns.keys(), header);
  const read = regionColumns.size === 0 ? plain : readColumns(headers, form, null, regionColumns, scheme);
  const frame = tableFrame(view, header, form, read.columns, scheme);
  for (let index = header.first; index <= header.last; index++) setClass(classes, index, 'header');
  const banner = bannerUnit(above, scheme) ?? sheet.unit;
  const body = classifyBody(sheet, frame, site.to, names, { filler: fillerIn(above), unit: banner });
  const sections = form === 'unknown' ? settleTotals(view, header, classes, body, scheme) : body.sections;
  const task = form === 'ledger' ? (taskOf(view, facts, scheme) ?? context.task) : null;
  const tables = sections.map(
    (section): Table => ({
      form,
      headerRows: header.rows,
      dataRows: section.data,
      columns: read.columns,
      lines: null,
      task: section.task ?? task,
      region: null,
      bannerUnit: section.unit ?? banner,
      why,
    }),
  );
  const isUnknown = form === 'unknown';
  const bare = isUnknown ? [] : bareColumns(sheet, frame, body);
  const trace = isUnknown && (lines.length >= NAMED_ROWS || hasTrace(evidenceOf(headers, scheme), scheme));
  const known = isUnknown ? [...knownHeaders(headers, scheme), ...lines] : [];
  const regions = sections.map(({ region }) => region);
  return {
    block: {
      form,
      header,
      headers,
      regionColumns,
      read,
      bareColumns: bare,
      tables,
      parts: null,
      names,
      regions,
      unknownRegions: [...new Set(sections.flatMap(({ unknown, data }) => (data === null ? [] : (unknown ?? []))))],
      known,
      trace,
    },
    end: body.end,
    nil: body.nil,
  };
}

/** The headers with those of columns that have none of their own. */
function withBare(
  headers: readonly HeaderText[],
  columns: Iterable<number>,
  { rows }: HeaderBlock,
): readonly HeaderText[] {
  const known = new Set(headers.map(({ column }) => column));
  const bare = [...columns].filter((column) => !known.has(column));
  if (bare.length === 0) return headers;
  const added = bare.map((column): HeaderText => ({ column, levels: [], row: rows[0] }));
  return [...headers, ...added].sort((a, b) => a.column - b.column);
}

/** The form of a table and why; what `sources.csv` says stands, unless the headers fit the other form better. */
function formOf(
  headers: readonly HeaderText[],
  names: readonly NameFacts[],
  header: HeaderBlock,
  { scheme, hint, form: named }: SheetContext,
): { readonly form: Form | 'unknown'; readonly why: TableReasons } {
  const evidence = evidenceOf(headers, scheme);
  const told = hint ?? names.find((name) => name.form !== null)?.form ?? named;
  const { form, by } = decideForm(evidence, told, scheme);
  const counts = { ledger: evidence.ledger.size, summary: evidence.summary.size };
  const why = (decided: TableReasons['form']['by']): TableReasons => {
    return { header: header.score, form: { ...counts, lines: 0, by: decided } };
  };
  if (hint === null || form === hint) return { form, why: why(by === 'name' && hint !== null ? 'sources' : by) };
  const fits = counts[hint] > 0 && (form === 'unknown' || counts[hint] >= counts[form]);
  return { form: fits ? hint : 'unknown', why: why('sources') };
}

function knownHeaders(headers: readonly HeaderText[], scheme: Scheme): readonly string[] {
  const dictionaries = FORMS.map((form) => headerDictionary(scheme, form));
  const known = headers.filter(({ levels }) =>
    dictionaries.some((one) => readHeader(levels, one, scheme).meanings.length > 0),
  );
  return known.map(({ levels }) => joined(levels));
}

/** Distinct fields that each form's dictionary knows of the headers. */
export function evidenceOf(headers: readonly HeaderText[], scheme: Scheme): FormEvidence {
  const ids = (form: Form) => {
    const dictionary = headerDictionary(scheme, form);
    return new Set(headers.flatMap(({ levels }) => readHeader(levels, dictionary, scheme).meanings[0]?.id ?? []));
  };
  return { ledger: ids('ledger'), summary: ids('summary') };
}

/** The names of a table, best first: the bureau above it, its titles, then the sheet's name. */
export function namesOf({ grid }: SheetView, { labelled, titles }: Cover): readonly string[] {
  const bureaus = labelled.filter(({ kind }) => kind === 'bureau');
  return [...[...bureaus, ...titles].map(({ text }) => text), grid.sheet ?? ''];
}

/** The task that the names tell; a sheet named 五 is the fifth task's, one named 5 is only the fifth. */
function taskOf({ grid }: SheetView, names: readonly NameFacts[], scheme: Scheme): string | null {
  const named = names.find(({ task }) => task !== null)?.task;
  const sheet = grid.sheet ?? '';
  return (named ?? (isNumeral(sheet) ? null : findTask(scheme, sheet)))?.id ?? null;
}
