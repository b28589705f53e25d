import fc from 'fast-check';
import { add, type Decimal, decimal, format, ZERO } from '../../src/decimal/decimal.ts';
import type { FormLayout, SummaryLayout } from '../../src/form/layout.ts';
import type { FigureValue } from '../../src/form/return-values.ts';
import type { Column, Expression } from '../../src/scheme/scheme.ts';
import { scheme } from './returns.ts';

/** Bureaus of every kind: cities with counties and with zones only, counties, zones, own levels. */
export const bureaus = fc.constantFrom(
  ...scheme.regions.filter(({ level }) => level !== 'province').map(({ code }) => code),
);

/** A value for every figure of a summary, against no rule of the scheme. */
export function figuresOf({ regions, lines }: SummaryLayout): fc.Arbitrary<readonly FigureValue[]> {
  const values = regions.flatMap(({ region }) =>
    lines.map(({ indicator }) =>
      (indicator.type === 'integer' ? fc.nat(500).map(String) : fc.nat(50_000).map((cents) => money(cents))).map(
        (text) => ({ region: region.code, indicator: indicator.id, text }),
      ),
    ),
  );
  return fc.tuple(...values).map(obeying);
}

function money(cents: number): string {
  return format(decimal(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`) ?? ZERO);
}

/** What breaks a rule becomes 0, until none is broken: values only ever fall, so that this ends. */
function obeying(figures: readonly FigureValue[]): readonly FigureValue[] {
  const values = new Map(figures.map(({ region, indicator, text }) => [`${region} ${indicator}`, decimal(text)]));
  const regions = new Set(figures.map(({ region }) => region));
  for (let changed = true; changed; ) {
    changed = false;
    for (const region of regions) {
      for (const { left, op, right, scope } of scheme.rules) {
        const names = [...left, ...right];
        if (scope !== 'return' || names.some(({ previous }) => previous)) continue;
        const [first, second] = [sum(left, region, values), sum(right, region, values)];
        const holds = op === 'requires' ? first <= ZERO || second > ZERO : first <= second;
        if (holds) continue;
        changed = true;
        for (const { id } of left) values.set(`${region} ${id}`, ZERO);
      }
    }
  }
  return figures.map(({ region, indicator }) => {
    return { region, indicator, text: format(values.get(`${region} ${indicator}`) ?? ZERO) };
  });
}

function sum(side: Expression, region: string, values: ReadonlyMap<string, Decimal | null>): Decimal {
  return side.reduce<Decimal>((total, { id }) => add(total, values.get(`${region} ${id}`) ?? ZERO), ZERO);
}

/** What a title may begin with that is trouble in a file of text or in a cell. */
const BEGINNINGS = ['', '=', '+', '-', '@', "'", "'="];
const ENDINGS = ['', '，一', ',', '"', '（第1期）', '\n二', '; ', '_x000D_'];

/** Activities that say nothing wrong, by column. */
export function activitiesOf({
  ledger,
  summary,
}: FormLayout): fc.Arbitrary<readonly Readonly<Record<string, string>>[]> {
  const columns = (ledger?.columns ?? []).map(({ definition }) => definition);
  const regions = summary?.regions.map(({ region }) => region.name) ?? [''];
  const activity = fc
    .record({
      type: fc.constantFrom(...scheme.activityTypes),
      day: fc.integer({ min: 1, max: 28 }),
      days: fc.nat(3),
      region: fc.constantFrom(...regions),
      numbers: fc.array(fc.nat(900), { minLength: 40, maxLength: 40 }),
      begins: fc.constantFrom(...BEGINNINGS),
      ends: fc.constantFrom(...ENDINGS),
    })
    .map((drawn) => (at: number): Readonly<Record<string, string>> => {
      const texts = columns.map((column, place) => [column.id, textOf(column, { ...drawn, at, place })] as const);
      return Object.fromEntries(texts.filter(([, text]) => text !== ''));
    });
  return fc.array(activity, { minLength: 1, maxLength: 6 }).map((rows) => rows.map((row, at) => row(at)));
}

interface Drawn {
  readonly type: (typeof scheme.activityTypes)[number];
  readonly day: number;
  readonly days: number;
  readonly region: string;
  readonly numbers: readonly number[];
  readonly begins: string;
  readonly ends: string;
  readonly at: number;
  readonly place: number;
}

function textOf(column: Column, drawn: Drawn): string {
  const { type, day, days, at } = drawn;
  switch (column.type) {
    case 'region':
      return drawn.region;
    case 'task':
      return scheme.tasks.find(({ id }) => id === type.task)?.shortName ?? '';
    case 'activity_type':
      return type.name;
    case 'date_range': {
      const start = `2024-02-${String(day).padStart(2, '0')}`;
      return days === 0 ? start : `${start}至2024-03-0${days}`;
    }
    case 'integer':
    case 'decimal':
      return numberOf(column, drawn);
    case 'boolean':
      return day % 2 === 0 ? (scheme.words.yes[0] ?? '') : (scheme.words.no[0] ?? '');
    case 'enum':
      return column.values[day % column.values.length] ?? '';
    default:
      break;
  }
  if (column.id === 'association') return `甲${at}行业协会`;
  if (column.id === 'title') return `${drawn.begins}活动${at}${drawn.ends}`.trimEnd();
  return column.id === 'venue' ? `${at}号会场` : '';
}

/** Parts are not above their wholes: the column that a rule has on its left gets 0. */
function numberOf(column: Column, { numbers, place }: Drawn): string {
  const isPart = scheme.rules.some(({ scope, left }) => scope === 'row' && left.some(({ id }) => id === column.id));
  return isPart ? '0' : String(numbers[place] ?? 0);
}
