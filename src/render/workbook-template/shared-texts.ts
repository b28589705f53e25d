import type { Book } from './book.ts';
import { hasMarks } from './markers.ts';
import { stringText } from './sheet-cells.ts';
import { elements, local, withChildren } from './xml-query.ts';
import { escapeText, openTag, printElement, XML_HEAD, type XmlElement } from './xml-tree.ts';

/** The texts that cells of a workbook share; each is written once, however many cells say it. */
export interface SharedTexts {
  /** The number of a text, which gets one when it is new. */
  readonly numberOf: (text: string) => number;
  /** The part that holds those of the template and the new ones. */
  readonly part: () => Iterable<string>;
}

/**
 * The shared texts of a template, to be continued; null when it has none, so that each cell holds its own.
 *
 * @param safe a text as a cell may hold it.
 */
export function sharedTexts({ strings }: Book, safe: (text: string) => string): SharedTexts | null {
  if (strings === null) return null;
  const { root } = strings;
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  const items = elements(root).filter((one) => local(one) === 'si');
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = items.length + numbers.size;
      numbers.set(text, number);
      return number;
    },
    part: () => xml(),
  };

  function* xml(): Iterable<string> {
    const { count: _uses, ...attributes } = root.attributes;
    yield XML_HEAD;
    yield openTag({ ...root, attributes: { ...attributes, uniqueCount: String(items.length + numbers.size) } });
    for (const item of items) yield printElement(withoutMarks(item, prefix));
    for (const text of numbers.keys()) yield `<${prefix}si>${textElement(safe(text), prefix)}</${prefix}si>`;
    for (const one of elements(root)) if (local(one) !== 'si') yield printElement(one);
    yield `</${root.name}>`;
  }
}

/** `<t>` with a text; spaces at its ends and line breaks would be lost without a word of it. */
export function textElement(text: string, prefix: string): string {
  const space = /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeText(text)}</${prefix}t>`;
}

/** Shared texts keep their numbers, also with readers that pass over `<si/>`; what was filled in is not left behind. */
function withoutMarks(item: XmlElement, prefix: string): XmlElement {
  return item.children.length === 0 || hasMarks(stringText(item))
    ? withChildren(item, [{ name: `${prefix}t`, attributes: {}, children: [] }])
    : item;
}
