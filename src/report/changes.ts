import type { BureauState } from '../model/compilation.ts';
import type { Severity } from '../model/finding.ts';
import { compareText } from '../text/compare.ts';
import type { EarlierFinding, EarlierReport } from './earlier-report.ts';
import type { Coverage, ReportFinding, ReportSource } from './model.ts';

/** What changed since an earlier report of the same period and area. */
export interface Changes {
  /** As-of date of the earlier report. */
  readonly since: string;
  readonly findings: {
    readonly new: SeverityCounts;
    readonly mended: SeverityCounts;
    readonly standing: SeverityCounts;
  };
  /** Bureaus of which something changed, in the order of the roster; then those that were not due. */
  readonly bureaus: readonly BureauChange[];
  /** Entries of the earlier report of which something is mended; `count`: how many. */
  readonly mended: readonly MendedFinding[];
}

export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface BureauChange {
  readonly bureau: string;
  readonly name: string;
  /** Null when it was not due, or is no longer. */
  readonly was: BureauState | null;
  readonly now: BureauState | null;
  /** Files that are new by what they hold, and those that are gone. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly new: number;
  readonly mended: number;
  readonly standing: number;
}

export type MendedFinding = Pick<
  EarlierFinding,
  'code' | 'severity' | 'bureau' | 'file' | 'sheet' | 'cells' | 'count' | 'message'
>;

/** The parts of the present report that are held against the earlier one. */
export interface Present {
  readonly coverage: Coverage;
  readonly findings: readonly ReportFinding[];
  readonly sources: readonly ReportSource[];
  /** Whether it was compared with an earlier period. */
  readonly isCompared: boolean;
  /** Rules of the scheme that name the period before. */
  readonly comparedRules: ReadonlySet<ReportFinding['code']>;
  readonly nameOf: (bureau: string) => string;
}

/**
 * Findings and returns that are new, mended or as they were.
 *
 * Findings are the same by bureau, code, column or indicator, and arguments, wherever they stand now: rows move and files
 * are renamed when a return is mended. What has been explained meanwhile is neither new nor mended. Of a bureau of which
 * no file is left nothing is mended. Where only one of the reports was compared with an earlier period, what only such a
 * comparison shows is left out.
 */
export function changesSince(earlier: EarlierReport, present: Present): Changes {
  const keys = tallied(earlier, present);
  const senders = new Set(present.sources.flatMap(({ bureau }) => bureau ?? []));
  const ofBureaus = new Map<string, { new: number; mended: number; standing: number }>();
  const totals = { new: zero(), mended: zero(), standing: zero() };
  const mended: MendedFinding[] = [];
  for (const { bureau, severity, was, now, explained, entries } of keys.values()) {
    const gone = bureau !== null && !senders.has(bureau);
    const counts = {
      new: Math.max(0, now - was),
      mended: gone ? 0 : Math.max(0, was - now - explained),
      standing: Math.min(was, now),
    };
    for (const kind of ['new', 'mended', 'standing'] as const) totals[kind][COUNT[severity]] += counts[kind];
    let left = counts.mended;
    for (const entry of entries.toReversed()) {
      const count = Math.min(left, entry.count);
      if (count > 0) mended.push(mendedOf(entry, count));
      left -= count;
    }
    if (bureau === null) continue;
    const own = ofBureaus.get(bureau) ?? { new: 0, mended: 0, standing: 0 };
    for (const kind of ['new', 'mended', 'standing'] as const) own[kind] += counts[kind];
    ofBureaus.set(bureau, own);
  }
  return {
    since: earlier.asOf,
    findings: totals,
    bureaus: bureauChanges(earlier, present, ofBureaus),
    mended: mended.sort(
      (a, b) =>
        compareText(a.bureau ?? '', b.bureau ?? '') ||
        compareText(a.file, b.file) ||
        compareText(a.sheet ?? '', b.sheet ?? '') ||
        compareText(a.cells.join(), b.cells.join()) ||
        compareText(a.code, b.code),
    ),
  };
}

const COUNT = { error: 'errors', warning: 'warnings', info: 'infos' } as const satisfies Record<Severity, string>;

function zero(): Record<keyof SeverityCounts, number> {
  return { errors: 0, warnings: 0, infos: 0 };
}

interface Tallied {
  readonly bureau: string | null;
  severity: Severity;
  was: number;
  now: number;
  explained: number;
  /** Of the earlier report. */
  readonly entries: EarlierFinding[];
}

/** What cannot be found without an earlier period, beside rules that name it. */
const COMPARED: ReadonlySet<ReportFinding['code']> = new Set([
  'YTD_DIFFERS',
  'YTD_FALLS',
  'CHANGE_LARGE',
  'RATIO_LARGE',
  'SAME_AS_PREVIOUS',
]);

function tallied(
  earlier: EarlierReport,
  { findings, isCompared, comparedRules }: Present,
): ReadonlyMap<string, Tallied> {
  const keys = new Map<string, Tallied>();
  const isLeftOut = ({ code }: Pick<ReportFinding, 'code'>) =>
    earlier.isCompared !== isCompared && (COMPARED.has(code) || comparedRules.has(code));
  const of = (one: EarlierFinding | ReportFinding): Tallied => {
    const key = keyOf(one);
    const known = keys.get(key);
    if (known !== undefined) return known;
    const made: Tallied = { bureau: one.bureau, severity: one.severity, was: 0, now: 0, explained: 0, entries: [] };
    keys.set(key, made);
    return made;
  };
  for (const one of earlier.findings) {
    if (one.isExplained || isLeftOut(one)) continue;
    const own = of(one);
    own.was += one.count;
    own.entries.push(one);
  }
  for (const one of findings) {
    if (isLeftOut(one)) continue;
    const own = of(one);
    own.severity = one.severity;
    if (one.explained === null) own.now += one.count;
    else own.explained += one.count;
  }
  return keys;
}

function keyOf({ code, bureau, file, column, indicator, args }: EarlierFinding | ReportFinding): string {
  const entries = Object.entries(args).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([code, bureau, bureau === null ? file : null, column, indicator, entries]);
}

function mendedOf(entry: EarlierFinding, count: number): MendedFinding {
  const { code, severity, bureau, file, sheet, cells, message } = entry;
  return { code, severity, bureau, file, sheet, cells, count, message };
}

function bureauChanges(
  earlier: EarlierReport,
  { coverage, sources, nameOf }: Present,
  counts: ReadonlyMap<string, { readonly new: number; readonly mended: number; readonly standing: number }>,
): readonly BureauChange[] {
  const was = new Map(earlier.bureaus.map((one) => [one.bureau, one]));
  const now = new Map(coverage.bureaus.map((one) => [one.bureau, one]));
  const senders = [...earlier.sources, ...sources].flatMap(({ bureau }) => bureau ?? []);
  return [...new Set([...now.keys(), ...was.keys(), ...senders])].flatMap((bureau) => {
    const [before, after] = [earlier.sources, sources].map((files) => files.filter((one) => one.bureau === bureau));
    const change = {
      ...{ bureau, name: now.get(bureau)?.name ?? was.get(bureau)?.name ?? nameOf(bureau) },
      ...{ was: was.get(bureau)?.state ?? null, now: now.get(bureau)?.state ?? null },
      ...{ added: without(after, before), removed: without(before, after) },
      ...(counts.get(bureau) ?? { new: 0, mended: 0, standing: 0 }),
    };
    const isSame = change.was === change.now && change.new === 0 && change.mended === 0;
    return isSame && change.added.length === 0 && change.removed.length === 0 ? [] : [change];
  });
}

interface Source {
  readonly file: string;
  readonly sha256: string;
}

/** Names of the files whose content the others do not have. */
function without(files: readonly Source[] = [], others: readonly Source[] = []): readonly string[] {
  const known = new Set(others.map(({ sha256 }) => sha256));
  return files.filter(({ sha256 }) => !known.has(sha256)).map(({ file }) => file);
}
