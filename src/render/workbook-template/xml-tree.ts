import { SaxesParser } from 'saxes';
import { PackageError } from '../../ooxml/package-error.ts';

/** An element of a part. Names keep their prefixes; `local` is the name without. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** Text is what is meant, without references. */
export type XmlNode = XmlElement | string;

const DEEPEST = 64;
const MOST_NODES = 3_000_000;

/** The tree of a part. Throws `PackageError`: for what is not well-formed, any document type, and what is too deep or large. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;
  const text = (written: string) => {
    open.at(-1)?.children.push(narrow(written));
  };
  parser.on('error', () => {
    throw new PackageError('markup');
  });
  parser.on('doctype', () => {
    throw new PackageError('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === DEEPEST) throw new PackageError('nesting');
    if (++nodes > MOST_NODES) throw new PackageError('cells');
    const element = { name: narrow(name), attributes: narrowed(attributes as Record<string, string>), children: [] };
    (open.at(-1)?.children as XmlNode[] | undefined)?.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decoded(bytes)).close();
  if (root === null) throw new PackageError('truncated');
  return root;
}

/**
 * A text in as little memory as it needs. V8 keeps a piece of a text with Chinese in it as wide as that, and all that is
 * written with the piece: it would take twice as long to encode.
 */
function narrow(text: string): string {
  return /[\u0100-\uffff]/.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');
}

function narrowed(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, narrow(value)]));
}

function decoded(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !isWide ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new PackageError('encoding');
  }
}

/** What every part begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part with the tree as its root. */
export function printXml(root: XmlElement): string {
  return XML_HEAD + printElement(root);
}

export function printElement({ name, attributes, children }: XmlElement): string {
  if (children.length === 0) return `<${name}${printAttributes(attributes)}/>`;
  let text = openTag({ name, attributes });
  for (const child of children) text += typeof child === 'string' ? escapeText(child) : printElement(child);
  return `${text}</${name}>`;
}

/** The tag that an element begins with, whatever is in it. */
export function openTag({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): string {
  return `<${name}${printAttributes(attributes)}>`;
}

/** Attributes, each with a space before it. */
export function printAttributes(attributes: XmlElement['attributes']): string {
  let text = '';
  for (const key of Object.keys(attributes)) text += ` ${key}="${escapeAttribute(attributes[key] ?? '')}"`;
  return text;
}

export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
    : text;
}

export function escapeAttribute(text: string): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
