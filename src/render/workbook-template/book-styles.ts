import { child, elements, withAttributes, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** How a style of cells looks, as far as rows have to know it. */
export interface StyleLook {
  readonly wraps: boolean;
  /** Size of its letters in points. */
  readonly size: number;
}

/** The styles of a workbook's cells, by their numbers as text; null is the plain one. */
export interface BookStyles {
  /** The style with another number format. */
  readonly withFormat: (style: string | null, format: string) => string | null;
  readonly lookOf: (style: string | null) => StyleLook;
  /** The part with the styles that were added. */
  readonly root: () => XmlElement | null;
}

const BUILTIN: Readonly<Record<string, number>> = { '#,##0': 3, '#,##0.00': 4 };
/** Numbers below are the program's own formats. */
const FIRST_FORMAT = 164;
const PLAIN_SIZE = 11;

/** The styles of the part; with none, numbers look as their cells do. */
export function bookStyles(root: XmlElement | null): BookStyles {
  const cells = root && child(root, 'cellXfs');
  const styles = cells ? [...elements(cells)] : [];
  const count = styles.length;
  const sizes = elements((root && child(root, 'fonts')) ?? EMPTY).map((font) =>
    Number(child(font, 'sz')?.attributes['val'] ?? PLAIN_SIZE),
  );
  const listed = elements((root && child(root, 'numFmts')) ?? EMPTY);
  const formats = new Map(
    listed.map(({ attributes }) => [attributes['formatCode'] ?? '', Number(attributes['numFmtId'])]),
  );
  const added: XmlElement[] = [];
  const made = new Map<string, string>();
  const looks = new Map<string, StyleLook>();

  function formatId(format: string): number {
    const known = formats.get(format) ?? BUILTIN[format];
    if (known !== undefined) return known;
    const id = Math.max(FIRST_FORMAT - 1, ...formats.values()) + 1;
    formats.set(format, id);
    const name = `${prefixOf(root)}numFmt`;
    added.push({ name, attributes: { numFmtId: String(id), formatCode: format }, children: [] });
    return id;
  }

  function withFormat(style: string | null, format: string): string | null {
    const key = `${style ?? '0'} ${format}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const base = styles[Number(style ?? 0)];
    if (!base) return style;
    const number = String(styles.length);
    styles.push(withAttributes(base, { numFmtId: String(formatId(format)), applyNumberFormat: '1' }));
    made.set(key, number);
    return number;
  }

  function lookOf(style: string | null): StyleLook {
    const key = style ?? '0';
    const known = looks.get(key);
    if (known) return known;
    const element = styles[Number(key)];
    const alignment = element && child(element, 'alignment');
    const look = {
      wraps: ['1', 'true'].includes(alignment?.attributes['wrapText'] ?? ''),
      size: sizes[Number(element?.attributes['fontId'] ?? 0)] ?? PLAIN_SIZE,
    };
    looks.set(key, look);
    return look;
  }

  function withAdded(): XmlElement | null {
    if (!root || !cells || styles.length === count) return root;
    const list = withAttributes(withChildren(cells, styles), { count: String(styles.length) });
    const children = elements(root).map((one) => (one === cells ? list : one));
    if (added.length === 0) return withChildren(root, children);
    const all = [...listed, ...added];
    const own = child(root, 'numFmts') ?? { name: `${prefixOf(root)}numFmts`, attributes: {}, children: [] };
    const numbers = withAttributes(withChildren(own, all), { count: String(all.length) });
    return withChildren(root, [numbers, ...children.filter((one) => one !== own)]);
  }

  return { withFormat, lookOf, root: withAdded };
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

function prefixOf(root: XmlElement | null): string {
  return root ? root.name.slice(0, root.name.indexOf(':') + 1) : '';
}
