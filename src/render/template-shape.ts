/** What a value of the data can be. */
export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'group';

/** What a template may expect of a value, as far as it is known. */
export interface Shape {
  /** Equal for equal shapes. */
  readonly id: string;
  /** Null when nothing is known of the value: then nothing said about it is wrong. */
  readonly kinds: ReadonlySet<Kind> | null;
  /** The fields of a group that are known by name. */
  readonly fields: ReadonlyMap<string, () => Shape>;
  /** Fields of any other name; null when there are none. */
  readonly rest: (() => Shape) | null;
  /** The items of a list. */
  readonly item: (() => Shape) | null;
}

const NO_FIELDS: Shape['fields'] = new Map();

/** Of which nothing is known. */
export const ANY: Shape = { id: '?', kinds: null, fields: NO_FIELDS, rest: () => ANY, item: () => ANY };

/** A text, a number … without anything inside. */
export function plain(...kinds: readonly Kind[]): Shape {
  return { id: kinds.join('|'), kinds: new Set(kinds), fields: NO_FIELDS, rest: null, item: null };
}

export function listOf(item: Shape): Shape {
  return { id: `[${item.id}]`, kinds: new Set(['list']), fields: NO_FIELDS, rest: null, item: () => item };
}

/** The group with more fields, which hide its own of the same name: what a part sees that is called with NAME=VALUE. */
export function withFields(shape: Shape, more: ReadonlyMap<string, Shape>): Shape {
  if (more.size === 0) return shape;
  const added = [...more].map(([name, value]) => [name, () => value] as const);
  return {
    id: `${shape.id}{${[...more].map(([name, { id }]) => `${name}:${id}`).join()}}`,
    kinds: shape.kinds === null ? null : new Set(['group']),
    fields: new Map([...shape.fields, ...added]),
    rest: shape.rest,
    item: null,
  };
}

/** What is each of several shapes in turn: only the fields that all of them have are there. */
export function each(shapes: readonly Shape[]): Shape {
  const all = union(shapes);
  if (shapes.some(({ kinds }) => kinds === null)) return ANY;
  const fields = [...all.fields].filter(([name]) => shapes.every((shape) => shape.fields.has(name)));
  return { ...all, id: `each(${all.id})`, fields: new Map(fields) };
}

/** What is one of several shapes. */
export function union(shapes: readonly Shape[]): Shape {
  const [first = ANY, ...others] = [...new Map(shapes.map((shape) => [shape.id, shape])).values()];
  if (others.length === 0) return first;
  const all = [first, ...others];
  const inner = (of: readonly ((() => Shape) | null)[]) => {
    const known = of.filter((one) => one !== null);
    return known.length === 0 ? null : () => union(known.map((one) => one()));
  };
  const names = new Set(all.flatMap(({ fields }) => [...fields.keys()]));
  return {
    id: all.map(({ id }) => id).join('|'),
    kinds: all.some(({ kinds }) => kinds === null) ? null : new Set(all.flatMap(({ kinds }) => [...(kinds ?? [])])),
    fields: new Map(
      [...names].map((name) => [name, inner(all.map(({ fields }) => fields.get(name) ?? null)) ?? (() => ANY)]),
    ),
    rest: inner(all.map(({ rest }) => rest)),
    item: inner(all.map(({ item }) => item)),
  };
}

/** The shape of a value that is always the same. */
export function shapeOfValue(value: unknown, id: string): Shape {
  if (value === null) return plain('null');
  if (Array.isArray(value)) return listOf(union(value.map((one, at) => shapeOfValue(one, `${id}.${at}`))));
  if (typeof value !== 'object') {
    return plain(typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean');
  }
  const fields = Object.entries(value).map(([name, one]) => [name, shapeOfValue(one, `${id}.${name}`)] as const);
  return {
    id,
    kinds: new Set(['group']),
    fields: new Map(fields.map(([name, shape]) => [name, () => shape])),
    rest: null,
    item: null,
  };
}

/** Whether a value of the shape can be of one of the kinds. */
export function canBe({ kinds }: Shape, ...wanted: readonly Kind[]): boolean {
  return kinds === null || wanted.some((kind) => kinds.has(kind));
}
