import type { Problem } from './problem.ts';

/** What an error may carry beside its English message: the problem as a value, for wording in other languages. */
export interface ErrorDetails extends ErrorOptions {
  readonly problem?: Problem;
}

/** A mistake that is not the program's: told in one line or one for each fault, without a stack. */
export class KnownError extends Error {
  readonly problem: Problem | null;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details);
    this.problem = details.problem ?? null;
  }
}

/** A wrong flag or argument: exit 2 with one helpful line. */
export class UsageError extends KnownError {
  override readonly name = 'UsageError';
}

/** A faulty scheme, template or `huizong.yaml`: exit 2; `faults` lists everything wrong at once. */
export class ConfigurationError extends KnownError {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[] = [], details: ErrorDetails = {}) {
    super(message, details);
    this.faults = faults;
  }
}

/** Surroundings that do not let the work be done (unwritable folder, full disk): exit 2. */
export class EnvironmentError extends KnownError {
  override readonly name = 'EnvironmentError';
}

/** Signals that ask the program to stop, with the code it exits with then. */
export const STOP_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
export type StopSignal = keyof typeof STOP_SIGNALS;

/** Interrupted, by the user (exit 130) or by whoever started the program. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  readonly signal: StopSignal;

  constructor(signal: StopSignal = 'SIGINT') {
    super(signal);
    this.signal = signal;
  }
}

/** One fault of a configuration file, with its 1-based line when known. */
export interface Fault {
  readonly file: string;
  readonly line: number | null;
  /** Name of the sheet of a workbook, and the address of the cell. */
  readonly sheet?: string;
  readonly cell?: string;
  /** 1-based character of the line, where it matters. */
  readonly column?: number;
  /** Lines that show the place, to be printed below. */
  readonly excerpt?: readonly string[];
  /** Plain English. */
  readonly text: string;
  /** What is wrong as a value, so that it can be worded in other languages. */
  readonly code?: string;
  readonly args?: Readonly<Record<string, string | number | readonly string[]>>;
}
