/** The key by which part names are compared: packages do not tell case apart. */
export function partKey(name: string): string {
  return name.toLowerCase();
}

/** The name of the part that a relationship of `source` points at; null when it points out of the package. */
export function resolveTarget(source: string, target: string): string | null {
  const path = decoded(target.replaceAll('\\', '/'));
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.pop() === undefined) return null;
    } else {
      segments.push(segment);
    }
  }
  return segments.length === 0 ? null : segments.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The part that holds the relationships of `source`; the package itself is the empty name. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}
