import type { HtmlAttributes } from './html-tokens.ts';

/** Follows the parts of a cell that nobody sees, such as the number by which a page sorts. */
export interface HiddenParts {
  /** To be told of each element that begins; whether it is hidden, or within one that is. */
  opens(name: string, attributes: HtmlAttributes): boolean;
  closes(name: string): boolean;
  /** Whether what stands here is hidden. */
  isInside(): boolean;
  /** Hides the rest of the cell. */
  hideCell(): void;
}

const STYLE = /display\s*:\s*none/i;
/** Elements without an end tag. */
const VOID = new Set(['br', 'img', 'input', 'hr', 'col', 'meta', 'link', 'wbr', 'area', 'base', 'embed', 'source']);
/** No part of a cell reaches beyond it. */
const TABLE = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot', 'body', 'html']);

export function isHidden(attributes: HtmlAttributes): boolean {
  return STYLE.test(attributes('style') ?? '');
}

export function hiddenParts(): HiddenParts {
  let inside: { readonly name: string; depth: number } | null = null;

  return {
    opens(name, attributes) {
      if (TABLE.has(name)) inside = null;
      else if (inside !== null) inside.depth += name === inside.name ? 1 : 0;
      else if (!VOID.has(name) && isHidden(attributes)) inside = { name, depth: 1 };
      return inside !== null;
    },
    closes(name) {
      const was = inside !== null;
      if (TABLE.has(name)) inside = null;
      else if (inside !== null && name === inside.name && --inside.depth === 0) inside = null;
      return was && !TABLE.has(name);
    },
    isInside: () => inside !== null,
    hideCell() {
      inside = { name: '', depth: 1 };
    },
  };
}
