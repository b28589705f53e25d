import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keyFeed } from '../../../src/cli/key-feed.ts';

/** A terminal that is typed at, and what a prompt has got of it. */
function terminal() {
  const typed = Object.assign(new PassThrough(), { setRawMode: () => typed });
  const feed = keyFeed(typed as unknown as NodeJS.ReadStream);
  const got: string[] = [];
  feed.stream.on('data', (data: Buffer) => got.push(data.toString()));
  const settled = () => pause(20);
  return { typed, feed, got, settled };
}

test('what is typed before a prompt listens waits for it', async () => {
  const { typed, feed, got, settled } = terminal();
  typed.write('12');
  await settled();
  expect(got).toEqual([]);
  feed.ready();
  await settled();
  expect(got).toEqual(['12']);
  typed.write('3');
  await settled();
  expect(got).toEqual(['12', '3']);
  feed.close();
});

test('after an Enter the rest waits for the next prompt, also within one chunk', async () => {
  const { typed, feed, got, settled } = terminal();
  feed.ready();
  await settled();
  typed.write('1\r2\r3');
  await settled();
  expect(got).toEqual(['1\r']);
  feed.ready();
  await settled();
  expect(got).toEqual(['1\r', '2\r']);
  feed.ready();
  await settled();
  expect(got).toEqual(['1\r', '2\r', '3']);
  feed.close();
});

test('an Enter that no prompt has a use for holds nothing back for long', async () => {
  const { typed, feed, got, settled } = terminal();
  feed.ready();
  await settled();
  typed.write('\rabc');
  await settled();
  expect(got).toEqual(['\r']);
  await pause(500);
  expect(got).toEqual(['\r', 'abc']);
  feed.close();
});

test('what waits can be forgotten', async () => {
  const { typed, feed, got, settled } = terminal();
  feed.ready();
  await settled();
  typed.write('1\r2\r');
  await settled();
  feed.drop();
  feed.ready();
  typed.write('3');
  await settled();
  expect(got).toEqual(['1\r', '3']);
  feed.close();
});

test('bytes are handed on as they come: a character in two pieces is whole again', async () => {
  const typed = Object.assign(new PassThrough(), { setRawMode: () => typed });
  const feed = keyFeed(typed as unknown as NodeJS.ReadStream);
  const got: Buffer[] = [];
  feed.stream.on('data', (data: Buffer) => got.push(data));
  feed.ready();
  const bytes = Buffer.from('惠州\r');
  typed.write(bytes.subarray(0, 2));
  typed.write(bytes.subarray(2));
  await pause(20);
  expect(Buffer.concat(got).toString()).toBe('惠州\r');
  feed.close();
});
