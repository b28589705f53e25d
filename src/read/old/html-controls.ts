import type { HtmlAttributes } from './html-tokens.ts';

/** What the controls of a form show: in a list its choice, in a field what is typed there. */
export interface HtmlControls {
  /** The text that an element which begins shows by itself. */
  open(name: string, attributes: HtmlAttributes): string;
  /** Whether a text is an entry of a list, which shows only the one that is chosen. */
  takes(text: string): boolean;
  /** What the list that an element ends shows; empty when it ends none. */
  close(name: string): string;
}

interface Entry {
  text: string;
  readonly chosen: boolean;
}

/** Fields in which something is typed; one without a type is such a field, too. */
const TYPED = new Set(['text', 'number', 'tel', 'date', 'month', 'email', 'url', 'search', '']);
const MARKED = new Set(['checkbox', 'radio']);
const MARK = '☑';
/** A list ends at the latest with the cell that it stands in. */
const ENDS = new Set(['select', 'td', 'th', 'tr', 'table', 'body']);
/** What is chosen beside one another. */
const BETWEEN = '、';

export function htmlControls(): HtmlControls {
  let entries: Entry[] | null = null;

  return {
    open(name, attributes) {
      if (name === 'select') entries = [];
      else if (name === 'option') entries?.push({ text: '', chosen: attributes('selected') !== null });
      return name === 'input' ? shownIn(attributes) : '';
    },
    takes(text) {
      if (entries === null) return false;
      const last = entries.at(-1);
      if (last) last.text += text;
      return true;
    },
    close(name) {
      if (entries === null || !ENDS.has(name)) return '';
      const chosen = entries.filter((entry) => entry.chosen);
      const shown = chosen.length > 0 ? chosen : entries.slice(0, 1);
      entries = null;
      return shown.map(({ text }) => text.trim()).join(BETWEEN);
    },
  };
}

function shownIn(attributes: HtmlAttributes): string {
  const type = (attributes('type') ?? '').trim().toLowerCase();
  if (MARKED.has(type)) return attributes('checked') === null ? '' : MARK;
  // Each field is a box of its own.
  return TYPED.has(type) ? ` ${attributes('value') ?? ''} ` : '';
}
