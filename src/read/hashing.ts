import { createHash } from 'node:crypto';
import { type ByteSource, everySlice } from './byte-source.ts';

/** A source that hashes what it gives, each byte once and in order, however often it is asked; `sha256` reads what nobody has asked for. */
export function hashing(bytes: ByteSource): { readonly bytes: ByteSource; readonly sha256: () => string } {
  const hash = createHash('sha256');
  let hashed = 0;

  function given(from: number, length: number): Buffer {
    const slice = bytes(from, length);
    const end = from + slice.length;
    if (from <= hashed && hashed < end) {
      hash.update(slice.subarray(hashed - from));
      hashed = end;
    }
    return slice;
  }

  return {
    bytes: given,
    sha256() {
      everySlice(given, hashed, () => true);
      return hash.digest('hex');
    },
  };
}
