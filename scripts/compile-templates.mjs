// Compiles the built-in templates, so that no run has to: texts into dist/render/compiled-templates.js, the workbook into
// dist/compiled/report.xlsx.bin.
import { mkdir, writeFile } from 'node:fs/promises';
import { SIGNATURES } from '../dist/render/helpers/signatures.js';
import { builtinTemplateFolder, loadTemplates } from '../dist/render/load-templates.js';
import { templateCodes } from '../dist/render/template-compile.js';
import { WORKBOOK } from '../dist/render/template-source.js';
import { compiledWorkbook } from '../dist/render/workbook-template/compiled-workbook.js';
import { readyWorkbook } from '../dist/render/workbook-template/fill-workbook.js';

const templates = await loadTemplates([builtinTemplateFolder()]);
const helpers = Object.keys(SIGNATURES);

const entries = templateCodes(templates, helpers).map(
  ({ name, sha256, code }) => `${JSON.stringify(name)}: { sha256: ${JSON.stringify(sha256)}, code: ${code} }`,
);
const module = new URL('../dist/render/compiled-templates.js', import.meta.url);
await writeFile(module, `export const COMPILED = {\n${entries.join(',\n')},\n};\n`);

const { bytes } = templates.get(WORKBOOK);
const folder = new URL('../dist/compiled/', import.meta.url);
await mkdir(folder, { recursive: true });
const ready = await readyWorkbook(bytes, WORKBOOK, helpers);
await writeFile(new URL(`${WORKBOOK}.bin`, folder), compiledWorkbook(bytes, ready));
