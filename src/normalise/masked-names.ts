import type { Mask } from './personal-text.ts';

const NO_EXTENSION = () => '';

/**
 * Names of files or sheets as they are printed, by name; those that a mask makes equal are numbered apart.
 *
 * `extensionOf` tells the end of a name that says what kind of file it is: it is never masked, and numbers stand before it.
 */
export function maskedNames(
  names: readonly string[],
  mask: Mask,
  extensionOf: (name: string) => string = NO_EXTENSION,
): ReadonlyMap<string, string> {
  const taken = new Set(names);
  const printed = new Map<string, string>();
  for (const name of names) {
    const extension = extensionOf(name);
    const masked = maskedStem(name, mask, extension);
    if (masked + extension === name) continue;
    let free = masked + extension;
    for (let number = 2; taken.has(free); number++) free = `${masked} (${number})${extension}`;
    taken.add(free);
    printed.set(name, free);
  }
  return printed;
}

/** The name before its extension, masked. */
export function maskedStem(name: string, mask: Mask, extension: string): string {
  return mask(name.slice(0, name.length - extension.length));
}
