import type { Codes } from '../../ooxml/vocabulary.ts';
import type { XmlVocabulary } from '../../ooxml/xml-names.ts';

/** The names of a format that mixes several namespaces, written `prefix:local` whatever prefixes a file uses. */
export interface MarkupWords {
  /** Namespaces by prefix; several may share one. */
  readonly namespaces: readonly (readonly [prefix: string, namespace: string])[];
  readonly elements: Codes;
  readonly attributes: Codes;
  /** The prefix that names without any namespace are taken to have. */
  readonly bare: string;
}

export function markupVocabulary({ namespaces, elements, attributes, bare }: MarkupWords): XmlVocabulary {
  const prefixes = new Map(namespaces.map(([prefix, namespace]) => [namespace, prefix]));
  const ofElements = new Map(Object.entries(elements));
  const ofAttributes = new Map(Object.entries(attributes));
  const spelled = (namespace: string, local: string) =>
    `${namespace === '' ? bare : (prefixes.get(namespace) ?? '')}:${local}`;
  return {
    owns: (namespace) => prefixes.has(namespace),
    element: (namespace, local) => ofElements.get(spelled(namespace, local)) ?? 0,
    attribute: (namespace, local) => ofAttributes.get(spelled(namespace, local)) ?? 0,
  };
}

/** A whole number of an attribute from 1 up to a limit; 1 when there is none. */
export function countOf(value: string | null, limit: number): number {
  const count = value === null ? 1 : Number.parseInt(value, 10);
  return count >= 1 ? Math.min(count, limit) : 1;
}
