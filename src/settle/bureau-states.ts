import type { BureauReturn } from '../model/bureau-return.ts';
import type { BureauState, BureauStatus } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { StatedFile } from './file-state.ts';
import type { RosterRow } from './roster.ts';

/** The state of each roster bureau, in roster order. */
export function bureauStates(
  roster: readonly RosterRow[],
  files: readonly StatedFile[],
  returns: ReadonlyMap<string, BureauReturn>,
  bureausWithErrors: ReadonlySet<string>,
): readonly BureauStatus[] {
  return roster.map(({ bureau, name, exempt }) => {
    const own = files.filter(({ filed }) => filed.sender?.value === bureau);
    const counted = own.filter(({ state }) => state === 'counted').map(({ filed }) => filed);
    return {
      bureau,
      name,
      state: exempt ? 'exempt' : bureauState(own, counted.length > 0, bureausWithErrors.has(bureau)),
      nil: returns.get(bureau)?.nil ?? false,
      timeliness: 'unknown',
      forms: formsOf(counted),
      files: own.map(({ filed }) => filed.file),
    };
  });
}

/** A rejected file beside a counted one leaves the bureau provisional, since its error stands. */
function bureauState(own: readonly StatedFile[], counts: boolean, hasErrors: boolean): BureauState {
  if (counts) return hasErrors ? 'provisional' : 'accepted';
  return own.some(({ state }) => state === 'rejected') ? 'rejected' : 'missing';
}

function formsOf(files: readonly FiledReturn[]): readonly Form[] {
  const forms: readonly Form[] = ['ledger', 'summary'];
  return forms.filter((form) => files.some((filed) => filed.forms.includes(form)));
}
