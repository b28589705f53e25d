/** The bytes of an RC4 key stream, one after the other; Node's OpenSSL no longer gives it. */
export function rc4(key: Uint8Array): () => number {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + byteAt(box, at) + byteAt(key, at % key.length)) & 255;
    swap(box, at, other);
  }
  let at = 0;
  let other = 0;
  return () => {
    at = (at + 1) & 255;
    other = (other + byteAt(box, at)) & 255;
    swap(box, at, other);
    return byteAt(box, (byteAt(box, at) + byteAt(box, other)) & 255);
  };
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function swap(box: Uint8Array, one: number, other: number): void {
  const kept = byteAt(box, one);
  box[one] = byteAt(box, other);
  box[other] = kept;
}
