import type { RecognisedFile, RecognisedSheet, SourceHints, Table, TableColumn } from '../model/recognised.ts';
import type { Staged } from '../model/staged.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Period } from '../period/period.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { readName } from './file-name.ts';
import type { Told } from './line-meaning.ts';
import { decidePeriod, isYearToDate, type ReportingPeriod } from './reporting-period.ts';
import { namedRegion } from './section-title.ts';
import { decideSender, type Sender } from './sender.ts';
import { settleBlock } from './settle-block.ts';
import { type SettledSheet, sheetFindings } from './sheet-findings.ts';
import { type KindedSheet, readSheets, type SheetKind } from './sheet-kind.ts';
import { otherPeriods } from './sheet-periods.ts';
import { ofCover, sourcesOf } from './source.ts';
import { standardForm } from './standard-form.ts';
import type { ReadBlock } from './table-block.ts';
import { unknownParts } from './unknown-parts.ts';
import { statedVersion } from './version.ts';

const NO_HINTS: SourceHints = { bureau: null, period: null, form: null };

/** What the run knows of a file beside its content. */
export interface FileSetting {
  /** The run's period; null while it is not known. */
  readonly due: Period | null;
  /** Name of the folder that file names are told from, when it was asked for itself. */
  readonly folder: string | null;
}

const NO_SETTING: FileSetting = { due: null, folder: null };

/**
 * Understands a workbook: who sent it, for when, its tables, columns and the class of every row.
 *
 * Never throws for bad data: what cannot be told is a finding, and `gate` says what stops the file from counting,
 * the form before the sender. A period that nothing tells is null without a finding: the run may know it. Of a file
 * with a sheet for each of several periods the one that is due is compiled.
 */
export function recognise(
  workbook: Workbook,
  scheme: Scheme,
  hints: SourceHints = NO_HINTS,
  { due, folder }: FileSetting = NO_SETTING,
): Staged<RecognisedFile> {
  const { file } = workbook;
  const read = withPeriods(file, readSheets(workbook, scheme, hints.form), hints.period ?? due, scheme);
  // A folder that was asked for has a name of its own making, which says something only when all of it is understood.
  const unknown = unknownParts(read, scheme);
  const outer = folder !== null && readName(folder, scheme).wholly ? [folder] : [];
  const sources = sourcesOf(
    file,
    read.filter(({ kind }) => !ASIDE.has(kind)).map((sheet) => asSource(sheet, unknown, scheme)),
    outer,
  );
  const who = decideSender(file, hints.bureau, sources, scheme);
  const below = read
    .filter(({ kind }) => kind === 'compiled')
    .flatMap(({ read: { grid, below: titles } }) => titles.map((title) => ofCover(file, grid.sheet, title, false)));
  const when = decidePeriod(file, hints.period, sources, scheme, below);
  const told = { sender: who.sender?.value ?? null, period: when.period?.value ?? null };
  const form = standardForm(sources, scheme);
  const sheets = form.known(read.map((sheet) => settled(sheet, told, unknown, scheme)));
  const nilStatement = sheets.some(({ kind, read }) => read.nil && (kind === 'compiled' || kind === 'noTable'));
  const of = sheetFindings(file, form.told(sheets), told.period, nilStatement, scheme);
  const value: RecognisedFile = {
    file,
    sender: who.sender,
    period: when.period,
    nilStatement,
    sheets: sheets.map((sheet) => recognisedSheet(sheet, told.period, scheme)),
    gate: of.gate ?? gateOf(who, when),
    unknownSender: of.gate === null ? who.unknown : null,
    version: statedVersion(sources, scheme),
  };
  // Of a file that is no return nobody asks who sent it, and of one that nobody sent, what its columns mean.
  if (of.gate !== null) return { value, findings: of.findings };
  if (who.sender === null) return { value, findings: who.findings };
  return { value, findings: [...who.findings, ...when.findings, ...form.findings, ...of.findings] };
}

