import { memoryUsage } from 'node:process';
import { Worker } from 'node:worker_threads';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../../ooxml/read-limits.ts';
import type { LibraryAnswer, LibraryMessage, LibraryRequest } from './library-protocol.ts';

/** What one file may take of the worker. */
export interface LibraryLimits {
  readonly seconds: number;
  /** Of the worker's heap. */
  readonly megabytes: number;
}

/** The worker's answer, or the limit at which it was stopped. */
export type LibraryOutcome = LibraryAnswer | { readonly stopped: 'time' | 'memory' };

/** What the limits of a run leave to the library. */
export function libraryLimits({ seconds, workerMegabytes }: ReadLimits): LibraryLimits {
  return { seconds, megabytes: workerMegabytes };
}

const LIBRARY_LIMITS = libraryLimits(DEFAULT_READ_LIMITS);

/** A worker runs compiled code: that beside this file, or in `dist` while the sources themselves are run in tests. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/read/old/library-worker.js' : './library-worker.js',
  import.meta.url,
);

/** Buffers stand outside of the worker's heap, so the whole process is watched too. */
const WATCH_MILLISECONDS = 100;
const OUTSIDE_HEAP = 2;
const MEGABYTE = 1024 * 1024;

/** The worker while it is healthy; it serves one file after the other. */
let current: { readonly worker: Worker; readonly megabytes: number } | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Has the library read a file in the worker, which is started by the first file and stopped at a limit.
 *
 * An idle worker does not keep the process alive. Rejects when the worker cannot be started.
 */
export function readWithLibrary(
  request: LibraryRequest,
  limits: LibraryLimits = LIBRARY_LIMITS,
): Promise<LibraryOutcome> {
  const answer = last.then(() => ask(request, limits));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask(request: LibraryRequest, limits: LibraryLimits): Promise<LibraryOutcome> {
  const worker = current?.megabytes === limits.megabytes ? current.worker : await start(limits);
  worker.ref();
  try {
    return await outcome(worker, request, limits);
  } finally {
    worker.unref();
  }
}

async function start(limits: LibraryLimits): Promise<Worker> {
  await stop();
  const worker = new Worker(ENTRY, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.removeAllListeners('error');
  current = { worker, megabytes: limits.megabytes };
  return worker;
}

async function stop(): Promise<void> {
  const stopped = current;
  current = null;
  await stopped?.worker.terminate();
}

function outcome(worker: Worker, request: LibraryRequest, limits: LibraryLimits): Promise<LibraryOutcome> {
  const before = memoryUsage.rss();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ stopped: 'time' }), limits.seconds * 1000);
    const watch = setInterval(() => {
      if (memoryUsage.rss() - before > limits.megabytes * OUTSIDE_HEAP * MEGABYTE) end({ stopped: 'memory' });
    }, WATCH_MILLISECONDS);

    function end(result: LibraryOutcome): void {
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      // Whatever happens to a worker that is being stopped is of no interest.
      worker.on('error', () => undefined);
      if ('grids' in result) resolve(result);
      else void stop().then(() => resolve(result));
    }

    worker.on('message', (message: LibraryMessage) => {
      if (!('ready' in message)) end(message);
    });
    worker.on('error', (error) => end(isOutOfMemory(error) ? { stopped: 'memory' } : { fault: 'root' }));
    worker.postMessage(request, [request.bytes.buffer]);
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
