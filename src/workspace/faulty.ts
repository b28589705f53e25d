import { ConfigurationError, type Fault } from '../model/errors.ts';

/** The error of a settings file or table of a workspace that has faults. */
export function faulty(path: string, faults: readonly Fault[]): ConfigurationError {
  const message = `${path} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
  return new ConfigurationError(message, faults, {
    problem: { code: 'SETTINGS_FAULTY', args: { path, faults: faults.length } },
  });
}
