import { describeCause, describeFinding } from '../message/describe.ts';
import type { Language } from '../message/language.ts';
import { periodLabel, REPORT_LABELS } from '../message/report-labels.ts';
import type { Compilation, SourceSummary } from '../model/compilation.ts';
import type { SetAsideRow } from '../model/filed-return.ts';
import { type Narrative, NO_NARRATIVE } from '../model/narrative.ts';
import { namesPrevious } from '../scheme/expression.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { buildViews } from './build-views.ts';
import { changesSince } from './changes.ts';
import { collapseFindings, type Describe } from './collapse-findings.ts';
import { coverageOf } from './coverage.ts';
import type { EarlierReport } from './earlier-report.ts';
import { reportFigure } from './figure-index.ts';
import { reportHistory } from './history.ts';
import type { ReportFigure, ReportModel, ReportSetAside, ReportSource } from './model.ts';
import { namedRegions, regionFrame } from './region-frame.ts';
import { reportTasks } from './tasks.ts';

export interface ReportOptions {
  /** Version of the program. */
  readonly version: string;
  /** Language of the findings' wording; the report itself is Chinese. */
  readonly language: Language;
  /** Wording of findings where it is not the catalogue's. */
  readonly describe?: Describe;
  /** An earlier report of the same period and area, to tell what changed since. */
  readonly since?: EarlierReport | null;
  /** What people write into the report. */
  readonly narrative?: Narrative;
}

/** The report of a compilation: plain JSON, all that a template may know. */
export function buildReport(compilation: Compilation, scheme: Scheme, options: ReportOptions): ReportModel {
  const labels = REPORT_LABELS;
  const { period, activities } = compilation;
  const tasks = reportTasks(scheme);
  const frame = regionFrame(compilation, scheme, tasks, labels);
  const coverage = coverageOf(compilation);
  const describe: Describe = options.describe ?? ((finding) => describeFinding(finding, scheme, options.language));
  const findings = collapseFindings(compilation.findings, customaryOrder(scheme), describe, (cause) =>
    describeCause(cause, scheme, options.language),
  );
  const label = periodLabel(period);
  const sources = compilation.sources.map(reportSource);
  const narrative = options.narrative ?? NO_NARRATIVE;
  const ofPeriod = sources.filter(({ state }) => state !== 'earlierPeriod');
  return {
    schemaVersion: 1,
    tool: { name: 'huizong', version: options.version },
    scheme: { id: scheme.id, version: scheme.version, title: scheme.title },
    period: { id: period.id, start: period.start, end: period.end, label },
    asOf: compilation.asOf,
    area: { code: compilation.area, name: frame.area.name },
    coverage,
    figures: reportFigures(compilation, scheme),
    activities: {
      read: activities.read,
      counted: activities.counted,
      setAside: activities.setAside,
      events: activities.events,
      byTask: Object.fromEntries(activities.byTask),
    },
    findings,
    setAside: compilation.setAside.map(reportSetAside),
    sources,
    checks: compilation.checks,
    changes: options.since
      ? changesSince(options.since, {
          coverage,
          findings,
          sources: ofPeriod,
          isCompared: ofPeriod.length < sources.length,
          comparedRules: new Set(scheme.rules.filter(namesPrevious).map(({ id }) => id)),
          nameOf: frame.nameOf,
        })
      : null,
    history: reportHistory(compilation, scheme),
    title: frame.area.name + label + scheme.title,
    narrative: { ...narrative, date: narrative.date ?? compilation.asOf },
    tasks,
    regions: namedRegions(compilation, scheme),
    views: buildViews(compilation, {
      tasks,
      coverage,
      findings,
      frame,
      scheme,
      labels,
    }),
    labels,
  };
}

function customaryOrder(scheme: Scheme): (bureau: string) => number {
  const order = new Map(scheme.regions.map((region) => [region.code, region.order]));
  return (bureau) => order.get(bureau) ?? Number.MAX_SAFE_INTEGER - 1;
}

function reportFigures({ figures }: Compilation, scheme: Scheme): readonly ReportFigure[] {
  const indicators = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  return figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    return indicator ? [reportFigure(figure, indicator)] : [];
  });
}

function reportSetAside({ file, sheet, row, rows, reason, of }: SetAsideRow): ReportSetAside {
  return { file, sheet, row, reason, of: of && { file: of.file, sheet: of.sheet, row: of.row }, rows };
}

function reportSource({ file, sha256, format, bureau, forms, state, rows, notChecked }: SourceSummary): ReportSource {
  const { data, counted, setAside, total, note, other, title, header } = rows;
  return {
    file,
    sha256,
    format,
    bureau,
    forms,
    state,
    rows: { data, counted, setAside, total, note, other, title, header },
    notChecked,
  };
}
