import { Worker } from 'node:worker_threads';

/** Parts of so many bytes together take longer to pack than a thread takes to start. */
const FOR_THREAD = 1_000_000;

/** A worker runs compiled code: that beside this file, or in `dist` while the sources themselves are run in tests. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/ooxml/zip-worker.js' : './zip-worker.js',
  import.meta.url,
);

/**
 * A package whose bytes depend on its parts only (`packParts`); a large one is packed by a thread of its own.
 *
 * @param entry what that thread runs. Where it cannot, this one packs.
 */
export async function zipParts(parts: ReadonlyMap<string, Uint8Array>, entry: URL = ENTRY): Promise<Uint8Array> {
  let size = 0;
  for (const bytes of parts.values()) size += bytes.length;
  const packed = size < FOR_THREAD ? null : await packedByThread(parts, entry).catch(() => null);
  return packed ?? (await import('./pack-parts.ts')).packParts(parts);
}

async function packedByThread(parts: ReadonlyMap<string, Uint8Array>, entry: URL): Promise<Uint8Array> {
  const worker = new Worker(entry, { execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that packs the workbook has ended')));
      worker.postMessage(parts);
    });
  } finally {
    await worker.terminate();
  }
}
