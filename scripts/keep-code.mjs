// Writes the code of a whole run, as this Node has compiled it, beside the files of the bundle (dist/bundle/*.code). Run by scripts/bundle.mjs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBundle } from '../bin/bundle.cjs';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bundle = openBundle(root('dist/bundle'));
const output = mkdtempSync(join(tmpdir(), 'huizong-build-'));
try {
  const formats = ['md', 'html', 'xlsx', 'json'].flatMap((format) => ['-f', format]);
  const command = ['report', root('fixtures/2024Q1'), '--as-of', '2024-04-20', '-q', '-o', output, ...formats];
  const status = await bundle.load('huizong.js').main(command);
  if (status !== 0) throw new Error(`the report of the fixtures ended with ${status}`);
  bundle.keep();
} finally {
  rmSync(output, { recursive: true, force: true });
}
