import { strToU8, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a small workbook; what is left out is not in it. */
export interface WorkbookSketch {
  /** Content of `sheetData`, or a whole worksheet when it begins with `<`worksheet or `<?xml`. */
  readonly sheets: readonly (string | { readonly name: string; readonly state?: string; readonly xml: string })[];
  /** Shared strings as `si` elements. */
  readonly strings?: string;
  /** Content of `styleSheet`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Further parts, or others in the place of those made here; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** A workbook file made of handwritten XML, so that a test can spell cells as no writer would. */
export function workbookBytes(sketch: WorkbookSketch): Buffer {
  const sheets = sketch.sheets.map((sheet, place) =>
    typeof sheet === 'string' ? { name: `表${place + 1}`, xml: sheet } : sheet,
  );
  const relationships = sheets.map((_, place) =>
    relationship(`s${place}`, 'worksheet', `worksheets/sheet${place}.xml`),
  );
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="${CONTENT}"><Override PartName="/xl/book.xml" ContentType="${SPREADSHEET_TYPE}"/></Types>`,
    '_rels/.rels': relationshipsXml([relationship('r1', 'officeDocument', 'xl/book.xml')]),
    'xl/book.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${sketch.date1904 === true ? 1 : 0}"/><sheets>${sheets
      .map(({ name, ...rest }, place) => {
        const state = 'state' in rest && rest.state !== undefined ? ` state="${rest.state}"` : '';
        return `<sheet name="${name}" sheetId="${place + 1}"${state} r:id="s${place}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/book.xml.rels': relationshipsXml([
      ...relationships,
      ...(sketch.strings === undefined ? [] : [relationship('t', 'sharedStrings', 'texts.xml')]),
      ...(sketch.styles === undefined ? [] : [relationship('f', 'styles', '/xl/formats.xml')]),
    ]),
    ...(sketch.strings === undefined ? {} : { 'xl/texts.xml': `<sst xmlns="${MAIN}">${sketch.strings}</sst>` }),
    ...(sketch.styles === undefined
      ? {}
      : { 'xl/formats.xml': `<styleSheet xmlns="${MAIN}">${sketch.styles}</styleSheet>` }),
  };
  sheets.forEach(({ xml }, place) => {
    parts[`xl/worksheets/sheet${place}.xml`] = /^<(?:worksheet|x:worksheet|\?xml|!|chartsheet)/.test(xml)
      ? xml
      : worksheet(`<sheetData>${xml}</sheetData>`);
  });
  return zipBytes({ ...parts, ...sketch.parts });
}

/** A worksheet part with this content. */
export function worksheet(content: string): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
}

/** A zip of parts by name; null leaves one out. */
export function zipBytes(parts: Readonly<Record<string, string | Uint8Array | null>>): Buffer {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return Buffer.from(zipSync(files, { mtime: new Date(Date.UTC(2024, 0, 1)) }));
}

function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function relationshipsXml(relationships: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}">${relationships.join('')}</Relationships>`;
}

/** A worksheet of plain rows as sketches write them, with some cells as handwritten XML, and what follows the rows. */
export function inlineSheet(rows: readonly string[], raw: Readonly<Record<string, string>>, after = ''): string {
  const xml = rows.map((row, r) => {
    const cells = row.split('|').map((text, c) => {
      const at = `${String.fromCharCode(65 + c)}${r + 1}`;
      return raw[at] ?? inlineCell(at, text.trim());
    });
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  return worksheet(`<sheetData>${xml.join('')}</sheetData>${after}`);
}

function inlineCell(at: string, text: string): string {
  if (text === '') return '';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${text.replace(/^@/, '')}</t></is></c>`;
}
