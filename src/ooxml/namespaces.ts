/** Namespaces of the parts, in their transitional spelling. */
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIP_IDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

const STRICT = 'http://purl.oclc.org/ooxml/';
const TRANSITIONAL: readonly (readonly [string, string])[] = [
  ['spreadsheetml/main', SPREADSHEET],
  ['officeDocument/relationships', RELATIONSHIP_IDS],
];

/** A namespace or relationship type in its transitional spelling, so that strict files need no second look. */
export function transitional(uri: string): string {
  if (!uri.startsWith(STRICT)) return uri;
  const rest = uri.slice(STRICT.length);
  for (const [strict, spelling] of TRANSITIONAL) {
    if (rest === strict || rest.startsWith(`${strict}/`)) return spelling + rest.slice(strict.length);
  }
  return uri;
}
