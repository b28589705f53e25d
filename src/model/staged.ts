import type { Finding } from './finding.ts';

/** What every stage returns: its value, and what it has to say about the data. */
export interface Staged<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
