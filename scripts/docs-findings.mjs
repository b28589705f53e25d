// Writes docs/findings.md from the built program.
import { writeFile } from 'node:fs/promises';
import { findingsPage } from '../dist/cli/findings-page.js';

await writeFile(new URL('../docs/findings.md', import.meta.url), await findingsPage());
