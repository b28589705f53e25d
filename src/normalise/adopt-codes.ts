import type { Activity } from '../model/filed-return.ts';
import { associationKey } from './association.ts';
import { remember } from './remember.ts';

/**
 * Gives the rows of a return that name an association without its code the code that its name carries elsewhere.
 *
 * A name that carries several codes keeps none: which of them is meant cannot be told.
 */
export function adoptCodes(activities: readonly Activity[]): readonly Activity[] {
  const keyOf = remember(associationKey);
  const codes = new Map<string, string | null>();
  for (const { association, associationName } of activities) {
    const name = keyOf(associationName);
    if (name === '' || association === name) continue;
    codes.set(name, (codes.get(name) ?? association) === association ? association : null);
  }
  if (codes.size === 0) return activities;
  return activities.map((activity) => {
    const code = codes.get(activity.association) ?? null;
    return code === null ? activity : { ...activity, association: code };
  });
}
