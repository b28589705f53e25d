import { utf8Arena } from '../text/utf8-arena.ts';
import type { PackingStep } from './pack-parts.ts';
import { type PackingThread, packingThread } from './packing-thread.ts';

/** Puts a part, at once or in large pieces that are made while it is put; of two parts under one name the later counts. */
export type PutPart = (name: string, content: string | Uint8Array | Iterable<string>) => void;

/** Parts of so many bytes together take longer to pack than a thread takes to start. */
const FOR_THREAD = 1_000_000;

/** Enough for telling the thread of it to be worth its while. */
const PIECE = 1 << 16;

/** A worker runs compiled code: that beside this file, or in `dist` while the sources themselves are run in tests. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/ooxml/zip-worker.js' : './zip-worker.js',
  import.meta.url,
);

/**
 * A package of the parts that `write` puts; its bytes depend on them only. A large one is packed by a thread of its own,
 * while it is written. All is written when this returns, and what `write` throws is thrown; what is still awaited is the packing.
 *
 * @param entry what that thread runs. Where it cannot, this one packs.
 */
export function zipParts(write: (put: PutPart) => void, entry: URL = ENTRY): Promise<Uint8Array> {
  // Kept for the case that the thread fails: both have them in the same memory.
  const steps: PackingStep[] = [];
  let size = 0;
  let thread: PackingThread | null | undefined;
  const take = (step: PackingStep) => {
    steps.push(step);
    thread?.take(step);
  };
  const shared = utf8Arena(
    (bytes) => Buffer.from(new SharedArrayBuffer(bytes)),
    (piece) => {
      size += piece.length;
      take(piece);
      if (thread !== undefined || size < FOR_THREAD) return;
      thread = packingThread(entry);
      for (const step of steps) thread?.take(step);
    },
    PIECE,
  );
  try {
    write((name, content) => {
      take(name);
      if (typeof content === 'string' || content instanceof Uint8Array) shared.put(content);
      else for (const text of content) shared.put(text);
      shared.end();
    });
  } catch (error) {
    thread?.stop();
    throw error;
  }
  return packed(steps, thread ?? null);
}

async function packed(steps: readonly PackingStep[], thread: PackingThread | null): Promise<Uint8Array> {
  const zip = await thread?.finish();
  if (zip) return zip;
  const { take, finish } = (await import('./pack-parts.ts')).partsPacker();
  for (const step of steps) take(step);
  return finish();
}
