import { findActivityType, findTask } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { remember } from '../text/remember.ts';
import { NO_REMARKS, type Reading, remark } from './reading.ts';

const TASK_UNKNOWN: Reading<string | null> = { value: null, remarks: [remark('TASK_UNKNOWN', {})] };

/** A reader for task texts: the id of the task. */
export function taskReader(scheme: Scheme): (text: string) => Reading<string | null> {
  return remember((text) => {
    const task = findTask(scheme, text);
    return task === null ? TASK_UNKNOWN : { value: task.id, remarks: NO_REMARKS };
  });
}

/**
 * A reader for activity-type texts within a task (null: unknown): the id of the type.
 *
 * A type of another task contradicts the row, which then counts for its task only.
 */
export function activityTypeReader(scheme: Scheme): (text: string, task: string | null) => Reading<string | null> {
  const within = remember((task: string | null) => remember((text: string) => typeIn(scheme, text, task)));
  return (text, task) => within(task)(text);
}

function typeIn(scheme: Scheme, text: string, task: string | null): Reading<string | null> {
  const found = findActivityType(scheme, text, task);
  const [type, ...others] = found;
  if (type !== undefined && others.length === 0 && (task === null || type.task === task)) {
    return { value: type.id, remarks: NO_REMARKS };
  }
  // Without a task a type of several tasks stays open; the row is set aside for the task anyway.
  if (type !== undefined && task === null) return { value: null, remarks: NO_REMARKS };
  if (type !== undefined && task !== null && type.task !== task) {
    const args = { type: type.id, task, typeTask: type.task };
    return { value: null, remarks: [remark('ACTIVITY_TYPE_OTHER_TASK', args)] };
  }
  const allowed = found.length > 0 ? found : scheme.activityTypes.filter((one) => one.task === task);
  return { value: null, remarks: [remark('ACTIVITY_TYPE_UNKNOWN', { allowed: allowed.map(({ name }) => name) })] };
}
