import type { Activities } from '../model/activities.ts';
import { valueAt } from '../model/coded-column.ts';
import { eventKey } from '../text/event-key.ts';

/**
 * Rows that tell an event once more, as every association that took part in it does; of the rows from one place to
 * before another, those of some tables.
 *
 * Only for totals, which may count an event once or by its rows; what counts as one event is settled elsewhere.
 */
export function repeatedEvents(activities: Activities, from: number, to: number): ReadonlySet<number> {
  const known = new Set<string>();
  const repeated = new Set<number>();
  for (let at = from; at < to; at++) {
    const title = valueAt(activities.title, at);
    const start = valueAt(activities.start, at);
    if (title === '' || start === null) continue;
    const event = eventKey(title, start, valueAt(activities.venue, at));
    if (known.has(event)) repeated.add(activities.rows[at] ?? 0);
    known.add(event);
  }
  return repeated;
}
