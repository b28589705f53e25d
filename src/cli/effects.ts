import { type LockSelf, thisProcess } from '../deliver/lock-self.ts';
import { EnvironmentError, STOP_SIGNALS, type StopSignal } from '../model/errors.ts';
import type { Dialogue, DialogueLook } from './dialogue.ts';

/** One of the two output streams. */
export interface Sink {
  readonly isTTY: boolean;
  /** Columns of the terminal; null when it is none. */
  readonly columns: number | null;
  /** True once the reader is gone (EPIPE): nothing more need be said. */
  readonly closed: () => boolean;
  /** Throws `EnvironmentError` when standard output cannot take the data (a full disk), never when its reader is gone. */
  readonly write: (data: string | Uint8Array) => Promise<void>;
}

/** Something that only the user can say. */
export interface Question {
  readonly message: string;
  /** The answer of an empty line. */
  readonly proposal: string;
  /** Why a text cannot be the answer; null when it can. */
  readonly problemOf: (text: string) => string | null;
}

/** Everything of its surroundings that the command line touches; tests pass their own. */
export interface Effects {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Locale of the desktop where the environment does not say it (Windows, macOS); null elsewhere. */
  readonly locale: string | null;
  readonly now: () => Date;
  /** Whether there is somebody to ask: a terminal on stdin and stderr, and no CI. */
  readonly canAsk: boolean;
  readonly ask: (question: Question) => Promise<string>;
  /** Begins a longer talk at the terminal; only where somebody can be asked. */
  readonly dialogue: (look: DialogueLook) => Promise<Dialogue>;
  /** This process, for locks. */
  readonly self: () => LockSelf;
  /** Calls `stop` at the first Ctrl-C or other signal to stop; returns how to stop listening. */
  readonly onInterrupt: (stop: (signal: StopSignal) => void) => () => void;
}

/** The real surroundings of this process. */
export function processEffects(): Effects {
  let stderr: Sink | null = null;
  return {
    stdout: sink(process.stdout, stdoutError),
    // Made on first use: help pages need none.
    get stderr() {
      // What cannot be said cannot be complained of either.
      stderr ??= sink(process.stderr, null);
      return stderr;
    },
    env: process.env,
    cwd: currentFolder(process.env),
    locale: desktopLocale(),
    now: () => new Date(),
    // Looked at when somebody is to be asked: opening stdin takes longer than many a command line.
    get canAsk() {
      return process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env['CI'];
    },
    ask: async (question) => (await import('./ask.ts')).ask(question, process.stderr),
    dialogue: async (look) =>
      (await import('./terminal-dialogue.ts')).terminalDialogue(process.stdin, process.stderr, look),
    self: thisProcess,
    onInterrupt,
  };
}

/** Where the program runs; of a folder that was deleted meanwhile, which Windows does not allow, its name: what is not there is told as ever. */
function currentFolder({ PWD }: NodeJS.ProcessEnv): string {
  try {
    return process.cwd();
  } catch {
    return PWD?.startsWith('/') ? PWD : '/';
  }
}

/** Codes by which a stream says that nobody reads it any more; `EOF` is what Windows calls it. */
const READER_GONE: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/** Exported for tests. `onFailure` words why the stream cannot take data; without it that is passed over. */
export function sink(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'on' | 'write'>,
  onFailure: ((cause: Error) => Error) | null,
): Sink {
  let closed = false;
  // Each failed write is told by its own callback; without a listener the stream would throw it as well.
  stream.on('error', () => {});
  return {
    isTTY: stream.isTTY === true,
    // A window may change its size.
    get columns() {
      return stream.isTTY ? stream.columns : null;
    },
    closed: () => closed,
    write: (data) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve();
        stream.write(data, (cause) => {
          if (!cause) return resolve();
          const gone = READER_GONE.has((cause as NodeJS.ErrnoException).code ?? '');
          if (!gone && onFailure !== null) return reject(onFailure(cause));
          closed = true;
          resolve();
        });
      }),
  };
}

function stdoutError(cause: Error): EnvironmentError {
  const detail = (cause as NodeJS.ErrnoException).code ?? cause.message;
  return new EnvironmentError(`cannot write to standard output: ${cause.message}`, {
    cause,
    problem: { code: 'STDOUT_UNWRITABLE', args: { detail } },
  });
}

/** On Linux `Intl` only repeats LANG and takes the C locale for English, so it is asked elsewhere only. */
function desktopLocale(): string | null {
  const desktop = process.platform === 'win32' || process.platform === 'darwin';
  return desktop ? Intl.DateTimeFormat().resolvedOptions().locale : null;
}

/** The second signal ends the process at once. */
function onInterrupt(stop: (signal: StopSignal) => void): () => void {
  let asked = false;
  const listener = (signal: StopSignal) => {
    if (asked) process.exit(STOP_SIGNALS[signal]);
    asked = true;
    stop(signal);
  };
  const signals = Object.keys(STOP_SIGNALS) as StopSignal[];
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
