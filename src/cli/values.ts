import type { ErrorTexts } from '../message/ui-texts.ts';
import { UsageError } from '../model/errors.ts';
import { isoDate, isSpan, type Period, type PeriodKind, parsePeriodId } from '../period/period.ts';
import { findRegion, regionIndex } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Effects } from './effects.ts';

/** The value of an option that allows a few words only. */
export function oneOf<T extends string, F extends T | null>(
  flag: string,
  value: string | undefined,
  allowed: readonly T[],
  fallback: F,
  texts: ErrorTexts,
): T | F {
  if (value === undefined) return fallback;
  const known = allowed.find((one) => one === value);
  if (known === undefined) throw new UsageError(texts.notAllowed(flag, value, allowed));
  return known;
}

/** The value of `-f` where a text for people and JSON for machines are offered. */
export function textOrJson(value: string | readonly string[] | undefined, texts: ErrorTexts): 'text' | 'json' {
  return oneOf('--format', [value ?? 'text'].flat().at(-1), ['text', 'json'], 'text', texts);
}

/** The period of `--period`; null when it is not given. `orLonger`: one that is made of several of the scheme's kind, too. */
export function periodValue(
  value: string | undefined,
  kind: PeriodKind,
  texts: ErrorTexts,
  orLonger = false,
): Period | null {
  if (value === undefined) return null;
  const period = parsePeriodId(value);
  if (period === null) throw new UsageError(texts.periodWrong(value));
  if (period.kind !== kind && !(orLonger && isSpan(period, kind))) {
    throw new UsageError(texts.periodKind(value, kind));
  }
  return period;
}

/** The region code of `--area` or another flag, given as a code or a name; null when it is not given. */
export function areaValue(
  value: string | undefined,
  scheme: Scheme,
  texts: ErrorTexts,
  flag = '--area',
): string | null {
  if (value === undefined) return null;
  const match = findRegion(regionIndex(scheme), value, null);
  switch (match.kind) {
    case 'region':
      return match.region.code;
    case 'several':
      throw new UsageError(
        texts.areaSeveral(
          value,
          match.regions.map(({ name, code }) => `${name} ${code}`),
        ),
      );
    default:
      throw new UsageError(texts.areaUnknown(value, flag));
  }
}

const CHINA_TIME = 8 * 3600 * 1000;

/** The ISO date of the report: `--as-of`, else SOURCE_DATE_EPOCH (UTC), else today in China. */
export function asOfValue(value: string | undefined, { env, now }: Effects, texts: ErrorTexts): string {
  if (value !== undefined) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    const date = parts && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    if (date === null) throw new UsageError(texts.dateWrong('--as-of', value));
    return date;
  }
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (!epoch) return dayOf(now().getTime() + CHINA_TIME);
  if (!/^\d{1,11}$/.test(epoch)) throw new UsageError(texts.epochWrong(epoch));
  return dayOf(Number(epoch) * 1000);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
