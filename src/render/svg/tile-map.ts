import { area, NAME_SIZE, outline, PICTURE_WIDTH, type Picture, textAt, VALUE_SIZE } from './picture.ts';
import { fitted, textWidth, wrapped } from './text-width.ts';

/** A region on its tile, counted from 0 at the top left. */
export interface MapTile {
  readonly column: number;
  readonly row: number;
  readonly name: string;
  /** Its number, or the word in its place. */
  readonly text: string;
  /** Shade from 0 (none) to 1; null: an open tile with a dashed edge. */
  readonly share: number | null;
}

const GAP = 2;
const LEAST = 42.5;
const LARGEST = 60;
const HEIGHT = 44;
const LINE = 15;
/** Both edges of a tile. */
const EDGES = 1;

/** Regions as equal tiles, each with its name and number; below, what has no tile. */
export function tileMapPicture(tiles: readonly MapTile[], notes: readonly string[]): Picture {
  const columns = columnsOf(tiles);
  const rows = Math.max(0, ...tiles.map(({ row }) => row)) + 1;
  const step = stepOf(columns);
  const width = Math.max(PICTURE_WIDTH, columns * step);
  const left = (width - columns * step) / 2;
  const drawn = tiles.map((tile) => tileAt(tile, left + tile.column * step, tile.row * (HEIGHT + GAP), step - GAP));
  const base = rows * (HEIGHT + GAP) + 4;
  const lines = notes.flatMap((note) => wrapped(note, VALUE_SIZE, width, 6));
  const below = lines.map((line, at) => textAt(0, base + 11 + at * LINE, line));
  return { width, height: base + lines.length * LINE + 4, body: drawn.join('') + below.join('') };
}

/** Width in pixels that the text of a tile has. */
export function tileRoom(tiles: readonly Pick<MapTile, 'column'>[]): number {
  return stepOf(columnsOf(tiles)) - GAP - EDGES;
}

function columnsOf(tiles: readonly Pick<MapTile, 'column'>[]): number {
  return Math.max(0, ...tiles.map(({ column }) => column)) + 1;
}

function stepOf(columns: number): number {
  return Math.min(LARGEST, Math.max(LEAST, PICTURE_WIDTH / columns));
}

function tileAt({ name, text, share }: MapTile, x: number, y: number, width: number): string {
  const edge =
    share === null
      ? outline(x + 0.5, y + 0.5, width - 1, HEIGHT - 1, { 'stroke-dasharray': '3 2' })
      : area(x, y, width, HEIGHT, share) +
        outline(x + 0.5, y + 0.5, width - 1, HEIGHT - 1, { 'stroke-opacity': '0.35' });
  const centre = { x: x + width / 2, anchor: { 'text-anchor': 'middle' } };
  const lines = balanced(text, width - EDGES);
  const first = y + (lines.length > 1 ? 13 : 18);
  return (
    edge +
    textAt(centre.x, first, fitted(name, NAME_SIZE, width - EDGES), { ...centre.anchor, 'font-size': NAME_SIZE }) +
    lines.map((line, at) => textAt(centre.x, first + 14 + at * 12, line, centre.anchor)).join('')
  );
}

/** A word in one line, else in two of like length. */
function balanced(text: string, width: number): readonly string[] {
  const half = Math.ceil(textWidth(text, VALUE_SIZE) / 2);
  return wrapped(text, VALUE_SIZE, 2 * half <= width ? width : Math.min(width, half), 2);
}
