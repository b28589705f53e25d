import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { NARRATIVE_FILE } from '../workspace/narrative.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import { TABLES } from '../workspace/workspace-tables.ts';
import { CHECK_FORMATS, type CheckFormat } from './check-formats.ts';
import type { Session } from './session.ts';

/** One `--write`: a format and the file for it. */
export interface FileWish {
  readonly format: CheckFormat;
  /** As typed. */
  readonly file: string;
  readonly path: string;
}

/** What officials keep beside the returns: no output takes its place. */
const OWN_FILES = [...TABLES, SETTINGS_FILE, NARRATIVE_FILE];

/** Paths at which the tables of the run are looked for. */
export function reservedPaths({ workspace, operands, effects }: Session): readonly string[] {
  const folders = [
    workspace?.folder ?? effects.cwd,
    effects.cwd,
    ...operands.flatMap((path) => [resolve(effects.cwd, path), dirname(resolve(effects.cwd, path))]),
  ];
  return folders.flatMap((folder) => OWN_FILES.map((name) => join(folder, name)));
}

/** The values of `--write FORMAT=FILE`; checked before any work is done. */
export function writeValues({ options, effects, texts }: Session): readonly FileWish[] {
  const wishes = (options.write ?? []).map((value): FileWish => {
    const [, name, file = ''] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
    const format = CHECK_FORMATS.find((one) => one === name);
    if (format === undefined || file === '-') throw new UsageError(texts.errors.writeWrong(value, CHECK_FORMATS));
    return { format, file, path: resolve(effects.cwd, file) };
  });
  const twice = wishes.find(({ path }, at) => wishes.findIndex((other) => other.path === path) < at);
  if (twice !== undefined) throw new UsageError(texts.errors.writeTwice(twice.file));
  return wishes;
}
