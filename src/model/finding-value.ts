import type { Finding } from './finding.ts';

/** Arguments that follow from the others, say what was expected or where else to look: no value of their own. */
const BESIDE: ReadonlySet<string> = new Set(['at', 'difference', 'period', 'type']);

/**
 * The value that a finding is about, as text: what its cell says, else what it compares (`12 / 10`), else nothing.
 *
 * A reason given for it holds as long as it stays the same, wherever the other place is that it speaks of (`at`).
 */
export function findingValue({ raw, args, column }: Pick<Finding, 'raw' | 'args' | 'column'>): string {
  if (raw !== null) return raw;
  const said = Object.entries(args).filter(([name, value]) => !BESIDE.has(name) && value !== column);
  return said.map(([, value]) => [value].flat().join(' ')).join(' / ');
}
