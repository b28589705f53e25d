import type { BureauState, BureauStatus } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import { regionOf } from '../scheme/regions.ts';
import { deadlineOf } from './deadline.ts';
import { lackingForms } from './missing-forms.ts';
import type { RosterRow } from './roster.ts';
import type { SettleContext, SettledFiles } from './settle-files.ts';
import { receiptOf } from './timeliness.ts';

/** The state of each roster bureau, in roster order. */
export function bureauStates(
  settled: SettledFiles,
  bureausWithErrors: ReadonlySet<string>,
  context: SettleContext,
): readonly BureauStatus[] {
  return context.roster.map((row) => bureauStatus(row, settled, bureausWithErrors, context));
}

/** The state of bureaus of the area that sent something and are not on the roster, in customary order. */
export function offRosterStates(
  settled: SettledFiles,
  bureausWithErrors: ReadonlySet<string>,
  context: SettleContext,
): readonly BureauStatus[] {
  const { roster, regions } = context;
  const due = new Set(roster.map(({ bureau }) => bureau));
  const sent = new Set(
    settled.files.flatMap(({ filed, state }) =>
      state === 'unknownSender' || filed.sender === null ? [] : [filed.sender.value],
    ),
  );
  return [...sent]
    .filter((bureau) => !due.has(bureau))
    .flatMap((bureau) => regionOf(regions, bureau) ?? [])
    .sort((a, b) => a.order - b.order)
    .map(({ code, name }) =>
      bureauStatus({ bureau: code, name, exempt: false, forms: [] }, settled, bureausWithErrors, context),
    );
}

function bureauStatus(
  row: RosterRow,
  { files, versions, returns }: SettledFiles,
  bureausWithErrors: ReadonlySet<string>,
  { period, deadlines, regions, receiptOf: receipts }: SettleContext,
): BureauStatus {
  const { bureau, name, exempt } = row;
  const own = files.filter(({ filed }) => filed.sender?.value === bureau);
  const counted = own.filter(({ state }) => state === 'counted').map(({ filed }) => filed);
  const isRejected = own.some(({ state }) => state === 'rejected');
  const state = exempt ? 'exempt' : bureauState(counted.length > 0, isRejected, bureausWithErrors.has(bureau));
  const deadline = deadlineOf(bureau, period, deadlines, regions);
  const ofBureau = versions.get(bureau);
  const reported = state === 'accepted' || state === 'provisional';
  const receipt =
    reported && ofBureau
      ? receiptOf(ofBureau, deadline, ({ sha256 }) => receipts(bureau, sha256))
      : ({ timeliness: 'unknown', received: null } as const);
  return {
    bureau,
    name,
    state,
    nil: returns.get(bureau)?.nil ?? false,
    ...receipt,
    deadline: exempt ? null : deadline,
    forms: formsOf(counted),
    lackingForms: lackingForms(row, returns.get(bureau)),
    files: own.map(({ filed }) => filed.file),
  };
}

/** A rejected file beside a counted one leaves the bureau provisional, since its error stands. */
function bureauState(counts: boolean, isRejected: boolean, hasErrors: boolean): BureauState {
  if (counts) return hasErrors ? 'provisional' : 'accepted';
  return isRejected ? 'rejected' : 'missing';
}

function formsOf(files: readonly FiledReturn[]): readonly Form[] {
  const forms: readonly Form[] = ['ledger', 'summary'];
  return forms.filter((form) => files.some((filed) => filed.forms.includes(form)));
}
