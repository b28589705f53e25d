import { type Attributes, element, escapeXml } from './element.ts';

/** A drawing without its frame: markup in pixels of a picture so wide and high. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** What is said of a picture to those who do not see it. */
export interface PictureTexts {
  /** Unique in its document. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Width in which all pictures are drawn: a telephone shows it without making the letters smaller. */
export const PICTURE_WIDTH = 340;
export const NAME_SIZE = 12;
export const VALUE_SIZE = 11;

/** Shades are shares of one colour, so that they stay apart in grey; the page may set its own. */
const COLOUR = '#1f4e8c';
const INK = '#1d2430';
const FONTS =
  "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', SimHei, sans-serif";

/** The picture as an element of a page: texts in the colour of the page's text. */
export function inlineSvg(picture: Picture, texts: PictureTexts): string {
  return svg(picture, texts, {}, picture.body);
}

/** The picture as a file of its own, with a ground of its own: the page that shows it may be dark. */
export function svgFile(picture: Picture, texts: PictureTexts): string {
  const margin = 8;
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin;
  const ground = element('rect', { width, height, fill: '#ffffff' });
  const body = element('g', { transform: `translate(${margin} ${margin})` }, picture.body);
  return `${svg({ width, height, body: '' }, texts, { color: INK }, ground + body)}\n`;
}

function svg({ width, height }: Picture, texts: PictureTexts, more: Attributes, body: string): string {
  const title = `${texts.id}-title`;
  const description = `${texts.id}-desc`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': title,
      'aria-describedby': description,
      'font-family': FONTS,
      'font-size': VALUE_SIZE,
      ...more,
    },
    element('title', { id: title }, escapeXml(texts.title)),
    element('desc', { id: description }, escapeXml(texts.description)),
    body,
  );
}

/** A line of text; black on white, or in the colours of the page. */
export function textAt(x: number, y: number, text: string, more: Attributes = {}): string {
  return element('text', { x, y, fill: 'currentColor', ...more }, escapeXml(text));
}

/** A filled area in a share (0 to 1) of the colour of charts. */
export function area(x: number, y: number, width: number, height: number, share: number): string {
  return element('rect', { class: 'area', x, y, width, height, fill: COLOUR, 'fill-opacity': shareText(share) });
}

/** An area of which only the outline is drawn. */
export function outline(x: number, y: number, width: number, height: number, more: Attributes = {}): string {
  return element('rect', { x, y, width, height, fill: 'none', stroke: 'currentColor', ...more });
}

/** A thin straight line that things stand on. */
export function axisLine(x1: number, y1: number, x2: number, y2: number): string {
  return element('line', { x1, y1, x2, y2, stroke: 'currentColor', 'stroke-opacity': '0.5' });
}

/** A line in the colour of charts; dashed unless it is full. */
export function areaLine(x1: number, y1: number, x2: number, y2: number, full: boolean): string {
  const width = full ? { 'stroke-width': 2 } : { 'stroke-width': 1.5, 'stroke-dasharray': '4 3' };
  return element('line', { class: 'line', x1, y1, x2, y2, stroke: COLOUR, ...width });
}

/** A point of a line in the colour of charts; hollow unless it is full. */
export function dot(cx: number, cy: number, full: boolean): string {
  const fill = full ? COLOUR : '#ffffff';
  return element('circle', { class: full ? 'dot' : 'dot hollow', cx, cy, r: 3, fill, stroke: COLOUR });
}

function shareText(share: number): string {
  return String(Math.round(share * 100) / 100);
}
