import { REPORT_LABELS } from '../message/report-labels.ts';
import { ANY, type Kind, plain, type Shape, shapeOfValue, union } from './template-shape.ts';

/** The part of JSON Schema that the published schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly description?: string;
}

/** What a template of the report may expect, by the published schema; the words of the report are always the same. */
export function reportShape(schema: JsonSchema): Shape {
  const shape = shapes(schema)(schema, '#');
  const labels = shapeOfValue(REPORT_LABELS, 'labels');
  return { ...shape, fields: new Map([...shape.fields, ['labels', () => labels]]) };
}

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'list',
  object: 'group',
};

/** Makes the shapes of a schema's parts, each once; `id` tells where the part stands. */
function shapes(root: JsonSchema): (node: JsonSchema, id: string) => Shape {
  const made = new Map<JsonSchema, Shape>();
  return shapeOf;

  function shapeOf(node: JsonSchema, id: string): Shape {
    const shape = made.get(node) ?? newShape(node, id);
    made.set(node, shape);
    return shape;
  }

  function newShape(node: JsonSchema, id: string): Shape {
    const name = node.$ref?.replace('#/$defs/', '');
    if (name !== undefined) return shapeOf(root.$defs?.[name] ?? {}, `#${name}`);
    if (node.anyOf) return union(node.anyOf.map((one, at) => shapeOf(one, `${id}|${at}`)));
    const values = node.const === undefined ? node.enum : [node.const];
    if (values) return plain(...new Set(values.map(kindOf)));
    const kinds = [node.type ?? []].flat().map((type) => KINDS[type] ?? 'text');
    if (kinds.length === 0) return ANY;
    if (!kinds.includes('group') && !kinds.includes('list')) return plain(...kinds);
    const { properties = {}, additionalProperties: others, items } = node;
    const fields = Object.entries(properties).map(([key, one]) => [key, () => shapeOf(one, `${id}.${key}`)] as const);
    const isOpen = kinds.includes('group') && fields.length === 0;
    return {
      id,
      kinds: new Set(kinds),
      fields: new Map(fields),
      rest: others ? () => shapeOf(others, `${id}.*`) : isOpen ? () => ANY : null,
      item: kinds.includes('list') ? () => (items ? shapeOf(items, `${id}[]`) : ANY) : null,
    };
  }
}

function kindOf(value: unknown): Kind {
  return KINDS[value === null ? 'null' : typeof value] ?? 'text';
}
