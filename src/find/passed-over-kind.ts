import type { FindingArgs } from '../model/finding-codes.ts';

/** What a file that is passed over is where its extension tells how to come by the return behind it. */
export type PassedOverKind = NonNullable<FindingArgs['FILE_PASSED_OVER']['kind']>;

/** As browsers and programs of net disks name what is not yet whole. */
const DOWNLOAD = /\.(?:crdownload|opdownload|part|partial|download|downloading|xltd|td|aria2|te?mp)$/i;
const LINK = /\.(?:lnk|url|webloc|desktop)$/i;
/** Whole archives; zip itself is opened. */
const ARCHIVE = /\.(?:rar|7z|gz|tgz|tar)$/i;
/** Volumes of split archives, which do not say themselves what they are. */
const VOLUME = /\.(?:(?:zip|7z|rar|tar)\.\d{2,3}|[zr]\d{2})$/i;

/** What a file is by its extension; null when that says nothing of it. */
export function passedOverKind(name: string): PassedOverKind | null {
  if (DOWNLOAD.test(name)) return 'download';
  if (LINK.test(name)) return 'link';
  return ARCHIVE.test(name) || isArchiveVolume(name) ? 'archive' : null;
}

/** Whether a file is one of several that an archive is split into, by its extension. */
export function isArchiveVolume(name: string): boolean {
  return VOLUME.test(name);
}
