import type { ReportLabels } from '../../message/report-labels.ts';
import type { NullReason } from '../../model/compilation.ts';
import { reasonWord } from '../helpers/cells.ts';
import { formatNumber } from '../helpers/numbers.ts';
import { VALUE_SIZE } from '../svg/picture.ts';
import { textWidth } from '../svg/text-width.ts';

/** What is printed of a figure. */
export interface Printed {
  readonly value: number | null;
  readonly reason: NullReason | null;
  readonly complete: boolean;
}

const INCOMPLETE = '*';

/** The number of a figure, marked when it is incomplete, or the word for why there is none. */
export function figureText(figure: Printed | undefined, decimals: number, labels: ReportLabels, room: number): string {
  if (figure === undefined || figure.value === null) return reasonWord(figure?.reason ?? null, labels);
  const mark = figure.complete ? '' : INCOMPLETE;
  return numberText(figure.value, decimals, labels, room - textWidth(mark, VALUE_SIZE)) + mark;
}

/** A number in full digits where they fit, else in 万 or 亿 with fewer and fewer decimals. */
export function numberText(value: number, decimals: number, { scales }: ReportLabels, room: number): string {
  const full = formatNumber(value, decimals);
  const { power, word } = scales.find((scale) => Math.abs(value) >= 10 ** scale.power) ?? { power: 0, word: '' };
  const shorter = [2, 1, 0].map(
    (places) => formatNumber(value / 10 ** power, Math.min(places, decimals + power)) + word,
  );
  const fits = [full, ...shorter].find((text) => textWidth(text, VALUE_SIZE) <= room);
  return fits ?? value.toExponential(0);
}
