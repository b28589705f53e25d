import { contentTypes } from '../ooxml/content-types.ts';
import { hasPart, type Package } from '../ooxml/package.ts';
import { relationshipsOf } from '../ooxml/relationships.ts';
import type { UnsupportedKind } from './file-kind.ts';

/** What a zip file is: a workbook with its main part, or something that is not read. */
export type PackageKind = { readonly workbook: string } | { readonly unsupported: UnsupportedKind };

const OFFICE_DOCUMENT = '/relationships/officeDocument';

/** What main parts are, by a word of their content types that no other has. */
const MAIN_TYPES: readonly (readonly [RegExp, 'workbook' | UnsupportedKind])[] = [
  [/[./]sheet\.binary\.macroEnabled\.main$/i, 'xlsb'],
  [/(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroEnabled)\.main\+xml$/i, 'workbook'],
  [/(?:wordprocessingml|ms-word)\.[a-zA-Z.]+\.main\+xml$/i, 'docx'],
  [/(?:presentationml|ms-powerpoint)\.[a-zA-Z.]+\.main\+xml$/i, 'pptx'],
];

/** Finds the main part by relationships and content types, never by its usual name. Throws `PackageError`. */
export async function packageKind(pack: Package): Promise<PackageKind> {
  const types = await contentTypes(pack);
  const related = await relationshipsOf(pack, '');
  const main = related.find(({ type, part }) => type.endsWith(OFFICE_DOCUMENT) && part !== null)?.part ?? null;
  if (main !== null) {
    // Excel gives the binary main part its type by the extension.
    const kind = mainKind(types.get(main) ?? '') ?? (/\.bin$/i.test(main) ? 'xlsb' : null);
    // A main part without a telling type is tried: its root element decides.
    return kind === null || kind === 'workbook' ? { workbook: main } : { unsupported: kind };
  }
  for (const [part, type] of types) {
    const kind = mainKind(type);
    if (kind !== null) return kind === 'workbook' ? { workbook: part } : { unsupported: kind };
  }
  if (isOpenDocument(pack)) return { unsupported: 'ods' };
  return { unsupported: FIXED_PARTS.find(([part]) => hasPart(pack, part))?.[1] ?? 'zip' };
}

/** Documents that are told by a part which each of them has. */
const FIXED_PARTS: readonly (readonly [string, UnsupportedKind])[] = [
  ['OFD.xml', 'ofd'],
  ['Index/Document.iwa', 'numbers'],
];

function mainKind(type: string): 'workbook' | UnsupportedKind | null {
  return MAIN_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

function isOpenDocument(pack: Package): boolean {
  return hasPart(pack, 'content.xml') && hasPart(pack, 'META-INF/manifest.xml');
}
