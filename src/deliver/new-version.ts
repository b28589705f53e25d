import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopyBeside } from './copy-beside.ts';

/** How versions of a file are named: the stem alone for the first one. */
export type VersionName = (number: number) => string;

/**
 * Gives a file the name of its next version: at least `first`, after all that are there, with whatever extension.
 * Nothing is ever replaced. Returns the name.
 *
 * @throws EnvironmentError when it cannot be written.
 */
export async function placeNewVersion(
  folder: string,
  nameOf: VersionName,
  first: number,
  extension: string,
  copy: Pick<CopyBeside, 'takePlace'>,
): Promise<string> {
  const stems = new Set((await readdir(folder)).map((name) => name.normalize('NFC').replace(/\.[^.]*$/, '')));
  let number = first;
  for (let known = first; known < first + MOST; known++) if (stems.has(nameOf(known))) number = known + 1;
  for (; ; number++) {
    const name = `${nameOf(number)}${extension}`;
    if (await copy.takePlace(join(folder, name))) return name;
  }
}

/** More versions than anybody sends. */
const MOST = 200;
