import { changedColumn, valueAt } from '../model/coded-column.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { associationKey, CODE_LENGTH } from '../text/association-key.ts';

/**
 * Gives the rows of each bureau that name an association without its code the code that its name carries elsewhere,
 * in whichever file of the bureau.
 *
 * A name that carries several codes keeps none: which of them is meant cannot be told.
 */
export function adoptCodes(files: readonly FiledReturn[]): readonly FiledReturn[] {
  const codesOf = new Map<string, Map<string, string | null>>();
  for (const { sender, activities } of files) {
    const bureau = sender?.value ?? '';
    const codes = codesOf.get(bureau) ?? new Map<string, string | null>();
    codesOf.set(bureau, codes);
    for (let at = 0; at < activities.length; at++) {
      const association = valueAt(activities.association, at);
      if (association.length !== CODE_LENGTH) continue;
      const name = associationKey(valueAt(activities.associationName, at));
      if (name === '' || association === name) continue;
      codes.set(name, (codes.get(name) ?? association) === association ? association : null);
    }
  }
  return files.map((filed) => withCodes(filed, codesOf.get(filed.sender?.value ?? '') ?? new Map()));
}

function withCodes(filed: FiledReturn, codes: ReadonlyMap<string, string | null>): FiledReturn {
  const { activities } = filed;
  const association = changedColumn(activities.association, (own) => codes.get(own) ?? own);
  return association === activities.association ? filed : { ...filed, activities: { ...activities, association } };
}
