/** Enough for a write to be worth its while. */
const LENGTH = 1 << 16;

/** Small texts joined to larger ones, so that a long output is neither one string nor a million writes. */
export function* inChunks(parts: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const part of parts) {
    // What is large by itself need not be copied once more.
    if (part.length >= LENGTH) {
      if (chunk !== '') yield chunk;
      yield part;
      chunk = '';
      continue;
    }
    chunk += part;
    if (chunk.length < LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
