import type { XmlElement, XmlNode } from './xml-tree.ts';

/** The name of an element without its prefix. */
export function local({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

export function elements({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of the name. */
export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return elements(parent).find((one) => local(one) === name);
}

/** The elements that a path of names leads to. */
export function descend(parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [parent];
  for (const name of names) found = found.flatMap((one) => elements(one).filter((inner) => local(inner) === name));
  return found;
}

/** All elements of the name, at any depth, in their order. */
export function everywhere(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((one) => [...(local(one) === name ? [one] : []), ...everywhere(one, name)]);
}

/** All text within. */
export function textOf({ children }: XmlElement): string {
  return children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

export function withChildren(element: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...element, children };
}

export function withAttributes(element: XmlElement, changed: Readonly<Record<string, string | null>>): XmlElement {
  const attributes = Object.entries({ ...element.attributes, ...changed }).filter(([, value]) => value !== null);
  return { ...element, attributes: Object.fromEntries(attributes) as Record<string, string> };
}

/** An attribute by its name without prefix (`id` of `r:id`), only those that have one. */
export function prefixed(
  { attributes }: XmlElement,
  name: string,
): { readonly key: string; readonly value: string } | null {
  for (const [key, value] of Object.entries(attributes)) if (key.endsWith(`:${name}`)) return { key, value };
  return null;
}
