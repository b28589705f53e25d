import { zipBytes } from './workbook-bytes.ts';

const NAMESPACES = ['office', 'style', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(' ');
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

export interface OdsSketch {
  /** What stands in the document's body, such as tables. */
  readonly tables: string;
  readonly styles?: string;
  readonly manifest?: string;
  /** The name of the body's element. */
  readonly body?: string;
}

/** An OpenDocument file made of handwritten XML. */
export function odsBytes({ tables, styles = '', manifest = '', body = 'spreadsheet' }: OdsSketch): Buffer {
  return zipBytes({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${MANIFEST}">${manifest}</manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${body}>${tables}</office:${body}></office:body></office:document-content>`,
  });
}

/** A table with these rows. */
export function odsTable(rows: string, attributes = ''): string {
  return `<table:table table:name="台账" ${attributes}>${rows}</table:table>`;
}
