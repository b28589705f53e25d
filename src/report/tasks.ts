import type { Indicator, Scheme, Task } from '../scheme/scheme.ts';
import type { ReportIndicator, ReportTask, TaskRole } from './model.ts';

/** The scheme's tasks with their indicators, in the scheme's order. */
export function reportTasks(scheme: Scheme): readonly ReportTask[] {
  const ofTask = new Map<string, ReportIndicator[]>(scheme.tasks.map((task) => [task.id, []]));
  for (const indicator of scheme.indicators) ofTask.get(indicator.task)?.push(reportIndicator(indicator));
  return scheme.tasks.map((task) => {
    const indicators = ofTask.get(task.id) ?? [];
    const role = roleOf(task, indicators);
    return {
      id: task.id,
      order: task.order,
      role,
      name: task.name,
      shortName: task.shortName,
      headline: role === 'task' ? (task.headline ?? leading(indicators)) : null,
      indicators,
    };
  });
}

/** Order 0 stands before the tasks; a task of optional indicators only is an optional block. */
function roleOf(task: Task, indicators: readonly ReportIndicator[]): TaskRole {
  if (task.order === 0) return 'base';
  return indicators.every((indicator) => indicator.tier === 'opt') ? 'optional' : 'task';
}

/** Where the scheme names no headline: the first core flow, else the first indicator. */
function leading(indicators: readonly ReportIndicator[]): string | null {
  const flow = indicators.find((indicator) => indicator.tier === 'core' && indicator.kind === 'flow');
  return (flow ?? indicators[0])?.id ?? null;
}

function reportIndicator({ id, task, name, unit, kind, tier, decimals, parent }: Indicator): ReportIndicator {
  return { id, task, name, unit, kind, tier, decimals, parent };
}
