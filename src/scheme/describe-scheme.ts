import { format } from '../decimal/decimal.ts';
import { formatExpression, formatRollup } from './expression.ts';
import type { ActivityType, Column, Indicator, RegionLevel, Rollup, Rule, Scheme, Task } from './scheme.ts';

/** A scheme as plain JSON for printing; identifiers and spellings are those of its tables. */
export interface SchemeDescription
  extends Pick<
    Scheme,
    | 'id'
    | 'version'
    | 'title'
    | 'source'
    | 'periodKind'
    | 'countingRegion'
    | 'groupOrder'
    | 'thresholds'
    | 'deadlines'
    | 'severity'
  > {
  readonly counts: SchemeCounts;
  readonly tasks: readonly TaskDescription[];
  readonly columns: readonly Column[];
  readonly rules: readonly RuleDescription[];
  readonly words: Scheme['words'];
}

/** How many of each the scheme holds; own levels are not counted. */
interface SchemeCounts extends Readonly<Record<Exclude<RegionLevel, 'self'>, number>> {
  readonly tasks: number;
  readonly indicators: number;
  readonly columns: number;
  readonly activityTypes: number;
  readonly formerRegions: number;
  readonly rules: number;
}

interface TaskDescription extends Omit<Task, 'order'> {
  readonly indicators: readonly IndicatorDescription[];
  readonly activityTypes: readonly Omit<ActivityType, 'task'>[];
}

interface IndicatorDescription extends Omit<Indicator, 'task' | 'rollup'> {
  readonly rollup: RollupDescription | null;
}

interface RollupDescription extends Pick<Rollup, 'types' | 'onlyIf'> {
  /** `count`, `sum(COLUMN)`, `distinct(association)`. */
  readonly method: string;
}

interface RuleDescription extends Pick<Rule, 'id' | 'severity' | 'scope' | 'message' | 'messageEn'> {
  /** `left op right`. */
  readonly formula: string;
  readonly tolerance: string;
}

/** All that `huizong scheme show` prints, tasks in order with their indicators and activity types in table order. */
export function describeScheme(scheme: Scheme): SchemeDescription {
  const {
    id,
    version,
    title,
    source,
    periodKind,
    countingRegion,
    groupOrder,
    thresholds,
    deadlines,
    severity,
    columns,
    words,
  } = scheme;
  return {
    id,
    version,
    title,
    source,
    periodKind,
    countingRegion,
    groupOrder,
    counts: countsOf(scheme),
    tasks: scheme.tasks.map((task) => describeTask(task, scheme)),
    columns,
    rules: scheme.rules.map(describeRule),
    thresholds,
    deadlines,
    severity,
    words,
  };
}

function countsOf(scheme: Scheme): SchemeCounts {
  const level = (wanted: RegionLevel): number => scheme.regions.filter((region) => region.level === wanted).length;
  return {
    tasks: scheme.tasks.length,
    indicators: scheme.indicators.length,
    columns: scheme.columns.length,
    activityTypes: scheme.activityTypes.length,
    province: level('province'),
    city: level('city'),
    county: level('county'),
    zone: level('zone'),
    formerRegions: scheme.formerRegions.length,
    rules: scheme.rules.length,
  };
}

function describeTask({ order: _, ...task }: Task, scheme: Scheme): TaskDescription {
  return {
    ...task,
    indicators: scheme.indicators.filter((indicator) => indicator.task === task.id).map(describeIndicator),
    activityTypes: scheme.activityTypes.filter((type) => type.task === task.id).map(({ task: _task, ...type }) => type),
  };
}

function describeIndicator({ task: _, rollup, ...indicator }: Indicator): IndicatorDescription {
  if (rollup === null) return { ...indicator, rollup };
  return { ...indicator, rollup: { method: formatRollup(rollup), types: rollup.types, onlyIf: rollup.onlyIf } };
}

function describeRule({ id, severity, scope, left, op, right, tolerance, message, messageEn }: Rule): RuleDescription {
  const formula = `${formatExpression(left)} ${op} ${formatExpression(right)}`;
  return { id, severity, scope, formula, tolerance: format(tolerance), message, messageEn };
}
