import { likest } from './likest.ts';
import { ANY, plain, type Shape } from './template-shape.ts';

/** What names mean at a place of a template. */
export interface Scope {
  /** The value that names are looked up in, then those that `../` leads to. */
  readonly contexts: readonly Shape[];
  readonly root: Shape;
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** How many loops are around the place. */
  readonly loops: number;
}

/** What a path leads to, or why to nothing. */
export type Resolved =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }
  | { readonly kind: 'closed' };

/** Names of JavaScript's own that lead out of the data. */
const CLOSED: ReadonlySet<string> = new Set([
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toLocaleString'],
  ...['isPrototypeOf', 'propertyIsEnumerable'],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);

const LOOP_NAMES: ReadonlyMap<string, Shape> = new Map([
  ['index', plain('number')],
  ['key', plain('text', 'number')],
  ['first', plain('boolean')],
  ['last', plain('boolean')],
]);

/** What a path of a template leads to at its place. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolved {
  const parts: readonly string[] = path.parts;
  const [head = '', ...rest] = parts;
  if (path.data) return resolveData(path.depth, head, rest, scope);
  const isScoped = /^(?:\.|this\b)/.test(path.original);
  const named = path.depth === 0 && !isScoped ? scope.blockParams.get(head) : undefined;
  if (named) return follow(named, rest, `${head}.`);
  const context = scope.contexts[path.depth];
  if (!context) return { kind: 'unknown', nearest: elsewhere(head, scope) };
  const resolved = follow(context, parts);
  if (resolved.kind !== 'unknown' || follow(context, [head]).kind === 'shape') return resolved;
  const [other] = [...elsewhere(head, scope), ...likest(head, [...scope.blockParams.keys()]), ...resolved.nearest];
  return { kind: 'unknown', nearest: other === undefined ? [] : [other] };
}

function resolveData(depth: number, head: string, rest: readonly string[], { root, loops }: Scope): Resolved {
  if (head === 'root') return follow(root, rest, '@root.');
  const known = LOOP_NAMES.get(head);
  if (known && depth < loops) return follow(known, rest);
  const names = depth < loops ? ['root', ...LOOP_NAMES.keys()] : ['root'];
  return { kind: 'unknown', nearest: likest(head, names).map((name) => `@${name}`) };
}

/** The same name where it would be found. */
function elsewhere(name: string, { contexts, root }: Scope): readonly string[] {
  const has = (shape: Shape | undefined) => shape?.fields.has(name) === true;
  const above = contexts.findIndex((context, at) => at > 0 && has(context));
  if (above > 0) return [`${'../'.repeat(above)}${name}`];
  return has(root) ? [`@root.${name}`] : [];
}

/** What the names lead to from a value; `before` is what is written before them. */
export function follow(shape: Shape, parts: readonly string[], before = ''): Resolved {
  let at = shape;
  for (const [depth, part] of parts.entries()) {
    const field = at.fields.get(part);
    if (!field && CLOSED.has(part)) return { kind: 'closed' };
    const next = field?.() ?? inside(at, part);
    if (next === null) {
      const way =
        before +
        parts
          .slice(0, depth)
          .map((one) => `${one}.`)
          .join('');
      return { kind: 'unknown', nearest: likest(part, [...at.fields.keys()]).map((name) => way + name) };
    }
    at = next;
  }
  return { kind: 'shape', shape: at };
}

function inside(shape: Shape, part: string): Shape | null {
  if (shape.kinds === null) return ANY;
  if (shape.item !== null && /^\d+$/.test(part)) return shape.item();
  if (part === 'length' && (shape.kinds.has('list') || shape.kinds.has('text'))) return plain('number');
  return shape.rest?.() ?? null;
}
