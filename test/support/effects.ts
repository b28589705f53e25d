import type { Effects, Sink } from '../../src/cli/effects.ts';

/** A stream that keeps what is written. */
export interface TestSink extends Sink {
  readonly text: () => string;
}

export function testSink(fields: Partial<Pick<Sink, 'isTTY' | 'columns'>> = {}): TestSink {
  let text = '';
  return {
    isTTY: false,
    columns: null,
    ...fields,
    closed: () => false,
    write: async (data) => {
      text += typeof data === 'string' ? data : Buffer.from(data).toString('utf8');
    },
    text: () => text,
  };
}

/** Surroundings that touch nothing. */
export function testEffects(fields: Partial<Effects> = {}): Effects {
  return {
    stdout: testSink(),
    stderr: testSink(),
    env: {},
    cwd: '/',
    locale: null,
    now: () => new Date(0),
    canAsk: false,
    ask: async () => {
      throw new Error('nobody can be asked');
    },
    dialogue: async () => {
      throw new Error('nobody can be talked to');
    },
    self: () => ({ pid: 1, host: 'test', booted: 0, isRunning: () => false }),
    onInterrupt: () => () => {},
    ...fields,
  };
}
