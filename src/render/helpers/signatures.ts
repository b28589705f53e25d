import { CHART_KINDS } from '../chart/kinds.ts';

/** What a helper takes; `any` is not judged. */
export type ArgumentKind = 'number' | 'text' | 'list' | 'group' | 'any';

export interface Parameter {
  readonly name: string;
  readonly kind: ArgumentKind;
  /** It may be left out. */
  readonly optional?: true;
  /** Any number of them. */
  readonly rest?: true;
  /** The only texts that it may be. */
  readonly oneOf?: readonly string[];
  /** It is the id of an indicator of the scheme. */
  readonly isIndicator?: true;
}

/** What a helper gives: a plain value, or something of its first argument. */
export type Result = 'text' | 'number' | 'boolean' | 'same' | 'field' | 'fields';

/** How a helper is called. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly result: Result;
  /** Its arguments may be names that the data does not have. */
  readonly lenient?: true;
}

const number = (name: string): Parameter => ({ name, kind: 'number' });
const text = (name: string): Parameter => ({ name, kind: 'text' });
const list = (name: string): Parameter => ({ name, kind: 'list' });
const group = (name: string): Parameter => ({ name, kind: 'group' });
const any = (name: string): Parameter => ({ name, kind: 'any' });
const optional = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });
const rest = (parameter: Parameter): Parameter => ({ ...parameter, rest: true });
const takes = (parameters: readonly Parameter[], result: Result): Signature => ({ parameters, result });

/** The helpers of the report's templates, as `template check` judges their calls. */
export const SIGNATURES: Readonly<Record<string, Signature>> = {
  num: takes([number('value'), optional(number('decimals'))], 'text'),
  digits: takes([number('value'), optional(number('decimals'))], 'text'),
  pct: takes([number('value')], 'text'),
  delta: takes([number('rate')], 'text'),
  numeral: takes([number('count')], 'text'),
  date: takes([text('date')], 'text'),
  cell: takes([group('figure')], 'text'),
  level: takes([number('value'), number('max'), number('steps')], 'number'),
  list: takes([list('list'), optional(text('separator'))], 'text'),
  names: takes([list('list')], 'text'),
  lacks: takes([list('list'), optional(list('before'))], 'text'),
  short: takes([text('text'), number('length')], 'text'),
  region: takes([text('code')], 'text'),
  size: takes([list('list')], 'number'),
  first: takes([list('list'), number('most')], 'same'),
  slice: takes([list('list'), number('from'), number('to')], 'same'),
  pluck: takes([list('list'), text('key')], 'fields'),
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
