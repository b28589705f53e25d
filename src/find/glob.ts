import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { entryKind } from './walk.ts';

/** A pattern of `*`, `?` and `**`, split at its first wildcard. */
export interface Glob {
  /** The part before the first segment with a wildcard; may be empty. */
  readonly folder: string;
  readonly segments: readonly string[];
}

const WILDCARD = /[*?]/;

/** The pattern that a path spells; null when it has no wildcard. */
export function parseGlob(path: string): Glob | null {
  if (!WILDCARD.test(path)) return null;
  const segments = path.split(sep === '\\' ? /[\\/]/ : '/');
  const first = segments.findIndex((segment) => WILDCARD.test(segment));
  const folder = segments.slice(0, first).join('/');
  const isRoot = first > 0 && folder === '';
  return { folder: isRoot ? '/' : folder, segments: segments.slice(first).filter((segment) => segment !== '') };
}

/** The last segment ends in an extension spelled out: what it matches is named as if one by one. */
export function namesExtension({ segments }: Glob): boolean {
  return /\.[^.*?]+$/.test(segments.at(-1) ?? '');
}

/** Absolute paths of what a pattern matches below a folder, in no particular order; hidden names need their dot. */
export async function expandGlob(folder: string, segments: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  await expand(folder, segments, found);
  return [...found];
}

async function expand(folder: string, segments: readonly string[], found: Set<string>): Promise<void> {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    found.add(folder);
    return;
  }
  if (segment === '**') await expand(folder, rest, found);
  else if (!WILDCARD.test(segment)) {
    const path = join(folder, segment);
    if ((await entryKind(path)) !== null) await expand(path, rest, found);
    return;
  }
  const pattern = segmentPattern(segment);
  for (const entry of await entriesOf(folder)) {
    if (!pattern.test(entry.name)) continue;
    const path = join(folder, entry.name);
    // `**` does not follow links, which could lead back up.
    if (segment === '**') {
      if (entry.isDirectory()) await expand(path, segments, found);
      else if (rest.length === 0) found.add(path);
    } else {
      await expand(path, rest, found);
    }
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function segmentPattern(segment: string): RegExp {
  const body = segment
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${segment.startsWith('.') ? '' : '(?!\\.)'}${body}$`, 'su');
}
