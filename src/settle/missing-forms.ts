import type { BureauReturn } from '../model/bureau-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { Form } from '../model/recognised.ts';
import type { RosterRow } from './roster.ts';
import type { Versions } from './settle-versions.ts';

/**
 * Forms that the roster asks for and a bureau that reported did not send; a nil return needs none, and of what was sent
 * twice and contradicts itself that is said already.
 */
export function missingForms(
  roster: readonly RosterRow[],
  returns: ReadonlyMap<string, BureauReturn>,
  versions: ReadonlyMap<string, Pick<Versions, 'conflicts'>>,
): readonly Finding[] {
  return roster.flatMap((row) => {
    const own = returns.get(row.bureau);
    const [file] = own?.files ?? [];
    if (file === undefined) return [];
    const rejected = new Set(
      [...(versions.get(row.bureau)?.conflicts.values() ?? [])].flatMap(({ forms }) => [...forms]),
    );
    const missing = lackingForms(row, own).filter((form) => !rejected.has(form));
    return missing.map((form) => finding('FORM_NOT_SENT', filePlace(file.file), { form }, { bureau: row.bureau }));
  });
}

/** The forms that are due from a bureau and not there, of one that reported. */
export function lackingForms({ forms, exempt }: RosterRow, own: BureauReturn | undefined): readonly Form[] {
  if (own === undefined || own.nil || exempt) return [];
  const sent = new Set(own.files.flatMap((file) => file.forms));
  return forms.filter((form) => !sent.has(form));
}
