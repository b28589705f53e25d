import { dirname, relative, sep } from 'node:path';

/** The deepest folder that holds all the given ones. */
export function commonFolder(folders: readonly string[]): string {
  let [common = sep] = folders;
  for (const folder of folders) {
    while (!isWithin(folder, common)) common = dirname(common);
  }
  return common;
}

/** Whether an absolute path is a folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as it is printed everywhere: relative to `root`, forward slashes, composed characters. */
export function printedName(path: string, root: string): string {
  const name = relative(root, path);
  return (sep === '/' ? name : name.replaceAll(sep, '/')).normalize('NFC');
}
