import { displayWidth } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';

/** A piece of a line, measured as it is and shown as painted. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
}

const GAP = '  ';

/** Pieces one behind the other, two spaces apart, in lines of at most `width` columns: one that does not fit begins a new line. */
export function flow(pieces: readonly Piece[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { text, paint } of pieces) {
    const [first = '', ...more] = wrap(text, width);
    const beside = used + GAP.length + displayWidth(first);
    if (lines.length > 0 && more.length === 0 && beside <= width) {
      lines.push(`${lines.pop() ?? ''}${GAP}${paint(first)}`);
      used = beside;
    } else {
      lines.push(...[first, ...more].map((line) => paint(line)));
      used = displayWidth(more.at(-1) ?? first);
    }
  }
  return lines;
}
