import type { Timeliness } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Form } from '../model/recognised.ts';
import type { Replacement } from './compare-form.ts';
import type { Versions } from './settle-versions.ts';
import type { ReceivedOf } from './version-order.ts';

/** When a bureau's return came, and whether in time. */
export interface Receipt {
  readonly timeliness: Timeliness;
  /** ISO date of the last part's first version; null when the day of a part is not known. */
  readonly received: string | null;
}

/** The versions of one thing that counts: a file in a form, with those that it replaced. */
type Chain = readonly FiledReturn[];

/**
 * Judges a return by the first version of each of its parts: it is there when the last part is.
 *
 * A part is late only when every version of it has a day of receipt, since one without may have come before.
 */
export function receiptOf(versions: Versions, deadline: string | null, received: ReceivedOf): Receipt {
  const parts = chainsOf(versions).map((chain) => partReceipt(chain, deadline, received));
  const days = parts.map((part) => part.received);
  const known = days.filter((day) => day !== null);
  return {
    timeliness: parts.some(({ timeliness }) => timeliness === 'late')
      ? 'late'
      : parts.length > 0 && parts.every(({ timeliness }) => timeliness === 'onTime')
        ? 'onTime'
        : 'unknown',
    received: known.length === days.length ? (known.toSorted().at(-1) ?? null) : null,
  };
}

function partReceipt(chain: Chain, deadline: string | null, received: ReceivedOf): Receipt {
  const days = chain.map(received);
  const known = days.filter((day) => day !== null).toSorted();
  const [first = null] = known;
  const isWhole = known.length === days.length;
  const answer = { received: first };
  if (first === null || deadline === null) return { ...answer, timeliness: 'unknown' };
  if (first <= deadline) return { ...answer, timeliness: 'onTime' };
  return { ...answer, timeliness: isWhole ? 'late' : 'unknown' };
}

function chainsOf({ counted, replacements }: Versions): readonly Chain[] {
  const byLater = new Map<string, Replacement[]>();
  for (const one of replacements) {
    const key = `${one.earlier.form} ${one.later.filed.file}`;
    const known = byLater.get(key);
    if (known) known.push(one);
    else byLater.set(key, [one]);
  }
  return counted.flatMap((filed) => {
    const forms: readonly Form[] = filed.forms.length > 0 ? filed.forms : ['ledger'];
    return forms.map((form) => chainOf(filed, (file) => byLater.get(`${form} ${file}`) ?? []));
  });
}

/** A file and all that it replaced in a form, also by way of others. */
function chainOf(filed: FiledReturn, replacedBy: (file: string) => readonly Replacement[]): Chain {
  const chain = new Map([[filed.file, filed]]);
  for (const { file } of chain.values()) {
    for (const { earlier } of replacedBy(file)) chain.set(earlier.filed.file, earlier.filed);
  }
  return [...chain.values()];
}
