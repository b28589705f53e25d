import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { endingsOf, namesUnknownRegion } from './parallel-title.ts';
import type { KindedSheet } from './sheet-kind.ts';
import type { ReadBlock } from './table-block.ts';

const regionFields = perScheme(
  ({ columns }) => new Set(columns.flatMap(({ id, type }) => (type === 'region' ? [id] : []))),
);

/**
 * Tables whose title or sheet is called as those of the counties beside them, by a name that nobody knows (高新区 beside
 * 惠城区 and 惠阳区), with that name: they are none of the counties, and no total of the city.
 */
export function unknownParts(sheets: readonly KindedSheet[], scheme: Scheme): ReadonlyMap<ReadBlock, string> {
  const blocks = sheets.flatMap(({ kind, read }) => (kind === 'compiled' ? read.blocks : []));
  const endings = endingsOf(new Set(blocks.flatMap(({ names }) => names)), scheme);
  const unknown = new Map<ReadBlock, string>();
  if (endings.size === 0) return unknown;
  for (const block of blocks) {
    if (block.form === 'unknown' || tellsRegions(block, scheme) || endingsOf(block.names, scheme).size > 0) continue;
    const name = block.names.find((one) => namesUnknownRegion(one, endings, scheme));
    if (name !== undefined) unknown.set(block, name);
  }
  return unknown;
}

/** Whether rows or columns of a table tell their regions themselves. */
function tellsRegions({ read, parts, tables }: ReadBlock, scheme: Scheme): boolean {
  const fields = regionFields(scheme);
  return (
    read.columns.some(({ meaning }) => fields.has(meaning ?? '')) ||
    tables.some(({ lines }) => lines?.some(({ regions }) => regions !== null)) ||
    (parts ?? []).some(({ columns }) => columns.some(({ measure }) => (measure?.region ?? null) !== null))
  );
}
