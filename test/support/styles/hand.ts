import { regionIndex, regionOf } from '../../../src/scheme/regions.ts';
import { scheme } from '../returns.ts';
import type { CellContent } from '../write-files.ts';
import { round } from './truth.ts';

/** How a clerk writes what a cell says. */
export interface Hand {
  readonly city: CellContent;
  /** The county column by region code; null for the own level means a blank. */
  readonly unit: (code: string) => CellContent;
  readonly task: (id: string) => CellContent;
  readonly type: (id: string) => CellContent;
  readonly days: (start: string, end: string) => CellContent;
  readonly count: (value: number, unit: string) => CellContent;
  /** An amount in 万元. */
  readonly money: (value: number) => CellContent;
  readonly yes: (is: boolean) => CellContent;
}

const regions = regionIndex(scheme);

export function nameOf(code: string): string {
  return regionOf(regions, code)?.name ?? code;
}

/** The usual hand: names of the scheme, numbers as numbers, days written out. */
export const PLAIN: Hand = {
  city: '惠州市',
  unit: (code) => (code.endsWith('-self') ? '市本级' : nameOf(code)),
  task: (id) => scheme.tasks.find((task) => task.id === id)?.shortName ?? id,
  type: (id) => scheme.activityTypes.find((type) => type.id === id)?.name ?? id,
  days: (start, end) => (start === end ? zh(start) : `${zh(start)}-${zh(end)}`),
  count: (value) => value,
  money: (value) => value,
  yes: (is) => (is ? '是' : '否'),
};

/** 2024-03-05 as 2024年3月5日. */
function zh(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A cell with a date, where the activity took one day. */
export function dated(start: string, end: string): CellContent {
  return start === end ? new Date(`${start}T00:00:00Z`) : `${start}至${end}`;
}

/** An amount in 万元, in a unit so many powers of ten smaller. */
export function shifted(value: number, powers: number): number {
  return round(value * 10 ** powers);
}

/** Digits in groups of three. */
function grouped(value: number): string {
  const [whole = '', ...rest] = String(value).split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.');
}

function fullWidth(text: string): string {
  return text.replace(/[0-9.,]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

export const NUMERALS = ['一', '二', '三', '四', '五', '六'];

/** Everything typed as text, with units, groups of digits and full-width figures. */
export const TEXTS: Hand = {
  ...PLAIN,
  city: '广东省惠州市',
  unit: (code) => (code.endsWith('-self') ? '惠州市本级' : `惠州市${nameOf(code)}`),
  task: (id) => `${NUMERALS[Number(id.slice(1)) - 1]}、${PLAIN.task(id)}`,
  days: (start, end) =>
    start === end ? start.replaceAll('-', '.') : `${start.replaceAll('-', '.')}-${end.slice(5).replace('-', '.')}`,
  count: (value, unit) => {
    if (value === 0) return '无';
    return value % 2 === 0 ? `${grouped(value)}${unit}` : fullWidth(String(value));
  },
  money: (value) => {
    if (value === 0) return '—';
    return value > 100 ? `${shifted(value, -4)}亿元` : `${shifted(value, 4)}元`;
  },
  yes: (is) => (is ? '已采纳' : '未采纳'),
};

/** Codes for regions and tasks, days as bare numbers. */
export const CODES: Hand = {
  ...PLAIN,
  unit: (code) => (code === '441300-dayawan' ? '大亚湾' : Number(code.slice(0, 6))),
  task: (id) => Number(id.slice(1)),
  days: (start, end) => (start === end ? serial(start) : `${start.replaceAll('-', '')}-${end.replaceAll('-', '')}`),
  yes: (is) => is,
};

function serial(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}
