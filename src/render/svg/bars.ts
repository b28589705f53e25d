import { area, axisLine, NAME_SIZE, outline, PICTURE_WIDTH, type Picture, textAt, VALUE_SIZE } from './picture.ts';
import { fitted, textWidth } from './text-width.ts';

/** A bar with its text; without a value only the text stands there. */
export interface Bar {
  readonly value: number | null;
  readonly text: string;
}

export interface BarRow {
  readonly name: string;
  readonly now: Bar;
  /** Drawn hollow below. */
  readonly before: Bar;
}

/** What the two bars of a row are; without the second only the first is drawn. */
export interface BarLegend {
  readonly now: string;
  readonly before: string | null;
}

const LEGEND_HEIGHT = 22;
const GAP = 6;
/** Longest names stand in full up to here. */
export const MOST_NAME = 112;

/** Horizontal bars, a row each, in the order given; every bar has its number at its end. */
export function barsPicture(rows: readonly BarRow[], legend: BarLegend): Picture {
  const pair = legend.before !== null;
  const bars = rows.flatMap(({ now, before }) => (pair ? [now, before] : [now]));
  const left = Math.min(MOST_NAME, Math.max(0, ...rows.map(({ name }) => textWidth(name, NAME_SIZE)))) + GAP;
  const right = Math.max(0, ...bars.map(({ text }) => textWidth(text, VALUE_SIZE))) + GAP;
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const room = Math.max(0, PICTURE_WIDTH - left - right);
  const length = (value: number) => (most > 0 && value > 0 ? Math.max(2, (value / most) * room) : 0);
  const height = pair ? 29 : 20;
  const body = rows.map(({ name, now, before }, at) => {
    const y = LEGEND_HEIGHT + at * height;
    const named = textAt(left - GAP, y + (pair ? 18 : 14), fitted(name, NAME_SIZE, MOST_NAME), {
      'text-anchor': 'end',
      'font-size': NAME_SIZE,
    });
    const drawn = pair
      ? bar(now, left, y + 3, 10, length, true) + bar(before, left, y + 16, 8, length, false)
      : bar(now, left, y + 4, 12, length, true);
    return named + drawn;
  });
  const base = LEGEND_HEIGHT + rows.length * height;
  const axis = axisLine(left, LEGEND_HEIGHT, left, base);
  return { width: PICTURE_WIDTH, height: base + 4, body: legendOf(legend) + body.join('') + axis };
}

function bar(
  { value, text }: Bar,
  x: number,
  y: number,
  height: number,
  length: (value: number) => number,
  filled: boolean,
): string {
  const width = value === null ? 0 : length(value);
  const shape = filled
    ? area(x, y, width, height, 1)
    : outline(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1, { 'stroke-width': 1 });
  const number = textAt(x + width + 4, y + height / 2 + VALUE_SIZE * 0.36, text, value === null ? NONE : {});
  return (width > 0 ? shape : '') + number;
}

const NONE = { 'fill-opacity': '0.75' };

function legendOf({ now, before }: BarLegend): string {
  const first = area(0, 3, 10, 10, 1) + textAt(14, 12, now);
  if (before === null) return first;
  const x = 14 + textWidth(now, VALUE_SIZE) + 14;
  return first + outline(x + 0.5, 3.5, 9, 9) + textAt(x + 14, 12, before);
}
