import { visible } from '../text/visible.ts';

/** What a template produces; decides how values are escaped. */
export type Format = 'html' | 'md' | 'text';

/** A value of the data as text of the format: it never becomes markup, and hidden characters show. */
export function escapeFor(format: Format, text: string): string {
  switch (format) {
    case 'html':
      return escapeHtml(visible(text));
    case 'md':
      return escapeMarkdown(visible(text));
    case 'text':
      return visible(text);
  }
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}

/**
 * Text that stays text anywhere in Markdown, table cells included: line breaks become `<br>`.
 *
 * Besides inline marks it disarms autolinks (`://`, `www.`, `@`) and what means something at the start of a line only.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~$&{}@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+=](?!\d)|\d+(?=[.)](?:\s|$)))/gm, escapeLineStart)
    .replace(/^(?: {4,}|\t)/gm, ' ')
    .replace(/\r\n?|\n/g, '<br>');
}

/** `- item` → `\\- item`; `1. item` → `1\\. item`: the backslash stands before the punctuation. */
function escapeLineStart(_match: string, indent: string, mark: string): string {
  return /^\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`;
}
