import { parentPort } from 'node:worker_threads';
import { packParts } from './pack-parts.ts';

const port = parentPort;
port?.once('message', (parts: ReadonlyMap<string, Uint8Array>) => {
  const zipped = packParts(parts);
  port.postMessage(zipped, [zipped.buffer as ArrayBuffer]);
});
