import type { ActivityCounts } from './compilation.ts';

/** Of a file that does not count. */
export const NO_ACTIVITIES: ActivityCounts = { read: 0, counted: 0, setAside: 0, events: 0, byTask: new Map() };

/** The counts of several files or periods together. */
export function sumActivities(parts: readonly ActivityCounts[]): ActivityCounts {
  const sum = (key: 'read' | 'counted' | 'setAside' | 'events') => parts.reduce((total, one) => total + one[key], 0);
  const byTask = new Map<string, number>();
  for (const [task, count] of parts.flatMap((one) => [...one.byTask])) {
    byTask.set(task, (byTask.get(task) ?? 0) + count);
  }
  return { read: sum('read'), counted: sum('counted'), setAside: sum('setAside'), events: sum('events'), byTask };
}
