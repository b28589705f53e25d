import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  const isReadNext = (output: string) =>
    hasCandidateExtension(output) && folders.some((folder) => isWithin(output, folder));
  const returns = new Set<string>();
  for (const { path } of files) returns.add(path).add(await realPath(path));
  for (const path of outputs) {
    if (!isReadNext(path) && !returns.has(path) && !returns.has(await realPath(path))) continue;
    throw new UsageError(`${path} is one of the returns to be read: write somewhere else`, {
      problem: { code: 'OUTPUT_IS_RETURN', args: { path } },
    });
  }
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
