import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../model/workbook.ts';
import { bundleLeft, DEFAULT_READ_LIMITS } from '../ooxml/read-limits.ts';
import { readAhead } from '../read/read-ahead.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import type { FileAnswer, FileRequest } from './file-worker.ts';
import { findingsLeft } from './findings-budget.ts';

/** Measured on two cores: of 400 small files a worker costs what it saves, of 800 it saves a tenth of the run. */
const FILES_FOR_WORKERS = 800;
/** Beside the main thread, which compiles files as well. Each takes some 60 MB. */
const MOST_WORKERS = 3;
/** So many files wait in a worker's queue, lest it wait while the main thread is busy. */
const AHEAD = 4;
/** So many files are being read while one is compiled. Each takes several turns of the event loop, of which a file gives one or none. */
const READ_AHEAD = 4;

/** A worker runs compiled code: that beside this file, or in `dist` while the sources themselves are run in tests. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/pipeline/file-worker.js' : './file-worker.js',
  import.meta.url,
);

/** Told of a file before the main thread waits for it, and how many are done; what it throws ends the run. */
export type OnFile = (file: FoundFile, done: number) => void;

/** Files still to be taken, by their places in the run, and what came of those that were. */
interface Queue {
  readonly files: readonly FoundFile[];
  /** What one bundle holds is counted together, so all of it is compiled in its order by the main thread. */
  readonly packed: number[];
  readonly loose: number[];
  readonly compiled: (CompiledFile | null)[];
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
  most: number = workersFor(files.filter(({ packed }) => packed === undefined).length),
): Promise<readonly CompiledFile[]> {
  const places = [...files.keys()];
  const isPacked = (at: number) => files[at]?.packed !== undefined;
  const queue: Queue = {
    files,
    packed: places.filter(isPacked).toReversed(),
    loose: places.filter((at) => !isPacked(at)).toReversed(),
    compiled: files.map(() => null),
    done: 0,
  };
  const contextOf = contextByBundle(context);
  const workers = Array.from({ length: most }, () => new Worker(ENTRY, { workerData: context, execArgv: [] }));
  try {
    const working = workers.map((worker) => workThrough(queue, worker));
    const begun: BegunFile[] = [];
    const begin = () => {
      while (begun.length < READ_AHEAD) {
        const next = start(queue, context);
        if (next === null) return;
        begun.push(next);
      }
    };
    begin();
    for (let next = begun.shift(); next; next = begun.shift()) {
      const { at, file, reading } = next;
      onFile(file, queue.done);
      const read = await reading;
      begin();
      queue.compiled[at] = await compileFile(file, contextOf(file), read);
      queue.done++;
      // Answers of workers come in between.
      if (workers.length > 0) await new Promise(setImmediate);
    }
    await Promise.all(working);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  const compiled: CompiledFile[] = [];
  for (const [at, file] of files.entries())
    compiled.push(queue.compiled[at] ?? (await compileFile(file, contextOf(file))));
  return compiled;
}

function workersFor(files: number): number {
  return files < FILES_FOR_WORKERS ? 0 : Math.min(MOST_WORKERS, availableParallelism() - 1);
}

/** A context of each file in which those of one bundle share what they may take. */
export function contextByBundle(context: FileContext): (file: FoundFile) => FileContext {
  const contexts = new Map<string, FileContext>();
  return ({ path, packed }) => {
    if (packed === undefined) return context;
    const known = contexts.get(path);
    if (known) return known;
    const limits = context.limits ?? DEFAULT_READ_LIMITS;
    const own = { ...context, limits: { ...limits, left: bundleLeft(limits) }, findingsLeft: findingsLeft() };
    contexts.set(path, own);
    return own;
  };
}

interface BegunFile {
  readonly at: number;
  readonly file: FoundFile;
  readonly reading: ReturnType<typeof readAhead>;
}

/** Takes the next file and begins to read it. */
function start(queue: Queue, { limits }: FileContext): BegunFile | null {
  const at = queue.packed.pop() ?? queue.loose.pop();
  const file = queue.files[at ?? -1];
  return at === undefined || !file ? null : { at, file, reading: readAhead(file, limits) };
}

/** Has a worker compile files of the queue until none is left, or it fails. */
function workThrough(queue: Queue, worker: Worker): Promise<void> {
  let open = 0;
  return new Promise<void>((resolve) => {
    function ask(): void {
      const at = queue.loose.pop();
      const file = queue.files[at ?? -1];
      if (at === undefined || !file) return;
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
