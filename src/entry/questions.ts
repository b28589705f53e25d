import type { FormParts } from '../form/form-request.ts';
import { childrenOf, regionIndex, regionOf } from '../scheme/regions.ts';
import type { ActivityType, Column, Indicator, Region, Scheme, Task } from '../scheme/scheme.ts';

/** The indicators of a task, or what a ledger row may hold: questions in the order in which they are asked. */
export interface TaskQuestions {
  readonly task: Task;
  readonly indicators: readonly Indicator[];
}

/** The questions of a summary, task by task; tasks without indicators have none. */
export function summaryQuestions(scheme: Scheme): readonly TaskQuestions[] {
  return scheme.tasks
    .map((task) => ({ task, indicators: scheme.indicators.filter((one) => one.task === task.id) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/**
 * The regions of a bureau's summary: all its parts (own level, counties, zones), its own level, or itself. Parts that
 * report `apart` are none of its own, unless all do.
 */
export function summaryRegions(
  scheme: Scheme,
  bureau: string,
  parts: FormParts,
  apart: readonly string[] = [],
): readonly string[] {
  const all = partsOf(scheme, bureau);
  const own = all.filter(({ code }) => !apart.includes(code));
  const wanted = (own.length > 0 ? own : all).filter(
    ({ level }) => parts === 'all' || (parts === 'own' && level === 'self'),
  );
  return wanted.length > 0 ? wanted.map(({ code }) => code) : [bureau];
}

/** Which parts of a bureau are told by a summary of these regions. */
export function partsTold(scheme: Scheme, bureau: string, regions: readonly string[]): FormParts {
  const told = partsOf(scheme, bureau).filter(({ code }) => regions.includes(code));
  if (told.length === 0) return 'none';
  return told.every(({ level }) => level === 'self') ? 'own' : 'all';
}

/** The own level and the regions below a bureau; a county has none. */
export function partsOf(scheme: Scheme, bureau: string): readonly Region[] {
  return childrenOf(regionIndex(scheme), bureau);
}

/** The column in which a ledger row says which part of the bureau it is about; null when there are no parts. */
export function regionColumn(scheme: Scheme, bureau: string): Column | null {
  if (partsOf(scheme, bureau).length === 0) return null;
  const id = regionOf(regionIndex(scheme), bureau)?.level === 'province' ? 'city' : 'county';
  return scheme.columns.find((column) => column.id === id) ?? null;
}

/** What a ledger row is asked. */
export interface LedgerQuestions {
  /** Asked of every activity and of those of its type. */
  readonly asked: readonly Column[];
  /** What else may be told. */
  readonly others: readonly Column[];
}

/** Free texts that tell activities apart. */
const TELLING: ReadonlySet<string> = new Set(['venue']);
const ALWAYS: ReadonlySet<string> = new Set(['region', 'task', 'activity_type', 'uscc', 'date_range', 'enum']);
const LEADING: readonly string[] = ['region', 'task', 'activity_type'];

/** What is never answered: running numbers, people, and columns that check others. */
const NEVER: ReadonlySet<string> = new Set(['ignore', 'personal', 'check']);

/** Every column that can be answered, in the order of the scheme; of the regions the one that tells a bureau's parts. */
export function ledgerColumns(scheme: Scheme, bureau: string): readonly Column[] {
  const region = regionColumn(scheme, bureau);
  return scheme.columns.filter((column) => !NEVER.has(column.type) && (column.type !== 'region' || column === region));
}

/** The questions about an activity of a type; without a type, of every one. */
export function ledgerQuestions(scheme: Scheme, bureau: string, type: ActivityType | null): LedgerQuestions {
  const needed = type === null ? new Set<string>() : columnsOfType(scheme, type);
  const columns = ledgerColumns(scheme, bureau);
  const asked = columns.filter(
    ({ id, type: kind, required }) => required || ALWAYS.has(kind) || TELLING.has(id) || needed.has(id),
  );
  // The task leads to its types, and the type to what else is asked.
  const rank = ({ type: kind }: Column) => LEADING.indexOf(kind) + 1 || LEADING.length + 1;
  return {
    asked: asked.toSorted((a, b) => rank(a) - rank(b)),
    others: columns.filter((column) => !asked.includes(column)),
  };
}

/** Columns that figures of a type need, their parts (其中), and those expected of it. */
function columnsOfType(scheme: Scheme, { id, task }: ActivityType): ReadonlySet<string> {
  const needed = new Set(scheme.columns.filter(({ requiredFor }) => requiredFor.includes(id)).map((one) => one.id));
  if (scheme.countingRegion === 'registration') needed.add('registration_authority');
  for (const { task: of, rollup } of scheme.indicators) {
    if (rollup === null) continue;
    const isOf = rollup.types.length === 0 ? of === task : rollup.types.includes(id);
    if (!isOf) continue;
    if (rollup.column !== null) needed.add(rollup.column);
    if (rollup.onlyIf !== null) needed.add(rollup.onlyIf);
  }
  return needed;
}
