import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as object;

/** What is wrong with a value by a schema, one line each; empty when it is valid. */
export type Validate = (value: unknown) => readonly string[];

/** `docs/check.schema.json`. */
export function checkSchema(): Validate {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false }).addSchema(read('docs/report.schema.json'));
  return told(ajv.compile(read('docs/check.schema.json')));
}

/** SARIF 2.1.0: its draft-04 schema means the same in draft-07 but for the name of its id. */
export function sarifSchema(): Validate {
  const { $schema: _draft, id: _id, ...schema } = read('test/schemas/sarif-2.1.0.json') as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat(
    'uri-reference',
    (text) => /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && !/%(?![0-9A-F]{2})/.test(text),
  );
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return told(ajv.compile(schema));
}

function told(validate: ReturnType<Ajv['compile']>): Validate {
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
