import { readSync } from 'node:fs';

/** Bytes of a file from a place on, fewer than asked for only where it ends; they stand until the next are asked for. */
export type ByteSource = (from: number, length: number) => Buffer;

/** Bytes that are looked at or decoded at a time; measured, decoders take four times as long for a megabyte at once. */
export const SLICE = 64 * 1024;

export function inMemory(bytes: Buffer): ByteSource {
  return (from, length) => bytes.subarray(from, from + length);
}

/** An open file; what the disk refuses is thrown. */
export function onDisk(descriptor: number): ByteSource {
  let room = Buffer.allocUnsafe(SLICE);
  return (from, length) => {
    if (room.length < length) room = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(descriptor, room, filled, length - filled, from + filled);
      if (read === 0) break;
      filled += read;
    }
    return room.subarray(0, filled);
  };
}

/** Whether something holds for each slice from a place on; the last one may be empty. */
export function everySlice(
  bytes: ByteSource,
  start: number,
  holds: (slice: Buffer, isLast: boolean) => boolean,
): boolean {
  for (let at = start; ; at += SLICE) {
    const slice = bytes(at, SLICE);
    const isLast = slice.length < SLICE;
    if (!holds(slice, isLast)) return false;
    if (isLast) return true;
  }
}
