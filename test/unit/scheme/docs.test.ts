import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SETTINGS_FILE, TABLES, type TableSpec } from '../../../src/scheme/table-spec.ts';
import { scheme } from '../../support/returns.ts';

const SPECS: readonly TableSpec[] = Object.values(TABLES);

async function section(page: string, file: string): Promise<string> {
  const text = await readFile(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  const found = text.split(/^## /m).find((part) => part.startsWith(file));
  if (found === undefined) throw new Error(`${page} has no section ${file}`);
  return found;
}

for (const page of ['scheme.md', 'scheme.zh-CN.md']) {
  test.each(SPECS.map((spec) => [spec.file, spec] as const))(
    `${page} describes every column of %s`,
    async (file, spec) => {
      const rows = [...(await section(page, file)).matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column);
      expect(rows.toSorted()).toEqual([...spec.columns, ...spec.optional].toSorted());
    },
  );

  test(`${page} describes every key of the settings`, async () => {
    const text = await section(page, SETTINGS_FILE);
    for (const key of [
      'id',
      'version',
      'title',
      'source',
      'periodKind',
      'thresholds',
      'deadlines',
      'severity',
      'groupOrder',
      'words',
    ]) {
      expect(text).toContain(`\`${key}\``);
    }
    for (const key of Object.keys(scheme.deadlines)) expect(text).toContain(`\`${key}\``);
  });
}
