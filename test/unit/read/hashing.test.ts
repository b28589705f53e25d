import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inMemory } from '../../../src/read/byte-source.ts';
import { hashing } from '../../../src/read/hashing.ts';

test('whatever was asked before, and in whatever order, the hash is that of the whole', () => {
  const reads = fc.array(fc.tuple(fc.nat(200_000), fc.nat(100_000)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(200_000), reads, (size, asked) => {
      const whole = Buffer.from(Uint8Array.from({ length: size }, (_, at) => at * 31));
      const { bytes, sha256 } = hashing(inMemory(whole));
      for (const [from, length] of asked) {
        expect(bytes(from, length).equals(whole.subarray(from, from + length))).toBe(true);
      }
      expect(sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
    }),
    { numRuns: 60 },
  );
});
