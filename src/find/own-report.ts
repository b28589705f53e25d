import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FORMATS, MANIFEST, ownHashes, PICTURE_FOLDER, parseManifest, REPORT } from '../model/manifest.ts';

/** Folders within that of a report: `cities/440100-广州市/report-charts`. */
const DEEPEST = 3;

/** Files of a report: blank forms and findings are noted as huizong's own, too. */
const FILES: ReadonlySet<string> = new Set(FORMATS.map((format) => `${REPORT}.${format}`));

/** Whether a file is of a report that huizong has written, as it stands: what a folder of returns may hold, and is none. */
export async function isOwnReport(path: string): Promise<boolean> {
  let name = basename(path);
  let folder = dirname(path);
  const isPicture = basename(folder) === PICTURE_FOLDER && name.endsWith('.svg');
  if (!isPicture && !FILES.has(name)) return false;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const list = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
    if (list !== null) {
      // Of a file that was only begun no hash is known yet.
      const own = ownHashes(parseManifest(list), name).filter((hash) => hash !== undefined && hash !== '');
      if (own.length > 0 && own.includes(await hashOf(path))) return true;
    }
    name = `${basename(folder)}/${name}`;
    folder = dirname(folder);
  }
  return false;
}

/** Empty when it cannot be read. */
async function hashOf(path: string): Promise<string> {
  return readFile(path).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
    () => '',
  );
}
