import { resolve } from 'node:path';
import { ConfigurationError } from '../model/errors.ts';
import { builtinSchemeFolder, loadScheme } from '../scheme/load.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { faulty } from '../workspace/faulty.ts';
import type { Workspace } from '../workspace/find-workspace.ts';
import { isFolder } from '../workspace/read-bytes.ts';
import { NO_SETTINGS, type Settings } from '../workspace/settings.ts';
import type { Session } from './session.ts';

/** A scheme with the settings of the workspace that go with it. */
export interface ConfiguredScheme {
  /** With the severities, limits and days of the settings over its own. */
  readonly scheme: Scheme;
  readonly settings: Settings;
}

/** What a `huizong.yaml` says, unchecked: enough for the language, and for where the scheme is. */
export async function settingsAsWritten({ bytes }: Workspace): Promise<Settings> {
  const { parseSettings } = await import('../workspace/parse-settings.ts');
  return parseSettings(bytes, { scheme: null, schemeFound: true }).settings;
}

/** The scheme of a folder that the user names, else of the workspace, else the built-in one. */
export async function sessionScheme(session: Session, folder: string | undefined): Promise<Scheme> {
  if (folder !== undefined) return loadScheme(await schemeFolder(session, folder));
  return (await configuredScheme(session, undefined)).scheme;
}

/**
 * The scheme of a run and the settings of its workspace.
 *
 * @throws ConfigurationError with every fault of `huizong.yaml`, and of the scheme when that is faulty.
 */
export async function configuredScheme(session: Session, folder: string | undefined): Promise<ConfiguredScheme> {
  const { workspace } = session;
  const path = await schemeFolder(session, folder);
  if (workspace === null) return { scheme: await loadScheme(path), settings: NO_SETTINGS };
  const schemeFound = folder !== undefined || (await isFolder(path));
  const scheme = schemeFound ? await loadScheme(path).catch(faultsOf) : null;
  const { parseSettings } = await import('../workspace/parse-settings.ts');
  const loaded = scheme instanceof ConfigurationError ? null : scheme;
  const { settings, faults } = parseSettings(workspace.bytes, { scheme: loaded, schemeFound });
  if (scheme instanceof ConfigurationError && faults.length === 0) throw scheme;
  if (scheme instanceof ConfigurationError) throw faulty(workspace.path, [...faults, ...scheme.faults]);
  if (loaded === null || faults.length > 0) throw faulty(workspace.path, faults);
  return { scheme: under(settings, loaded), settings };
}

async function schemeFolder({ effects, workspace }: Session, folder: string | undefined): Promise<string> {
  if (folder !== undefined) return resolve(effects.cwd, folder);
  const own = workspace && (await settingsAsWritten(workspace)).scheme;
  return workspace && own ? resolve(workspace.folder, own) : builtinSchemeFolder();
}

function faultsOf(error: unknown): ConfigurationError {
  if (error instanceof ConfigurationError) return error;
  throw error;
}

function under({ severity, thresholds, deadlines }: Settings, scheme: Scheme): Scheme {
  return {
    ...scheme,
    severity: { ...scheme.severity, ...severity },
    thresholds: { ...scheme.thresholds, ...thresholds },
    deadlines: { ...scheme.deadlines, ...deadlines.days },
  };
}
