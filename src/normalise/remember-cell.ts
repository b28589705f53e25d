import type { CellContent } from '../model/grid.ts';

/** Places for what was read lately, at first and at most; powers of two. */
const FEWEST = 64;
const MOST = 16_384;

/**
 * Reads the texts of cells with a memory that `CellContent.index` leads to: most repeats cost one comparison, where a search by
 * the text costs a hash as well. A text without a place is read once more, so `read` should remember, too.
 */
export function rememberCell<V>(read: (text: string) => V): (cell: CellContent) => V {
  let texts: (string | undefined)[] = [];
  let values: V[] = [];
  let places = FEWEST;
  let missed = 0;
  return ({ index, text }) => {
    if (index < 0) return read(text);
    const place = index & (places - 1);
    // Numbers of texts are those of one grid: only the text itself tells whether it is the one.
    const known = texts[place] === text ? values[place] : undefined;
    if (known !== undefined) return known;
    const value = read(text);
    if (++missed > places && places < MOST) {
      places *= 2;
      missed = 0;
      texts = [];
      values = [];
    }
    texts[index & (places - 1)] = text;
    values[index & (places - 1)] = value;
    return value;
  };
}
