import { parentPort } from 'node:worker_threads';
import { type PackingStep, partsPacker } from './pack-parts.ts';

const port = parentPort;
const { take, finish } = partsPacker();

/** All is said with null: the package is the answer. */
port?.on('message', (step: PackingStep | null) => {
  if (step !== null) return take(step);
  const zipped = finish();
  port.postMessage(zipped, [zipped.buffer]);
});
