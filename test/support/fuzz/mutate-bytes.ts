import type { Random } from './random.ts';

const MARKS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

/** Bytes with some of them changed, taken away, repeated or put in. */
export function mutateBytes(bytes: Buffer, { below, pick }: Random): Buffer {
  let made = Buffer.from(bytes);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(made.length + 1);
    const length = 1 + below(pick([4, 64, 4096]));
    const [before, after] = [made.subarray(0, at), made.subarray(at)];
    switch (below(7)) {
      case 0:
        if (at < made.length) made[at] = (made[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        if (at + 4 <= made.length) made.writeUInt32LE(pick(MARKS), at);
        break;
      case 2:
        if (at + 2 <= made.length) made.writeUInt16LE(pick(MARKS) & 0xffff, at);
        break;
      case 3:
        made = Buffer.from(before);
        break;
      case 4:
        made = Buffer.concat([before, after.subarray(length)]);
        break;
      case 5:
        made = Buffer.concat([before, after.subarray(0, length), after]);
        break;
      default:
        made = Buffer.concat([
          before,
          Buffer.from(Array.from({ length: Math.min(length, 64) }, () => below(256))),
          after,
        ]);
    }
  }
  return made;
}
