import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sink } from '../../../src/cli/effects.ts';

/** A stream whose writes fail with a code of the system. */
function failing(code: string): Parameters<typeof sink>[0] {
  const stream = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });
  return Object.assign(stream, { isTTY: false, columns: 0 }) as unknown as Parameters<typeof sink>[0];
}

const worded = (cause: Error) => new Error(`worded ${cause.message}`);

describe('a stream', () => {
  test.each(['EPIPE', 'EOF', 'ECONNRESET'])(
    'whose reader is gone (%s) is closed, and that is no failure',
    async (code) => {
      const stdout = sink(failing(code), worded);
      await stdout.write('text');
      expect(stdout.closed()).toBe(true);
      await stdout.write('more');
    },
  );

  test.each(['ENOSPC', 'EIO', 'EBADF'])(
    'that cannot take data (%s) fails and is not taken for closed',
    async (code) => {
      const stdout = sink(failing(code), worded);
      await expect(stdout.write('text')).rejects.toThrow(`worded ${code}`);
      expect(stdout.closed()).toBe(false);
    },
  );

  test('of messages that cannot take data is passed over', async () => {
    const stderr = sink(failing('ENOSPC'), null);
    await stderr.write('text');
    expect(stderr.closed()).toBe(true);
  });
});
