import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from '../support/needs.ts';

/** Files of the corpus below a folder, by their path within the corpus, in code-point order. */
export function corpusFiles(folder: string, extension: RegExp): readonly string[] {
  return readdirSync(join(corpusFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(corpusFolder.length + 1))
    .toSorted();
}
