import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../model/workbook.ts';
import { readAhead } from '../read/read-ahead.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import type { FileAnswer, FileRequest } from './file-worker.ts';

/** Measured on two cores: of 400 small files a worker costs what it saves, of 800 it saves a tenth of the run. */
const FILES_FOR_WORKERS = 800;
/** Beside the main thread, which compiles files as well. Each takes some 60 MB. */
const MOST_WORKERS = 3;
/** So many files wait in a worker's queue, lest it wait while the main thread is busy. */
const AHEAD = 4;

/** A worker runs compiled code: that beside this file, or in `dist` while the sources themselves are run in tests. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/pipeline/file-worker.js' : './file-worker.js',
  import.meta.url,
);

/** Told of a file before the main thread waits for it, and how many are done; what it throws ends the run. */
export type OnFile = (file: FoundFile, done: number) => void;

/** Files still to be taken, and what came of those that were. */
interface Queue {
  readonly files: readonly FoundFile[];
  readonly compiled: (CompiledFile | null)[];
  next: number;
  done: number;
}

/**
 * Compiles the files of a run, in the order in which they were found, whatever thread compiles them.
 *
 * What a worker fails at is compiled by the main thread, so that broken surroundings are told as ever.
 */
export async function compileFiles(
  files: readonly FoundFile[],
  context: FileContext,
  onFile: OnFile = () => undefined,
  most: number = workersFor(files.length),
): Promise<readonly CompiledFile[]> {
  const queue: Queue = { files, compiled: files.map(() => null), next: 0, done: 0 };
  const workers = Array.from({ length: most }, () => new Worker(ENTRY, { workerData: context, execArgv: [] }));
  try {
    const working = workers.map((worker) => workThrough(queue, worker));
    let next = start(queue, context);
    while (next !== null) {
      const { at, file, reading } = next;
      onFile(file, queue.done);
      const read = await reading;
      next = start(queue, context);
      queue.compiled[at] = await compileFile(file, context, read);
      queue.done++;
      // Answers of workers come in between.
      if (workers.length > 0) await new Promise(setImmediate);
    }
    await Promise.all(working);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const compiled: CompiledFile[] = [];
  for (const [at, file] of files.entries()) compiled.push(queue.compiled[at] ?? (await compileFile(file, context)));
  return compiled;
}

function workersFor(files: number): number {
  return files < FILES_FOR_WORKERS ? 0 : Math.min(MOST_WORKERS, availableParallelism() - 1);
}

function take(queue: Queue): number | null {
  return queue.next < queue.files.length ? queue.next++ : null;
}

/** Takes the next file and begins to read it. */
function start(queue: Queue, { limits }: FileContext) {
  const at = take(queue);
  const file = at === null ? undefined : queue.files[at];
  return at === null || !file ? null : { at, file, reading: readAhead(file, limits) };
}

/** Has a worker compile files of the queue until none is left, or it fails. */
function workThrough(queue: Queue, worker: Worker): Promise<void> {
  let open = 0;
  return new Promise<void>((resolve) => {
    function ask(): void {
      const at = take(queue);
      const file = at === null ? undefined : queue.files[at];
      if (at === null || !file) return;
      open++;
      worker.postMessage({ at, file } satisfies FileRequest);
    }
    worker.on('message', ({ at, compiled }: FileAnswer) => {
      queue.compiled[at] = compiled;
      queue.done++;
      open--;
      ask();
      if (open === 0) resolve();
    });
    worker.on('error', () => resolve());
    for (let ahead = 0; ahead < AHEAD; ahead++) ask();
    if (open === 0) resolve();
  });
}
