import type { FiledReturn } from '../model/filed-return.ts';

type Sent = Pick<FiledReturn, 'sender' | 'period'>;

/** Tells whether the sender of a file has sent one of the others, too; what he sent for another period, as both say, is none of them. */
export function heardAmong(others: readonly Sent[]): (file: Sent) => boolean {
  return ({ sender, period }) =>
    others.some((other) => other.sender?.value === sender?.value && mayBeOne(other.period, period));
}

function mayBeOne(one: Sent['period'], other: Sent['period']): boolean {
  return one === null || other === null || one.value.id === other.value.id;
}
