import { dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { readBytes } from './read-bytes.ts';
import { SETTINGS_FILE } from './settings.ts';

/** A folder with `huizong.yaml`. */
export interface Workspace {
  /** Absolute. */
  readonly folder: string;
  /** Absolute path of its `huizong.yaml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The workspace of a run: the one that the paths lie in, else the one that the current folder lies in; null for none.
 *
 * Like git, it looks upwards from each; the nearest `huizong.yaml` counts. All paths are absolute. Throws `UsageError`
 * when the paths lie in several workspaces, since their settings cannot all hold.
 */
export async function findWorkspace(paths: readonly string[], cwd: string): Promise<Workspace | null> {
  const found = new Map<string, Workspace>();
  for (const path of paths) {
    const workspace = await above(path);
    if (workspace !== null) found.set(workspace.folder, workspace);
  }
  const [first = null, ...others] = found.values();
  if (others.length === 0) return first ?? above(cwd);
  const folders = [...found.keys()].toSorted();
  throw new UsageError(`the paths lie in several workspaces: ${folders.join(', ')}`, {
    problem: { code: 'WORKSPACE_SEVERAL', args: { folders } },
  });
}

async function above(path: string): Promise<Workspace | null> {
  for (let folder = path; ; folder = dirname(folder)) {
    const file = join(folder, SETTINGS_FILE);
    const bytes = await readBytes(file);
    if (bytes !== null) return { folder, path: file, bytes };
    if (dirname(folder) === folder) return null;
  }
}
