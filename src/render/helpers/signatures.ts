import { PLACES } from '../../decimal/decimal.ts';
import { CHART_KINDS } from '../chart/kinds.ts';

/** What a helper takes; `any` is not judged. */
export type ArgumentKind = 'number' | 'text' | 'date' | 'list' | 'group' | 'any';

export interface Parameter {
  readonly name: string;
  readonly kind: ArgumentKind;
  /** It may be left out. */
  readonly optional?: true;
  /** Any number of them. */
  readonly rest?: true;
  /** The only texts that it may be. */
  readonly oneOf?: readonly string[];
  /** A whole number that is at least and at most this. */
  readonly range?: readonly [least: number, most: number];
  /** What stands in the list is printed. */
  readonly isPrinted?: true;
  /** It is the id of an indicator of the scheme. */
  readonly isIndicator?: true;
}

/** What a helper gives: a plain value, a list of texts, or something of its first argument. */
export type Result = 'text' | 'texts' | 'number' | 'boolean' | 'same' | 'items' | 'field' | 'fields';

/** How a helper is called. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly result: Result;
  /** Its arguments may be names that the data does not have. */
  readonly lenient?: true;
}

const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });
const number = (name: string): Parameter => ({ name, kind: 'number' });
const text = (name: string): Parameter => ({ name, kind: 'text' });
const date = (name: string): Parameter => ({ name, kind: 'date' });
const within = (name: string, least: number, most = Number.MAX_SAFE_INTEGER): Parameter => ({
  ...number(name),
  range: [least, most],
});
const decimals = optional(within('decimals', 0, PLACES));
const list = (name: string): Parameter => ({ name, kind: 'list' });
const printed = (name: string): Parameter => ({ ...list(name), isPrinted: true });
const group = (name: string): Parameter => ({ name, kind: 'group' });
const any = (name: string): Parameter => ({ name, kind: 'any' });
const rest = (parameter: Parameter): Parameter => ({ ...parameter, rest: true });
const takes = (parameters: readonly Parameter[], result: Result): Signature => ({ parameters, result });

/** The helpers of the report's templates, as `template check` judges their calls. */
export const SIGNATURES: Readonly<Record<string, Signature>> = {
  num: takes([number('value'), decimals], 'text'),
  digits: takes([number('value'), decimals], 'text'),
  pct: takes([number('value')], 'text'),
  delta: takes([number('rate')], 'text'),
  numeral: takes([within('count', 0)], 'text'),
  date: takes([date('date')], 'text'),
  cell: takes([group('figure')], 'text'),
  level: takes([number('value'), number('max'), within('steps', 1)], 'number'),
  list: takes([printed('list'), optional(text('separator'))], 'text'),
  names: takes([printed('list')], 'text'),
  lacks: takes([printed('list'), optional(printed('before'))], 'text'),
  short: takes([text('text'), within('length', 0)], 'text'),
  region: takes([text('code')], 'text'),
  regions: takes([list('codes')], 'texts'),
  size: takes([list('list')], 'number'),
  first: takes([list('list'), within('most', 0)], 'same'),
  slice: takes([list('list'), within('from', 0), within('to', 0)], 'same'),
  pluck: takes([list('list'), text('key')], 'fields'),
  where: takes([list('list'), text('key'), any('value')], 'items'),
  without: takes([list('list'), list('others')], 'same'),
  lookup: takes([any('group'), any('key')], 'field'),
  default: { ...takes([any('value'), any('instead')], 'same'), lenient: true },
  given: takes([any('value')], 'boolean'),
  eq: takes([any('a'), any('b')], 'boolean'),
  gt: takes([number('a'), number('b')], 'boolean'),
  and: takes([rest(any('value'))], 'boolean'),
  or: takes([rest(any('value'))], 'boolean'),
  not: takes([any('value')], 'boolean'),
  add: takes([number('a'), number('b')], 'number'),
  chart: takes(
    [{ ...text('kind'), oneOf: CHART_KINDS }, optional({ ...text('indicator'), isIndicator: true })],
    'text',
  ),
};

/** How a call is written: `num value [decimals]`. */
export function usage(name: string, { parameters }: Signature): string {
  const written = parameters.map((one) => (one.optional ? `[${one.name}]` : one.rest ? `${one.name} …` : one.name));
  return [name, ...written].join(' ');
}
