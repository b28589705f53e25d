import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/** Under CI nothing is skipped: what is missing is an error. */
const STRICT = process.env['HUIZONG_CI'] === '1';

/** Something that a test needs and not every machine has. */
export interface Need {
  readonly available: boolean;
  /** `describe`, or a skipped one whose title says what is missing; throws under HUIZONG_CI=1. */
  readonly describe: (title: string, tests: () => void) => void;
}

/** The folder of real and hostile returns beside the repository. */
export const corpusFolder = join(import.meta.dirname, '../../../shared/corpus');

/** A Chromium on the machine, by its path; null when there is none. */
export const chromiumPath = firstProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);

/** LibreOffice on the machine, by its path; null when there is none. */
export const libreOfficePath = firstProgram(['soffice', 'libreoffice']);

/** tmux, for pseudo-terminals, by its path; null when there is none. */
export const tmuxPath = firstProgram(['tmux']);

export const needs = {
  corpus: need('the corpus of real files', existsSync(corpusFolder)),
  chromium: need('Chromium', chromiumPath !== null),
  libreoffice: need('LibreOffice', libreOfficePath !== null),
  tmux: need('tmux', tmuxPath !== null),
} as const;

function need(what: string, available: boolean): Need {
  return {
    available,
    describe(title, tests) {
      if (available) describe(title, tests);
      else if (STRICT) throw new Error(`${title}: needs ${what}, which is not here, and HUIZONG_CI=1 forbids skipping`);
      else describe.skip(`${title} (skipped: ${what} is not here)`, tests);
    },
  };
}

function firstProgram(names: readonly string[]): string | null {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}
