import { Worker } from 'node:worker_threads';
import type { PackingStep } from './pack-parts.ts';

/** A thread that packs what it is told, while the main thread makes more. */
export interface PackingThread {
  /** Shared memory is not copied. */
  readonly take: (step: PackingStep) => void;
  /** The package, when all was taken; null when the thread has failed or ended. */
  readonly finish: () => Promise<Uint8Array | null>;
  readonly stop: () => void;
}

/** Starts a thread that runs `entry`; null where no thread can be started. */
export function packingThread(entry: URL): PackingThread | null {
  const worker = started(entry);
  if (!worker) return null;
  const answer = new Promise<Uint8Array | null>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
  const stop = () => void worker.terminate();
  return {
    take: (step) => worker.postMessage(step),
    async finish() {
      worker.postMessage(null);
      const packed = await answer;
      stop();
      return packed;
    },
    stop,
  };
}

function started(entry: URL): Worker | null {
  try {
    return new Worker(entry, { execArgv: [] });
  } catch {
    return null;
  }
}
