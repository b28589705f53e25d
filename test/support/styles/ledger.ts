import { scheme } from '../returns.ts';
import type { CellContent, Row } from '../write-files.ts';
import { DEEDS, type Deed } from './deeds.ts';
import { type Hand, PLAIN } from './hand.ts';
import { header, type Part } from './sheet-parts.ts';
import { round, UNITS } from './truth.ts';

/** How a ledger is laid out. */
export interface LedgerStyle {
  /** Column ids from left to right. */
  readonly columns: readonly string[];
  /** Levels of a header by column id; else the scheme's name. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly hand?: Hand;
}

/** All columns of the scheme that hold something here, in its order. */
export const ALL = scheme.columns.map(({ id }) => id).filter((id) => !['region_code', 'contact', 'phone'].includes(id));

const TYPES = new Map(scheme.columns.map((column) => [column.id, column]));

/** The header of a ledger. */
export function ledgerHeader({ columns, headers = {} }: LedgerStyle): Part {
  return header(columns.map((id) => [headers[id] ?? TYPES.get(id)?.name ?? id].flat()));
}

/** Rows of activities, numbered from 1. */
export function ledgerRows(deeds: readonly Deed[], { columns, hand = PLAIN }: LedgerStyle): readonly Row[] {
  return deeds.map((deed, at) => columns.map((id) => cellOf(id, deed, at, hand)));
}

/** A row of totals with a label in a column of its own. */
export function ledgerTotal(
  label: string,
  at: string,
  deeds: readonly Deed[],
  { columns, hand = PLAIN }: LedgerStyle,
): Row {
  return columns.map((id): CellContent => {
    if (id === at) return label;
    const type = TYPES.get(id)?.type;
    if (type !== 'integer' && type !== 'decimal') return null;
    const sum = round(deeds.reduce((total, { numbers }) => total + (numbers.get(id) ?? 0), 0));
    return type === 'decimal' ? hand.money(sum) : hand.count(sum, '');
  });
}

function cellOf(id: string, deed: Deed, at: number, hand: Hand): CellContent {
  const { unit, task, type, association, title, venue, part, start, end, numbers, yes } = deed;
  switch (id) {
    case 'seq':
      return at + 1;
    case 'city':
      return hand.city;
    case 'county':
    case 'region_code':
      return hand.unit(unit);
    case 'task':
      return hand.task(task);
    case 'association':
      return association.name;
    case 'uscc':
      return association.code;
    case 'title':
      return title;
    case 'activity_type':
      return hand.type(type);
    case 'date':
      return hand.days(start, end);
    case 'venue':
      return venue;
    case 'part':
      return part;
    case 'adopted':
    case 'leader_led':
      return type === (id === 'adopted' ? 't6_proposal' : 't1_founding') ? hand.yes(yes.includes(id)) : null;
    case 'x_weather':
      return '晴';
    default: {
      const value = numbers.get(id);
      if (value === undefined) return null;
      const { type: kind, unit: counted = '' } = TYPES.get(id) ?? {};
      return kind === 'decimal' ? hand.money(value) : hand.count(value, counted ?? '');
    }
  }
}

/** The activities by task, in the order of the tasks. */
export const BY_TASK: readonly (readonly [task: string, deeds: readonly Deed[]])[] = scheme.tasks
  .map(({ id }) => [id, DEEDS.filter(({ task }) => task === id)] as const)
  .filter(([, deeds]) => deeds.length > 0);

/** The activities by unit, in customary order. */
export const BY_UNIT: readonly (readonly [unit: string, deeds: readonly Deed[]])[] = UNITS.map((unit) => [
  unit,
  DEEDS.filter((deed) => deed.unit === unit),
]);
