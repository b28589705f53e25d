/** Kinds of blocks that repeat or leave out rows, columns and sheets. */
export type BlockKind = 'each' | 'if' | 'unless' | 'across';

/** `{{#each path}}` as it is written. */
export interface OpenTag {
  readonly kind: BlockKind;
  readonly text: string;
  readonly at: number;
}

/** A text taken apart: blocks of rows and columns that begin and end with it, and what is left for the cell. */
export interface Marked {
  /** The outermost first. */
  readonly opens: readonly OpenTag[];
  readonly body: string;
  /** Where the body begins in the text. */
  readonly from: number;
  /** The innermost first. */
  readonly closes: readonly { readonly kind: BlockKind; readonly text: string; readonly at: number }[];
  /** Tags that begin or end no block where they stand: neither at the start nor at the end, with no partner in the cell. */
  readonly astray: readonly { readonly text: string; readonly at: number }[];
}

interface Tag {
  readonly sort: '#' | '/' | 'else';
  readonly name: string;
  readonly text: string;
  readonly at: number;
  partner: Tag | null;
  hasElse: boolean;
}

const KINDS: readonly BlockKind[] = ['each', 'if', 'unless', 'across'];
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless']);
const TAG = /\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{~?\s*(?:([#/])\s*(\w+)[^}]*|(else)\b[^}]*|\^)~?\}\}/gs;

/** Whether a text has anything to be filled in. */
export function hasMarks(text: string): boolean {
  return text.includes('{{');
}

/** Blocks within each other in one text, or around one row: nobody writes more. */
export const DEEPEST_BLOCKS = 50;

/** Whether blocks of a text lie within each other deeper than anybody means them to. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const { 1: sort } of text.matchAll(TAG)) {
    if (sort === '#' && ++depth > DEEPEST_BLOCKS) return true;
    if (sort === '/') depth = Math.max(0, depth - 1);
  }
  return false;
}

/**
 * Finds the blocks that a text begins and ends. A block that lies within one text is left to it: between other words
 * always, and a condition also where other cells of the row say something, too (`isAlone` false).
 */
export function marked(text: string, isAlone = true): Marked {
  const tags = tagsOf(text);
  const opens: Tag[] = [];
  const closes: Tag[] = [];
  const isBlock = ({ sort, name }: Tag) => sort !== 'else' && KINDS.some((kind) => kind === name);
  let from = 0;
  let end = text.length;
  for (const tag of tags) {
    if (tag.sort !== '#' || !isBlock(tag) || text.slice(from, tag.at).trim() !== '') break;
    if (tag.partner && !isAlone && CONDITIONS.has(tag.name)) break;
    if (tag.partner && !reachesEnd(tag, tags, text)) break;
    opens.push(tag);
    from = tag.at + tag.text.length;
  }
  for (const tag of tags.toReversed()) {
    if (tag.sort !== '/' || !isBlock(tag) || tag.at < from) break;
    if (text.slice(tag.at + tag.text.length, end).trim() !== '') break;
    if (tag.partner && !opens.includes(tag.partner)) break;
    closes.push(tag);
    end = tag.at;
  }
  const taken = new Set([...opens, ...closes]);
  const astray = tags.filter(
    (tag) => tag.sort !== 'else' && isBlock(tag) && !taken.has(tag) && (!tag.partner || tag.name === 'across'),
  );
  const plain = ({ name, text: written, at }: Tag) => ({ kind: name as BlockKind, text: written, at });
  return { opens: opens.map(plain), body: text.slice(from, end), from, closes: closes.toReversed().map(plain), astray };
}

/** Whether nothing but ends of blocks that the text begins with follows the end of the block, which has no `else`. */
function reachesEnd(open: Tag, tags: readonly Tag[], text: string): boolean {
  const { partner } = open;
  if (!partner || open.hasElse) return false;
  let at = partner.at + partner.text.length;
  for (const tag of tags.slice(tags.indexOf(partner) + 1)) {
    if (tag.sort !== '/' || text.slice(at, tag.at).trim() !== '') return false;
    at = tag.at + tag.text.length;
  }
  return text.slice(at).trim() === '';
}

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  for (const { 0: written, 1: sort, 2: name = '', index: at } of text.matchAll(TAG)) {
    if (/^\{\{~?!/.test(written)) continue;
    const tag: Tag = {
      sort: sort === '#' || sort === '/' ? sort : 'else',
      name,
      text: written,
      at,
      partner: null,
      hasElse: false,
    };
    tags.push(tag);
    const last = open.at(-1);
    if (tag.sort === '#') open.push(tag);
    else if (tag.sort === 'else') {
      if (last) last.hasElse = true;
    } else if (last?.name === name) {
      last.partner = tag;
      tag.partner = last;
      open.pop();
    }
  }
  return tags;
}
