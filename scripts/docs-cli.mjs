// Writes docs/cli.md from the built program.
import { writeFile } from 'node:fs/promises';
import { manual } from '../dist/cli/manual.js';

await writeFile(new URL('../docs/cli.md', import.meta.url), await manual());
