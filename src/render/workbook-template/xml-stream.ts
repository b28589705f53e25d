import { escapeAttribute, type XmlElement } from './xml-tree.ts';

const encoder = new TextEncoder();

/** The tag that an element begins with, whatever is in it. */
export function openTag({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** A part whose text is never one string. */
export function encodeXml(chunks: Iterable<string>): Uint8Array {
  return Buffer.concat(Array.from(chunks, (chunk) => encoder.encode(chunk)));
}
