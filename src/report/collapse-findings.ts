import type { Cause } from '../model/cause.ts';
import type { Finding } from '../model/finding.ts';
import { cellsOf, countOf, saysOne } from '../model/packed-findings.ts';
import type { Place } from '../model/place.ts';
import { compareText } from '../text/compare.ts';
import { inOnePiece } from '../text/in-one-piece.ts';
import { causesOf } from './causes.ts';
import { compressCells } from './cell-ranges.ts';
import type { ReportFinding } from './model.ts';
import { swappedColumns } from './swapped-columns.ts';

/** The wording of a finding in the chosen language. */
export type Describe = (finding: Finding) => { readonly message: string; readonly hint: string };

/** The wording of a cause in the chosen language. */
export type DescribeCause = (cause: Cause) => string;

/** Texts of cells told as examples where the cells say different things. */
const EXAMPLES = 3;
const NO_EXAMPLES: readonly string[] = [];
const NO_CAUSES: ReportFinding['causes'] = [];

interface Group {
  /** What is equal, as text: the order of entries at one place. */
  readonly key: string;
  readonly findings: Finding[];
  first: Finding;
}

/**
 * Findings as the report lists them: equal ones (code, severity, bureau, file, sheet, column, indicator, arguments, reason) as
 * one entry with compressed cells, in the order of bureau, file, sheet, row, column, code.
 *
 * `bureauOrder` gives the place of a bureau in the customary order; findings without a bureau come last.
 */
export function collapseFindings(
  findings: readonly Finding[],
  bureauOrder: (bureau: string) => number,
  describe: Describe,
  describeCause: DescribeCause,
): readonly ReportFinding[] {
  const causeOfColumn = swappedColumns(findings);
  return equalFindings(findings)
    .sort((a, b) => compareFirsts(a.first, b.first, bureauOrder) || compareText(a.key, b.key))
    .map((group) => entry(group, causeOfColumn, describe, describeCause));
}

function equalFindings(findings: readonly Finding[]): Group[] {
  const bySheet = new Map<string, Map<string, Group>>();
  const argsText = argumentsReader();
  const lasts = new Map<string, { readonly finding: Finding; readonly group: Group }>();
  const join = (group: Group, finding: Finding) => {
    group.findings.push(finding);
    if (comparePlaces(finding, group.first) < 0) group.first = finding;
  };
  for (const finding of findings) {
    // Most of a million findings differ from the last one of their code in no more than row and text.
    const last = lasts.get(finding.code);
    if (last !== undefined && isEqual(finding, last.finding)) {
      join(last.group, finding);
      continue;
    }
    const { file, sheet } = finding.place;
    const at = `${file.length} ${file}${sheet === null ? '' : `!${sheet}`}`;
    const groups = bySheet.get(at) ?? new Map<string, Group>();
    bySheet.set(at, groups);
    const key = equality(finding, argsText);
    const known = groups.get(key);
    const group = known ?? { key, findings: [finding], first: finding };
    if (known === undefined) groups.set(key, group);
    else join(group, finding);
    lasts.set(finding.code, { finding, group });
  }
  return [...bySheet.values()].flatMap((groups) => [...groups.values()]);
}

/** Whether two findings of a code are seen to be equal at once: arguments of one reading are one object. */
function isEqual(one: Finding, other: Finding): boolean {
  return (
    one.args === other.args &&
    one.column === other.column &&
    one.indicator === other.indicator &&
    one.severity === other.severity &&
    one.bureau === other.bureau &&
    one.explained === other.explained &&
    one.place.sheet === other.place.sheet &&
    one.place.file === other.place.file
  );
}

/** What is equal but for the sheet; short, for there may be a hundred thousand entries. */
function equality(finding: Finding, argsText: (args: Finding['args']) => string): string {
  const { code, severity, bureau, column, indicator, args, explained } = finding;
  return `${code} ${severity} ${bureau ?? ''} ${column ?? ''} ${indicator ?? ''} ${argsText(args)} ${explained === null ? '' : JSON.stringify(explained)}`;
}

