import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { FoundFile } from '../model/workbook.ts';
import { hasCandidateExtension } from './candidate.ts';
import { isWithin } from './printed-name.ts';

/**
 * Throws `UsageError` when one of the paths to write to is a file of the run, or would be one of the next run: what was
 * sent is never replaced, and what is written is never taken for a return. Folders to be read are relative to `cwd`.
 */
export async function refuseOutputs(
  outputs: readonly string[],
  files: readonly FoundFile[],
  paths: readonly string[],
  cwd: string,
): Promise<void> {
  if (outputs.length === 0) return;
  const folders = paths.map((path) => resolve(cwd, path));
  const real = await Promise.all(folders.map(realPath));
  // Through a link, too, it would be read next time.
  const isReadNext = async (output: string) => {
    if (!hasCandidateExtension(output)) return false;
    const beside = await realFolder(output);
    return folders.some((folder) => isWithin(output, folder)) || real.some((folder) => isWithin(beside, folder));
  };
  const returns = new Set<string>();
  for (const { path } of files) returns.add(path).add(await realPath(path));
  for (const path of outputs) {
    if (!(await isReadNext(path)) && !returns.has(path) && !returns.has(await realPath(path))) continue;
    throw new UsageError(`${path} is one of the returns to be read: write somewhere else`, {
      problem: { code: 'OUTPUT_IS_RETURN', args: { path } },
    });
  }
}

/** Where the nearest folder above a path leads that is there. */
async function realFolder(path: string): Promise<string> {
  const folder = dirname(path);
  return folder === path ? path : realpath(folder).catch(() => realFolder(folder));
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
