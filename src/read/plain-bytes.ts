const AMPERSAND = 0x26;
const RETURN = 0x0d;
const LESS = 0x3c;

/** Four ASCII characters as one number, as `DataView.getInt32` reads them: one comparison for four bytes. */
export function word(text: string): number {
  return Buffer.from(text, 'latin1').readInt32BE(0);
}

/** More ASCII characters, compared four at a time; the last four overlap those before. */
export function spelling(text: string): {
  readonly length: number;
  readonly stands: (view: DataView, at: number) => boolean;
} {
  const { length } = text;
  const places = Array.from({ length: Math.ceil(length / 4) }, (_, place) => Math.min(4 * place, length - 4));
  const words = places.map((place) => word(text.slice(place, place + 4)));
  return {
    length,
    stands(view, at) {
      for (let place = 0; place < words.length; place++) {
        if (view.getInt32(at + (places[place] ?? 0)) !== words[place]) return false;
      }
      return true;
    },
  };
}

/** Gives a view of the same bytes, making one only when they change. */
export function viewOf(): (bytes: Buffer) => DataView {
  let seen: Buffer | null = null;
  let view: DataView = new DataView(new ArrayBuffer(0));
  return (bytes) => {
    if (bytes !== seen) {
      seen = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    return view;
  };
}

/** Index of the tag that ends a text which stands as it is; -1 when it has references or its end has not come. */
export function plainTextEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LESS) return at;
    if (byte === AMPERSAND || byte === RETURN) return -1;
  }
  return -1;
}