/** Arguments as text, whatever the order of their keys; those of one reading are one object in many findings. */
function argumentsReader(): (args: Finding['args']) => string {
  let last: Finding['args'] | null = null;
  let text = '';
  return (args) => {
    if (args !== last) {
      const entries = Object.entries(args);
      text = entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => compareText(a, b)));
      last = args;
    }
    return text;
  };
}

function entry(
  { first, findings: equal }: Group,
  causeOfColumn: (finding: Finding) => Cause | null,
  describe: Describe,
  describeCause: DescribeCause,
): ReportFinding {
  const raw = equal.every(saysOne) ? common(equal, (finding) => finding.raw) : null;
  const region = common(equal, (finding) => finding.region);
  const { message, hint } = describe({ ...first, raw, region });
  const causes = causesOf(equal, causeOfColumn);
  const count = equal.reduce((sum, finding) => sum + countOf(finding), 0);
  return {
    code: first.code,
    severity: first.severity,
    file: first.place.file,
    sheet: first.place.sheet,
    cells: compressCells(equal.map(({ place, alsoRows }) => ({ row: place.row, column: place.column, alsoRows }))),
    count,
    bureau: first.bureau,
    region,
    column: first.column,
    indicator: first.indicator,
    raw,
    examples: raw === null && count > 1 ? examplesOf(equal) : NO_EXAMPLES,
    args: first.args,
    message: inOnePiece(message),
    causes: causes.length === 0 ? NO_CAUSES : causes.map((cause) => ({ ...cause, message: describeCause(cause) })),
    hint: inOnePiece(hint),
    explained: first.explained === null ? null : { reason: first.explained },
  };
}

/** A few different texts of the cells, those first that stand first. */
function examplesOf(findings: readonly Finding[]): readonly string[] {
  const firsts = new Map<string, Spot>();
  let last: Spot | null = null;
  for (const finding of findings) {
    const { column } = finding.place;
    for (const { row, raw } of cellsOf(finding)) {
      const spot = { row, column };
      // Behind all that are kept none is kept, and the rows of a finding ascend; nor is a text that comes again.
      if (last !== null && compareSpots(spot, last) > 0) break;
      if (raw === null) continue;
      const known = firsts.get(raw);
      if (known !== undefined && compareSpots(known, spot) <= 0) continue;
      firsts.set(raw, spot);
      if (firsts.size > EXAMPLES) firsts.delete(ordered(firsts).at(-1)?.[0] ?? '');
      if (firsts.size === EXAMPLES) last = ordered(firsts).at(-1)?.[1] ?? null;
    }
  }
  return ordered(firsts).map(([raw]) => raw);
}

function ordered(firsts: ReadonlyMap<string, Spot>): (readonly [string, Spot])[] {
  return [...firsts].sort(([a, one], [b, other]) => compareSpots(one, other) || compareText(a, b));
}

/** What all findings say alike, else null. */
function common(findings: readonly Finding[], of: (finding: Finding) => string | null): string | null {
  const first = findings[0];
  if (!first) return null;
  const value = of(first);
  return findings.every((finding) => of(finding) === value) ? value : null;
}

type Spot = Pick<Place, 'row' | 'column'>;

function comparePlaces(a: Finding, b: Finding): number {
  return compareSpots(a.place, b.place);
}

function compareSpots(a: Spot, b: Spot): number {
  return (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function compareFirsts(a: Finding, b: Finding, bureauOrder: (bureau: string) => number): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.bureau === null ? last : bureauOrder(a.bureau)) - (b.bureau === null ? last : bureauOrder(b.bureau)) ||
    compareText(a.bureau ?? '', b.bureau ?? '') ||
    compareText(a.place.file, b.place.file) ||
    compareText(a.place.sheet ?? '', b.place.sheet ?? '') ||
    comparePlaces(a, b) ||
    compareText(a.code, b.code)
  );
}
