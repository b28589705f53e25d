import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bundle = join(import.meta.dirname, '../../dist/bundle');

/** What is loaded before the command line has been looked at: files of the bundle, and what else they import. */
function loadedAtOnce(entry: string): { readonly bytes: number; readonly others: ReadonlySet<string> } {
  const others = new Set<string>();
  const files = new Set([entry]);
  let bytes = 0;
  for (const file of files) {
    const text = readFileSync(join(bundle, file), 'utf8');
    bytes += text.length;
    for (const [, from = ''] of text.matchAll(/^(?:(?:const|let|var) \w+ = )?require\("([^"]+)"\)/gm)) {
      if (from.startsWith('./')) files.add(from.slice('./'.length));
      else others.add(from);
    }
  }
  return { bytes, others };
}

test('help is shown without loading what only commands need: no library, no cryptography, little code', () => {
  const { bytes, others } = loadedAtOnce('huizong.js');
  expect([...others].sort()).toEqual(['node:os']);
  expect(bytes).toBeLessThan(20_000);
  // The very same look finds what a command needs.
  expect(loadedAtOnce('file-worker.js').others).toContain('node:crypto');
});
