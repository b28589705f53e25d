import type { BookStyles } from './book-styles.ts';
import { columnName } from './cell-address.ts';
import { type SheetTags, sheetTags } from './cell-tags.ts';
import { isError } from './formula-value.ts';
import type { OutputCell } from './output-cells.ts';
import type { OutputSheet } from './output-sheet.ts';
import type { RowHeight } from './row-height.ts';
import { type SharedTexts, textElement } from './shared-texts.ts';
import type { Values } from './work-out.ts';
import { escapeText, printAttributes } from './xml-tree.ts';

/** What the rows of a sheet are written with. */
export interface SheetWriting {
  readonly values: Values;
  /** A text as a cell may hold it. */
  readonly safe: (text: string) => string;
  readonly styles: BookStyles;
  /** Where texts are shared; null where each cell holds its own. */
  readonly texts: SharedTexts | null;
  readonly heightOf: (row: number, cells: readonly OutputCell[]) => RowHeight | null;
}

/** `<sheetData>` of a sheet, row by row; `prefix` is that of the sheet's elements. */
export function* sheetDataXml(sheet: OutputSheet, prefix: string, writing: SheetWriting): Iterable<string> {
  if (sheet.rows.size === 0) {
    yield `<${prefix}sheetData/>`;
    return;
  }
  yield `<${prefix}sheetData>`;
  const markup = { prefix, tags: sheetTags(prefix) };
  const xmlOf = new Map<Attributes, string>();
  for (const made of sheet.rows.values()) {
    const { laid } = made;
    const cells = writing.values.cellsOf(made);
    const attributes = grown(laid.source.attributes, writing.heightOf(laid.number, cells));
    // Most rows have those of the template.
    const written = xmlOf.get(attributes) ?? printAttributes(attributes);
    xmlOf.set(attributes, written);
    let row = `<${prefix}row r="${laid.number}"${written}`;
    if (cells.length === 0) {
      yield `${row}/>`;
      continue;
    }
    row += '>';
    for (const cell of cells) row += cellXml(cell, laid.number, sheet, markup, writing);
    yield `${row}</${prefix}row>`;
  }
  yield `</${prefix}sheetData>`;
}

interface CellMarkup {
  readonly prefix: string;
  readonly tags: SheetTags;
}

type Attributes = Readonly<Record<string, string>>;

/** A row that has no height of its own is as high as its texts need. */
function grown(attributes: Attributes, needed: RowHeight | null): Attributes {
  const { ht, customHeight } = attributes;
  if (!needed || ['1', 'true'].includes(customHeight ?? '') || needed.height <= Number(ht ?? PLAIN_HEIGHT)) {
    return attributes;
  }
  return { ...attributes, ht: String(needed.height), ...(needed.isMerged ? { customHeight: '1' } : {}) };
}

/** What programs give a row of one line, or more. */
const PLAIN_HEIGHT = 20;

function cellXml(
  cell: OutputCell,
  row: number,
  sheet: OutputSheet,
  { prefix, tags }: CellMarkup,
  { values, safe, styles, texts }: SheetWriting,
): string {
  const { column, content } = cell;
  const format = content.kind === 'filled' ? content.format : null;
  const style = format === null ? cell.style : styles.withFormat(cell.style, format);
  const { head, blank, number, shared } = tags.of(style);
  const start = tags.open + columnName(column) + row;
  switch (content.kind) {
    case 'blank':
      return style === null ? '' : start + blank;
    case 'fixed':
      return start + head + (prefix === '' ? content.xml : content.xml.replace(/<\/c>$/, `</${prefix}c>`));
    case 'filled': {
      const { value } = content;
      if (typeof value === 'number') return start + number + value + tags.close;
      if (typeof value === 'boolean') return `${start}${head} t="b"><${prefix}v>${Number(value)}${tags.close}`;
      if (texts !== null) return start + shared + texts.numberOf(value) + tags.close;
      return `${start}${head} t="inlineStr"><${prefix}is>${textElement(safe(value), prefix)}</${prefix}is></${prefix}c>`;
    }
    case 'formula': {
      const workedOut = values.formula(sheet, row, cell);
      const { value } = workedOut ?? { value: undefined };
      const array = content.array ? ` t="array" ref="${columnName(column)}${row}"` : '';
      const formula = `<${prefix}f${array}>${escapeText(workedOut?.text ?? '')}</${prefix}f>`;
      if (value === undefined || value === null) return `${start}${head}>${formula}</${prefix}c>`;
      const [type, written] = isError(value)
        ? ['e', value.error]
        : typeof value === 'boolean'
          ? ['b', String(Number(value))]
          : typeof value === 'string'
            ? ['str', safe(value)]
            : ['', String(value)];
      const typed = type === '' ? '' : ` t="${type}"`;
      return `${start}${head}${typed}>${formula}<${prefix}v>${escapeText(written ?? '')}${tags.close}`;
    }
  }
}
