import { PackageError } from '../../ooxml/package-error.ts';
import { pieceEnd, unescapeHtml } from './html-entities.ts';

/** Takes the tags and texts of a page, without comments and declarations; names are in lower case. */
export interface HtmlHandler {
  open(name: string, attributes: HtmlAttributes): void;
  close(name: string): void;
  /** Text between two tags with references replaced; white space as written. */
  text(text: string): void;
}

/** The attributes of a tag; its last call ends with that of the handler. */
export type HtmlAttributes = (name: string) => string | null;

/** Elements whose content is not the page's text; `xml` holds the settings of a spreadsheet program. */
const RAW = new Set(['script', 'style', 'title', 'xmp', 'noframes', 'noscript', 'template', 'iframe', 'xml']);
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** So many attributes of a tag are looked at: more have never been seen, and each costs an entry. */
const MOST_ATTRIBUTES = 10_000;
/** Signs that could open a tag and do not: a page that is sound has hardly any. */
const MAX_LONE = 1_048_576;
const NAME = /[a-z][^\s/>]*/iy;

/**
 * Tells the tags of a page as browsers find them, in one pass.
 *
 * Knows no elements: what is open, and what an end tag closes, is for the handler to say.
 */
export function tokenizeHtml(html: string, handler: HtmlHandler): void {
  let at = 0;
  /** Where the text not yet told begins. */
  let from = 0;
  const tellText = (to: number) => {
    // Of a text as long as the page no copy is made as a whole.
    for (let end = from; from < to; from = end) {
      end = pieceEnd(html, from, to);
      handler.text(unescapeHtml(html.slice(from, end)));
    }
  };

  const tags = tagEnds(html);
  let lone = 0;
  for (;;) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    const next = html[start + 1] ?? '';
    const isSection = next === '!' || next === '?';
    const nameFrom = next === '/' ? start + 2 : start + 1;
    const name = isSection ? '' : nameAt(html, nameFrom);
    const end = isSection ? sectionEnd(html, start) : name === '' ? NONE : tags(nameFrom + name.length);
    if (end === NONE) {
      // A lone sign, not a tag.
      if (++lone > MAX_LONE) throw new PackageError('faults');
      at = start + 1;
      continue;
    }
    tellText(start);
    from = end;
    at = end;
    if (isSection) continue;
    if (next === '/') {
      handler.close(name);
      continue;
    }
    handler.open(name, attributesOf(html.slice(nameFrom + name.length, end - 1)));
    if (RAW.has(name)) {
      from = rawEnd(html, name, end);
      at = from;
    }
  }
  tellText(html.length);
}

const NONE = -1;

function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return (NAME.exec(html)?.[0] ?? '').toLowerCase();
}

/** Finds where tags end, values in quotation marks passed over; what is missing up to the end is looked for once. */
function tagEnds(html: string): (from: number) => number {
  const missing = new Set<string>();

  function find(sign: string, from: number): number {
    if (missing.has(sign)) return NONE;
    const place = html.indexOf(sign, from);
    if (place < 0) missing.add(sign);
    return place;
  }

  /** Places from which a quotation is met that never ends: whoever comes there finds no end. */
  let lost: Uint8Array | null = null;

  /** Where the tag ends; the place where it is lost, as a negative number; null when the page ends before. */
  function follow(from: number, to: number, visit: ((at: number) => boolean) | null): number | null {
    let afterEquals = false;
    for (let at = from; at < to; at++) {
      const sign = html[at] ?? '';
      if (sign === '>') return at + 1;
      if (visit !== null && !afterEquals && visit(at)) return -at;
      if (afterEquals && (sign === '"' || sign === "'")) {
        const close = find(sign, at + 1);
        if (close === NONE) return -at;
        at = close;
      }
      afterEquals = sign === '=' || (afterEquals && sign === ' ');
    }
    return null;
  }

  function isLost(at: number): boolean {
    return lost?.[at] === 1;
  }

  function lose(at: number): boolean {
    lost ??= new Uint8Array(html.length);
    lost[at] = 1;
    return false;
  }

  return (from) => {
    if (missing.has('>')) return NONE;
    const end = follow(from, html.length, lost === null ? null : isLost);
    if (end === null) missing.add('>');
    if (end === null || end > 0) return end ?? NONE;
    follow(from, -end, lose);
    return NONE;
  };
}

/** Where a comment, declaration or instruction ends: the page ends with one that never does. */
function sectionEnd(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start);
  const end = html.indexOf(isComment ? '-->' : '>', start + (isComment ? 4 : 2));
  if (end < 0) return html.length;
  return end + (isComment ? 3 : 1);
}

/** Where the end tag of an element that holds no markup stands. */
function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Attributes are read only where the name of one that is asked for stands: a tag may have thousands of others. */
function attributesOf(source: string): HtmlAttributes {
  let found: Map<string, string> | null = null;
  return (name) => {
    if (found === null && !source.toLowerCase().includes(name)) return null;
    found ??= readAttributes(source);
    return found.get(name) ?? null;
  };
}

function readAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>();
  let count = 0;
  for (const [, key = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    if (++count > MOST_ATTRIBUTES) break;
    found.set(key.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? ''));
  }
  return found;
}
