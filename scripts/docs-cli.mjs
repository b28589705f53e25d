// Writes docs/cli.md and src/cli/pages/, the help pages as the built program lays them out.
import { writeFile } from 'node:fs/promises';
import { manual } from '../dist/cli/manual.js';

for (const [path, text] of await manual()) await writeFile(new URL(`../${path}`, import.meta.url), text);
