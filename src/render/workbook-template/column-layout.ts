import type { Band, Copy } from './axis.ts';
import type { Block, Piece } from './blocks.ts';
import type { Frame } from './frame.ts';
import type { LaidRow } from './row-layout.ts';

/** The frames of the repeated columns of each row that repeats them. */
export type AcrossFrames = ReadonlyMap<LaidRow, ReadonlyMap<Band, readonly Frame[]>>;

/** The columns of a sheet in the output. */
export interface ColumnLayout {
  readonly root: Copy;
  readonly across: AcrossFrames;
  /** Blocks whose list is not as long as that of the first over the same columns. */
  readonly unequal: readonly { readonly block: Block; readonly length: number; readonly wanted: number }[];
}

/** Lays out the columns of a sheet, whose rows are laid out already. */
export function layColumns(
  root: Band,
  rows: readonly LaidRow[],
  pieces: readonly Piece[],
  {
    frames,
    standsIn,
  }: {
    readonly frames: (block: Block, frame: Frame) => readonly Frame[];
    readonly standsIn: (band: Band) => boolean;
  },
): ColumnLayout {
  const blocks = acrossBlocks(pieces);
  const lengths = new Map<Band, number>();
  const across = new Map<LaidRow, ReadonlyMap<Band, readonly Frame[]>>();
  const unequal = new Map<Block, { block: Block; length: number; wanted: number }>();
  if (blocks.length > 0) for (const row of rows) measure(row);

  function measure(row: LaidRow): void {
    if (!row.frame) return;
    const own = blocks.filter(({ top }) => top === row.source.number);
    if (own.length === 0) return;
    const made = new Map<Band, readonly Frame[]>();
    for (const block of own) {
      const band = root.bands.find(({ first }) => first === block.left);
      if (!band) continue;
      const items = frames(block, row.frame);
      const wanted = lengths.get(band) ?? items.length;
      lengths.set(band, wanted);
      if (items.length !== wanted && !unequal.has(block)) unequal.set(block, { block, length: items.length, wanted });
      made.set(band, items);
    }
    across.set(row, made);
  }

  const copies = new Map<Band, readonly Copy[]>();
  const whole: { -readonly [K in keyof Copy]: Copy[K] } = { band: root, parent: null, start: 1, length: 0, copies };
  let at = 1;
  let line = 1;
  for (const band of root.bands) {
    at += band.first - line;
    const width = band.last - band.first + 1;
    const count = lengths.get(band) ?? 0;
    const start = at;
    const made = Array.from(
      { length: count === 0 && standsIn(band) ? 1 : count },
      (_, item): Copy => ({
        ...{ band, parent: whole, start: start + item * width, length: width, copies: new Map() },
      }),
    );
    copies.set(band, made);
    at += made.length * width;
    line = band.last + 1;
  }
  whole.length = at + root.last - line;
  return { root: whole, across, unequal: [...unequal.values()] };
}

/** The blocks of columns, at any depth. */
function acrossBlocks(pieces: readonly Piece[]): readonly Block[] {
  return pieces.flatMap((piece) => {
    if (!('block' in piece)) return [];
    const inner = acrossBlocks(piece.block.pieces);
    return piece.block.kind === 'across' ? [piece.block, ...inner] : inner;
  });
}
