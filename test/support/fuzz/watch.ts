import { Worker } from 'node:worker_threads';

/** Ends the process when nothing was heard for so long: what loops in one thread can only be stopped from another. */
export function watch(seconds: number): {
  readonly hear: (input: number) => void;
  readonly stop: () => Promise<number>;
} {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(
    `const { workerData: [shared, seconds] } = require('node:worker_threads');
     const { writeSync } = require('node:fs');
     let heard = -1;
     let since = Date.now();
     setInterval(() => {
       if (shared[0] !== heard) [heard, since] = [shared[0], Date.now()];
       else if (Date.now() - since > seconds * 1000) {
         writeSync(2, 'fuzz: input ' + heard + ' does not end\\n');
         process.kill(process.pid, 'SIGKILL');
       }
     }, 500);`,
    { eval: true, workerData: [shared, seconds] },
  );
  return {
    hear: (input) => {
      shared[0] = input;
    },
    stop: () => worker.terminate(),
  };
}
