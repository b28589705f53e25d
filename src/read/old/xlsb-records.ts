import { PackageError } from '../../ooxml/package-error.ts';

/** The records that end a worksheet, the list of sheets and the list of texts. */
const LAST: readonly (readonly [part: RegExp, type: number])[] = [
  [/^xl\/worksheets\/[^/]+\.bin$/, 130],
  [/^xl\/workbook\.bin$/, 132],
  [/^xl\/sharedstrings\.bin$/, 160],
];

/** Whether a part, by its name in lower case, runs to its end: of one cut short the library would give what there is. */
export function isWhole(name: string, part: Buffer): boolean {
  const [, last] = LAST.find(([parts]) => parts.test(name)) ?? [];
  if (last === undefined) return true;
  let ended = false;
  try {
    eachRecord(part, (type) => {
      ended ||= type === last;
    });
  } catch {
    return false;
  }
  return ended;
}

/**
 * Tells the records of a part: a number and a length of seven bits a byte, then the data.
 *
 * Throws `PackageError` when they do not run to the part's end.
 */
export function eachRecord(part: Buffer, tell: (type: number, from: number, to: number) => void): void {
  let at = 0;

  function number(bytes: number): number {
    let value = 0;
    for (let place = 0; place < bytes; place++) {
      const byte = part[at++];
      if (byte === undefined) throw new PackageError('truncated');
      value += (byte & 0x7f) * 2 ** (7 * place);
      if (byte < 0x80) break;
    }
    return value;
  }

  while (at < part.length) {
    const type = number(2);
    const length = number(4);
    if (at + length > part.length) throw new PackageError('truncated');
    tell(type, at, at + length);
    at += length;
  }
}
