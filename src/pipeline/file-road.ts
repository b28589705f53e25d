import { checkRows } from '../check/check-rows.ts';
import { checkTotals } from '../check/check-totals.ts';
import { NO_ACTIVITY } from '../model/activity-packer.ts';
import { type CheckCount, checkCounter } from '../model/check-count.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { differentOnes } from '../model/packed-findings.ts';
import { filePlace } from '../model/place.ts';
import type { RecognisedFile } from '../model/recognised.ts';
import type { FileFormat, FoundFile, Workbook } from '../model/workbook.ts';
import { countRows } from '../normalise/count-rows.ts';
import { type NormalisedReturn, normalise } from '../normalise/normalise.ts';
import { personalMask } from '../normalise/personal-text.ts';
import { maskedFinding, withholdPersonal } from '../normalise/withhold-personal.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import { type ReadFile, readFile, readLargeText, readWorkbook } from '../read/read-file.ts';
import { isNote } from '../recognise/note.ts';
import { recognise } from '../recognise/recognise.ts';
import { tooManyRows } from '../recognise/too-many-rows.ts';
import { understoodTables } from '../recognise/understood-tables.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type SourcesTable, sourceRowOf } from '../workspace/sources.ts';
import { type FindingsLeft, findingsBudget } from './findings-budget.ts';
import { withoutFollowers } from './followers.ts';

/** What one file is compiled with; `period` is the run's, null while it is not known. */
export interface FileContext {
  readonly scheme: Scheme;
  readonly period: Period | null;
  readonly asOf: string;
  readonly limits?: ReadLimits;
  /** Of a file within a bundle. */
  readonly findingsLeft?: FindingsLeft;
  /** Name of the folder that file names are told from, when it was asked for itself. */
  readonly folder: string | null;
  /** What `sources.csv` settles about files. */
  readonly sources: SourcesTable;
  /** Names as printed, of files whose own name may not be. */
  readonly printed: ReadonlyMap<string, string>;
}

/** A compiled file; `needsPeriod` when it names no period and must wait until the others tell the run's. */
export interface CompiledFile {
  /** A text or web page that is no return, and in which nothing looks like what is left of one. */
  readonly isNote: boolean;
  readonly filed: FiledReturn;
  readonly findings: readonly Finding[];
  /** How often its rows and totals were judged. */
  readonly checks: readonly CheckCount[];
  readonly needsPeriod: boolean;
}

const NOTHING: NormalisedReturn & Pick<FiledReturn, 'statedTotals'> = {
  totalled: [],
  activities: NO_ACTIVITY,
  summary: [],
  summaryRows: [],
  statedTotals: [],
  summarySetAside: [],
  rowsAside: [],
  ledgerColumns: [],
  tables: [],
  forms: [],
  rows: { data: 0, total: 0, note: 0, title: 0, header: 0, other: 0 },
};

/** The road of one file: read, where that is not done yet, recognise, normalise, check its rows. Its sheets are dropped on return. */
export async function compileFile(
  found: FoundFile,
  context: FileContext,
  read: ReadFile | null = null,
): Promise<CompiledFile> {
  return compileOpened(await openFile(found, context, read), { ...context, bundled: found.bundled });
}

/** A file as opened and understood. */
export interface OpenedFile {
  readonly recognised: RecognisedFile;
  readonly sha256: string;
  /** Null: nothing could be read of it. */
  readonly format: FileFormat | null;
  /** Name as printed. */
  readonly printed: string;
  /** What was said of it before its cells are read. */
  readonly findings: readonly Finding[];
  /** Those of them that the reader has said. */
  readonly ofReading: readonly Finding[];
}

/** Reads a file and understands what it is. */
export async function openFile(
  found: FoundFile,
  { scheme, period, limits, folder, sources, printed }: FileContext,
  known: ReadFile | null = null,
): Promise<OpenedFile> {
  const read = await readFound(found, limits, known);
  const hints = sourceRowOf(sources, found.name)?.hints;
  const understood = (workbook: Workbook | null) =>
    recognise(workbook ?? { file: found.name, format: 'unknown', grids: [] }, scheme, hints, { due: period, folder });
  const first = understood(read.workbook);
  const tooMany = tooManyRows(first.value, (limits ?? DEFAULT_READ_LIMITS).cells);
  const workbook = tooMany === null ? read.workbook : null;
  const recognised = tooMany === null ? first : understood(null);
  const ofReading = tooMany === null ? read.ofReading : [tooLarge(found.name, tooMany)];
  return {
    recognised: recognised.value,
    sha256: read.sha256,
    format: workbook?.format ?? null,
    printed: printed.get(found.name) ?? found.name,
    findings: [...read.ofOpening, ...ofReading, ...(workbook === null ? [] : recognised.findings)],
    ofReading,
  };
}

