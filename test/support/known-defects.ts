import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';

/** A case that fails, and why. */
export interface Defect {
  readonly case: string;
  readonly reason: string;
}

export const knownDefects: readonly Defect[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../golden/known-defects.json'), 'utf8'),
);
const known = new Set(knownDefects.map((defect) => defect.case));

/** A test, or one that must fail while its case is listed as a known defect: the list can only shrink. */
export function caseTest(name: string, run: () => Promise<void>): void {
  (known.has(name) ? test.concurrent.fails : test.concurrent)(name, run);
}
