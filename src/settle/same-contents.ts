import type { FormContent } from './form-content.ts';
import { FEW } from './near-contents.ts';
import { saysSame } from './version-relation.ts';

/** For each content the index of the first that says the same. */
export function sameContents(contents: readonly FormContent[]): readonly number[] {
  const alike = new Map<string, number[]>();
  const digestOf = contents.length > FEW ? keysDigest() : () => 0;
  return contents.map((content, at) => {
    const { activityKeys, form, signature } = content;
    // Of a ledger the signature would be all its texts.
    const key = form === 'summary' ? signature() : `${activityKeys.size} ${digestOf(activityKeys)}`;
    const known = alike.get(key) ?? [];
    alike.set(key, known);
    const first = known.find((other) => saysSame(contents[other] as FormContent, content));
    if (first === undefined) known.push(at);
    return first ?? at;
  });
}

/** Numbers that are equal for equal sets, and hardly for others: hundreds of ledgers need not be compared each with each. */
function keysDigest(): (keys: ReadonlySet<string>) => number {
  const numbers = new Map<string, number>();
  return (keys) => {
    let sum = 0;
    for (const key of keys) {
      const known = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, known);
      sum = (sum + Math.imul(known, known * 0x9e37 + 0x79b1)) | 0;
    }
    return sum;
  };
}
