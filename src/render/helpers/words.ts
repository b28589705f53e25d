import type { ReportLabels } from '../../message/report-labels.ts';
import { isoDate } from '../../period/period.ts';
import { countArgument, listArgument, numberArgument, textArgument } from './arguments.ts';
import { formatNumber, pct } from './numbers.ts';

/** How many names a note spells out before it counts; a single one more is spelled out, too. */
const NAMED_PARTS = 5;

/** A rate in words: 增长12.3%, 下降4.0%, 基本持平 where it rounds to 0; null is —. */
export function delta(value: unknown, { change }: ReportLabels): string {
  const rate = numberArgument(value);
  if (rate === null) return pct(null);
  if (rate === 0) return change.nearly;
  return `${(rate > 0 ? change.up : change.down) + formatNumber(Math.abs(rate), 1).replaceAll(',', '')}%`;
}

/** A number from 0 to 99 in Chinese: 十, 十二, 二十一; larger ones in digits. */
export function numeral(value: unknown, { digits }: ReportLabels): string {
  const number = countArgument(value);
  if (number <= 10) return digits.charAt(number);
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  return (
    (tens > 1 ? digits.charAt(tens) : '') + digits.charAt(10) + (number % 10 > 0 ? digits.charAt(number % 10) : '')
  );
}

/** An ISO date in official wording, without leading zeros: 2024年4月20日. */
export function date(value: unknown, labels: ReportLabels): string {
  const match = ISO_DATE.exec(textArgument(value));
  if (!match || !isDate(match[0])) throw new TypeError(`"${String(value)}" is not a date`);
  const [, year, month, day] = match.map(Number);
  return filled(labels.date, { year, month, day });
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is an ISO date that there is. */
export function isDate(text: string): boolean {
  const [, year, month, day] = ISO_DATE.exec(text)?.map(Number) ?? [];
  return isoDate(year ?? 0, month ?? 0, day ?? 0) !== null;
}

/** A list in one line, joined by the Chinese comma or what is given. */
export function list(values: unknown, separator: string): string {
  return listArgument(values).map(printable).join(separator);
}

/** What a total lacks: （缺甲、乙）; beyond the names said `before`: （另缺丙）; empty when it lacks nothing. At most `most` names are spelled out. */
export function lacks(values: unknown, before: unknown, labels: ReportLabels, most = NAMED_PARTS): string {
  if (listArgument(values).length === 0) return '';
  const pattern = listArgument(before).length > 0 ? labels.lacks.further : labels.lacks.all;
  return filled(pattern, { names: names(values, labels, most) });
}

/** Names in one line; of a long list the first ones and how many there are. */
export function names(values: unknown, labels: ReportLabels, most = NAMED_PARTS): string {
  const all = listArgument(values).map(printable);
  if (all.length <= most + 1) return all.join(labels.listSeparator);
  return filled(labels.namesCut, { names: all.slice(0, most).join(labels.listSeparator), count: all.length });
}

/** What stands in a printed list; throws for what cannot be printed. */
function printable(value: unknown): string {
  if (typeof value === 'object' && value !== null) throw new TypeError('a list of lists or groups cannot be printed');
  return String(value);
}

/** At most `length` characters of a text, with a mark that says how long it is. */
export function short(value: unknown, length: unknown, labels: ReportLabels): string {
  const text = textArgument(value);
  const limit = countArgument(length);
  if (text.length <= limit) return text;
  const characters = [...text];
  if (characters.length <= limit) return text;
  return characters.slice(0, limit).join('') + filled(labels.cut, { count: characters.length });
}

/** A pattern with its `{name}` places filled. */
export function filled(pattern: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
