import type { Activity } from '../model/filed-return.ts';
import { eventKey } from '../text/event-key.ts';

/**
 * Rows of a table that tell an event once more, as every association that took part in it does.
 *
 * Only for totals, which may count an event once or by its rows; what counts as one event is settled elsewhere.
 */
export function repeatedEvents(activities: readonly Activity[]): ReadonlySet<number> {
  const known = new Set<string>();
  const repeated = new Set<number>();
  for (const { row, title, start, venue } of activities) {
    if (title === '' || start === null) continue;
    const event = eventKey(title, start, venue);
    if (known.has(event)) repeated.add(row);
    known.add(event);
  }
  return repeated;
}
