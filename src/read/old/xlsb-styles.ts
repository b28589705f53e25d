import { builtinNumberKind } from '../number-format.ts';
import { eachRecord } from './xlsb-records.ts';

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
