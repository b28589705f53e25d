import { realpath } from 'node:fs/promises';
import { UsageError } from '../model/errors.ts';
import type { FoundFile } from '../model/workbook.ts';

/** Throws `UsageError` when one of the paths to write to is a file of the run: what was sent is never replaced. */
export async function refuseOutputs(outputs: readonly string[], files: readonly FoundFile[]): Promise<void> {
  if (outputs.length === 0) return;
  const returns = new Set<string>();
  for (const { path } of files) returns.add(path).add(await realPath(path));
  for (const path of outputs) {
    if (!returns.has(path) && !returns.has(await realPath(path))) continue;
    throw new UsageError(`${path} is one of the returns to be read: write somewhere else`, {
      problem: { code: 'OUTPUT_IS_RETURN', args: { path } },
    });
  }
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
