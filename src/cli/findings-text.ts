import type { ChalkInstance } from 'chalk';
import type { UiTexts } from '../message/ui-texts.ts';
import type { Severity } from '../model/finding.ts';
import type { ReportFinding, ReportModel } from '../report/model.ts';
import { visible } from '../text/visible.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Session } from './session.ts';
import { SEVERITIES, severityCounts, severityText } from './severity-counts.ts';

/** How many entries of a bureau are printed without `--all`. */
const SHOWN = 10;
/** How many ranges of cells stand in an entry. */
const RANGES = 4;
/** Widest lines on a terminal: longer ones are hard to read. */
const WIDEST = 110;

interface Group {
  readonly bureau: string | null;
  readonly findings: readonly ReportFinding[];
}

/** The findings by bureau, the worst first; wrapped for terminals, one line a text in pipes. */
export function findingsText(model: ReportModel, session: Session): string {
  return groups(model)
    .map((group) => [heading(group, model, session), ...entries(group, session)].join('\n'))
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Bureaus by number of errors, warnings and notices; equal ones in the customary order of the model. */
function groups({ findings }: ReportModel): readonly Group[] {
  const byBureau = new Map<string | null, ReportFinding[]>();
  for (const finding of findings) {
    const group = byBureau.get(finding.bureau);
    if (group) group.push(finding);
    else byBureau.set(finding.bureau, [finding]);
  }
  return [...byBureau]
    .map(([bureau, own]) => ({ bureau, findings: own, counts: severityCounts(own) }))
    .sort(({ counts: a }, { counts: b }) => b.error - a.error || b.warning - a.warning || b.info - a.info);
}

function heading({ bureau, findings }: Group, model: ReportModel, { texts, paint }: Session): string {
  const status = model.coverage.bureaus.find((one) => one.bureau === bureau);
  const name = bureau === null ? texts.unknownBureau : (status?.name ?? fullName(bureau, model));
  const state = status ? [texts.state[status.state]] : [];
  return [paint.stdout.bold(visible(name)), ...state, severityText(findings, texts)].join('  ');
}

/** A county or zone with its city before it. */
function fullName(bureau: string, { regions, area }: ReportModel): string {
  const region = regions.find(({ code }) => code === bureau);
  const parent = regions.find(({ code }) => code === region?.parent);
  if (region === undefined) return bureau;
  const alone = region.level === 'self' || parent === undefined || parent.code === area.code;
  return alone ? region.name : parent.name + region.name;
}

function entries({ findings }: Group, session: Session): readonly string[] {
  const { texts, options } = session;
  const worstFirst = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const shown = options.all ? worstFirst : worstFirst.slice(0, SHOWN);
  const more = worstFirst.length - shown.length;
  return [
    ...shown.flatMap((finding) => entry(finding, session)),
    ...(more > 0 ? [`  ${texts.moreFindings(more)}`] : []),
  ];
}

function entry(finding: ReportFinding, { texts, paint, effects }: Session): readonly string[] {
  const { severity, code, message, hint, explained } = finding;
  const label = padEnd(texts.severity[severity], Math.max(...Object.values(texts.severity).map(displayWidth)));
  const indent = ' '.repeat(displayWidth(label) + 4);
  const width = effects.stdout.columns === null ? Number.MAX_SAFE_INTEGER : Math.min(effects.stdout.columns, WIDEST);
  const lines = (text: string, by: string) =>
    wrap(visible(text), Math.max(20, width - displayWidth(by))).map((line, at) =>
      at === 0 ? by + line : ' '.repeat(displayWidth(by)) + line,
    );
  return [
    `  ${coloured(severity, paint.stdout)(label)}  ${visible(placeText(finding, texts))}  ${paint.stdout.dim(code)}`,
    ...lines(message, indent),
    ...(explained !== null ? lines(texts.explained(explained.reason), indent) : []),
    ...(explained !== null || hint === '' ? [] : lines(hint, `${indent}→ `)),
  ];
}

function coloured(severity: Severity, chalk: ChalkInstance): ChalkInstance {
  return severity === 'error' ? chalk.red : severity === 'warning' ? chalk.yellow : chalk.cyan;
}

/** `韶关市.xlsx › 台账!H12`: the file, the sheet, its cells and how many they are. */
function placeText({ file, sheet, cells, count }: ReportFinding, texts: UiTexts): string {
  const ranges = cells.length > RANGES ? `${cells.slice(0, RANGES).join(' ')} …` : cells.join(' ');
  const inSheet = [sheet, ranges].filter((part) => part !== null && part !== '').join('!');
  return `${[file, inSheet].filter((part) => part !== '').join(' › ')}${count > 1 ? texts.places(count) : ''}`;
}
