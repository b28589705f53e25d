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

/** Tells of an element whether it is there, but not to be seen. */
export type IsHidden = (attributes: HtmlAttributes) => boolean;

const DISPLAY = /(?<![\w-])display\s*:\s*([a-z-]+)/i;
const UNSEEN = /(?<![\w-])visibility\s*:\s*(?:hidden|collapse)/i;
const SPACE = /\s+/;
/** What browsers show nothing of. */
const NEVER = new Set(['datalist', 'audio', 'video', 'object', 'canvas']);
/** Elements without an end tag. */
const VOID = new Set(['br', 'img', 'input', 'hr', 'col', 'meta', 'link', 'wbr', 'area', 'base', 'embed', 'source']);
/** No part of a cell reaches beyond it. */
const TABLE = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot', 'body', 'html']);

/** Whether an element takes no place, by its own style, its attribute, or one of the classes that hide what has them. */
export function hiddenBy(classes: ReadonlySet<string>): IsHidden {
  return (attributes) => {
    const display = DISPLAY.exec(attributes('style') ?? '')?.[1]?.toLowerCase();
    if (display !== undefined) return display === 'none';
    if (attributes('hidden') !== null) return true;
    return classes.size > 0 && (attributes('class') ?? '').split(SPACE).some((name) => classes.has(name));
  };
}

export function hiddenParts(isHidden: IsHidden): HiddenParts {
  let inside: { readonly name: string; depth: number } | null = null;
  const isUnseen: IsHidden = (attributes) => isHidden(attributes) || UNSEEN.test(attributes('style') ?? '');

  return {
    opens(name, attributes) {
      if (TABLE.has(name)) inside = null;
      else if (inside !== null) inside.depth += name === inside.name ? 1 : 0;
      else if (NEVER.has(name) || isUnseen(attributes)) {
        if (VOID.has(name)) return true;
        inside = { name, depth: 1 };
      }
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

/** Follows the hidden parts of a page that hold whole rows. */
export interface HiddenBlocks {
  opens(name: string, attributes: HtmlAttributes): void;
  closes(name: string): void;
  isInside(): boolean;
}

const SECTIONS = new Set(['tbody', 'thead', 'tfoot']);
const BLOCKS = new Set([...SECTIONS, 'table', 'div', 'section', 'article', 'main', 'form', 'fieldset', 'center']);

export function hiddenBlocks(isHidden: IsHidden): HiddenBlocks {
  let inside: { readonly name: string; depth: number } | null = null;

  return {
    opens(name, attributes) {
      if (!BLOCKS.has(name)) return;
      // A section of a table ends where the next one begins.
      if (inside !== null && SECTIONS.has(inside.name) && SECTIONS.has(name)) inside = null;
      if (inside !== null) inside.depth += name === inside.name ? 1 : 0;
      else if (isHidden(attributes)) inside = { name, depth: 1 };
    },
    closes(name) {
      if (inside !== null && name === inside.name && --inside.depth === 0) inside = null;
      else if (inside !== null && name === 'table' && SECTIONS.has(inside.name)) inside = null;
    },
    isInside: () => inside !== null,
  };
}
