import { escapeAttribute } from './xml-tree.ts';

/** What stands between the address and the value of cells with one style. */
export interface CellTags {
  /** Up to the end of the attributes that all of its cells have. */
  readonly head: string;
  readonly blank: string;
  readonly number: string;
  /** Before the number of a shared text. */
  readonly shared: string;
}

/** What the cells of a sheet are written with: made once, as a sheet may have a million of them. */
export interface SheetTags {
  /** Before the address. */
  readonly open: string;
  readonly of: (style: string | null) => CellTags;
  /** Behind a value. */
  readonly close: string;
}

/** The tags of cells; `prefix` is that of the sheet's elements. */
export function sheetTags(prefix: string): SheetTags {
  const known = new Map<string | null, CellTags>();
  return {
    open: `<${prefix}c r="`,
    of(style) {
      const tags = known.get(style) ?? tagsOf(style, prefix);
      known.set(style, tags);
      return tags;
    },
    close: `</${prefix}v></${prefix}c>`,
  };
}

function tagsOf(style: string | null, prefix: string): CellTags {
  const head = style === null ? '"' : `" s="${escapeAttribute(style)}"`;
  return { head, blank: `${head}/>`, number: `${head}><${prefix}v>`, shared: `${head} t="s"><${prefix}v>` };
}
