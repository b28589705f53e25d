import { PackageError } from '../../ooxml/package-error.ts';
import { builtinNumberKind } from '../number-format.ts';

const FORMAT = 44;
const CELL_FORMAT = 47;
/** Common formats that show what the rarer ones show. */
const STAND_INS = { date: 14, time: 20 } as const;

/**
 * Puts common formats in the place of those that East Asian Excel keeps for dates and times, where the part does not
 * spell them: the library does not know them and would give plain numbers.
 *
 * Throws `PackageError` when the part's records do not run to its end.
 */
export function replaceRareFormats(styles: Buffer): void {
  const spelled = new Set<number>();
  eachRecord(styles, (type, from, to) => {
    if (type === FORMAT && from + 2 <= to) spelled.add(styles.readUInt16LE(from));
  });
  eachRecord(styles, (type, from, to) => {
    if (type !== CELL_FORMAT || from + 4 > to) return;
    const id = styles.readUInt16LE(from + 2);
    const kind = builtinNumberKind(id);
    if (id >= 27 && (kind === 'date' || kind === 'time') && !spelled.has(id)) {
      styles.writeUInt16LE(STAND_INS[kind], from + 2);
    }
  });
}

/** Tells the records of a part: a number and a length of seven bits a byte, then the data. */
function eachRecord(part: Buffer, tell: (type: number, from: number, to: number) => void): void {
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
