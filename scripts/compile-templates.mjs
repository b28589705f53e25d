// Compiles the built-in templates into dist/render/compiled-templates.js, so that no run has to. Run by `npm run build`.
import { writeFile } from 'node:fs/promises';
import { SIGNATURES } from '../dist/render/helpers/signatures.js';
import { builtinTemplateFolder, loadTemplates } from '../dist/render/load-templates.js';
import { templateCodes } from '../dist/render/template-compile.js';

const codes = templateCodes(await loadTemplates([builtinTemplateFolder()]), Object.keys(SIGNATURES));
const entries = codes.map(
  ({ name, sha256, code }) => `${JSON.stringify(name)}: { sha256: ${JSON.stringify(sha256)}, code: ${code} }`,
);
const module = new URL('../dist/render/compiled-templates.js', import.meta.url);
await writeFile(module, `export const COMPILED = {\n${entries.join(',\n')},\n};\n`);
