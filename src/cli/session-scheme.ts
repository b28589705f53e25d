import { resolve } from 'node:path';
import { builtinSchemeFolder, loadScheme } from '../scheme/load.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Session } from './session.ts';

/** The scheme of a folder that the user names, else the built-in one. */
export function sessionScheme({ effects }: Session, folder: string | undefined): Promise<Scheme> {
  return loadScheme(folder === undefined ? builtinSchemeFolder() : resolve(effects.cwd, folder));
}
