import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type KeyFeed, keyFeed } from '../../../src/cli/key-feed.ts';

const DOWN = '\u001B[B';
const CANCEL = '\u0003';
const open: KeyFeed[] = [];
afterEach(() => {
  for (const feed of open.splice(0)) feed.close();
});

/** A feed from a terminal that types what it is told, and all that the feed has handed on. */
function feedOf() {
  const terminal = Object.assign(new EventEmitter(), {
    setRawMode: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  const feed = keyFeed(terminal as unknown as NodeJS.ReadStream);
  open.push(feed);
  let handed = '';
  feed.stream.on('data', (data: Buffer) => {
    handed += data.toString();
  });
  return { feed, type: (text: string) => terminal.emit('data', Buffer.from(text)), handed: () => handed };
}

/** Until prompts listen. */
const listening = () => wait(5);

describe('what is typed ahead', () => {
  test('is handed on one line to each prompt', async () => {
    const { feed, type, handed } = feedOf();
    type('12\r34\r5');
    expect(handed()).toBe('');
    feed.ready();
    await listening();
    expect(handed()).toBe('12\r');
    feed.hold();
    feed.ready();
    await listening();
    feed.hold();
    expect(handed()).toBe('12\r34\r');
  });

  test('waits for the next prompt however long that takes', async () => {
    const { feed, type, handed } = feedOf();
    feed.ready();
    await listening();
    type('12\r34\r');
    feed.hold();
    await wait(600);
    expect(handed()).toBe('12\r');
    feed.ready();
    await listening();
    expect(handed()).toBe('12\r34\r');
  });

  test('goes on by itself to a prompt that has no use for an Enter', async () => {
    const { feed, type, handed } = feedOf();
    feed.ready();
    await listening();
    type('\r34\r');
    await wait(600);
    expect(handed()).toBe('\r34\r');
  });
});

test('Ctrl-D is a Ctrl-C, and Ctrl-Z nothing: no prompt is left that hears nothing', async () => {
  const { feed, type, handed } = feedOf();
  feed.ready();
  await listening();
  type('1\u001A2');
  type('\u0004');
  expect(handed()).toBe(`12${CANCEL}`);
});

describe('what is dropped is counted', () => {
  test.each([
    ['', 0],
    ['12\r34\r', 2],
    ['12\r34\r5', 3],
    ['12\n\n34\n', 3],
    [DOWN, 0],
    [`${DOWN}${DOWN}\r`, 1],
    ['惠城区\r区', 2],
  ])('%j: %i', async (typed, lines) => {
    const { feed, type, handed } = feedOf();
    type(typed);
    expect(await feed.drop()).toBe(lines);
    feed.ready();
    await listening();
    expect(handed()).toBe('');
  });

  test('to the end of the paste', async () => {
    const { feed, type } = feedOf();
    type('12\r34');
    const dropped = feed.drop();
    await wait(10);
    type('5\r6\r');
    expect(await dropped).toBe(3);
  });

  test('but for a Ctrl-C', async () => {
    const { feed, type, handed } = feedOf();
    type(`12\r34\r${CANCEL}`);
    expect(await feed.drop()).toBe(2);
    feed.ready();
    await listening();
    expect(handed()).toBe(CANCEL);
  });

  test('and what nobody has taken at the end', () => {
    const { feed, type } = feedOf();
    type('12\r34\r');
    expect(feed.close()).toBe(2);
  });
});

describe('a list', () => {
  test('takes keys that were pressed ahead', async () => {
    const { feed, type, handed } = feedOf();
    type(`${DOWN}\r`);
    expect(await feed.dropLines()).toBe(0);
    feed.ready(() => expect.unreachable());
    await listening();
    expect(handed()).toBe(`${DOWN}\r`);
  });

  test('does not take lines of text, typed ahead with whatever before them', async () => {
    const { feed, type, handed } = feedOf();
    type('\r12\r34\r');
    expect(await feed.dropLines()).toBe(3);
    feed.ready(() => expect.unreachable());
    await listening();
    expect(handed()).toBe('');
  });

  test('does not take lines that are pasted into it', async () => {
    const { feed, type, handed } = feedOf();
    const told: number[] = [];
    feed.ready((lines) => told.push(lines));
    await listening();
    type('12\r34');
    await wait(10);
    type('5\r');
    await wait(100);
    expect([told, handed()]).toEqual([[2], '']);
  });

  test('takes a letter that is typed, and an Enter after it', async () => {
    const { feed, type, handed } = feedOf();
    feed.ready(() => expect.unreachable());
    await listening();
    type('c');
    type('\r');
    expect(handed()).toBe('c\r');
  });
});
