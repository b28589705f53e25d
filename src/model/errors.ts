/** A wrong flag or argument: exit 2 with one helpful line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A faulty scheme, template or `huizong.yaml`: exit 2; `faults` lists everything wrong at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** Surroundings that do not let the work be done (unwritable folder, full disk): exit 2. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Interrupted by the user: exit 130. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** One fault of a configuration file, with its 1-based line when known. */
export interface Fault {
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
}
