// Writes the tables of docs/templates.md from docs/report.schema.json.
import { readFile, writeFile } from 'node:fs/promises';
import { fieldTables } from '../dist/render/fields-page.js';

const page = new URL('../docs/templates.md', import.meta.url);
const schema = JSON.parse(await readFile(new URL('../docs/report.schema.json', import.meta.url), 'utf8'));
const [before, rest = ''] = (await readFile(page, 'utf8')).split(/(?<=<!-- fields: .*?-->\n)/);
const after = rest.slice(rest.indexOf('<!-- end of fields -->'));
await writeFile(page, `${before}\n${fieldTables(schema)}\n\n${after}`);
