import { periodPhrases, type ReportLabels } from '../message/report-labels.ts';
import type { Compilation, SourceSummary } from '../model/compilation.ts';
import type { SetAsideReason, SetAsideRow } from '../model/filed-return.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { chaseList, coverageTable } from './coverage.ts';
import { findingsTable } from './findings-table.ts';
import { NO_GAPS, withFurther } from './gaps.ts';
import type { Coverage, ReportFinding, ReportIndicator, ReportTask } from './model.ts';
import {
  comparisonList,
  comparisons,
  hasValues,
  incompleteEntries,
  overallBlocks,
  overallRow,
} from './overall-rows.ts';
import { namedIndicators, regionFigures } from './region-figures.ts';
import { unitLevel } from './region-frame.ts';
import { type RegionFrame, regionTable } from './region-rows.ts';
import { sentenceOf } from './sentence.ts';
import { shortener } from './sentence-parts.ts';
import { taskSheets } from './task-sheets.ts';
import type { RegionTable, ReportViews, Sentence, TaskSection } from './views.ts';

/** What the tables are made of, beside the compilation. */
export interface TableParts {
  readonly tasks: readonly ReportTask[];
  readonly coverage: Coverage;
  readonly findings: readonly ReportFinding[];
  readonly frame: RegionFrame;
  readonly scheme: Scheme;
  readonly labels: ReportLabels;
}

/** The tables ready to print. */
export function buildViews(compilation: Compilation, parts: TableParts): ReportViews {
  const { frame, labels, coverage, findings, scheme } = parts;
  const tasks = parts.tasks.filter((task) => task.role !== 'optional' || hasValues(task, frame.figures));
  const compared = comparisons(compilation.figures, compilation.period);
  const style = {
    period: compilation.period,
    phrases: periodPhrases(compilation.period),
    compared: {
      qoq: compared.previous,
      yoy: compared.yearAgo,
      ytdYoy: compilation.figures.some((figure) => figure.ytdYearAgo !== null),
    },
    shorten: shortener(scheme.words.moneyUnits, labels.scales),
  };
  const sentence = (task: ReportTask) => sentenceOf(task, frame, style);
  const { common, blocks } = overallBlocks(tasks, frame);
  const matrix = regionTable('matrix', '', headlines(tasks), frame);
  const all = tasks.flatMap(({ indicators }) => indicators);
  const proper = tasks.filter((task) => task.role === 'task');
  return {
    words: { whole: frame.whole, units: labels.units[unitLevel(frame)] },
    compared,
    comparisons: comparisonList(compared),
    base: baseSentence(tasks, sentence),
    headlines: withFurther(
      headlines(tasks).map((indicator) => overallRow(indicator, frame)),
      common,
    ),
    common,
    overall: blocks,
    sections: proper.map((task) => section(task, sentence(task), compilation, frame)),
    others: otherTables(tasks, frame),
    matrix,
    groups: matrix.rows.filter(({ kind }) => kind === 'group'),
    all: regionTable('all', '', all, frame),
    sheets: taskSheets(proper, frame),
    figures: regionFigures(compilation.figures, scheme.regions),
    indicators: namedIndicators(scheme, frame),
    coverage: coverageTable(coverage),
    findings: findingsTable(findings, (bureau) => (bureau === null ? labels.unknownBureau : frame.nameOf(bureau))),
    chase: chaseList(coverage),
    setAside: setAsideByReason(compilation.setAside, labels),
    rows: rowSums(compilation),
    earlierFiles: compilation.sources.filter(isEarlier).length,
    incomplete: incompleteEntries(blocks),
  };
}

function baseSentence(tasks: readonly ReportTask[], sentence: (task: ReportTask) => Sentence): Sentence {
  const base = tasks.find((task) => task.role === 'base');
  return base ? sentence(base) : { clauses: [], common: NO_GAPS, parts: [] };
}

/** The headline indicators of the tasks proper, in order. */
function headlines(tasks: readonly ReportTask[]): readonly ReportIndicator[] {
  return tasks
    .filter((task) => task.role === 'task')
    .flatMap((task) => task.indicators.filter((indicator) => indicator.id === task.headline));
}

function section(task: ReportTask, sentence: Sentence, { activities }: Compilation, frame: RegionFrame): TaskSection {
  return {
    task: task.id,
    name: task.name,
    shortName: task.shortName,
    activities: activities.byTask.get(task.id) ?? 0,
    sentence,
    table: regionTable(task.id, task.name, task.indicators.filter(inSection), frame),
  };
}

/** Sections show the core indicators; the others stand in the annex. */
function inSection(indicator: ReportIndicator): boolean {
  return indicator.tier === 'core';
}

function otherTables(tasks: readonly ReportTask[], frame: RegionFrame): readonly RegionTable[] {
  return tasks
    .map((task) => {
      const indicators = task.role === 'task' ? task.indicators.filter((one) => !inSection(one)) : task.indicators;
      return regionTable(task.id, task.name, indicators, frame);
    })
    .filter((table) => table.columns.length > 0);
}

/** Rows of the period that do not count, by reason in the order of the labels. */
function setAsideByReason(rows: readonly SetAsideRow[], labels: ReportLabels): ReportViews['setAside'] {
  const sums = new Map<SetAsideReason, number>();
  for (const { reason, rows: count } of rows) {
    if (reason !== 'earlierPeriod') sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return (Object.keys(labels.setAside) as SetAsideReason[])
    .filter((reason) => sums.has(reason))
    .map((reason) => ({ reason, rows: sums.get(reason) ?? 0 }));
}

function rowSums({ sources }: Compilation): ReportViews['rows'] {
  const own = sources.filter((source) => !isEarlier(source));
  const sum = (of: 'data' | 'counted' | 'setAside') => own.reduce((total, { rows }) => total + rows[of], 0);
  return { data: sum('data'), counted: sum('counted'), setAside: sum('setAside') };
}

function isEarlier({ state }: Pick<SourceSummary, 'state'>): boolean {
  return state === 'earlierPeriod';
}
