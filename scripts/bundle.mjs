// Joins the compiled modules into few files (dist/bundle): Node takes longer to find and load some 460 modules than a small run
// takes for all else. Puts the built-in scheme and workbook beside them as already read and checked, and the code as already compiled.
// Run by `npm run build`.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'rolldown';
import { sharedChunks } from './shared-chunks.mjs';

await build({
  // What is loaded by its own name: the command, and what runs in workers.
  input: {
    huizong: 'dist/cli/main.js',
    'file-worker': 'dist/pipeline/file-worker.js',
    'zip-worker': 'dist/ooxml/zip-worker.js',
    'library-worker': 'dist/read/old/library-worker.js',
  },
  // Libraries stay packages of their own, with their licences.
  external: /^[^./]/,
  platform: 'node',
  plugins: [
    {
      name: 'cook-raw-texts',
      // As they stand they would keep what is not ASCII.
      transform: (code) =>
        code.replace(/\bString\.raw\s*`([^`]*)`/g, (_, raw) => `\`${raw.replaceAll('\\', '\\\\')}\``),
    },
    {
      name: 'import-packages',
      // Scripts of node:vm cannot import without a warning of Node's.
      renderChunk: (code) => code.replace(/\bimport\((?="[^."])/g, 'require("../../bin/import.cjs")('),
    },
    {
      name: 'load-lazily',
      // A run without quoted text files and templates of its own parses neither.
      renderChunk: (code) =>
        code.replace(/= require\((?="(?:saxes|csv-parse\/sync)"\))/g, '= require("../../bin/lazy.cjs")('),
    },
  ],
  // Two levels below the package, like the modules themselves: they find templates and schemes beside `dist`.
  output: {
    ...{ dir: 'dist/bundle', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    // Only code of such files can be kept by every Node.
    format: 'cjs',
    // A text with any Chinese in it takes two bytes for each character in V8, and more time to read.
    ...{ charset: 'ascii', comments: false },
    codeSplitting: { groups: sharedChunks },
  },
});
await writeFile('dist/bundle/package.json', '{ "type": "commonjs" }\n');

// Only now is there something to read a scheme with.
const { builtinSchemeFolder, loadScheme } = await import('../dist/scheme/load.js');
const { packScheme } = await import('../dist/scheme/packed-scheme.js');
const { SCHEME_FILES } = await import('../dist/scheme/table-spec.js');
const folder = builtinSchemeFolder();
const files = new Map();
for (const file of SCHEME_FILES) files.set(file, await readFile(join(folder, file)));
await writeFile('dist/bundle/scheme.bin', packScheme(await loadScheme(folder), files));

// And something to read a workbook with.
const { SIGNATURES } = await import('../dist/render/helpers/signatures.js');
const { builtinTemplateFolder, loadTemplates } = await import('../dist/render/load-templates.js');
const { readyWorkbook } = await import('../dist/render/workbook-template/fill-workbook.js');
const { packWorkbook } = await import('../dist/render/workbook-template/packed-workbook.js');
const { bytes } = (await loadTemplates([builtinTemplateFolder()])).get('report.xlsx');
const ready = await readyWorkbook(bytes, 'report.xlsx', Object.keys(SIGNATURES));
await writeFile('dist/bundle/report.xlsx.bin', packWorkbook(bytes, ready));

// A process of its own: what is compiled is what a run needs.
execFileSync(process.execPath, ['scripts/keep-code.mjs'], { stdio: 'inherit' });
