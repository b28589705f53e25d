import { area, NAME_SIZE, outline, PICTURE_WIDTH, type Picture, textAt, VALUE_SIZE } from './picture.ts';
import { fitted, textWidth, wrapped } from './text-width.ts';

/** A bar made of parts; its whole is the sum of the values that are there. */
export interface Stack {
  readonly name: string;
  readonly parts: readonly StackPart[];
}

export interface StackPart {
  readonly name: string;
  readonly value: number | null;
  /** The number, or why there is none. */
  readonly text: string;
}

const BAR_HEIGHT = 16;
const LINE = 16;
const SWATCH = 9;
/** Ink is read on shares up to this one, white on the full colour. */
const LIGHT = 0.45;
const FAINT = 0.1;

/** Stacked bars of equal length; below each the number of every part in the order of the bar. */
export function stacksPicture(stacks: readonly Stack[]): Picture {
  let y = 0;
  const drawn = stacks.map((stack) => {
    const one = stackAt(stack, y);
    y += one.height;
    return one.body;
  });
  return { width: PICTURE_WIDTH, height: y, body: drawn.join('') };
}

function stackAt({ name, parts }: Stack, top: number): Pick<Picture, 'height' | 'body'> {
  const lines = wrapped(name, NAME_SIZE, PICTURE_WIDTH, 3);
  const head = lines.map((line, at) => textAt(0, top + 12 + at * LINE, line, { 'font-size': NAME_SIZE }));
  const y = top + lines.length * LINE + 2;
  const list = listAt(parts, y + BAR_HEIGHT + 4);
  return { height: list.bottom + 10 - top, body: head.join('') + barAt(parts, y) + list.body };
}

function barAt(parts: readonly StackPart[], y: number): string {
  const sum = parts.reduce((total, { value }) => total + Math.max(0, value ?? 0), 0);
  let x = 0;
  return parts
    .map(({ name, value }, at) => {
      const width = sum > 0 ? (Math.max(0, value ?? 0) / sum) * PICTURE_WIDTH : 0;
      if (width === 0) return '';
      const from = x;
      x += width;
      const share = shareOf(at, parts.length);
      const edge = outline(from + 0.5, y + 0.5, Math.max(0, width - 1), BAR_HEIGHT - 1, { 'stroke-opacity': '0.6' });
      const named = textWidth(name, VALUE_SIZE) + 6 <= width ? nameOn(from + width / 2, y, name, share) : '';
      return area(from, y, width, BAR_HEIGHT, share) + edge + named;
    })
    .join('');
}

function nameOn(x: number, y: number, name: string, share: number): string {
  const colour = share > LIGHT ? { class: 'on-area', fill: '#ffffff' } : {};
  return textAt(x, y + 12, name, { 'text-anchor': 'middle', ...colour });
}

/** The first part has the full colour, the others fade. */
function shareOf(at: number, count: number): number {
  return at === 0 ? 1 : LIGHT - ((at - 1) * (LIGHT - FAINT)) / Math.max(1, count - 2);
}

function listAt(parts: readonly StackPart[], top: number): { readonly bottom: number; readonly body: string } {
  let x = 0;
  let y = top;
  const body = parts.map(({ name, text }, at) => {
    const number = ` ${text}`;
    const room = PICTURE_WIDTH - SWATCH - 4 - textWidth(number, VALUE_SIZE);
    const label = fitted(name, VALUE_SIZE, room) + number;
    const width = SWATCH + 4 + textWidth(label, VALUE_SIZE);
    if (x > 0 && x + width > PICTURE_WIDTH) {
      x = 0;
      y += LINE;
    }
    const swatch =
      area(x, y + 2, SWATCH, SWATCH, shareOf(at, parts.length)) +
      outline(x + 0.5, y + 2.5, SWATCH - 1, SWATCH - 1, { 'stroke-opacity': '0.6' });
    const item = swatch + textAt(x + SWATCH + 4, y + 11, label);
    x += width + 10;
    return item;
  });
  return { bottom: y + LINE, body: body.join('') };
}
