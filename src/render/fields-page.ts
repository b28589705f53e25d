import type { JsonSchema } from './schema-shape.ts';

/** What templates may know, as Markdown tables made from the published schema: one for the report, one for each named part. */
export function fieldTables(schema: JsonSchema): string {
  const named = Object.entries(schema.$defs ?? {}).filter(([, part]) => part.properties !== undefined);
  return [
    table(schema, schema),
    ...named.flatMap(([name, part]) => [
      `### ${name}`,
      ...(part.description === undefined ? [] : [part.description]),
      table(part, schema),
    ]),
  ].join('\n\n');
}

function table(part: JsonSchema, schema: JsonSchema): string {
  const lines = rows(part, '', schema).map(([name, kind, description]) => `| \`${name}\` | ${kind} | ${description} |`);
  return ['| name | is | |', '|---|---|---|', ...lines].join('\n');
}

type Row = readonly [name: string, kind: string, description: string];

/** A row for each field; what stands inside of a field follows it, unless it has a table of its own. */
function rows(part: JsonSchema, before: string, schema: JsonSchema): readonly Row[] {
  return Object.entries(part.properties ?? {}).flatMap(([key, field]) => {
    const name = before + key;
    const { items } = field;
    const inner = items?.properties ? rows(items, `${name}[].`, schema) : rows(field, `${name}.`, schema);
    const own = [name, kindOf(field, schema), field.description ?? ''] as const;
    return inner.length > 0 && field.description === undefined ? inner : [own, ...inner];
  });
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'number',
  boolean: 'true or false',
  object: 'group',
};

function kindOf(field: JsonSchema, schema: JsonSchema): string {
  const { $ref, anyOf, items, additionalProperties: others } = field;
  if ($ref !== undefined) return reference($ref.replace('#/$defs/', ''), schema);
  if (anyOf) return anyOf.map((one) => kindOf(one, schema)).join(' or ');
  const values = field.const === undefined ? field.enum : [field.const];
  if (values) return values.map((value) => (value === null ? 'null' : `\`${value}\``)).join(', ');
  if (items) return `list of ${items.properties ? 'groups' : kindOf(items, schema)}`;
  if (others) return `group by name of ${kindOf(others, schema)}`;
  return [field.type ?? 'anything']
    .flat()
    .map((type) => WORDS[type] ?? type)
    .join(' or ');
}

/** A part with fields has a table of its own. */
function reference(name: string, schema: JsonSchema): string {
  const part = schema.$defs?.[name] ?? {};
  if (part.properties) return `[${name}](#${name.toLowerCase()})`;
  return name === 'date' ? 'date as text' : kindOf(part, schema);
}
