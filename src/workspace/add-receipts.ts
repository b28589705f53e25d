import { decode } from '../scheme/decode.ts';
import { RECEIPTS_COLUMNS, type Receipt, type ReceiptsTable } from './receipts.ts';

/** Receipts that are not in a table, each once. */
export function newReceipts(receipts: readonly Receipt[], table: ReceiptsTable): readonly Receipt[] {
  const known = new Set(table.map(keyOf));
  return receipts.filter((receipt) => {
    const key = keyOf(receipt);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/**
 * The bytes of `receipts.csv` with lines added at its end; what is there stays byte by byte (UTF-16 becomes UTF-8).
 *
 * The lines are plain ASCII, so that they suit UTF-8 and GB18030 alike.
 */
export function withReceipts(bytes: Uint8Array | null, added: readonly Receipt[]): Uint8Array {
  const text = bytes === null ? null : decode(bytes);
  if (bytes === null || text === null || text.trim() === '') {
    return Buffer.from(`${RECEIPTS_COLUMNS.join(',')}\r\n${lines(added, RECEIPTS_COLUMNS, '\r\n')}`);
  }
  const end = text.includes('\r\n') || !text.includes('\n') ? '\r\n' : '\n';
  const tail = `${text.endsWith('\n') ? '' : end}${lines(added, headingOf(text), end)}`;
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? Buffer.from(`\uFEFF${text}${tail}`) : Buffer.concat([bytes, Buffer.from(tail)]);
}

function lines(added: readonly Receipt[], columns: readonly string[], end: string): string {
  const cells = (receipt: Receipt): Readonly<Record<string, string>> => ({ ...receipt });
  return added.map((one) => `${columns.map((column) => cells(one)[column] ?? '').join(',')}${end}`).join('');
}

/** Names of the columns: those of a table that was read without faults are plain words. */
function headingOf(text: string): readonly string[] {
  const line = text.split(/\r?\n/).find((one) => one.replaceAll(',', '').trim() !== '') ?? '';
  return line.split(',').map((name) => name.replaceAll('"', '').trim());
}

function keyOf({ bureau, sha256 }: Receipt): string {
  return `${bureau} ${sha256}`;
}
