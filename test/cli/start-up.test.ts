import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
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

test('help is shown without kept code, which only what a report loads has', () => {
  const kept = readdirSync(bundle).flatMap((name) => /^(.*)-.{8}\.js\.code$/.exec(name)?.[1] ?? []);
  expect(kept).toEqual(expect.arrayContaining(['base', 'run', 'road', 'work', 'template']));
  expect(kept.filter((name) => /^(huizong|start|version|help-pages)$/.test(name))).toEqual([]);
});

test('what a report needs comes in few files', async () => {
  const count = `
    const { Script } = require('node:vm');
    let files = 0;
    require('node:vm').Script = class extends Script {
      constructor(...all) {
        super(...all);
        files++;
      }
    };
    process.on('exit', () => console.error(files));
    process.argv.splice(1, 0, 'bin/huizong.js');
    require('./bin/huizong.js');`;
  const root = join(import.meta.dirname, '../..');
  const report = ['report', 'fixtures/2024Q1', '--as-of', '2024-04-20', '-q', '-f', 'json', '-o', '-'];
  const { stderr } = await run(process.execPath, ['-e', count, '--', ...report], { cwd: root, maxBuffer: 1 << 26 });
  expect(Number(stderr)).toBeLessThan(25);
});

test('a report of workbooks loads no parser of quoted text and none of templates', async () => {
  const script = `
    process.on('exit', () => console.error(JSON.stringify(Object.keys(require.cache))));
    process.argv.splice(1, 0, 'bin/huizong.js');
    require('./bin/huizong.js');`;
  const root = join(import.meta.dirname, '../..');
  const loadedBy = async (...given: readonly string[]) => {
    const { stderr } = await run(process.execPath, ['-e', script, '--', ...given], { cwd: root, maxBuffer: 1 << 26 });
    return [...stderr.matchAll(/node_modules[\\/]+(saxes|csv-parse)/g)].map(([, name]) => name);
  };
  const output = await mkdtemp(join(tmpdir(), 'huizong-start-'));
  const report = ['report', 'fixtures/2024Q1', '--as-of', '2024-04-20', '-q', '-f', 'xlsx', '-f', 'md', '-o', output];
  expect(await loadedBy(...report)).toEqual([]);
  expect(await loadedBy('template', 'check', 'templates')).toContain('saxes');
  await rm(output, { recursive: true });
});

test('the bundle is ASCII, which V8 keeps in half the memory', () => {
  const files = readdirSync(bundle).filter((name) => name.endsWith('.js'));
  expect(files.filter((name) => !/^[\0-\x7F]*$/.test(readFileSync(join(bundle, name), 'latin1')))).toEqual([]);
});

test('the bundle neither requires an ES module nor imports by itself: some Nodes refuse it, others warn of it', async () => {
  const files = readdirSync(bundle).filter((name) => name.endsWith('.js'));
  const code = files.map((name) => readFileSync(join(bundle, name), 'utf8')).join('\n');
  expect(code.match(/\bimport\(/g)).toBeNull();
  expect(code).toContain('require("../../bin/import.cjs")("@inquirer/prompts")');
  const required = [...code.matchAll(/\brequire\("([^."][^"]*)"\)/g)].map(([, from = '']) => from);
  const names = [...new Set(required)].filter((name) => !name.startsWith('node:'));
  expect(names).toContain('exceljs');
  const script = names.map((name) => `require(${JSON.stringify(name)});`).join('');
  const { stderr } = await run(process.execPath, ['--no-experimental-require-module', '-e', script], { cwd: bundle });
  expect(stderr).toBe('');
});
