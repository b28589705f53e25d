import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { huizong } from '../support/huizong.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'huizong-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quarter = join(root, 'fixtures/2024Q1');
const report = (asOf: string, ...more: string[]) => ['report', quarter, '-o', 'out', '--as-of', asOf, '-q', ...more];
const killedAt = (at: string, cwd: string) => ({
  cwd,
  env: { KILL_AT: at, NODE_OPTIONS: `--require "${join(root, 'test/support/killed-at.cjs')}"` },
});
const hidden = (cwd: string) =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|[\\/])\.(?!huizong\.json$)/.test(name),
  );

describe('a run that was killed while it wrote', () => {
  // While files are written, and while they get their names.
  test.each(['write:4', 'rename:4'])(
    'at %s: the next run writes the whole report, in whatever formats, and leaves nothing of the other',
    async (at) => {
      const cwd = mkdtempSync(join(folder, 'run-'));
      expect((await huizong(report('2024-04-20'), { cwd })).status).toBe(0);
      expect(await huizong(report('2024-04-21'), killedAt(at, cwd))).toMatchObject({ status: null });
      expect(await huizong(report('2024-04-22', '-f', 'md', '-f', 'html'), { cwd })).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(hidden(cwd)).toEqual([]);
      // The workbook is still one that huizong wrote.
      expect(await huizong(report('2024-04-23', '-f', 'xlsx'), { cwd })).toMatchObject({ status: 0 });
    },
  );

  test.each(['write:3', 'write:4', 'rename:2', 'rename:3', 'rename:4'])(
    'at %s with --write: likewise, also where the next one writes another file',
    async (at) => {
      const cwd = mkdtempSync(join(folder, 'write-'));
      const check = (asOf: string, name = 'a.csv') => [
        'check',
        quarter,
        '-q',
        '--fail-on',
        'never',
        '--as-of',
        asOf,
        '--write',
        `csv=${name}`,
      ];
      expect((await huizong(check('2024-04-20'), { cwd })).status).toBe(0);
      expect(await huizong(check('2024-03-21'), killedAt(at, cwd))).toMatchObject({ status: null });
      expect((await huizong(check('2024-02-22', 'b.csv'), { cwd })).stderr).toBe('');
      expect(hidden(cwd)).toEqual([]);
      expect((await huizong(check('2024-02-22'), { cwd })).stderr).toBe('');
      expect(hidden(cwd)).toEqual([]);
    },
  );
});
