import type { Mask } from './personal-text.ts';

/** Names of files or sheets as they are printed, by name; those that a mask makes equal are numbered apart. */
export function maskedNames(names: readonly string[], mask: Mask): ReadonlyMap<string, string> {
  const taken = new Set(names);
  const printed = new Map<string, string>();
  for (const name of names) {
    const masked = mask(name);
    if (masked === name) continue;
    let free = masked;
    for (let number = 2; taken.has(free); number++) free = `${masked} (${number})`;
    taken.add(free);
    printed.set(name, free);
  }
  return printed;
}