/** A period that is stated and cannot be read may be any other; one that nothing states is the run's. */
function gateOf({ sender }: Sender, { period, findings }: ReportingPeriod): RecognisedFile['gate'] {
  if (sender === null) return 'sender';
  return period === null && findings.length > 0 ? 'period' : null;
}

/** Sheets that say nothing of who sent the file and for when. */
const ASIDE: ReadonlySet<SheetKind> = new Set(['hidden', 'otherPeriod']);

function withPeriods(
  file: string,
  sheets: readonly KindedSheet[],
  due: Period | null,
  scheme: Scheme,
): readonly KindedSheet[] {
  const others = otherPeriods(file, sheets, due, scheme);
  return sheets.map((sheet, at) => {
    const otherPeriod = others[at] ?? null;
    return otherPeriod === null ? sheet : { ...sheet, kind: 'otherPeriod', otherPeriod };
  });
}

function asSource({ kind, read }: KindedSheet, unknown: ReadonlyMap<ReadBlock, string>, scheme: Scheme) {
  const vague = kind === 'instructions' || kind === 'sample' || kind === 'other';
  const [, ...later] = read.blocks.filter(({ form }) => form !== 'unknown');
  const titles = later.flatMap(({ names }) => names.slice(0, -1)).filter((name) => namedRegion(name, scheme) !== null);
  const parts = [
    ...read.blocks.flatMap(({ regions }) => regions.flatMap((region) => region ?? [])),
    ...read.blocks.flatMap((block) => unknown.get(block) ?? []),
    ...titles,
  ];
  const tabled = read.blocks.some(({ form }) => form !== 'unknown');
  return { sheet: read.grid.sheet, cover: read.cover, vague, tabled, parts };
}

function settled(
  { read, ...sheet }: KindedSheet,
  told: Told,
  unknown: ReadonlyMap<ReadBlock, string>,
  scheme: Scheme,
): SettledSheet {
  const blocks = read.blocks.map((block) => settleBlock(block, told, unknown.get(block) ?? null, scheme));
  return { ...sheet, read: { ...read, blocks } };
}

function recognisedSheet({ kind, read }: SettledSheet, period: Period | null, scheme: Scheme): RecognisedSheet {
  // From January on, the period and the year to date are the same.
  const counts = period !== null && !period.start.endsWith('-01-01') && isYearToDate(read.cover, scheme);
  const tables = read.blocks.flatMap((block) => block.tables);
  return {
    grid: read.grid,
    classes: read.classes,
    tables: counts ? tables.map((table) => yearToDate(table, scheme)) : tables,
    compiled: kind === 'compiled' || kind === 'noTable',
    aside: kind === 'hidden' ? 'hiddenSheet' : kind === 'otherPeriod' ? 'wrongPeriod' : null,
  };
}

const flows = perScheme(
  ({ indicators }) => new Set(indicators.filter(({ kind }) => kind !== 'stock').map(({ id }) => id)),
);

/** A summary whose cover counts from January on; where headers tell the span themselves, they stand. */
function yearToDate(table: Table, scheme: Scheme): Table {
  if (table.form !== 'summary' || table.columns.some((column) => column.yearToDate)) return table;
  if (table.lines !== null) return { ...table, columns: table.columns.map((column) => lineYearToDate(column, scheme)) };
  const columns = table.columns.map((column) => {
    return { ...column, yearToDate: column.meaning !== null && flows(scheme).has(column.meaning) };
  });
  return { ...table, columns };
}

/** Of rows that are indicators it is for each of them to say whether it can be counted from January on. */
function lineYearToDate(column: TableColumn, scheme: Scheme): TableColumn {
  const { meaning } = column;
  if (meaning === 'period') return { ...column, meaning: 'ytd', yearToDate: true };
  const isRegion = meaning !== null && regionOf(regionIndex(scheme), meaning) !== null;
  return isRegion || meaning === 'total' ? { ...column, yearToDate: true } : column;
}
