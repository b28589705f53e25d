import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsPage } from '../../src/cli/findings-page.ts';
import { findingCodes } from '../../src/scheme/severities.ts';
import { scheme } from '../support/returns.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/findings.md'), 'utf8');

test('docs/findings.md is current (npm run docs:findings)', async () => {
  expect(page).toBe(await findingsPage());
});

test('every code and every rule has its heading there', () => {
  const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => code);
  expect(headings.toSorted()).toEqual(findingCodes(scheme).toSorted());
});
