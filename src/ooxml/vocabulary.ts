import type { XmlVocabulary } from './xml-names.ts';

/** Codes of names, from 1 upwards. */
export type Codes<Name extends string = string> = Readonly<Record<Name, number>>;

/** Gives each name a code: what a vocabulary and the reader that uses it share. */
export function codes<Name extends string>(...names: readonly Name[]): Codes<Name> {
  return Object.fromEntries(names.map((name, place) => [name, place + 1])) as Record<Name, number>;
}

/** The names of one kind of part. */
export interface VocabularyTables {
  /** Namespace of its elements, in transitional spelling. */
  readonly namespace: string;
  readonly elements: Codes;
  /** Attributes without prefix. */
  readonly attributes: Codes;
  /** Attributes of a namespace of their own, such as `r:id`; their codes follow those of `attributes`. */
  readonly foreign?: { readonly namespace: string; readonly attributes: Codes };
}

/**
 * The vocabulary of a part.
 *
 * Elements without any namespace count as those of the part: writers that forget it mean nothing else.
 */
export function vocabulary({ namespace, elements, attributes, foreign }: VocabularyTables): XmlVocabulary {
  const ofElements = new Map(Object.entries(elements));
  const ofAttributes = new Map(Object.entries(attributes));
  const ofForeign = new Map(Object.entries(foreign?.attributes ?? {}));
  const owns = (of: string) => of === namespace || of === '';
  return {
    owns,
    element: (of, local) => (owns(of) ? (ofElements.get(local) ?? 0) : 0),
    attribute(of, local) {
      if (of === '') return ofAttributes.get(local) ?? 0;
      const code = of === foreign?.namespace ? ofForeign.get(local) : undefined;
      return code === undefined ? 0 : code + ofAttributes.size;
    },
  };
}
