/** The list of what huizong wrote into a folder. Hidden, so that a folder of reports that is read again does not show it. */
export const MANIFEST = '.huizong.json';

/** Name of the files of a report, but for their extension. */
export const REPORT = 'report';

/** Formats of the report; their names are the extensions of the files. */
export const FORMATS = ['md', 'html', 'xlsx', 'json'] as const;

/** Folder of the pictures beside a Markdown report. */
export const PICTURE_FOLDER = 'report-charts';

/** SHA-256 of files, by name. */
export type Hashes = ReadonlyMap<string, string>;

/** What huizong wrote into a folder. */
export interface Manifest {
  readonly files: Hashes;
  /** What a run is putting into the place of these, or was when it was killed. */
  readonly begun: { readonly token: string; readonly files: Hashes } | null;
}

/** What a list says; nothing when it cannot be read. */
export function parseManifest(text: string): Manifest {
  try {
    const { files, begun } = JSON.parse(text);
    const isBegun = typeof begun?.token === 'string' && /^[0-9a-f]*$/.test(begun.token);
    return { files: hashesOf(files), begun: isBegun ? { token: begun.token, files: hashesOf(begun.files) } : null };
  } catch {
    return { files: new Map(), begun: null };
  }
}

function hashesOf(files: Readonly<Record<string, unknown>>): Hashes {
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The hashes of a file that huizong wrote, or was writing. */
export function ownHashes({ files, begun }: Manifest, name: string): readonly (string | undefined)[] {
  return [files.get(name), begun?.files.get(name)];
}