function tooLarge(file: string, { limit, counted }: { readonly limit: number; readonly counted: string }): Finding {
  return finding('FILE_TOO_LARGE', filePlace(file), { part: '', limit: String(limit), counted });
}

/** A file as its sheets; its bytes are dropped on return. */
async function readFound(found: FoundFile, ofRun: ReadLimits | undefined, known: ReadFile | null) {
  const { bundled = 1 } = found;
  const limits = ofRun && { ...ofRun, bundled };
  const { sha256, bytes, text, findings } = known ?? (await readFile(found, limits));
  const { name } = found;
  const ofText = text === null ? null : readLargeText(text, name, limits);
  const read = bytes === null ? ofText : await readWorkbook(bytes, name, limits);
  return { sha256, workbook: read?.value ?? null, ofOpening: findings, ofReading: read?.findings ?? [] };
}

/** What a file is judged with once it is understood. */
interface JudgeContext extends Pick<FileContext, 'scheme' | 'period' | 'asOf' | 'findingsLeft'> {
  /** How many files share that. */
  readonly bundled?: number | undefined;
}

/** The rest of the road: what the cells of a file say, and its rows checked. */
export function compileOpened(
  { recognised, sha256, format, printed, findings: before, ofReading }: OpenedFile,
  { scheme, period, asOf, findingsLeft, bundled }: JudgeContext,
): CompiledFile {
  const shown = (filed: FiledReturn & Pick<NormalisedReturn, 'totalled'>, findings: readonly Finding[]) =>
    withholdPersonal(filed, findings, printed, scheme);
  const { sender, gate, unknownSender, nilStatement, version } = recognised;
  const file = {
    file: recognised.file,
    sha256,
    format: format ?? 'unknown',
    sender,
    unknownSender,
    period: recognised.period,
    version,
    nilStatement,
    understood: understoodTables(recognised),
  } as const;
  const uncounted = (why: FiledReturn['gate'] = gate, told = before) => {
    const { filed, findings } = shown({ ...NOTHING, ...file, gate: why, rows: countRows(recognised) }, told);
    return { ...done(filed, findings), isNote: isNoteOf(format, recognised, ofReading, scheme) };
  };
  const { most, counted, take } = findingsBudget(findingsLeft, bundled);
  const overwhelmed = () => {
    take(most);
    return uncounted('file', [...before, tooLarge(recognised.file, { limit: most, counted })]);
  };
  if (format === null) return uncounted('file');
  if (gate !== null || sender === null) return uncounted();
  const own = recognised.period?.value ?? period;
  if (own === null) return { ...uncounted(), needsPeriod: true };
  const normalised = normalise(recognised, { scheme, sender: sender.value, period: own, most });
  if (normalised.tooMany) return overwhelmed();
  const values = { ...file, gate, ...normalised.value, statedTotals: [] };
  // From here on nothing personal is known any more.
  const { filed, findings } = shown(values, [...before, ...withoutFollowers(normalised.findings, ofReading)]);
  const counter = checkCounter();
  const rows = checkRows(filed, { scheme, period: own, asOf, most }, counter);
  const totals = checkTotals(filed.totalled, sender.value, scheme, counter);
  // Totals are held as numbers: what looks like a telephone is masked once it is told.
  const ofTotals = totals.findings.map((one) => maskedFinding(one, personalMask(scheme)));
  const checked = withoutFollowers([...rows, ...ofTotals], findings);
  const all = [...findings, ...checked];
  const told = differentOnes(all);
  if (told > most) return overwhelmed();
  take(told);
  return { ...done({ ...filed, statedTotals: totals.value }, all), checks: counter.counts() };
}

const TEXTS: ReadonlySet<FileFormat> = new Set(['csv', 'html']);

/**
 * Letters are told from tables as they are read. A page without any table has no sheets; other text that was hard to read
 * may have been a table.
 */
function isNoteOf(
  format: FileFormat | null,
  recognised: RecognisedFile,
  ofReading: readonly Finding[],
  scheme: Scheme,
): boolean {
  if (format === 'text') return recognised.gate !== null;
  const isSound =
    format === null
      ? ofReading.some(({ code, args }) => code === 'FILE_UNSUPPORTED' && args['kind'] === 'html')
      : TEXTS.has(format) && ofReading.every(({ severity }) => severity === 'info');
  return isSound && isNote(recognised, scheme);
}

/** A finding of a file whose sender is known is that bureau's to mend. What totals were checked by is dropped. */
function done(
  { totalled: _, ...filed }: FiledReturn & Pick<NormalisedReturn, 'totalled'>,
  findings: readonly Finding[],
): CompiledFile {
  const bureau = filed.sender?.value ?? null;
  return {
    filed,
    findings: findings.map((finding) => (finding.bureau === null ? { ...finding, bureau } : finding)),
    checks: [],
    needsPeriod: false,
    isNote: false,
  };
}
