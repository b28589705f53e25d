/** A file that a zip is to hold. */
export interface DeflatedFile {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  /** What it was deflated to. */
  readonly deflated: readonly Uint8Array[];
}

const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** That of zips with nothing newer than deflated files. */
const VERSION = 20;
const DEFLATED = 8;
const UTF8_NAME = 0x800;
/** Noon of the first day that zips can tell. */
const TIME = 12 << 11;
const DATE = (1 << 5) | 1;

/** A zip of the files in their order, all of one fixed date. */
export function writeZip(files: readonly DeflatedFile[]): Uint8Array<ArrayBuffer> {
  const contents: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, crc, size, deflated } of files) {
    const written = Buffer.from(name);
    const head = numbers(
      ...[of2(VERSION), of2(written.length === name.length ? 0 : UTF8_NAME), of2(DEFLATED), of2(TIME), of2(DATE)],
      ...[of4(crc), of4(lengthOf(deflated)), of4(size), of2(written.length), of2(0)],
    );
    const local = [numbers(of4(LOCAL_SIGNATURE)), head, written, ...deflated];
    contents.push(...local);
    // Without comment and attributes, on the first disk.
    const rest = numbers(of2(0), of2(0), of2(0), of4(0), of4(offset));
    directory.push(numbers(of4(ENTRY_SIGNATURE), of2(VERSION)), head, rest, written);
    offset += lengthOf(local);
  }
  const size = lengthOf(directory);
  const end = numbers(
    ...[of4(END_SIGNATURE), of2(0), of2(0), of2(files.length), of2(files.length), of4(size), of4(offset), of2(0)],
  );
  return joined([...contents, ...directory, end]);
}

/** A number and how many bytes it takes. */
type Field = readonly [value: number, bytes: number];

const of2 = (value: number): Field => [value, 2];
const of4 = (value: number): Field => [value, 4];

function numbers(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** In memory of its own, which can be handed to another thread. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
