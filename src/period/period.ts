/** A reporting period; `id` is `2024Q1`, `2024-03`, `2024H1` or `2024`. Dates are ISO. */
export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1-based number within the year; 1 for a year. */
  readonly number: number;
  readonly start: string;
  readonly end: string;
}

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period of a kind, year and number; null when the number does not exist. */
export function period(kind: PeriodKind, year: number, number: number): Period | null {
  const months = MONTHS[kind];
  if (!Number.isInteger(number) || number < 1 || number > 12 / months || year < 1990 || year > 2100) return null;
  const last = number * months;
  return {
    id: periodId(kind, year, number),
    kind,
    year,
    number,
    start: `${year}-${pad(last - months + 1)}-01`,
    end: `${year}-${pad(last)}-${pad(daysInMonth(year, last))}`,
  };
}

function periodId(kind: PeriodKind, year: number, number: number): string {
  switch (kind) {
    case 'month':
      return `${year}-${pad(number)}`;
    case 'quarter':
      return `${year}Q${number}`;
    case 'half':
      return `${year}H${number}`;
    case 'year':
      return String(year);
  }
}

/** The period an identifier names (`2024Q1`, `2024-03`, `2024H1`, `2024`; case does not matter), or null. */
export function parsePeriodId(id: string): Period | null {
  const match = /^(\d{4})(?:(Q)([1-4])|(H)([12])|-(\d{2}))?$/i.exec(id.trim());
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return period('quarter', year, Number(match[3]));
  if (match[4]) return period('half', year, Number(match[5]));
  if (match[6]) return period('month', year, Number(match[6]));
  return period('year', year, 1);
}

/** The period of the same kind just before. */
export function previousPeriod(of: Period): Period | null {
  if (of.number > 1) return period(of.kind, of.year, of.number - 1);
  return period(of.kind, of.year - 1, 12 / MONTHS[of.kind]);
}

/** The same period one year earlier. */
export function yearAgoPeriod(of: Period): Period | null {
  return period(of.kind, of.year - 1, of.number);
}

/** The periods of a kind that a longer one is made of, in the order of time. */
export function periodsWithin(span: Period, kind: PeriodKind): readonly Period[] {
  return ofYear(kind, span.year).filter(({ start, end }) => span.start <= start && end <= span.end);
}

/**
 * The earlier periods that a period is compared with, in the order of time: those of its own year, those of the year
 * before up to its own number, and the one just before. A span of several is compared with all of the year before.
 */
export function earlierPeriods(of: Period, kind: PeriodKind = of.kind): readonly Period[] {
  const before = previousPeriod(of);
  const isWhole = of.kind !== kind || (before !== null && before.year < of.year);
  const lastYear = ofYear(kind, of.year - 1).filter(({ number }) => isWhole || number <= of.number);
  return [...lastYear, ...ofYear(kind, of.year).filter(({ end }) => end < of.start)];
}

function ofYear(kind: PeriodKind, year: number): readonly Period[] {
  const numbers = Array.from({ length: 12 / MONTHS[kind] }, (_, index) => index + 1);
  return numbers.map((number) => period(kind, year, number)).filter((one) => one !== null);
}

/** Whether a period is made of several of a kind. */
export function isSpan({ kind }: Period, of: PeriodKind): boolean {
  return MONTHS[kind] > MONTHS[of];
}

/** The last period of a kind that ended before an ISO date. */
export function lastEnded(kind: PeriodKind, before: string): Period | null {
  const year = Number(before.slice(0, 4));
  return [year - 1, year].flatMap((one) => ofYear(kind, one)).findLast((one) => one.end < before) ?? null;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO date of a year, month and day; null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || year < 1900 || year > 2199) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
