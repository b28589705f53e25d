import { visible } from '../../text/visible.ts';

export type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element; its children are markup already, its attributes are not. Numbers are rounded to tenths. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

function attribute(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value);
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as text of XML and of HTML: hidden characters are spelled out, what XML cannot hold is replaced. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(/[&<>"']/g, (character) => XML[character] ?? character)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
