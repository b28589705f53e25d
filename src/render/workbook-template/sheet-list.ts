import type { Copy } from './axis.ts';
import type { RowBand } from './blocks.ts';

/** What goes through a list, or does not. */
interface Repeating {
  readonly kind: string;
  readonly statement: hbs.AST.BlockStatement;
}

/** Names the list of the report's own that a block goes through; null for every other. `isOuter`: nothing is repeated around it. */
export function listOf(block: Repeating | null, isOuter: boolean): string | null {
  const [list] = block?.kind === 'each' ? block.statement.params : [];
  if (!list) return null;
  if (list.type !== 'PathExpression') return isOuter ? JSON.stringify(list, withoutPlaces) : null;
  const { data, depth, parts } = list as hbs.AST.PathExpression;
  if (data) return parts[0] === 'root' ? parts.slice(1).join('.') : null;
  return isOuter && depth === 0 ? parts.join('.') : null;
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'loc' ? undefined : value;
}

/** Which item of the list a copy of rows stands for; null when none of those around it goes through the list. */
export function itemOf(copy: Copy, list: string, isSheetOnce: boolean): { at: number; length: number } | null {
  for (let at = copy; at.parent; at = at.parent) {
    const { block } = at.band as RowBand;
    if (listOf(block, isSheetOnce && at.parent.parent === null) !== list) continue;
    const all = at.parent.copies.get(at.band) ?? [];
    return { at: all.indexOf(at), length: all.length };
  }
  return null;
}
