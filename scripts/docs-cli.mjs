// Writes docs/cli.md and src/cli/pages/, the help pages as the built program lays them out.
import { writeFile } from 'node:fs/promises';
import { manual, pageModules } from '../dist/cli/manual.js';

const root = new URL('..', import.meta.url);
await writeFile(new URL('docs/cli.md', root), await manual());
for (const [file, text] of await pageModules()) await writeFile(new URL(`src/cli/pages/${file}`, root), text);
