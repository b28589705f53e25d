import { describe, expect, test } from 'vitest';
import { PackageError } from '../../../../src/ooxml/package-error.ts';
import { openCompound } from '../../../../src/read/old/compound-file.ts';
import { compoundBytes } from '../../../support/biff-bytes.ts';

const SMALL = Buffer.from('惠州'.repeat(20));
const LARGE = Buffer.from(Array.from({ length: 9000 }, (_, at) => at % 251));

/** Where the entry of a name stands in the directory. */
function entryOf(bytes: Buffer, name: string): number {
  return bytes.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
}

function streamOf(bytes: Buffer, name: string): Buffer | null {
  const file = openCompound(bytes);
  const stream = file.streams.get(name);
  return stream === undefined ? null : file.read(stream);
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof PackageError) return error.fault;
    throw error;
  }
  return 'none';
}

/** Makes the first sector of a stream its own successor. */
function linkToItself(file: Buffer): void {
  const first = file.readUInt32LE(entryOf(file, 'Workbook') + 116);
  file.writeUInt32LE(first, (file.readUInt32LE(76) + 1) * 512 + first * 4);
}

describe('a compound file', () => {
  const bytes = compoundBytes({ Workbook: LARGE, Other: SMALL });

  test('gives its streams, large and small, whatever the case of their names', () => {
    expect(streamOf(bytes, 'workbook')).toEqual(LARGE);
    expect(streamOf(bytes, 'other')).toEqual(SMALL);
  });

  test('does not give streams of objects within it', () => {
    const nested = compoundBytes({ 'MBD0001/Workbook': LARGE, Other: SMALL });
    expect([...openCompound(nested).streams.keys()]).not.toContain('workbook');
  });

  test.each<[string, string, (file: Buffer) => void]>([
    ['a ring of sectors', 'directory', linkToItself],
    [
      'a stream longer than its sectors',
      'truncated',
      (file) => file.writeUInt32LE(9300, entryOf(file, 'Workbook') + 120),
    ],
    [
      'a stream longer than the file',
      'truncated',
      (file) => file.writeUInt32LE(1 << 30, entryOf(file, 'Workbook') + 120),
    ],
    ['a start beyond the table', 'directory', (file) => file.writeUInt32LE(4000, entryOf(file, 'Workbook') + 116)],
    ['a sector size that there is not', 'directory', (file) => file.writeUInt16LE(7, 30)],
    ['no root', 'directory', (file) => file.writeUInt8(2, entryOf(file, 'Root Entry') + 66)],
  ])('with %s is damaged', (_, fault, damage) => {
    const damaged = Buffer.from(bytes);
    damage(damaged);
    expect(faultOf(() => streamOf(damaged, 'workbook'))).toBe(fault);
  });

  test('cut short anywhere gives its stream whole or says so', () => {
    for (let length = 0; length < bytes.length; length += 97) {
      const cut = bytes.subarray(0, length);
      let stream: Buffer | null = null;
      const fault = faultOf(() => {
        stream = streamOf(cut, 'workbook');
      });
      if (stream !== null) expect(stream).toEqual(LARGE);
      else expect(['none', 'truncated', 'directory']).toContain(fault);
      if (length < LARGE.length) expect(stream).toBeNull();
    }
  });
});
