import { parentPort, workerData } from 'node:worker_threads';
import type { FoundFile } from '../model/workbook.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';

/** A file that a worker is to compile; `at` is its place among those of the run. */
export interface FileRequest {
  readonly at: number;
  readonly file: FoundFile;
}

/** What came of it; null when the worker failed, so that whoever asked fails or not by itself. */
export interface FileAnswer {
  readonly at: number;
  readonly compiled: CompiledFile | null;
}

const port = parentPort;
const context: FileContext = workerData;

port?.on('message', async ({ at, file }: FileRequest) => {
  const compiled = await compileFile(file, context).catch(() => null);
  port.postMessage({ at, compiled } satisfies FileAnswer);
});
