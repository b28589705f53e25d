import type { UiTexts } from '../../message/ui-texts.ts';
import type { Severity } from '../../model/finding.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `台账!H12 H14`: the sheet and at most `most` of its ranges; empty for a finding about a whole text file. */
export function cellsText({ sheet, cells }: ReportFinding, most = Number.MAX_SAFE_INTEGER): string {
  const ranges = cells.length > most ? `${cells.slice(0, most).join(' ')} …` : cells.join(' ');
  return [sheet, ranges].filter((part) => part !== null && part !== '').join('!');
}

/** Name of the bureau that has to act; a county or zone with its city before it. */
export function bureauName(bureau: string | null, model: ReportModel, texts: Pick<UiTexts, 'unknownBureau'>): string {
  if (bureau === null) return texts.unknownBureau;
  const { regions, area, coverage } = model;
  const due = coverage.bureaus.find((one) => one.bureau === bureau);
  if (due !== undefined) return due.name;
  const region = regions.find(({ code }) => code === bureau);
  const parent = regions.find(({ code }) => code === region?.parent);
  if (region === undefined) return bureau;
  const alone = region.level === 'self' || parent === undefined || parent.code === area.code;
  return alone ? region.name : parent.name + region.name;
}

/** The causes of an entry, each with its number of places where they are not all; empty when there is none. */
export function causesText(
  { causes, count }: ReportFinding,
  texts: Pick<UiTexts, 'causeSeparator' | 'places'>,
): string {
  const told = causes.map((cause) => cause.message + (cause.count < count ? texts.places(cause.count) : ''));
  return told.join(texts.causeSeparator);
}

/** What is wrong, with examples and causes: all that stands before the remedy. */
export function problemText(entry: ReportFinding, texts: UiTexts): readonly string[] {
  const examples = entry.examples.length > 0 ? texts.examples(entry.examples) : '';
  const causes = entry.causes.length > 0 ? texts.causes(causesText(entry, texts)) : '';
  return [entry.message, examples, causes].filter((part) => part !== '');
}

/** The entries of each bureau, the bureau with the most errors (then warnings, notices) first; none lost, none twice. */
export function entriesByBureau(model: ReportModel): readonly BureauEntries[] {
  const byBureau = new Map<string | null, ReportFinding[]>();
  for (const entry of model.findings) {
    const own = byBureau.get(entry.bureau);
    if (own) own.push(entry);
    else byBureau.set(entry.bureau, [entry]);
  }
  return [...byBureau]
    .map(([bureau, entries]) => ({ bureau, entries: worstFirst(entries), counts: severityCounts(entries) }))
    .sort(({ counts: a }, { counts: b }) => b.error - a.error || b.warning - a.warning || b.info - a.info);
}

export interface BureauEntries {
  readonly bureau: string | null;
  /** Worst first; those of one severity in the order of the model. */
  readonly entries: readonly ReportFinding[];
  readonly counts: SeverityCounts;
}

export type SeverityCounts = Readonly<Record<Severity | 'explained', number>>;

/** How many findings of each severity, and how many are explained and count for none; an entry stands for `count`. */
export function severityCounts(entries: readonly ReportFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0, explained: 0 };
  for (const { severity, count, explained } of entries) counts[explained === null ? severity : 'explained'] += count;
  return counts;
}

/** Findings that count: an explained one is listed only. */
export function counted(entries: readonly ReportFinding[]): readonly ReportFinding[] {
  return entries.filter(({ explained }) => explained === null);
}

/** What to do, or why nothing need be done. */
export function remedyText({ hint, explained }: ReportFinding, texts: Pick<UiTexts, 'explained'>): string {
  return explained === null ? hint : texts.explained(explained.reason);
}

function worstFirst(entries: readonly ReportFinding[]): readonly ReportFinding[] {
  return SEVERITIES.flatMap((severity) => entries.filter((entry) => entry.severity === severity));
}
