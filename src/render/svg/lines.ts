import { areaLine, axisLine, dot, NAME_SIZE, PICTURE_WIDTH, type Picture, textAt, VALUE_SIZE } from './picture.ts';
import { textWidth } from './text-width.ts';

/** A line with its name; where nothing is known it has a gap. */
export interface Line {
  readonly name: string;
  readonly points: readonly (Point | null)[];
}

export interface Point {
  readonly value: number;
  readonly text: string;
}

const LEGEND_HEIGHT = 24;
const PLOT_HEIGHT = 120;
/** Numbers stand above and below the points. */
const NUMBER_HEIGHT = 18;
const MARGIN = 40;

/** Lines over the places of a common axis that begins at 0; the first is drawn full, the others are dashed with hollow points. */
export function linesPicture(lines: readonly Line[], places: readonly string[]): Picture {
  const values = lines.flatMap(({ points }) => points.flatMap((point) => (point === null ? [] : [point.value])));
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const top = LEGEND_HEIGHT + NUMBER_HEIGHT;
  const step = places.length > 1 ? (PICTURE_WIDTH - 2 * MARGIN) / (places.length - 1) : 0;
  const x = (at: number) => (places.length > 1 ? MARGIN + at * step : PICTURE_WIDTH / 2);
  const y = (value: number) =>
    top + (most > least ? (1 - (value - least) / (most - least)) * PLOT_HEIGHT : PLOT_HEIGHT);
  const axis = axisLine(0, y(0), PICTURE_WIDTH, y(0));
  const bottom = top + PLOT_HEIGHT + NUMBER_HEIGHT;
  const named = places.map((place, at) =>
    textAt(x(at), bottom + NAME_SIZE, place, { 'text-anchor': 'middle', 'font-size': NAME_SIZE }),
  );
  const drawn = lines.map(({ points }, at) => lineAt(points, { x, y, isFirst: at === 0 }));
  const numbers = places.flatMap((_, at) => numbersAt(lines, at, x(at), y));
  return {
    width: PICTURE_WIDTH,
    height: bottom + NAME_SIZE + 6,
    body: [legendOf(lines), axis, ...drawn.toReversed(), ...numbers, ...named].join(''),
  };
}

interface Scale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly isFirst: boolean;
}

function lineAt(points: Line['points'], { x, y, isFirst }: Scale): string {
  const parts = points.flatMap((point, at) => {
    const before = at > 0 ? points[at - 1] : null;
    return point && before ? [areaLine(x(at - 1), y(before.value), x(at), y(point.value), isFirst)] : [];
  });
  const dots = points.map((point, at) => (point === null ? '' : dot(x(at), y(point.value), isFirst)));
  return parts.join('') + dots.join('');
}

/** The numbers of a place: that of the higher point above it, that of the lower one below, clear of the axis; equal ones once. */
function numbersAt(lines: readonly Line[], at: number, x: number, y: (value: number) => number): readonly string[] {
  const points = lines.flatMap((line) => line.points[at] ?? []).toSorted((a, b) => b.value - a.value);
  const distinct = points.filter(({ value, text }, place) => {
    const above = points[place - 1];
    return above === undefined || above.value !== value || above.text !== text;
  });
  return distinct.map(({ value, text }, place) => {
    if (place === 0) return textAt(x, y(value) - 7, text, CENTRED);
    const top = y(value) + 7;
    const baseline = top + VALUE_SIZE;
    const axis = y(0);
    const isCrossed = top < axis + 2 && baseline > axis - 2;
    return textAt(x, isCrossed ? axis + 3 + VALUE_SIZE : baseline, text, CENTRED);
  });
}

const CENTRED = { 'text-anchor': 'middle' };

function legendOf(lines: readonly Line[]): string {
  let x = 0;
  return lines
    .map(({ name }, at) => {
      const from = x;
      x += 24 + 6 + textWidth(name, VALUE_SIZE) + 16;
      const isFirst = at === 0;
      return areaLine(from, 8, from + 24, 8, isFirst) + dot(from + 12, 8, isFirst) + textAt(from + 30, 12, name);
    })
    .join('');
}
